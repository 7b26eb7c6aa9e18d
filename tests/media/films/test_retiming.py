from omnicontent.media.films.captions import read_cues
from omnicontent.media.films.retiming import retimed
from omnicontent.media.recipes import Span

VTT = """WEBVTT

intro
00:01.000 --> 00:03.000 line:10%
<v Ann>Good <i>morning</i>

01:00:02.500 --> 01:00:04.000
An hour later
"""


def test_a_whole_film_keeps_its_file() -> None:
    assert retimed(VTT, ()) == VTT


def test_words_move_with_what_is_shown_of_them() -> None:
    spans = (Span(start=2, end=10), Span(start=3602, end=3603.5))
    assert [(cue.start, cue.end, cue.text) for cue in read_cues(retimed(VTT, spans))] == [
        (0, 1, "Good morning"),
        (8.5, 9.5, "An hour later"),
    ]


def test_nothing_said_is_no_file() -> None:
    assert retimed(VTT, (Span(start=10, end=20),)) == ""
