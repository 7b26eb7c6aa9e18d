"""What editors open: a campaign's links, and what reviewers said through them.

A link's address is part of the answer that made it, and nowhere else: it opens without a login.
"""

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from omnicontent.previews.board.views import board_url
from omnicontent.previews.errors import NotShareableError
from omnicontent.previews.panels import campaign_for
from omnicontent.previews.sharing.forms import CAMPAIGN, ShareForm
from omnicontent.previews.sharing.models import ReviewComment, ShareLink
from omnicontent.previews.sharing.permissions import may_share
from omnicontent.previews.sharing.rows import rows_of_comments, rows_of_links
from omnicontent.previews.sharing.selectors import comments_of, comments_on, shown_release
from omnicontent.previews.sharing.services import make_link, resolve_comment, revoke_link
from omnicontent.previews.sharing.tokens import address_of
from omnicontent.previews.variants import variant_of
from omnicontent.previews.ways import campaign_url, way_back
from omnicontent.releases.models import Release
from omnicontent.stories.models import CampaignPage

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def share_campaign(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the campaign's links and comments; on POST make a link and show its address.

    :raises PermissionDenied: the user may neither edit nor publish the campaign.
    """
    page = _page_of(request, page_id)
    release = _release_of(request, page)
    form = ShareForm(release.number, request.POST or None) if release else None
    if form is not None and form.is_valid():
        try:
            link = _make(request, page, release, form)
        except NotShareableError as error:
            form.add_error(None, str(error))
        else:
            return _made(request, page, link)
    context = _heading(request, page, release) | {
        "form": form,
        "links": rows_of_links(page.translation_key),
        "comments": rows_of_comments(comments_of(page.translation_key)),
        "back_url": request.get_full_path(),
    }
    return TemplateResponse(request, "previews/sharing/admin/share.html", context)


@require_POST
def revoke(request: HttpRequest, page_id: int, link_id: UUID) -> HttpResponse:
    """End a link.

    :raises PermissionDenied: the user may neither edit nor publish the campaign.
    :raises Http404: the campaign has no such link.
    """
    page = _page_of(request, page_id)
    link = get_object_or_404(ShareLink, pk=link_id, campaign=page.translation_key)
    revoke_link(page=page, link=link, user=_user(request))
    messages.success(request, _("The link is revoked: it shows nothing any more."))
    return redirect("campaign_share", page.pk)


@require_POST
def resolve(request: HttpRequest, page_id: int, comment_id: int) -> HttpResponse:
    """Mark a comment as resolved, and go back to where it was read.

    :raises PermissionDenied: the user may neither edit nor publish the campaign.
    :raises Http404: the campaign has no such comment.
    """
    page = _page_of(request, page_id)
    comment = get_object_or_404(ReviewComment, pk=comment_id, link__campaign=page.translation_key)
    resolve_comment(page=page, comment=comment, user=_user(request))
    messages.success(request, _("The comment is marked as resolved."))
    return redirect(way_back(request, reverse("campaign_share", args=[page.pk])))


def show_comments(request: HttpRequest, page_id: int, variant_id: int) -> HttpResponse:
    """Answer with the comments of a tile, for the board to show when they are asked for.

    :raises PermissionDenied: the user may not see the campaign.
    :raises Http404: the campaign has no such variant.
    """
    page = campaign_for(request.user, page_id)
    if page is None:
        raise PermissionDenied
    variant = variant_of(page, variant_id)
    said = comments_on(page.translation_key, variant.channel, variant.locale)
    context = {
        "page": page,
        "comments": rows_of_comments(said.filter(resolved_at=None), variant),
        "back_url": request.GET.get("next", ""),
        "may_share": may_share(request.user, page),
    }
    return render(request, "previews/sharing/admin/comments.html", context)


def _page_of(request: HttpRequest, page_id: int) -> CampaignPage:
    page = campaign_for(request.user, page_id)
    if page is None or not may_share(request.user, page):
        raise PermissionDenied
    return page


def _release_of(request: HttpRequest, page: CampaignPage) -> Release | None:
    """Return the release that the editor came from, else the newest that is built."""
    number = request.GET.get("release", "")
    asked = Release.objects.filter(campaign=page.translation_key, number__in=_numbers(number))
    return asked.first() or shown_release(page.translation_key, None)


def _numbers(text: str) -> list[int]:
    return [int(text)] if text.isdecimal() and len(text) < 9 else []


def _make(
    request: HttpRequest, page: CampaignPage, release: Release | None, form: ShareForm
) -> ShareLink:
    said = form.cleaned_data
    return make_link(
        page=page,
        release=None if said["scope"] == CAMPAIGN else release,
        days=said["days"],
        password=said["password"],
        user=_user(request),
    )


def _made(request: HttpRequest, page: CampaignPage, link: ShareLink) -> HttpResponse:
    context = _heading(request, page, link.release) | {
        "link": link,
        "address": request.build_absolute_uri(address_of(link)),
    }
    return TemplateResponse(request, "previews/sharing/admin/made.html", context)


def _heading(request: HttpRequest, page: CampaignPage, release: Release | None) -> dict[str, Any]:
    title = page.get_admin_display_title()
    heading = _("Share “%(title)s”") % {"title": title}
    back = board_url(page, release) if release else reverse("campaign_board", args=[page.pk])
    return {
        "page": page,
        "board_url": back,
        "share_url": reverse("campaign_share", args=[page.pk]),
        "may_share": True,
        "header_title": heading,
        "page_title": heading,
        "header_icon": "link",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": campaign_url(request.user, page), "label": title},
            {"url": back, "label": _("Board")},
            {"url": "", "label": heading},
        ],
    }


def _user(request: HttpRequest) -> "User":
    return cast("User", request.user)  # the admin lets nobody else in
