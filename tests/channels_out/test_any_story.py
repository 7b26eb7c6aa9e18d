"""Whatever a story says, every channel keeps its limits, or says in plain words that it can't."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from omnicontent.channels.content import Content
from omnicontent.channels.counting import count_parts
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from tests.channels_out.full_stories import full_story

TYPED = "word é 🇫🇷 #tag @name <b> &amp; {{x}} $AAPL שלום https://a.com/x a.com … ! * _ \\ | € ^ “"
SEQUENCES = ["e\u0301", "👩\u200d👩\u200d👧", "\u0915\u094d\u0937", "1.299,00"]
SPACES = ["\u00a0", "\u202f", "\u200f", "\n", "  "]
SIGNS = st.sampled_from([*TYPED.split(), *SEQUENCES, *SPACES])
WORDS = st.lists(st.one_of(SIGNS, st.text(max_size=6)), min_size=1, max_size=30).map(" ".join)
LINE = WORDS.map(lambda text: " ".join(text.split()) or "word").map(
    lambda text: text.encode("utf-8", "replace").decode()
)
TAGS = st.lists(st.sampled_from(["été", "DIY", "city bikes", "a_b", "日本"]), max_size=9)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Return the full story with words of any kind and length, facts unchanged."""
    paragraph = " ".join([draw(LINE)] * draw(st.integers(1, 40)))
    return full_story(
        locale=draw(st.sampled_from(["en", "fr-FR", "de", "ar", "ja"])),
        headline=draw(LINE)[:200],
        key_message=draw(LINE)[:500],
        summary=f"{paragraph}. {paragraph}!",
        body=[{"type": "paragraph", "html": f"<p>{paragraph}</p>"}],
        hashtags=draw(TAGS),
    )


ANY = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
CHANNELS = pytest.mark.parametrize("slug", list(all_channels()))


def say(slug: str, story: Story) -> Content:
    """Return what the channel makes of the story; one that it can't say is no example."""
    try:
        return all_channels()[slug].adapt(story)
    except AdaptationError as error:
        assume(not (error.field and str(error)))
        raise


@CHANNELS
@ANY
@given(story=stories())
def test_any_story_keeps_the_limits(slug: str, story: Story) -> None:
    channel, content = all_channels()[slug], say(slug, story)
    over = [count for count in count_parts(channel, content) if not count.fits]
    assert [count for count in over if count.limit.enforced] == []
    copy = Content.model_validate_json(content.model_dump_json())
    assert channel.render(copy).body == channel.render(content).body


@CHANNELS
@ANY
@given(story=stories())
def test_the_certificate_says_what_became_of_every_piece(slug: str, story: Story) -> None:
    content = say(slug, story)
    for part, fitting in content.fitting.items():
        flat = " ".join(content.parts[part].split())
        assert [piece for piece in fitting.used if " ".join(piece.split()) not in flat] == []
    said = {piece for fitting in content.fitting.values() for piece in fitting.used}
    assert said.isdisjoint(content.dropped)
