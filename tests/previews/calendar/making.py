"""Campaigns at given times, as their tables would hold them: nothing is built for them."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Max

from omnicontent.releases.models import LivePointer, PinnedStory, Release
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import make_campaign

PARIS = ZoneInfo("Europe/Paris")
UTC = ZoneInfo("UTC")


def offering(
    percent: int, title: str, channels: list[str] | None = None, **fields: Any
) -> CampaignPage:
    """Save a page with an offer, for Paris."""
    return make_campaign(
        channels or ["sms"],
        headline=title,
        offer_type="percent",
        offer_value=Decimal(percent),
        **{"period_time_zone": "Europe/Paris", "live": True, **fields},
    )


def release(
    *pages: CampaignPage,
    live: datetime | None = None,
    ended: datetime | None = None,
    state: str = Release.State.LIVE,
    **fields: Any,
) -> Release:
    """Write a release of the pages, one a language; a live one is pointed at."""
    campaign = pages[0].translation_key
    last = Release.objects.filter(campaign=campaign).aggregate(last=Max("number"))["last"]
    made = Release.objects.create(
        campaign=campaign,
        number=(last or 0) + 1,
        title=pages[0].title,
        state=state,
        live_at=live,
        ended_at=ended,
        **fields,
    )
    for page in pages:
        story = story_from_page(page)
        PinnedStory.objects.create(
            release=made,
            locale=story.locale,
            page_id=page.pk,
            story=story.model_dump(mode="json"),
            digest=story.digest(),
        )
    if state == Release.State.LIVE:
        LivePointer.objects.update_or_create(campaign=campaign, defaults={"release": made})
    return made


def june(day: int, hour: int = 0, *, zone: ZoneInfo = UTC, year: int = 2031) -> datetime:
    """Return a moment in June."""
    return datetime(year, 6, day, hour, tzinfo=zone)
