"""Doors for people who post by hand: everything of a variant as a zip, a test of a mail."""

from typing import TYPE_CHECKING, cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from omnicontent.channels.registry import all_channels
from omnicontent.previews.by_hand.bundles import members_of, write_zip
from omnicontent.previews.by_hand.handing import find_variant
from omnicontent.previews.by_hand.log import log_sent
from omnicontent.previews.by_hand.readme import readme_of
from omnicontent.previews.by_hand.sending import is_printed, message_of, send_test
from omnicontent.previews.by_hand.texts import pastes_of
from omnicontent.previews.drafts import telling_faults
from omnicontent.previews.errors import NoPreviewError, NotHandedOutError, NotSentError
from omnicontent.previews.variants import content_of, name_channel, rendered_of, story_of
from omnicontent.previews.ways import campaign_url, way_back
from omnicontent.releases.models import Variant
from omnicontent.stories.models import CampaignPage

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@require_safe
def download_variant(request: HttpRequest, page_id: int, variant_id: int) -> HttpResponseBase:
    """Answer with everything of the variant in one zip.

    :raises PermissionDenied: the user may not see the campaign.
    :raises Http404: it has no such variant.
    """
    try:
        return _zip(*find_variant(request.user, page_id, variant_id))
    except (NotHandedOutError, NoPreviewError) as error:
        return _trouble(request, page_id, error)


@require_POST
def send_test_mail(request: HttpRequest, page_id: int, variant_id: int) -> HttpResponse:
    """Send the variant, a mail, to the user's own address and say in a message what came of it.

    :raises PermissionDenied: the user may not see the campaign.
    :raises Http404: it has no such variant.
    """
    user = cast("User", request.user)
    response = redirect(way_back(request, reverse("campaign_board", args=[page_id])))
    if not user.email:
        account = messages.button(reverse("wagtailadmin_account"), _("Your account"))
        words = _("Your account has no email address, so there is nowhere to send a test.")
        messages.error(request, words, buttons=[account])
        return response
    try:
        page, variant = find_variant(user, page_id, variant_id)
        _send(page, variant, user)
    except (NotHandedOutError, NoPreviewError, NotSentError) as error:
        messages.error(request, str(error))
    else:
        words = (
            _("No mail server is set up: the test was printed into the output of the web server.")
            if is_printed()
            else _("A test is on its way to %(address)s.") % {"address": user.email}
        )
        messages.success(request, words)
    return response


def _zip(page: CampaignPage, variant: Variant) -> FileResponse:
    channel = all_channels().get(variant.channel)
    content = content_of(variant)
    with telling_faults(variant.channel):
        pastes = pastes_of(channel, content, rendered_of(variant), story_of(variant))
    members = members_of(variant, content, pastes)
    name = name_channel(variant.channel)
    file = write_zip([readme_of(variant, name, members), *members], variant.built_at)
    parts = (page.slug, variant.channel, variant.locale, str(variant.release.number))
    return FileResponse(
        file, as_attachment=True, filename=f"{'-'.join(parts)}.zip", content_type="application/zip"
    )


def _send(page: CampaignPage, variant: Variant, user: "User") -> None:
    channel = all_channels().get(variant.channel)
    with telling_faults(variant.channel):
        mail = channel.mail(rendered_of(variant)) if channel else None
        message = message_of(mail, variant, user) if mail else None
    if message is None:
        raise NotSentError(_("This channel sends no mail."))
    send_test(message, user)
    log_sent(page, variant, user)


def _trouble(request: HttpRequest, page_id: int, error: Exception) -> TemplateResponse:
    title = _("Not downloaded")
    context = {
        "message": str(error),
        "back_url": campaign_url(request.user, CampaignPage.objects.get(pk=page_id)),
        "page_title": title,
        "header_title": title,
        "header_icon": "warning",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": title},
        ],
    }
    status = getattr(error, "status", 500)
    return TemplateResponse(request, "previews/by_hand/trouble.html", context, status=status)
