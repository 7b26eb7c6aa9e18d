"""Fonts for words in pictures: Source Sans Pro from a wheel, the system's for other scripts.

Pillow's built-in font has no accents and no euro sign, and a bare machine has no fonts at all,
so the package ``font-source-sans-pro`` (SIL Open Font License) is a dependency: Latin, Greek,
Cyrillic. For scripts it lacks we try the fonts that Debian's ``fonts-dejavu-core`` and
``fonts-noto-cjk`` install. A brand's own fonts come first where they have the letters.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

from omnicontent.media.errors import WordsError
from omnicontent.media.recipes import Fonts
from omnicontent.phrases import phrase as _

_SYSTEM = {
    False: ("truetype/dejavu/DejaVuSans.ttf", "opentype/noto/NotoSansCJK-Regular.ttc"),
    True: ("truetype/dejavu/DejaVuSans-Bold.ttf", "opentype/noto/NotoSansCJK-Bold.ttc"),
}
_NO_GLYPH = "\uffff"
_FIXED_SPACE, _NARROW_SPACE = "\u00a0", "\u202f"
"""French sets them before its high punctuation; few fonts have the narrow one."""
_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe0e\ufe0f"


_OURS = Fonts()
_BRAND: ContextVar[Fonts] = ContextVar("brand fonts", default=_OURS)
_folders: list[Path] = []


def use_folder(folder: Path) -> None:
    """Look for brands' fonts in ``folder``, where each is called by its SHA-256 and ``.ttf``."""
    _folders[:] = [folder]


@contextmanager
def brand_fonts(fonts: Fonts) -> Iterator[None]:
    """Measure and draw with a brand's fonts inside the block.

    A setting of the block, not an argument of every function below: a line that is measured in
    one font and drawn in another runs out of its picture.

    :raises WordsError: a font's file is not on this machine.
    """
    for digest in filter(None, (fonts.heading, fonts.text)):
        if not any((folder / f"{digest}.ttf").is_file() for folder in _folders):
            raise WordsError(_("The brand's font is gone. Upload it again under Settings, Brand."))
    token = _BRAND.set(fonts)
    try:
        yield
    finally:
        _BRAND.reset(token)


def font_for(text: str, size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return the first font that can draw all of ``text``, else the one that lacks least."""
    return _sized(font_file(text, bold=bold), size)


def drawable(text: str, *, bold: bool = False) -> str:
    """Return ``text`` without the characters that no font here can draw, such as emoji.

    A missing emoji is hardly noticed; an empty box in a customer's picture is.
    """
    text = text.replace(_NARROW_SPACE, _FIXED_SPACE)
    file = font_file(text, bold=bold)
    kept = "".join(character for character in text if _has(file, character))
    return " ".join(word for word in kept.split(" ") if word)


def printable(text: str) -> str:
    """Return ``text`` composed, with spaces that every font has, without invisible signs.

    What joins or parts letters in some scripts stays.
    """
    composed = unicodedata.normalize("NFC", text)
    spaced = (
        _FIXED_SPACE if sign != " " and unicodedata.category(sign) == "Zs" else sign
        for sign in composed
    )
    return "".join(
        sign for sign in spaced if sign in _JOINERS or unicodedata.category(sign)[0] != "C"
    )


def font_file(text: str, *, bold: bool = False) -> str:
    """Return the path of the font that can draw all of ``text``, else of the one lacking least.

    It is empty where the machine has no font but Pillow's own.
    """
    brand = _BRAND.get()
    own = brand.heading if bold else brand.text
    files = (*(str(folder / f"{own}.ttf") for folder in _folders if own), *_files(bold))
    return min(files, key=lambda file: _lacking(file, text))


def lacking(text: str, *, bold: bool = False) -> str:
    """Return the visible signs of ``text`` that its font lacks, each once."""
    file = font_file(text, bold=bold)
    visible = (
        sign
        for sign in text
        if unicodedata.category(sign)[0] not in "CZ" and sign not in _SELECTORS
    )
    return "".join(dict.fromkeys(sign for sign in visible if not _has(file, sign)))


def lacking_letters(text: str, *, bold: bool = False) -> str:
    """Return the letters and digits of ``text`` that its font lacks, each once."""
    signs = lacking(text, bold=bold)
    return "".join(sign for sign in signs if unicodedata.category(sign)[0] in "LN")


def _lacking(file: str, text: str) -> int:
    return sum(not _has(file, character) for character in set(text))


@cache
def _files(bold: bool) -> tuple[str, ...]:
    spec = find_spec("font_source_sans_pro")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    name = f"SourceSansPro-{'Bold' if bold else 'Regular'}.ttf"
    files = [Path(folder) / "files" / name for folder in folders]
    files += [Path("/usr/share/fonts") / name for name in _SYSTEM[bold]]
    return (*(str(file) for file in files if file.is_file()), "")


@cache
def _sized(file: str, size: int) -> ImageFont.FreeTypeFont:
    if file:
        return ImageFont.truetype(file, size)
    built_in = ImageFont.load_default(size)
    if not isinstance(built_in, ImageFont.FreeTypeFont):
        raise TypeError("This Pillow was built without FreeType; install its binary wheel.")
    return built_in


@cache
def _has(file: str, character: str) -> bool:
    if character in (" ", _FIXED_SPACE):
        return True
    font = _sized(file, 24)
    return bytes(font.getmask(character)) != bytes(font.getmask(_NO_GLYPH))
