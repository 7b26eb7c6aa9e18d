from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from omnicontent.media.errors import WordsError
from omnicontent.media.films.captioning import SIGNS_MAX, draw_rows, strip_of, wrap_caption
from omnicontent.media.films.captions import Cue, Shown, cues_in, read_cues
from omnicontent.media.films.cutting import cut_film
from omnicontent.media.films.videos import make_videos
from omnicontent.media.recipes import ClosingCard, Span, VideoRecipe
from omnicontent.media.words.contrast import WHITE, contrast
from omnicontent.media.words.overlay import safe_box
from tests.media.sample_films import make_film

VTT = """WEBVTT - a title

NOTE never shown
nor this

STYLE
::cue { color: red }

1
00:01.000 --> 00:02.000 line:10% align:start
<v Ann>Hello <b>there</b>,
fish &amp; chips?

00:00:02.500 --> 00:00:03.000
Übergrößen – 50&nbsp;%
"""
LONG = (
    "Here come so many words that no telephone could ever hold them on three rows at once, so " * 2
)
FRAMES = [(1080, 1920), (1080, 1080), (1920, 1080), (1080, 1350), (720, 1280)]


def test_cues_are_words_and_times() -> None:
    assert read_cues(VTT) == [
        Cue(1.0, 2.0, "Hello there,\nfish & chips?"),
        Cue(2.5, 3.0, "Übergrößen – 50 %"),
    ]
    assert read_cues("") == []


def test_cues_follow_the_spans() -> None:
    spans = (Span(start=2.5, end=4), Span(start=0.5, end=1.5))
    cut = cut_film(VideoRecipe(width_px=2, height_px=2, seconds_max=9, spans=spans), 10)
    cues = [Cue(0, 1, "a"), Cue(1, 2, "b"), Cue(3, 9, "c")]

    assert cues_in(cut, cues) == [Shown(15, 45, "c"), Shown(45, 60, "a"), Shown(60, 75, "b")]


def test_cues_that_overlap_stand_above_each_other() -> None:
    cut = cut_film(VideoRecipe(width_px=2, height_px=2, seconds_max=9), 9)

    shown = cues_in(cut, [Cue(0, 2, "a"), Cue(1, 3, "b")])

    assert shown == [Shown(0, 30, "a"), Shown(30, 60, "a\n\nb"), Shown(60, 90, "b")]


@pytest.mark.parametrize("size", FRAMES)
def test_captions_are_large_and_in_the_safe_zone(size: tuple[int, int]) -> None:
    strip = strip_of(*size)
    left, top, right, bottom = safe_box(*size)

    assert strip.size >= 42 * size[0] / 1080
    assert left - 1 <= strip.left
    assert strip.left + strip.width <= right
    assert top <= strip.top
    assert strip.top + strip.height <= bottom
    rows = wrap_caption(LONG, strip)
    assert " ".join(rows) == LONG.strip()
    assert max(map(len, rows)) <= SIGNS_MAX
    for at in range(0, len(rows), strip.rows_max):
        picture = draw_rows(rows[at : at + strip.rows_max], strip)
        columns = np.asarray(picture)[:, :, 3].max(axis=0)
        assert columns[0] == columns[-1] == 0  # nothing is cut off


def test_the_writers_rows_are_kept_where_they_fit() -> None:
    strip = strip_of(1080, 1080)

    assert wrap_caption("One.\nTwo.", strip) == ["One.", "Two."]


def test_words_can_be_read_on_white() -> None:
    picture = draw_rows(["Words"], strip_of(1080, 1080))
    on_white = Image.new("RGBA", picture.size, "white")
    on_white.alpha_composite(picture)
    box = picture.getbbox()
    assert box is not None

    ground = on_white.getpixel((box[0] + 20, (box[1] + box[3]) // 2))
    assert contrast(WHITE, ground[:3]) >= 4.5


def test_words_from_right_to_left_begin_at_the_right() -> None:
    strip = strip_of(1080, 1080)
    # In this order an exclamation mark ends the sentence, on its left.
    marked = np.asarray(draw_rows(["שלום!"], strip))[:, :, 0] > 200
    columns = np.flatnonzero(marked.any(axis=0))
    tall = [np.ptp(np.flatnonzero(marked[:, c])) for c in (columns[2], columns[-3])]

    assert tall[0] > 0
    first_gap = columns[np.flatnonzero(np.diff(columns) > 1)[0]] - columns[0]
    last_gap = columns[-1] - columns[np.flatnonzero(np.diff(columns) > 1)[-1] + 1]
    assert first_gap < last_gap  # the mark is narrower than any letter


def test_captions_are_burned_in_on_time(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", picture="color=white:s=320x320:r=24", seconds=4)
    recipe = VideoRecipe(
        width_px=320,
        height_px=320,
        seconds_max=9,
        spans=(Span(start=2, end=4), Span(start=0.5, end=1.5)),
        captions=VTT,
        closing_card=ClosingCard(headline="Sale", seconds=1, color="#ffffff"),
    )
    other = recipe.model_copy(update={"captions": "", "spans": ()})

    make_videos(source, [(recipe, tmp_path / "0.mp4"), (other, tmp_path / "1.mp4")])

    strip = strip_of(320, 320)
    dark: list[list[int]] = []
    for name in ("0.mp4", "1.mp4"):
        with av.open(str(tmp_path / name)) as film:
            rows = [frame.to_ndarray(format="gray") for frame in film.decode(video=0)]
        low = [row[strip.top :, 150:170].mean() for row in rows]
        dark.append([number for number, light in enumerate(low) if light < 200])
    assert dark[0] == [*range(15, 30), *range(75, 90)]
    assert dark[1] == []


def test_letters_that_no_font_has_are_named(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=0.5)
    vtt = "WEBVTT\n\n00:00.000 --> 00:01.000\nꦗꦮ\n"
    recipe = VideoRecipe(width_px=320, height_px=320, seconds_max=9, captions=vtt)

    with pytest.raises(WordsError, match="No font"):
        make_videos(source, [(recipe, tmp_path / "o.mp4")])
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]
