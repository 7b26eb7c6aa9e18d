"""Recipes: everything that decides the bytes of a rendition, as frozen JSON-able values.

A rendition's key is the digest of its source and its recipe, so the same wish is the same file,
and a changed headline encodes nothing.
"""

import hashlib
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

RECIPES_VERSION = 3
"""Raise it when the same recipe would give other pixels; every key changes with it."""

ImageFormat = Literal["jpeg", "png", "webp", "avif"]
SUFFIXES: dict[str, str] = {"jpeg": "jpg", "png": "png", "webp": "webp", "avif": "avif"}


class Focus(BaseModel):
    """A point that must stay in the picture, as fractions of width and height (0 to 1)."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    x: float = Field(default=0.5, ge=0, le=1)
    y: float = Field(default=0.5, ge=0, le=1)


class ImageRecipe(BaseModel):
    """One picture: cover-crop around the focus, exact size, one format.

    ``words`` are lines drawn into the picture (an overlay for surfaces that have no caption).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Literal["image"] = "image"
    width_px: int = Field(ge=1, le=16384)
    height_px: int = Field(ge=1, le=16384)
    format: ImageFormat = "jpeg"
    quality: int = Field(default=82, ge=1, le=100)
    max_bytes: int | None = None
    focus: Focus = Focus()
    words: tuple[str, ...] = ()
    words_min_px: int = Field(default=0, ge=0)
    """Letters no smaller than this, for bare screens seen from afar; 0 is the phone in a hand."""

    @property
    def suffix(self) -> str:
        """File name suffix without the dot."""
        return SUFFIXES[self.format]


class ClosingCard(BaseModel):
    """The last seconds of a film: who to turn to, what is offered, which code."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    headline: str
    lines: tuple[str, ...] = ()
    call_to_action: str = ""
    seconds: float = Field(default=2.5, gt=0, le=10)
    words_min_px: int = Field(default=0, ge=0)
    """As of a picture's words."""


class VideoRecipe(BaseModel):
    """One film: cover-crop around the focus, exact even size, H.264/AAC MP4, faststart.

    Without ``sound`` the file has no sound at all, not even a silent track.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Literal["video"] = "video"
    width_px: int = Field(ge=2, le=7680, multiple_of=2)
    height_px: int = Field(ge=2, le=7680, multiple_of=2)
    fps: int = Field(default=30, ge=1, le=60)
    seconds_max: float = Field(gt=0)
    crf: int = Field(default=21, ge=0, le=51)
    max_bytes: int | None = None
    focus: Focus = Focus()
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

    model_config = ConfigDict(frozen=True, extra="forbid")
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

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Literal["poster"] = "poster"
    width_mm: float = Field(default=210.0, gt=0)
    height_mm: float = Field(default=297.0, gt=0)
    bleed_mm: float = Field(default=3.0, ge=0)
    picture_mm: float = Field(default=165.0, gt=0)
    """How far the picture reaches down from the upper edge of the trimmed page."""
    dots_per_inch: int = Field(default=300, ge=72, le=1200)
    focus: Focus = Focus()
    color: str = Field(pattern=r"^#[0-9a-fA-F]{6}$")
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


def rendition_key(source_digest: str, recipe: Recipe) -> str:
    """Return the name of the file that ``recipe`` makes of the source: 40 hex digits."""
    wish = f"{RECIPES_VERSION}\n{source_digest}\n{recipe.model_dump_json()}"
    return hashlib.sha256(wish.encode()).hexdigest()[:40]


def rendition_name(source_digest: str, recipe: Recipe) -> str:
    """Return the rendition's file name: key and suffix, flat, safe for any file system."""
    return f"{rendition_key(source_digest, recipe)}.{recipe.suffix}"
