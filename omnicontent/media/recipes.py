"""Recipes: everything that decides the bytes of a rendition, as frozen JSON-able values.

A rendition's key is the digest of its source and its recipe, so the same wish is the same file,
and a changed headline encodes nothing.
"""

import hashlib
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

RECIPES_VERSION = 2
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


class VideoRecipe(BaseModel):
    """One film: cover-crop around the focus, exact even size, H.264/AAC MP4, faststart."""

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


Recipe = ImageRecipe | VideoRecipe | FrameRecipe


def rendition_key(source_digest: str, recipe: Recipe) -> str:
    """Return the name of the file that ``recipe`` makes of the source: 40 hex digits."""
    wish = f"{RECIPES_VERSION}\n{source_digest}\n{recipe.model_dump_json()}"
    return hashlib.sha256(wish.encode()).hexdigest()[:40]


def rendition_name(source_digest: str, recipe: Recipe) -> str:
    """Return the rendition's file name: key and suffix, flat, safe for any file system."""
    return f"{rendition_key(source_digest, recipe)}.{recipe.suffix}"
