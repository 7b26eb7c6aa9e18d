"""Captions drawn for a film: one small picture for each, and a list that says how long it stays.

Pillow draws them, as it shapes every script (raqm) and can be asked beforehand whether words fit;
ffmpeg's own filters would have to be given the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw

from omnicontent.media.films.captions import Shown, cues_in, read_cues
from omnicontent.media.films.cutting import Cut
from omnicontent.media.words.contrast import WHITE
from omnicontent.media.words.fonts import drawable, font_for
from omnicontent.media.words.overlay import check_letters, safe_box
from omnicontent.media.words.rows import wrap

SIGNS_MAX = 42
"""In a row: Netflix, Timed Text Style Guide, General Requirements (and most broadcasters')."""
_SIZE_SHARE = 44 / 1080
"""Height of letters by the frame's width: 42 px of 1080 is the least that reads on a phone."""
_GROUND = (0, 0, 0, 184)
"""White on it has a contrast of 8 even where the film is white."""
_LEADING = 1.25
_PADDING = 0.3
"""Of the box around the words, as a share of their size."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a frame that captions are drawn into, in even pixels, and how."""

    left: int
    top: int
    width: int
    height: int
    size: int
    rows_max: int


def strip_of(width: int, height: int) -> Strip:
    """Return where captions stand in a frame of this size: low in what the surface leaves free."""
    left, _, right, bottom = (side // 2 * 2 for side in safe_box(width, height))
    size = ceil(_SIZE_SHARE * width)
    rows = 3 if height > 1.2 * width else 2
    tall = ceil((rows * _LEADING + 2 * _PADDING) * size / 2) * 2
    tall = min(tall, bottom)
    return Strip(left, bottom - tall, right - left, tall, size, rows)


def check_captions(text: str) -> None:
    """Pass if some font here has every letter of a WebVTT text.

    :raises WordsError: naming the letters.
    """
    check_letters(("", *(row for cue in read_cues(text) for row in cue.text.split("\n"))))


def write_captions(cut: Cut, folder: Path, name: str) -> str:
    """Draw the recipe's captions into ``folder``; return the list's file name, "" for none.

    :raises WordsError: no font here has their letters.
    """
    check_captions(cut.recipe.captions)
    strip = strip_of(cut.recipe.width_px, cut.recipe.height_px)
    pages = _pages(cues_in(cut, read_cues(cut.recipe.captions)), strip)
    if not pages:
        return ""
    Image.new("RGBA", (strip.width, strip.height)).save(folder / f"{name}none.png")
    for number, (_, _, rows) in enumerate(pages):
        draw_rows(rows, strip).save(folder / f"{name}n{number}.png", compress_level=1)
    (folder / f"{name}.txt").write_text(_list(pages, name, cut.recipe.fps))
    return f"{name}.txt"


def draw_rows(rows: Sequence[str], strip: Strip) -> Image.Image:
    """Draw rows in the middle of the strip's bottom, white on a box that darkens the film."""
    picture = Image.new("RGBA", (strip.width, strip.height))
    draw = ImageDraw.Draw(picture)
    fonts = [font_for(row, strip.size) for row in rows]
    pad, advance = round(_PADDING * strip.size), round(_LEADING * strip.size)
    wide = max(font.getlength(row) for font, row in zip(fonts, rows, strict=True)) / 2 + 1.5 * pad
    middle, top = strip.width / 2, strip.height - len(rows) * advance - 2 * pad
    box = (max(0, middle - wide), max(0, top), min(strip.width, middle + wide), strip.height)
    draw.rounded_rectangle(box, radius=pad, fill=_GROUND)
    for number, (row, font) in enumerate(zip(rows, fonts, strict=True)):
        at = (middle, top + pad + (number + 0.5) * advance)
        draw.text(at, row, fill=WHITE, font=font, anchor="mm")
    return picture


def _pages(shown: Sequence[Shown], strip: Strip) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return what stands when; words too long for one picture are shown one after the other."""
    pages = []
    for piece in shown:
        rows = wrap_caption(piece.text, strip)
        groups = [
            tuple(rows[at : at + strip.rows_max]) for at in range(0, len(rows), strip.rows_max)
        ]
        lengths = [sum(map(len, group)) for group in groups]
        first, done = piece.first, 0
        for group, length in zip(groups, lengths, strict=True):
            done += length
            end = piece.first + round((piece.end - piece.first) * done / sum(lengths))
            if first < end:
                pages.append((first, end, group))
            first = end
    return pages


def wrap_caption(text: str, strip: Strip) -> list[str]:
    """Return the words in rows that fit the strip, as few and as even as there can be.

    The writer's own rows are kept where each of them fits. What an empty row parts stays apart.
    """
    own = [row for row in map(drawable, text.split("\n")) if row]
    if len(own) <= strip.rows_max and all(_fits(row, strip, 1.0) for row in own):
        return own
    cues = (drawable(cue.replace("\n", " ")) for cue in text.split("\n\n"))
    return [row for cue in cues for row in _even_rows(cue, strip)]


def _even_rows(words: str, strip: Strip) -> list[str]:
    rows = wrap(words, lambda row: _fits(row, strip, 1.0))
    for share in (0.6, 0.7, 0.8, 0.9):
        narrower = wrap(words, partial(_fits, strip=strip, share=share))
        if len(narrower) == len(rows) and all(_fits(row, strip, 1.0) for row in narrower):
            return narrower
    return rows


def _fits(row: str, strip: Strip, share: float) -> bool:
    wide = font_for(row, strip.size).getlength(row) + 3 * _PADDING * strip.size
    return len(row) <= SIGNS_MAX * share and wide <= strip.width * share


def _list(pages: Sequence[tuple[int, int, tuple[str, ...]]], name: str, fps: int) -> str:
    """Return the list as ffmpeg's concat format: https://ffmpeg.org/ffmpeg-formats.html#concat."""
    lines, at = ["ffconcat version 1.0"], 0
    for number, (first, end, _) in enumerate(pages):
        if at < first:
            lines += _entry(f"{name}none.png", at, first, fps)
        lines += _entry(f"{name}n{number}.png", first, end, fps)
        at = end
    return "\n".join([*lines, *_entry(f"{name}none.png", at, at + 1, fps), ""])


def _entry(file: str, first: int, end: int, fps: int) -> list[str]:
    # Ends are rounded, not lengths, which would add up. A picture else has 25 frames a second.
    micros = round(end * 1_000_000 / fps) - round(first * 1_000_000 / fps)
    return [f"file {file}", f"option framerate {fps}", f"duration {micros / 1_000_000:.6f}"]
