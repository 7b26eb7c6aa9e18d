"""What the previews add to Wagtail's admin: the build bar and the dashboard's panel."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page

from omnicontent.previews.panels import CampaignReleasesPanel
from omnicontent.previews.rivals import RivalsNote
from omnicontent.previews.views import show_build, show_releases
from omnicontent.releases.conflicts import rivals_of
from omnicontent.stories.models import CampaignPage


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Answer below the admin, so that its login guards them."""
    return [
        path("campaigns/", show_releases, name="campaign_releases"),
        path("campaigns/<int:page_id>/build/", show_build, name="campaign_build"),
    ]


@hooks.register("insert_global_admin_js")
def add_scripts() -> SafeString:
    """Load the build bar; it finds its place by itself."""
    return format_html(
        '<script src="{}" data-campaigns-url="{}"></script>',
        static("previews/admin.js"),
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
