import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.previews.mending import Mend
from omnicontent.previews.templatetags import mock
from tests.previews.making import Seen

WORDS = st.text(
    st.sampled_from("ab #@_-/:.é👋🏽\n<>&\"'") | st.characters(codec="utf-8"), max_size=60
)


def read(html: str) -> str:
    return "".join(Seen(html).pieces)


def plain(text: str) -> str:
    """HTML has no carriage returns and no NUL; browsers read others in their place."""
    return re.sub(r"[\r\x00]", "", text)


@given(WORDS)
def test_marking_links_changes_no_character(text: str) -> None:
    assert read(mock.linked(plain(text))) == plain(text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("See https://garden.example/a?b=c&d=e.", ["https://garden.example/a?b=c&d=e"]),
        ("#tulips and @garden, not a#b", ["#tulips", "@garden"]),
        ("(https://garden.example/)", ["https://garden.example/"]),
        ("nothing", []),
    ],
)
def test_marks_links_hashtags_and_mentions(text: str, marked: list[str]) -> None:
    found = re.findall(r'<span class="link">(.*?)</span>', mock.linked(text))
    assert [read(piece) for piece in found] == marked


@given(WORDS, st.integers(min_value=0, max_value=40))
def test_marking_links_on_both_sides_of_a_cut_changes_no_character(text: str, at: int) -> None:
    text = plain(text)
    at = min(at, len(text))
    assert read(mock.linked(text, 0, at)) == text[:at]
    assert read(mock.linked(text, at)) == text[at:]


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_marking_facets_changes_no_character(pieces: list[str]) -> None:
    pieces = [plain(piece) for piece in pieces]
    facets, start = [], 0
    for number, piece in enumerate(pieces):
        end = start + len(piece.encode())
        if number % 2:
            facets.append({"index": {"byteStart": start, "byteEnd": end}})
        start = end
    text = "".join(pieces)
    html = mock.faceted({"text": text, "facets": facets})
    assert read(html) == text
    assert html.count('class="link"') == len(facets)


def luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * c for part, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@given(st.integers(min_value=0, max_value=0xFFFFFF))
def test_ink_can_be_read_on_every_color(number: int) -> None:
    color = f"#{number:06x}"
    ink = luminance({"#000": "#000000", "#fff": "#ffffff"}[mock.ink_on(color)])
    ground = luminance(color)
    assert (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05) >= 4.5


def test_reads_little_text_as_a_reader_sees_it() -> None:
    little = r"Save 20 \(or more\) {hashtag|\#|tulips} \_now\_ {hashtag|#|red}"
    assert mock.little_text(little) == "Save 20 (or more) #tulips _now_ #red"


def test_picks_issues_by_severity() -> None:
    fault, doubt = Mend("Too long.", "error"), Mend("Soft.", "warning")
    assert mock.with_severity([fault, doubt], "warning") == [doubt]


def test_writes_payloads_for_reading() -> None:
    assert mock.pretty("as it is") == "as it is"
    assert mock.pretty({"a": "é"}) == '{\n  "a": "é"\n}'


def test_names_the_host() -> None:
    assert mock.host("https://garden.example/tulips") == "garden.example"
