"""Publish becomes a release: the live pages of all languages, frozen in one transaction.

The facts are carried into every language first, so that one publication makes one release in
which all languages promise the same.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Revision

from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from omnicontent.phrases import phrase as _
from omnicontent.phrases import words_of
from omnicontent.releases.gate import Fault, offer_over
from omnicontent.releases.languages import find_differences, find_stale
from omnicontent.releases.models import PinnedStory, Release, Variant
from omnicontent.releases.outbox import ensure_work
from omnicontent.releases.refining import with_finer
from omnicontent.releases.switching import drop_unfinished, lock_campaign
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.translating import share, take_as_mirror

if TYPE_CHECKING:
    from django.contrib.auth.models import User

State = Release.State


def request_release(*, page: CampaignPage, requested_by: "User | None" = None) -> Release:
    """Freeze the campaign's live stories in all languages and ask for everything missing.

    One transaction. A story that can't be told makes a ``blocked`` release that says why.
    """
    with transaction.atomic():
        campaign = page.translation_key
        lock_campaign(campaign)
        drop_unfinished(campaign, State.SUPERSEDED)
        share(all_pages(campaign))
        pages = live_pages(campaign)
        stories, faults = _tell(pages)
        release = Release.objects.create(
            campaign=campaign,
            number=_next_number(campaign),
            title=pages[0].title if pages else page.title,
            requested_by=requested_by,
            starts_at=min(_bounds(page.go_live_at for page in pages), default=None),
            ends_at=_end(pages, [story for _page, story in stories]),
        )
        for live_page, story in stories:
            _pin(release, live_page, story)
        faults += find_differences([story for _page, story in stories])
        release.issues = [fault.model_dump() for fault in find_stale(pages)]
        release.save(update_fields=["issues"])
        if faults or not release.variants.exists():
            _block(release, faults or [_nothing_to_say()])
        else:
            ensure_work(kind="texts", subject=str(release.pk))
    return release


def all_pages(campaign: UUID) -> list[CampaignPage]:
    """Return the campaign's pages with words of their own, the one it was begun with first."""
    pages = CampaignPage.objects.filter(translation_key=campaign, alias_of=None)
    return list(pages.order_by("pk"))


def live_pages(campaign: UUID) -> list[CampaignPage]:
    """Return the campaign's live pages with their published words, one a language."""
    pages = CampaignPage.objects.filter(translation_key=campaign, live=True)
    return [_with_source_words(page) for page in pages.order_by("pk")]


def _with_source_words(page: CampaignPage) -> CampaignPage:
    """Return the page; where it mirrors another language, with what that one says now.

    Wagtail copies the words into its aliases only after it has told us of the publication. Facts
    and followed choices are those of the other's row, which has them from its own source.
    """
    source = page.alias_of.specific if page.alias_of_id else None
    if source is None or source.translation_key != page.translation_key:
        return page
    if source.live_revision is None:
        return page
    words: CampaignPage = page.with_content_json(source.live_revision.content)
    take_as_mirror(words, source)
    return words


def _live_revision(page: CampaignPage) -> Revision | None:
    """Return the revision whose words are published; a later draft changes nothing of them."""
    told = page.alias_of if page.alias_of_id else page
    return told.live_revision


def _next_number(campaign: UUID) -> int:
    releases = Release.objects.filter(campaign=campaign)
    return (releases.aggregate(last=Max("number"))["last"] or 0) + 1


def _bounds(times: Iterable[datetime | None]) -> list[datetime]:
    """Return the times of all languages; where one has none, the release has none."""
    known = list(times)
    return [time for time in known if time] if all(known) else []


def _end(pages: Sequence[CampaignPage], stories: Sequence[Story]) -> datetime | None:
    """Return when the first offer ends, or all pages expire: no channel shows more than holds."""
    offers = [story.facts.period.end for story in stories if story.facts.period]
    expiry = max(_bounds(page.expire_at for page in pages), default=None)
    return min((end for end in (*offers, expiry) if end), default=None)


def _tell(
    pages: Sequence[CampaignPage],
) -> tuple[list[tuple[CampaignPage, Story]], list[Fault]]:
    """Return the pages with their stories, and what is in the way of others."""
    stories, faults = [], []
    for page in pages:
        locale = page.locale.language_code
        try:
            story = story_from_page(page, _live_revision(page))
        except StoryError as error:
            faults.append(Fault.of("no_story", words_of(error), field=error.field, locale=locale))
            continue
        stories.append((page, with_finer(story)))
        period = story.facts.period
        if period and period.end and period.end <= timezone.now():
            faults.append(offer_over(locale))
    return stories, faults


def _pin(release: Release, page: CampaignPage, story: Story) -> None:
    PinnedStory.objects.create(
        release=release,
        locale=story.locale,
        page_id=page.pk,
        revision_id=page.live_revision_id,
        story=story.model_dump(mode="json"),
        digest=story.digest(),
    )
    _plan_variants(release, story)


def _plan_variants(release: Release, story: Story) -> None:
    Variant.objects.bulk_create(
        Variant(release=release, channel=slug, locale=story.locale)
        for slug in story.channels or tuple(all_channels())
    )


def _nothing_to_say() -> Fault:
    return Fault.of(
        "nothing_to_publish",
        _("No language of this campaign is published, or no channel is installed."),
        field="channels",
    )


def _block(release: Release, faults: list[Fault]) -> None:
    release.state = State.BLOCKED
    release.issues = [*(fault.model_dump() for fault in faults), *release.issues]
    release.reason = "\n".join(fault.message for fault in faults)
    release.save()
