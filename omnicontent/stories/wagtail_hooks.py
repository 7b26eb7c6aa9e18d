"""Where editors find campaigns, and how reviewers say yes or no."""

from typing import Any, override

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from omnicontent.message.saying import say
from omnicontent.stories.clock import last_whole_day, on_wall, zone_named
from omnicontent.stories.errors import StoryError
from omnicontent.stories.facts import to_facts
from omnicontent.stories.marking.film_views import show_windows
from omnicontent.stories.marking.picture_views import propose_again, show_frames
from omnicontent.stories.marking.version_views import FilmVersions, PictureVersions
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.reviewed_action import with_shown
from omnicontent.stories.reviewed_edit import CampaignViews


def offer_of(page: CampaignPage) -> str:
    """Return the page's offer in words; empty while there is none that can be said."""
    try:
        offer = to_facts(page).offer
    except StoryError:
        return ""
    return say(offer, page.locale.language_code, form="short") if offer else ""


def end_of(page: CampaignPage) -> str:
    """Return when the offer ends, on the clocks of its time zone."""
    if page.period_end is None:
        return ""
    zone = zone_named(page.period_time_zone)
    if day := last_whole_day(page.period_end, zone):
        return date_format(day, "j N Y")
    moment = date_format(on_wall(page.period_end, zone), "j N Y, H:i")
    return f"{moment} ({zone.key})"


class CampaignListing(PageListingViewSet):
    """Every campaign in one list, whichever index it stands under."""

    icon = "doc-full-inverse"
    menu_label = _("Campaigns")
    menu_name = "campaigns"
    menu_order = 50
    add_to_admin_menu = True
    model = CampaignPage
    columns = [
        *PageListingViewSet.columns,
        Column("offer", label=_("Offer"), accessor=offer_of),
        Column("period_end", label=_("Ends"), accessor=end_of, sort_key="period_end"),
    ]


@hooks.register("register_admin_viewset")
def list_campaigns() -> CampaignListing:
    """Put the list of all campaigns into the admin's menu."""
    return CampaignListing("all_campaigns", url_prefix="all-campaigns")


@hooks.register("register_admin_viewset")
def approve_what_was_seen() -> CampaignViews:
    """Let a yes to a campaign hold for the words that were seen."""
    return CampaignViews("campaign_views")


@hooks.register("insert_editor_js")
def add_editor_scripts() -> SafeString:
    """Draw the preview again for whoever comes back from a picture's or film's editor."""
    return format_html('<script src="{}"></script>', static("stories/chosen-link.js"))


@hooks.register("register_admin_urls")
def answer_while_marking() -> list[URLPattern]:
    """Answer the editors of pictures and films below the admin, so that its login guards them."""
    return [
        path("pictures/<int:pk>/frames/", show_frames, name="picture_frames"),
        path("pictures/<int:pk>/proposal/", propose_again, name="picture_proposal"),
        path("films/<int:pk>/windows/", show_windows, name="film_windows"),
    ]


@hooks.register("register_admin_urls")
def offer_versions() -> list[URLPattern]:
    """List what was marked, and bring it back."""
    pictures, films = PictureVersions.as_view, FilmVersions.as_view
    get, post = ["get", "head", "options"], ["post"]
    return [
        path(
            "pictures/<int:pk>/versions/", pictures(http_method_names=get), name="picture_versions"
        ),
        path(
            "pictures/<int:pk>/versions/<int:version>/",
            pictures(http_method_names=post),
            name="picture_version",
        ),
        path("films/<int:pk>/versions/", films(http_method_names=get), name="film_versions"),
        path(
            "films/<int:pk>/versions/<int:version>/",
            films(http_method_names=post),
            name="film_version",
        ),
    ]


class ApproveItem(ActionMenuItem):
    """Approve from the locked editor, without saving its form."""

    name = "review-approve"
    label = _("Approve and publish")
    icon_name = "success"
    template_name = "stories/admin/approve_item.html"

    @override
    def get_url(self, parent_context: Any) -> str:
        page = parent_context["page"]
        state = page.current_workflow_task_state
        address = reverse(
            "wagtailadmin_pages:workflow_action", args=(page.pk, "approve", state.pk)
        )
        # Afterwards the reviewer may no longer open the editor: back to the dashboard.
        return with_shown(address, page, next=reverse("wagtailadmin_home"))


class RequestChangesItem(ActionMenuItem):
    """Lead to the dashboard, where Wagtail asks for the comment that belongs to a refusal."""

    name = "review-reject"
    label = _("Request changes (on the dashboard)")
    icon_name = "edit"

    @override
    def get_url(self, parent_context: Any) -> str:
        return reverse("wagtailadmin_home")


@hooks.register("construct_page_action_menu")
def offer_review(menu_items: list[Any], request: Any, context: Any) -> None:
    """Give a reviewer who may not edit the two buttons that Wagtail hides with the lock."""
    page = context.get("page")
    task = page and context.get("locked_for_user") and page.current_workflow_task
    if not task:
        return
    allowed = {name for name, *_rest in task.get_actions(page, request.user)}
    if "approve" in allowed:
        menu_items[:0] = [ApproveItem(order=0), RequestChangesItem(order=1)]


@hooks.register("construct_page_action_menu")
def keep_own_editor(menu_items: list[Any], request: Any, context: Any) -> None:
    """Don't offer wagtail-localize's editor for campaigns: it has no previews, no own words.

    Nor the way back to a mirror, which would drop the translated words.
    """
    if isinstance(context.get("page"), CampaignPage):
        unwanted = ("localize-restart-translation", "localize-convert-to-alias")
        menu_items[:] = [item for item in menu_items if item.name not in unwanted]
