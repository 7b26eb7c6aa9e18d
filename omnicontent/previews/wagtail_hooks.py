"""What the previews add to Wagtail's admin: the build bar and the dashboard's panel.

The packages below register themselves.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from omnicontent.previews.approval import approval_url, approve_campaign
from omnicontent.previews.board import hooks as board_hooks
from omnicontent.previews.by_hand import hooks as by_hand_hooks
from omnicontent.previews.calendar import hooks as calendar_hooks
from omnicontent.previews.framed_copies import NAME, FramedOperation
from omnicontent.previews.issues_page import show_issues
from omnicontent.previews.panels import CampaignReleasesPanel
from omnicontent.previews.rivals import RivalsNote
from omnicontent.previews.sharing import hooks as sharing_hooks
from omnicontent.previews.views import show_build, show_releases
from omnicontent.previews.word_views import WordsOnCreateView, WordsOnEditView
from omnicontent.releases.approvals import waits_for_approval
from omnicontent.releases.conflicts import rivals_of
from omnicontent.releases.selectors import latest_release
from omnicontent.stories.choices import parts_by_channel
from omnicontent.stories.models import CampaignPage

__all__ = ["board_hooks", "by_hand_hooks", "calendar_hooks", "sharing_hooks"]


@hooks.register("register_image_operations")
def add_framed_copies() -> list[tuple[str, type[FramedOperation]]]:
    """Let Wagtail make copies of masters in the frame of a rendition."""
    return [(NAME, FramedOperation)]


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Answer below the admin: its login guards the answers, and none of them may be cached."""
    return [
        path("campaigns/", show_releases, name="campaign_releases"),
        path("campaigns/<int:page_id>/build/", show_build, name="campaign_build"),
        path("campaigns/<int:page_id>/issues/", show_issues, name="campaign_issues"),
        path("campaigns/<int:page_id>/words/", WordsOnEditView.as_view(), name="campaign_words"),
        path(
            "campaigns/new/<int:parent_page_id>/words/",
            WordsOnCreateView.as_view(),
            {"content_type_app_name": "stories", "content_type_model_name": "campaignpage"},
            name="campaign_new_words",
        ),
        path("campaigns/<int:page_id>/approval/", approve_campaign, name="campaign_approval"),
    ]


@hooks.register("insert_global_admin_js")
def add_scripts() -> SafeString:
    """Load the build bar; it finds its place by itself."""
    return format_html(
        '<script src="{}" data-campaigns-url="{}"></script>',
        static("previews/admin.js"),
        reverse("campaign_releases"),
    )


@hooks.register("insert_editor_js")
def add_editor_scripts() -> SafeString:
    """Check and count own words while somebody types; it leaves the forms of other pages alone."""
    return format_html(
        '{}<script src="{}"></script><script src="{}" data-campaigns-url="{}"></script>',
        json_script(parts_by_channel(), "omni-parts"),
        static("previews/own-words-block.js"),
        static("previews/own-words.js"),
        reverse("campaign_releases"),
    )


@hooks.register("insert_global_admin_css")
def add_styles() -> SafeString:
    """Load the looks of the build bar."""
    return format_html('<link rel="stylesheet" href="{}">', static("previews/admin.css"))


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Show the newest releases on the dashboard."""
    panels.append(CampaignReleasesPanel())


@hooks.register("campaign_notes")
def note_rivals(page: CampaignPage, request: HttpRequest) -> list[RivalsNote]:
    """Return a note on the campaigns that promise something else, if there are any."""
    rivals = rivals_of(page)
    return [RivalsNote(rivals, request.user)] if rivals else []


@hooks.register("after_edit_page", order=900)
@hooks.register("after_create_page", order=900)
def stay_in_editor(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Come back to the editor after a publication: there the build bar tells how it goes."""
    published = "action-publish" in request.POST
    if published and isinstance(page.specific_deferred, CampaignPage):
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_edit_page")
def tell_what_waits(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens the editor that the newest release waits for approval, and where."""
    if request.method != "GET" or not isinstance(page, CampaignPage):
        return
    release = latest_release(page.translation_key)
    if release is not None and waits_for_approval(release):
        words = _("Release %(number)s waits for approval.")
        button = messages.button(approval_url(page.pk), _("Look at the difference"))
        messages.warning(request, words % {"number": release.number}, buttons=[button])
