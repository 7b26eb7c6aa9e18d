"""The approval page: what waits for a yes, beside what was approved, and what still holds."""

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from omnicontent.phrases import words_of
from omnicontent.previews.differences import Difference, find_difference
from omnicontent.previews.issues import can_be_settled
from omnicontent.previews.panels import campaign_for
from omnicontent.previews.variants import ALTERED, payload_of, place_in_words
from omnicontent.releases.approvals import approvals_of, name_of, waits_for_approval
from omnicontent.releases.errors import (
    AlteredVariantError,
    NotReadyError,
    OutdatedApprovalError,
)
from omnicontent.releases.models import ApprovedVariant, Release, Variant
from omnicontent.releases.open_issues import open_issues
from omnicontent.releases.sealing import is_altered
from omnicontent.releases.selectors import latest_release
from omnicontent.releases.services import approve_release
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.reviewing import may_approve, source_of
from omnicontent.stories.wording import in_words

MOST_DIGITS = 18
FIELD = "variant"
"""Posted once for each variant that is approved: its id, a colon, the digest that was shown."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A variant that nobody has approved as it is."""

    value: str
    place: str
    allowed: bool
    """Whether the user may approve its language."""
    approved: "Approval | None"
    """The last approval for its place; the difference is one to that."""
    difference: Difference


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved what is shown on a channel, and when."""

    place: str
    name: str
    row: ApprovedVariant


def approve_campaign(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what waits for approval; on POST approve exactly what was shown.

    :raises PermissionDenied: the user may not see the campaign, or may not approve it.
    """
    page = campaign_for(request.user, page_id)
    if page is None:
        raise PermissionDenied
    allowed = _languages_of(request.user, page)
    if request.method == "POST":
        if not allowed or not isinstance(request.user, User):
            raise PermissionDenied
        _approve(request, page, request.user, allowed)
        return redirect("campaign_approval", page.pk)
    return TemplateResponse(request, "previews/admin/approval.html", _context(page, allowed))


def approval_url(page_id: int) -> str:
    """Return where a campaign's approval page is."""
    return reverse("campaign_approval", args=[page_id])


def _languages_of(user: object, page: CampaignPage) -> frozenset[str]:
    """Return the languages of the campaign that the user may approve; a mirror is its source's."""
    pages = CampaignPage.objects.filter(translation_key=page.translation_key)
    return frozenset(
        one.locale.language_code
        for one in pages.select_related("locale")
        if may_approve(user, source_of(one))
    )


def _approve(
    request: HttpRequest, page: CampaignPage, user: User, allowed: Collection[str]
) -> None:
    """Approve what was posted, and say in a message what came of it.

    :raises PermissionDenied: one of the variants is in a language that others approve.
    """
    try:
        release, digests = _posted(request, page)
        posted = release.variants.filter(pk__in=digests)
        if not set(posted.values_list("locale", flat=True)) <= set(allowed):
            raise PermissionDenied
        approve_release(release=release, digests=digests, user=user)
    except (OutdatedApprovalError, NotReadyError) as error:
        messages.error(request, in_words(words_of(error)))
    except AlteredVariantError:
        messages.error(request, ALTERED)
    else:
        words = ngettext(
            "%(n)s variant is approved. The release is being checked.",
            "%(n)s variants are approved. The release is being checked.",
            len(digests),
        )
        messages.success(request, words % {"n": len(digests)})


def _posted(request: HttpRequest, page: CampaignPage) -> tuple[Release, dict[int, str]]:
    """Return the release that was looked at, and the digests by variant.

    :raises OutdatedApprovalError: nothing was ticked, or what was posted is no approval.
    """
    pairs = [value.partition(":") for value in request.POST.getlist(FIELD)]
    number = request.POST.get("release", "")
    if not pairs or not all(map(_is_id, (number, *(pk for pk, *_rest in pairs)))):
        raise OutdatedApprovalError(_("Tick at least one channel to approve."))
    release = Release.objects.filter(campaign=page.translation_key, number=int(number)).first()
    if release is None:
        raise OutdatedApprovalError(_("This release is no longer there. Look again."))
    return release, {int(pk): digest for pk, _colon, digest in pairs}


def _is_id(text: str) -> bool:
    """Tell whether a database can have the number as an id."""
    return text.isdecimal() and len(text) <= MOST_DIGITS


def _context(page: CampaignPage, allowed: Collection[str]) -> dict[str, object]:
    release = latest_release(page.translation_key)
    title = _("Approval of “%(title)s”") % {"title": page.title}
    waiting, holding = _judged(release, allowed) if release else ([], [])
    return {
        "page": page,
        "release": release,
        "open": release is not None and waits_for_approval(release),
        "blocked": release is not None and release.state == Release.State.BLOCKED,
        "settleable": release is not None and any(map(can_be_settled, open_issues(release))),
        "allowed": any(one.allowed for one in waiting),
        "waiting": waiting,
        "holding": holding,
        "field": FIELD,
        "page_title": title,
        "header_title": title,
        "header_icon": "success",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": title},
        ],
    }


def _judged(release: Release, allowed: Collection[str]) -> tuple[list[Waiting], list[Approval]]:
    """Return the release's variants that wait for approval, and those that have it."""
    approvals = approvals_of(release.campaign)
    waiting, holding = [], []
    for variant in release.variants.filter(state=Variant.State.READY):
        if is_altered(variant):
            continue  # nobody can approve it, and it may not even be readable
        row = approvals.of(variant)
        if row is not None:
            holding.append(_approval(row))
        elif waits_for_approval(release):
            last = approvals.shown(variant.channel, variant.locale)
            waiting.append(_waiting(variant, last, allowed=variant.locale in allowed))
    return waiting, holding


def _waiting(variant: Variant, last: ApprovedVariant | None, *, allowed: bool) -> Waiting:
    return Waiting(
        value=f"{variant.pk}:{variant.digest}",
        place=_place(variant),
        allowed=allowed,
        approved=_approval(last) if last else None,
        difference=find_difference(payload_of(last) if last else None, payload_of(variant)),
    )


def _approval(row: ApprovedVariant) -> Approval:
    return Approval(_place(row), name_of(row.approved_by), row)


def _place(row: Variant | ApprovedVariant) -> str:
    return place_in_words(row.channel, row.locale)
