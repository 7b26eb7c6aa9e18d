"""What editors open: a channel's preview, the state of a build."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation

from omnicontent.channels.registry import all_channels
from omnicontent.previews.builds import build_of
from omnicontent.previews.drafts import Draft, make_draft, telling_faults
from omnicontent.previews.drawing import draw_draft
from omnicontent.previews.errors import NoPreviewError
from omnicontent.previews.media import shown_media
from omnicontent.previews.mending import mend_at
from omnicontent.previews.panels import campaign_for, releases_context
from omnicontent.previews.stored import stored_draft
from omnicontent.releases.models import Variant
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.wording import channel_label


def preview_campaign(request: HttpRequest, page: CampaignPage, channel_slug: str) -> HttpResponse:
    """Draw what the channel would deliver if the page were published as it is typed now."""
    with translation.override(_language(request)):
        try:
            draft = make_draft(page, channel_slug)
            with telling_faults(channel_slug):
                return _draw(request, page, draft)
        except NoPreviewError as error:
            return _trouble(request, page, channel_slug, error)


def draw_stored(
    request: HttpRequest, page: CampaignPage, variant: Variant, *, bare: bool = False
) -> HttpResponse:
    """Draw what was built of a release for one channel; ``bare``: the mock alone."""
    with translation.override(_language(request)):
        try:
            with telling_faults(variant.channel):
                read_only = not page.permissions_for_user(request.user).can_edit()
                draft = stored_draft(variant)
                return _draw(request, page, draft, bare=bare, read_only=read_only)
        except NoPreviewError as error:
            return _trouble(request, page, variant.channel, error)


def show_build(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer with the state of the campaign's newest release as JSON, 204 where there is none."""
    page = campaign_for(request.user, page_id)
    if page is None:
        return _no_campaign(page_id)
    may = page.permissions_for_user(request.user)
    build = build_of(page, may_edit=may.can_edit(), may_settle=may.can_publish())
    return JsonResponse(build) if build else HttpResponse(status=204)


def show_releases(request: HttpRequest) -> HttpResponse:
    """Answer with the rows of the dashboard's panel, for its own refreshing."""
    return render(request, "previews/admin/releases.html", releases_context(request.user))


def _no_campaign(page_id: int) -> HttpResponse:
    """Refuse a campaign that the user may not see; any other page has no build bar at all."""
    exists = CampaignPage.objects.filter(pk=page_id).exists()
    return HttpResponse(status=403 if exists else 204)


def _draw(
    request: HttpRequest,
    page: CampaignPage,
    draft: Draft,
    *,
    bare: bool = False,
    read_only: bool = False,
) -> HttpResponse:
    name = channel_label(draft.channel.spec)
    html = draw_draft(
        draft,
        page_id=page.pk,
        media=shown_media(draft.content, draft.story, cropped=draft.has_html),
        surroundings={**_surroundings(request, name), "bare": bare, "read_only": read_only},
        request=request,
    )
    return HttpResponse(html)


def _trouble(
    request: HttpRequest, page: CampaignPage, channel_slug: str, error: NoPreviewError
) -> HttpResponse:
    context = {
        "issue": mend_at(str(error), error.field, page.pk),
        **_surroundings(request, _channel_name(channel_slug)),
    }
    return render(request, "previews/trouble.html", context)


def _surroundings(request: HttpRequest, channel_name: str) -> dict[str, object]:
    profile = getattr(getattr(request, "user", None), "wagtail_userprofile", None)
    return {
        "channel_name": channel_name,
        "theme": getattr(profile, "theme", "system"),
        "ui_language": translation.get_language(),
    }


def _language(request: HttpRequest) -> str:
    profile = getattr(getattr(request, "user", None), "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else translation.get_language()


def _channel_name(slug: str) -> str:
    channel = all_channels().get(slug)
    return channel_label(channel.spec) if channel else slug
