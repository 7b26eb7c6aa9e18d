from datetime import date

import pytest

from omnicontent.channels.spec import Limit
from omnicontent.previews.counters import Counter, counters_for
from omnicontent.previews.drafts import make_draft
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.wording import UNIT_LABELS
from omnicontent.text.lengths import Length
from omnicontent.text.units import TEXT_UNITS, Unit


def make_counter(count: int, maximum: float = 100, *, enforced: bool = True) -> Counter:
    limit = Limit(
        maximum=maximum,
        unit=Unit.CHARACTERS,
        source="https://example.org/",
        checked=date(2026, 11, 1),
        enforced=enforced,
    )
    return Counter("text", "post", Length(count=count, unit=Unit.CHARACTERS), limit)


@pytest.mark.parametrize(
    ("count", "enforced", "state"),
    [(0, True, "fits"), (90, True, "fits"), (91, True, "near"), (100, True, "near"),
     (101, True, "over"), (101, False, "folds")],
)  # fmt: skip
def test_says_how_full_a_limit_is(count: int, enforced: bool, state: str) -> None:
    assert make_counter(count, enforced=enforced).state == state


def test_a_gauge_is_never_longer_than_its_track() -> None:
    assert make_counter(50).percent == 50
    assert make_counter(900).percent == 100
    assert make_counter(130).excess == 30


def test_counts_every_limit_of_every_part_that_says_something(campaign: CampaignPage) -> None:
    draft = make_draft(campaign, "bluesky")
    counters = counters_for(draft.channel, draft.content)
    assert [(one.part, one.limit.unit) for one in counters] == [
        ("text", Unit.GRAPHEMES),
        ("text", Unit.UTF8_BYTES),
        ("alt", Unit.GRAPHEMES),
    ]
    assert counters[1].count == len(draft.content.parts["text"].encode())


def test_what_a_post_does_not_say_is_not_counted(campaign: CampaignPage) -> None:
    draft = make_draft(campaign, "x")
    counted = {(one.part, one.limit.items) for one in counters_for(draft.channel, draft.content)}
    assert "thread" not in {part for part, _items in counted}
    assert ("text", "cashtags") not in counted


def test_every_unit_of_text_has_a_name() -> None:
    assert set(UNIT_LABELS) >= TEXT_UNITS
