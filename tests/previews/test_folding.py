"""A mock folds a text exactly where its channel's spec says, and keeps all of it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.channel import Channel
from omnicontent.channels.registry import all_channels
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import Limit, Part, Source
from omnicontent.previews.drawing import draw_preview
from omnicontent.previews.folding import cut_of, fold_index
from omnicontent.text.graphemes import GRAPHEME
from omnicontent.text.lengths import measure
from omnicontent.text.units import TEXT_UNITS, Unit
from tests.previews.making import Marked

SOMEWHERE = Source("https://garden.example/limits", datetime.date(2026, 11, 27))
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
LONG = " ".join(
    ["Qztulips", FAMILY, "cafe\u0301", "https://garden.example/a-long-way", "#qzred"] * 40
)
FOLDING = [
    (channel, part)
    for channel in all_channels().values()
    for part in channel.spec.parts
    if part.fold and part.fold.unit in TEXT_UNITS
]
CUTTING = [
    (channel, part)
    for slug in ("push-apns", "push-web", "in-app", "email")
    for channel in [all_channels()[slug]]
    for part in channel.spec.parts
    if part.name in ("title", "subtitle", "header", "body", "subject", "preheader")
]


def named(value: object) -> str:
    return value.spec.slug if isinstance(value, Channel) else getattr(value, "name", "")


def draw(channel: Channel, part: str, text: str) -> Marked:
    story = sample_stories()["full"]
    content = channel.adapt(story)
    content = content.model_copy(update={"parts": content.parts | {part: text}})
    return Marked(draw_preview(channel, story, content, channel.render(content)))


def fits_exactly(head: str, rest: str, limit: Limit) -> bool:
    """White space behind the head shows nothing: it may stand with the rest."""
    shown = head + rest[: len(rest) - len(rest.lstrip())]
    more = shown + GRAPHEME.match(rest.lstrip())[0]
    counts = [measure(text, limit.unit).count for text in (head, more)]
    return counts[0] <= limit.maximum < counts[1]


@pytest.mark.parametrize(("channel", "part"), FOLDING, ids=named)
def test_a_mock_folds_where_the_spec_says_and_keeps_the_whole_text(
    channel: Channel, part: Part
) -> None:
    marked = draw(channel, part.name, LONG)
    head, rest = marked.folds[part.name]
    assert head + rest == LONG
    assert fits_exactly(head, rest, part.fold)
    assert GRAPHEME.findall(head) == GRAPHEME.findall(LONG)[: len(GRAPHEME.findall(head))]


@pytest.mark.parametrize(("channel", "part"), CUTTING, ids=named)
def test_a_screen_cuts_where_the_spec_says(channel: Channel, part: Part) -> None:
    head, rest = draw(channel, part.name, LONG).folds[part.name]
    assert head + rest == LONG
    assert fits_exactly(head, rest, cut_of(part))


@pytest.mark.parametrize(("channel", "part"), FOLDING, ids=named)
def test_a_short_text_is_not_folded(channel: Channel, part: Part) -> None:
    head, rest = draw(channel, part.name, "Qztulips").folds[part.name]
    assert (head, rest) == ("Qztulips", "")


def test_says_the_fold_and_its_source() -> None:
    channel = all_channels()["linkedin"]
    marked = draw(channel, "commentary", LONG)
    fold = channel.spec.part("commentary").fold
    assert f"{fold.maximum} characters" in marked.text
    assert fold.source in marked.values("a", "href")


def test_an_unfolded_notification_shows_more() -> None:
    channel = all_channels()["push-fcm"]
    first, opened = draw(channel, "body", LONG).all_folds["body"]
    assert measure(first[0], Unit.CHARACTERS).count <= 45
    assert 45 < measure(opened[0], Unit.CHARACTERS).count <= 240


def test_a_link_is_marked_on_both_sides_of_a_fold() -> None:
    text = "Qz" * 40 + " https://garden.example/a-way-that-is-long-enough-to-be-cut-in-two"
    marked = draw(all_channels()["tiktok"], "caption", text)
    links = [words for words in marked.links if "https" in words or "in-two" in words]
    assert "".join(links) == text.split()[-1]
    assert len(links) == 2


@given(
    st.lists(st.sampled_from(["a", " ", "\n", FAMILY, "e\u0301", "🇫🇷", "क्षि", "👍🏽"])),
    st.integers(min_value=1, max_value=30),
    st.sampled_from([Unit.CHARACTERS, Unit.GRAPHEMES, Unit.UTF8_BYTES, Unit.X_WEIGHTED]),
)
def test_a_fold_shows_the_most_that_fits_and_parts_no_grapheme(
    pieces: list[str], maximum: int, unit: Unit
) -> None:
    text, limit = "".join(pieces), SOMEWHERE.advice(maximum, unit)
    place = fold_index(text, limit)
    graphemes = GRAPHEME.findall(text)
    shown = GRAPHEME.findall(text[:place])
    assert graphemes[: len(shown)] == shown
    assert measure(text[:place], unit).count <= maximum
    if place < len(text):
        assert measure(text[:place] + graphemes[len(shown)], unit).count > maximum
