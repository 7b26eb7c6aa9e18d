"""Publish becomes a release: the live pages of all languages, frozen in one transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import PinnedStory, Release, Variant
from omnicontent.releases.outbox import ensure_work
from omnicontent.releases.switching import drop_unfinished, lock_campaign
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import CampaignPage

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
        pages = live_pages(campaign)
        release = Release.objects.create(
            campaign=campaign,
            number=_next_number(campaign),
            title=page.title,
            requested_by=requested_by,
            starts_at=min(_bounds(page.go_live_at for page in pages), default=None),
            ends_at=max(_bounds(page.expire_at for page in pages), default=None),
        )
        faults = [fault for page in pages for fault in _pin(release, page)]
        if faults or not release.variants.exists():
            _block(release, faults or [_nothing_to_say()])
        else:
            ensure_work(kind="texts", subject=str(release.pk))
    return release


def live_pages(campaign: UUID) -> list[CampaignPage]:
    """Return the campaign's live pages with their published words, one a language."""
    pages = CampaignPage.objects.filter(translation_key=campaign, live=True)
    return [_with_source_words(page) for page in pages.order_by("pk")]


def _with_source_words(page: CampaignPage) -> CampaignPage:
    """Return the page; where it mirrors another language, with what that one says now.

    Wagtail copies the words into its aliases only after it has told us of the publication.
    """
    source = page.alias_of.specific if page.alias_of_id else None
    if source is None or source.translation_key != page.translation_key:
        return page
    if source.live_revision is None:
        return page
    words: CampaignPage = page.with_content_json(source.live_revision.content)
    return words


def _next_number(campaign: UUID) -> int:
    releases = Release.objects.filter(campaign=campaign)
    return (releases.aggregate(last=Max("number"))["last"] or 0) + 1


def _bounds(times: Iterable[datetime | None]) -> list[datetime]:
    """Return the times of all languages; where one has none, the release has none."""
    known = list(times)
    return [time for time in known if time] if all(known) else []


def _pin(release: Release, page: CampaignPage) -> list[Fault]:
    """Pin the page's story and its variants, or say what is in the way."""
    locale = page.locale.language_code
    try:
        story = story_from_page(page)
    except StoryError as error:
        return [Fault(code="no_story", message=str(error), field=error.field, locale=locale)]
    PinnedStory.objects.create(
        release=release,
        locale=story.locale,
        page_id=page.pk,
        revision_id=page.live_revision_id,
        story=story.model_dump(mode="json"),
        digest=story.digest(),
    )
    _plan_variants(release, story)
    return []


def _plan_variants(release: Release, story: Story) -> None:
    Variant.objects.bulk_create(
        Variant(release=release, channel=slug, locale=story.locale)
        for slug in story.channels or tuple(all_channels())
    )


def _nothing_to_say() -> Fault:
    return Fault(
        code="nothing_to_publish",
        message=_("No language of this campaign is published, or no channel is installed."),
        field="channels",
    )


def _block(release: Release, faults: list[Fault]) -> None:
    release.state = State.BLOCKED
    release.issues = [fault.model_dump() for fault in faults]
    release.reason = "\n".join(fault.message for fault in faults)
    release.save()
