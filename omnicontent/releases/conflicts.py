"""Other campaigns that promise something else at the same time, to the same people.

Looked for among what is live, being built or published, and what is published later. Reads only.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext
from pydantic import ValidationError
from wagtail.models import Locale, Revision

from omnicontent.message.conflicts import Campaign, Conflict, Reason, find_conflicts
from omnicontent.message.facts import Facts
from omnicontent.message.saying import say
from omnicontent.phrases import phrase as _
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import PinnedStory, Release
from omnicontent.stories.errors import StoryError
from omnicontent.stories.facts import to_facts
from omnicontent.stories.models import CampaignPage

logger = logging.getLogger(__name__)
SHOWN = (Release.State.LIVE, Release.State.BUILDING, Release.State.READY)


@dataclass(frozen=True, slots=True)
class Told:
    """What one page of a campaign promises, as a release tells it or as the page does."""

    key: UUID
    page_id: int
    campaign: Campaign


@dataclass(frozen=True, slots=True)
class Rival:
    """Another campaign, and what it disagrees about."""

    told: Told
    reasons: tuple[Reason, ...]


def find_rivals(release: Release) -> list[Fault]:
    """Return a warning for each thing that the release disagrees about with other campaigns."""
    faults: dict[Reason, Fault] = {}
    for own in _pinned(PinnedStory.objects.filter(release=release)):
        for rival in _rivals(own):
            for reason in rival.reasons:
                faults.setdefault(reason, _fault(own.campaign.locale, reason))
    return list(faults.values())


def rivals_of(page: CampaignPage) -> list[Rival]:
    """Return the other campaigns that a page disagrees with as it stands, saved or not.

    Half a thought disagrees with nobody.
    """
    own = _of_page(page)
    return _rivals(own) if own else []


def _rivals(own: Told) -> list[Rival]:
    """Return each other campaign once, told in the same language where it has it."""
    if own.campaign.facts.offer is None:
        return []
    others = list(chain(_shown(own.key), _published(own.key), _scheduled(own.key)))
    alike = {told.key for told in others if told.campaign.locale == own.campaign.locale}
    found: dict[UUID, Rival] = {}
    for told in others:
        comparable = told.campaign.locale == own.campaign.locale or told.key not in alike
        if comparable and told.key not in found:
            reasons = tuple(one.reason for one in find_conflicts(own.campaign, [told.campaign]))
            if reasons:
                found[told.key] = Rival(told, reasons)
    return _of_one_brand(own.page_id, found.values())


def _shown(key: UUID) -> Iterator[Told]:
    stories = PinnedStory.objects.filter(release__state__in=SHOWN).exclude(release__campaign=key)
    lasting = Q(release__ends_at=None) | Q(release__ends_at__gt=timezone.now())
    return _pinned(stories.filter(lasting))


def _pinned(stories: QuerySet[PinnedStory]) -> Iterator[Told]:
    columns = ("campaign", "title", "starts_at", "ends_at")
    names = (*(f"release__{name}" for name in columns), "page_id", "locale", "story__facts")
    for key, title, starts, ends, page_id, locale, facts in stories.values_list(*names):
        told = told_by(key, page_id, title, locale, facts, starts, ends)
        if told:
            yield told


def _published(key: UUID) -> Iterator[Told]:
    pages = CampaignPage.objects.filter(live=True).exclude(translation_key=key)
    lasting = Q(period_end=None) | Q(period_end__gt=timezone.now())
    offering = pages.filter(lasting).exclude(offer_type="")
    slim = offering.select_related("locale").defer("body", "own_words", "summary")
    return _read_each(slim, _of_page)


def _scheduled(key: UUID) -> Iterator[Told]:
    others = _waiting().exclude(content__translation_key=str(key))
    locales = Locale.objects.in_bulk()
    return _read_each(others, lambda revision: _of_page(_page_of(revision, locales)))


def scheduled_pages(
    pages: QuerySet[CampaignPage],
) -> Iterator[tuple[CampaignPage, datetime, Told | None]]:
    """Yield which of ``pages`` are published later, in the words that will be, and when.

    Two queries, however many wait. None in place of what a page promises is half a thought.
    """
    ids = pages.annotate(object_id=Cast("pk", CharField())).values("object_id")
    locales = Locale.objects.in_bulk()

    def read(revision: Revision) -> tuple[CampaignPage, datetime, Told | None]:
        page = _page_of(revision, locales)
        return page, revision.approved_go_live_at, _of_page(page)

    return _read_each(_waiting().filter(object_id__in=ids), read)


def _waiting() -> Any:
    campaigns = ContentType.objects.get_for_model(CampaignPage)
    waiting = Revision.page_revisions.filter(approved_go_live_at__gt=timezone.now())
    return waiting.filter(content_type=campaigns)


def _read_each[S: Model, R](sources: Iterable[S], read: Callable[[S], R | None]) -> Iterator[R]:
    """Yield what others promise; what is broken there is logged, and never fails this campaign."""
    for source in sources:
        try:
            told = read(source)
        except Exception:
            name, pk = source._meta.label, source.pk
            logger.exception("%s %s can't be read, and is compared with no campaign.", name, pk)
            continue
        if told:
            yield told


def _page_of(revision: Revision, locales: Mapping[int, Locale]) -> CampaignPage:
    """Return the page as a revision was saved: its source's later facts cost too much."""
    content = revision.content
    page: CampaignPage = CampaignPage.from_serializable_data(content, check_fks=False)
    page.locale = locales[page.locale_id]
    return page


def _of_page(page: CampaignPage) -> Told | None:
    try:
        facts = to_facts(page)
    except StoryError:
        return None
    locale = page.locale.language_code if page.locale_id else ""
    campaign = Campaign(page.title, locale, facts, page.go_live_at, page.expire_at)
    return Told(page.translation_key, page.pk or 0, campaign)


def told_by(
    key: UUID,
    page_id: int,
    title: str,
    locale: str,
    facts: object,
    starts: datetime | None,
    ends: datetime | None,
) -> Told | None:
    """Return what pinned facts promise; None where one is of a kind whose package is gone."""
    try:
        known = Facts.model_validate(facts)
    except ValidationError:
        return None
    return Told(key, page_id, Campaign(title, locale, known, starts, ends))


def _of_one_brand(page_id: int, rivals: Iterable[Rival]) -> list[Rival]:
    """Leave out the campaigns of other sites: each site is a brand of its own."""
    found = list(rivals)
    if not found:
        return []
    sites = sites_of([page_id, *(one.told.page_id for one in found)])
    own = sites.get(page_id)
    theirs = [(one, sites.get(one.told.page_id)) for one in found]
    return [one for one, site in theirs if own is None or site is None or site == own]


def disagreements(one: Iterable[Told], other: Iterable[Told]) -> Iterator[Conflict]:
    """Yield what two campaigns disagree about, in the same language where both have it."""
    others = list(other)
    alike = {told.campaign.locale for told in others}
    for own in one:
        locale = own.campaign.locale
        comparable = [
            told.campaign
            for told in others
            if locale not in alike or told.campaign.locale == locale
        ]
        yield from find_conflicts(own.campaign, comparable)


def sites_of(page_ids: Iterable[int]) -> dict[int, int | None]:
    """Return the site of each page that still exists: each site is a brand of its own."""
    pages = CampaignPage.objects.select_related("locale").in_bulk(list(page_ids))
    return {pk: _site_id(page) for pk, page in pages.items()}


def _site_id(page: CampaignPage) -> int | None:
    parts = page.get_url_parts()
    return parts[0] if parts else None


def _fault(locale: str, reason: Reason) -> Fault:
    """Return the warning. It names no campaign: not all who read it may see the other one."""
    messages = {
        "offer": _(
            "Another campaign promises something else at the same time, for the same products "
            "and people. The Message tab names it. Make the offers agree, or name in each what "
            "it is for."
        ),
        "promo_code": _(
            "The promo code stands for something else in another campaign at the same time. The "
            "Message tab names it. Make the offers agree, or take another code."
        ),
    }
    return Fault.of(
        "campaign_conflict",
        messages[reason],
        severity="warning",
        field=f"facts.{reason}",
        locale=locale,
    )


def said(campaign: Campaign) -> tuple[str, str, str]:
    """Return offer, period and code of a campaign in words, in its own language."""
    facts = campaign.facts
    offer = say(facts.offer, campaign.locale) if facts.offer else ""
    period = say(facts.period, campaign.locale) if facts.period else ""
    return (
        offer,
        period or gettext("at all times"),
        facts.promo_code.code if facts.promo_code else "",
    )
