"""Where everything stands on a printed page, in millimeters from its trimmed upper left corner.

Words take the largest size that their room allows. Widths are measured by Pillow, whose HarfBuzz
shapes a script as the PDF will; so a check needs no PDF library, and costs a few milliseconds.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt

from omnicontent.media.errors import WordsError
from omnicontent.media.posters.qr_code import Box, dark_runs
from omnicontent.media.recipes import PosterRecipe
from omnicontent.media.words.contrast import WHITE, Color, contrast
from omnicontent.media.words.fonts import brand_fonts, font_for, lacking, printable
from omnicontent.media.words.rows import wrap, wrap_address
from omnicontent.phrases import phrase as _

MARGIN_MM = 15
"""Printers ask for 3 to 6 mm that may be cut into; words keep well away."""
SLUG_MM = 10
"""Paper around the trimmed page, for the bleed and the crop marks."""
INK: Color = (0, 0, 0)
CODE_MM = 42
_GAP_MM = 8
_BAND_MAX_MM = 58
_PX = 200
_STEP = 0.96
_LARGE_MM = 20
_LEADING = 1.16


@dataclass(frozen=True, slots=True)
class Row:
    """One row of words: its left end on the baseline, and its width and letters' size."""

    text: str
    left: float
    baseline: float
    width: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole page: ``tab`` holds the name of the brand, ``code`` the QR code and its margin."""

    rows: tuple[Row, ...]
    tab: Box | None
    ink: Color
    right_to_left: bool
    code: Box | None = None
    modules: tuple[Box, ...] = ()
    """The code's dark runs."""


@dataclass(frozen=True, slots=True)
class _Line:
    """Words with the size they would like, the least they take, and the space above them."""

    text: str
    size: float
    least: float
    bold: bool = False
    above: float = 0
    address: bool = False


@lru_cache(maxsize=64)
def lay_out(recipe: PosterRecipe) -> Layout:
    """Place everything that the page says.

    :raises WordsError: something doesn't fit at a size that people can read, can't be printed
        with the fonts of this machine, or is too long for a QR code; or nothing can be seen.
    """
    with brand_fonts(recipe.fonts):
        return _lay_out(_printable(recipe))


def _lay_out(recipe: PosterRecipe) -> Layout:
    if not (recipe.words or recipe.brand):
        raise WordsError(_("The page has no words that can be seen. Write some."))
    for text in recipe.texts:
        _check_signs(text)
    rtl = _runs_left("".join((*recipe.words, recipe.brand)))
    left, right = float(MARGIN_MM), recipe.width_mm - MARGIN_MM
    bottom = recipe.height_mm - MARGIN_MM + 2
    code = Box(left if rtl else right - CODE_MM, bottom - CODE_MM, CODE_MM, CODE_MM)
    taken = CODE_MM + _GAP_MM if recipe.link else 0
    beside = (left + taken, right) if rtl else (left, right - taken)
    below = _fitted(_calls(recipe), beside, _BAND_MAX_MM, rtl)
    band = max(_height(below), CODE_MM if recipe.link else 0)
    top = recipe.picture_mm + MARGIN_MM - 4
    room = bottom - band - (_GAP_MM if band else 0) - top
    above = _fitted(_words(recipe), (left, right), room, rtl)
    tab, brand = _tab(recipe, rtl) if recipe.brand else (None, [])
    return Layout(
        rows=(
            *brand,
            *_moved(above, top + (room - _height(above)) / 2),
            *_moved(below, bottom - (band + _height(below)) / 2),
        ),
        tab=tab,
        ink=ink_on(recipe.color),
        right_to_left=rtl,
        code=code if recipe.link else None,
        modules=tuple(dark_runs(recipe.link, code)) if recipe.link else (),
    )


def crop_marks(recipe: PosterRecipe) -> tuple[tuple[float, ...], ...]:
    """Return where to cut, as lines: outside the bleed, so that none is left on the paper."""
    near, far = recipe.bleed_mm + 1, SLUG_MM - 1
    marks: list[tuple[float, ...]] = []
    for x, out in ((0.0, -1), (recipe.width_mm, 1)):
        for y, down in ((0.0, -1), (recipe.height_mm, 1)):
            marks.append((x + out * near, y, x + out * far, y))
            marks.append((x, y + down * near, x, y + down * far))
    return tuple(marks)


def ink_on(color: str) -> Color:
    """Return white or black, whichever stands out more from a color like ``#1f3a5f``.

    One of the two always has a contrast of 4.5 or more.
    """
    ground = rgb(color)
    return WHITE if contrast(WHITE, ground) >= contrast(INK, ground) else INK


def rgb(color: str) -> Color:
    """Return red, green and blue of ``#1f3a5f``."""
    red, green, blue = bytes.fromhex(color.removeprefix("#"))
    return red, green, blue


def _words(recipe: PosterRecipe) -> list[_Line]:
    first, *others = recipe.words or (recipe.brand,)
    return [
        _Line(first, size=44, least=11, bold=True),
        *(_Line(text, size=13, least=6.5, above=0 if n else 2.5) for n, text in enumerate(others)),
    ]


def _calls(recipe: PosterRecipe) -> list[_Line]:
    lines = [
        _Line(recipe.call_to_action, size=10.5, least=5.5, bold=True),
        _Line(recipe.address, size=6.4, least=3.5, above=0.5, address=True),
        _Line(recipe.place, size=5.4, least=3.5, above=3),
        _Line(recipe.small_print, size=3.8, least=2.5, above=2),
    ]
    return [line for line in lines if line.text]


def _fitted(
    lines: Sequence[_Line], sides: tuple[float, float], height: float, rtl: bool
) -> list[Row]:
    """Return the lines in rows from 0 downward, at the largest size that fits.

    :raises WordsError: even the least size is too large.
    """
    scale = 1.0
    while lines:
        rows = _rows([_scaled(line, scale) for line in lines], sides, rtl)
        widest = max(row.width for row in rows)
        if _height(rows) <= height and widest <= sides[1] - sides[0]:
            return rows
        if all(_scaled(line, scale).size <= line.least for line in lines):
            longest = max((line.text for line in lines), key=len)
            raise WordsError(
                _(
                    "The words don't fit on the page at a size that people can read. Shorten the "
                    "longest of them: “%(longest)s”.",
                    longest=longest,
                )
            )
        scale *= _STEP
    return []


def _scaled(line: _Line, scale: float) -> _Line:
    """Small letters lose less than large ones: a long offer must not make its end unreadable."""
    shrunk = scale if line.size > _LARGE_MM else sqrt(scale)
    return replace(line, size=max(line.least, line.size * shrunk), above=line.above * scale)


def _rows(lines: Sequence[_Line], sides: tuple[float, float], rtl: bool) -> list[Row]:
    rows: list[Row] = []
    top, room = 0.0, sides[1] - sides[0]
    for line in lines:
        top += line.above
        for text in _broken(line, room):
            width = _width(text, line)
            left = sides[1] - width if rtl else sides[0]
            baseline = top + line.size * 0.86
            rows.append(Row(text, left, baseline, width, line.size, line.bold))
            top += line.size * _LEADING
    return rows


def _broken(line: _Line, room: float) -> list[str]:
    breaks = wrap_address if line.address else wrap
    return breaks(line.text, lambda row: _width(row, line) <= room)


def _width(text: str, line: _Line) -> float:
    return font_for(text, _PX, bold=line.bold).getlength(text) * line.size / _PX


def _height(rows: Sequence[Row]) -> float:
    """Return how far the rows reach down from 0."""
    return rows[-1].baseline + rows[-1].size * (_LEADING - 0.86) if rows else 0.0


def _moved(rows: Sequence[Row], down: float) -> Iterator[Row]:
    for row in rows:
        yield replace(row, baseline=row.baseline + down)


def _tab(recipe: PosterRecipe, rtl: bool) -> tuple[Box, list[Row]]:
    """Hang the name of the brand from the upper edge, over the picture."""
    room = recipe.width_mm - 2 * MARGIN_MM
    line = _Line(recipe.brand, size=8, least=4, bold=True)
    pad, top = 6, 7.0
    rows = _fitted([line], (MARGIN_MM + pad, MARGIN_MM + room - pad), 24, rtl)
    width = max(row.width for row in rows) + 2 * pad
    left = recipe.width_mm - MARGIN_MM - width if rtl else float(MARGIN_MM)
    box = Box(left, -recipe.bleed_mm, width, recipe.bleed_mm + top + _height(rows) + 3)
    return box, list(_moved(rows, top))


def _printable(recipe: PosterRecipe) -> PosterRecipe:
    names = ("brand", "call_to_action", "address", "place", "small_print")
    said: dict[str, object] = {name: _seen(getattr(recipe, name)) for name in names}
    said["words"] = tuple(filter(None, map(_seen, recipe.words)))
    return recipe.model_copy(update=said)


def _seen(text: str) -> str:
    printed = printable(text)
    return printed if any(unicodedata.category(sign)[0] in "LNPS" for sign in printed) else ""


def _check_signs(text: str) -> None:
    """Pass if fonts of this machine have every sign: on paper nothing is left out in silence."""
    if signs := lacking(text) or lacking(text, bold=True):
        raise WordsError(
            _(
                "No font on this machine has “%(signs)s”, so it can't be printed. Use other "
                "words, or have a font of that script installed (Debian: fonts-noto-core, "
                "fonts-noto-cjk).",
                signs=signs,
            )
        )


def _runs_left(text: str) -> bool:
    directions = map(unicodedata.bidirectional, text)
    return next((kind for kind in directions if kind in {"L", "R", "AL"}), "L") != "L"
