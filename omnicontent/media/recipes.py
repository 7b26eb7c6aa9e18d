"""Recipes: everything that decides the bytes of a rendition, as frozen JSON-able values.

A rendition's key is the digest of its source and its recipe, so the same wish is the same file,
and a changed headline encodes nothing.
"""

import hashlib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from omnicontent.media.geometry import FROZEN

RECIPES_VERSION = 4
"""Raise it when the same recipe would give other pixels; every key changes with it."""

_STORED = ConfigDict(frozen=True, extra="ignore")
"""Releases keep their recipes for years: fields that an older version wrote are passed over."""
ImageFormat = Literal["jpeg", "png", "webp", "avif"]
AiOrigin = Literal["", "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"]
"""IPTC Digital Source Type of what a model made, alone or together with a camera
(https://cv.iptc.org/newscodes/digitalsourcetype/)."""
SUFFIXES: dict[str, str] = {"jpeg": "jpg", "png": "png", "webp": "webp", "avif": "avif"}


Pad = Annotated[str, Field(pattern=r"^(blur|#[0-9a-fA-F]{6})?$")]
"""What fills the rest where the cut-out has another shape: a blurred copy, a color, or nothing."""


class Frame(BaseModel):
    """The part of a picture that a rendition shows, in whole pixels of the upright source.

    Without ``pad`` it has the rendition's shape, but for rounding, and is stretched to it. With
    ``pad`` it is shown whole, in the middle.
    """

    model_config = _STORED
    left: int = Field(ge=0)
    top: int = Field(ge=0)
    right: int = Field(gt=0)
    bottom: int = Field(gt=0)
    pad: Pad = ""


class Key(BaseModel):
    """Where the upper left corner of a film's window is at a moment, in pixels of the source.

    ``at`` counts seconds from the source's beginning.
    """

    model_config = _STORED
    at: float = Field(ge=0)
    left: float = Field(ge=0)
    top: float = Field(ge=0)


class ShotFrame(BaseModel):
    """The window that a rendition shows of one shot: of one size, still or moving.

    It passes its keys smoothly (``paths.position`` says where it is at each moment). ``pad`` as
    of a :class:`Frame`; a padded window stands still.
    """

    model_config = _STORED
    start: float = Field(ge=0)
    end: float = Field(gt=0)
    """Seconds of the source: the shot's first frame, and the first one after it."""
    width: int = Field(ge=2, multiple_of=2)
    height: int = Field(ge=2, multiple_of=2)
    keys: tuple[Key, ...] = Field(min_length=1)
    pad: Pad = ""


class Span(BaseModel):
    """A part of the source that is shown, in seconds."""

    model_config = FROZEN
    start: float = Field(ge=0)
    end: float = Field(gt=0)


class Fonts(BaseModel):
    """A brand's own fonts, by the SHA-256 of their files; an empty one is ours."""

    model_config = FROZEN
    heading: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    text: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")


class ImageRecipe(BaseModel):
    """One picture: what ``frame`` shows, exact size, one format.

    Without ``frame`` it is the largest part of its shape in the middle. ``words`` are lines drawn
    into the picture (an overlay for surfaces that have no caption).
    """

    model_config = _STORED
    kind: Literal["image"] = "image"
    width_px: int = Field(ge=1, le=16384)
    height_px: int = Field(ge=1, le=16384)
    format: ImageFormat = "jpeg"
    quality: int = Field(default=88, ge=1, le=100)
    max_bytes: int | None = None
    strict: bool = True
    """Whether a file that can't be so small is none at all; else it is as small as looks right."""
    frame: Frame | None = None
    thorough: bool = False
    """Spend more work on fewer bytes; only AVIF has that choice."""
    animated: bool = False
    """Move as the source does, which only WebP can; a still source makes a still file."""
    background: str = Field(default="#ffffff", pattern=r"^#[0-9a-fA-F]{6}$")
    """What lies under a transparent picture where the format knows no transparency."""
    credit: str = ""
    """Who made the picture (IPTC credit line), written into the file."""
    ai_origin: AiOrigin = ""
    words: tuple[str, ...] = ()
    fonts: Fonts = Fonts()
    color: str = Field(default="", pattern=r"^(#[0-9a-fA-F]{6})?$")
    """What the words stand on: the brand's color; black where it is empty."""
    words_min_px: int = Field(default=0, ge=0)
    """Letters no smaller than this, for bare screens seen from afar; 0 is the phone in a hand."""

    @property
    def suffix(self) -> str:
        """File name suffix without the dot."""
        return SUFFIXES[self.format]


class ClosingCard(BaseModel):
    """The last seconds of a film: who to turn to, what is offered, which code."""

    model_config = _STORED
    headline: str
    lines: tuple[str, ...] = ()
    fonts: Fonts = Fonts()
    call_to_action: str = ""
    seconds: float = Field(default=2.5, gt=0, le=10)
    words_min_px: int = Field(default=0, ge=0)
    """As of a picture's words."""
    color: str = Field(default="", pattern=r"^(#[0-9a-fA-F]{6})?$")
    """The ground, such as the brand's; empty is dark blue. Words are light or dark to match."""

    @property
    def texts(self) -> tuple[str, ...]:
        """All its words, from top to bottom."""
        return tuple(text for text in (self.headline, *self.lines, self.call_to_action) if text)


class VideoRecipe(BaseModel):
    """One film: what ``shots`` show, exact even size, H.264/AAC MP4, faststart.

    Without ``shots`` it is the largest part of its shape in the middle. Without ``sound`` the
    file has no sound at all, not even a silent track.
    """

    model_config = _STORED
    kind: Literal["video"] = "video"
    width_px: int = Field(ge=2, le=7680, multiple_of=2)
    height_px: int = Field(ge=2, le=7680, multiple_of=2)
    fps: int = Field(default=30, ge=1, le=60)
    seconds_max: float = Field(gt=0)
    crf: int = Field(default=20, ge=0, le=51)
    """At preset veryfast, 20 looks as 23 does at medium (VMAF 95)."""
    max_bytes: int | None = None
    shots: tuple[ShotFrame, ...] = ()
    """One after the other, from the source's beginning to its end."""
    spans: tuple[Span, ...] = ()
    """The parts of the source that are shown, in this order; none is all of it."""
    captions: str = ""
    """WebVTT text that is burned in, by the source's clock; empty burns nothing in."""
    preset: Literal["veryfast", "medium"] = "veryfast"
    closing_card: ClosingCard | None = None
    sound: bool = True
    bits_max: int | None = Field(default=None, ge=1)
    """Highest bit rate of the picture, where players choke on more; none is what looks right."""

    @property
    def suffix(self) -> str:
        """File name suffix without the dot."""
        return "mp4"


class FrameRecipe(BaseModel):
    """A still taken from a film (a cover or thumbnail), drawn like an :class:`ImageRecipe`."""

    model_config = _STORED
    kind: Literal["frame"] = "frame"
    at_seconds: float = Field(default=1.0, ge=0)
    image: ImageRecipe

    @property
    def suffix(self) -> str:
        """File name suffix without the dot."""
        return self.image.suffix


class PosterRecipe(BaseModel):
    """One printed page: a picture above a panel of words and a QR code, as PDF.

    ``words`` are the large lines, the first one largest. ``link`` is what the code opens,
    ``address`` the same place as people type it. Empty texts take no room.
    """

    model_config = _STORED
    kind: Literal["poster"] = "poster"
    width_mm: float = Field(default=210.0, gt=0)
    height_mm: float = Field(default=297.0, gt=0)
    bleed_mm: float = Field(default=3.0, ge=0)
    picture_mm: float = Field(default=165.0, gt=0)
    """How far the picture reaches down from the upper edge of the trimmed page."""
    dots_per_inch: int = Field(default=300, ge=72, le=1200)
    frame: Frame | None = None
    color: str = Field(pattern=r"^#[0-9a-fA-F]{6}$")
    fonts: Fonts = Fonts()
    locale: str
    brand: str
    words: tuple[str, ...]
    call_to_action: str = ""
    address: str = ""
    link: str = ""
    place: str = ""
    small_print: str = ""

    @property
    def width_px(self) -> int:
        """Width of the picture, bleed included."""
        return round((self.width_mm + 2 * self.bleed_mm) * self.dots_per_inch / 25.4)

    @property
    def height_px(self) -> int:
        """Height of the picture, bleed included."""
        return round((self.picture_mm + self.bleed_mm) * self.dots_per_inch / 25.4)

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that a reader sees, from the top down."""
        calls = (self.call_to_action, self.address, self.place, self.small_print)
        return tuple(text for text in (self.brand, *self.words, *calls) if text)

    @property
    def suffix(self) -> str:
        """File name suffix without the dot."""
        return "pdf"


Recipe = ImageRecipe | VideoRecipe | FrameRecipe | PosterRecipe


def fonts_in(recipe: Recipe) -> tuple[Fonts, ...]:
    """Return the brand's fonts that a recipe draws with."""
    match recipe:
        case VideoRecipe(closing_card=card):
            return (card.fonts,) if card else ()
        case FrameRecipe(image=image):
            return (image.fonts,)
        case _:
            return (recipe.fonts,)


def rendition_key(source_digest: str, recipe: Recipe) -> str:
    """Return the name of the file that ``recipe`` makes of the source: 40 hex digits."""
    wish = f"{RECIPES_VERSION}\n{source_digest}\n{recipe.model_dump_json()}"
    return hashlib.sha256(wish.encode()).hexdigest()[:40]


def rendition_name(source_digest: str, recipe: Recipe) -> str:
    """Return the rendition's file name: key and suffix, flat, safe for any file system."""
    return f"{rendition_key(source_digest, recipe)}.{recipe.suffix}"
