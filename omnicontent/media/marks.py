"""What a picture must keep and leave out, marked by a person or proposed by ``focus``."""

from typing import Literal

from pydantic import BaseModel, Field

from omnicontent.media.geometry import FROZEN, Box, Focus

KeepKind = Literal["face", "product", "logo", "text", "subject"]


class Keep(Box):
    """A box that no rendition may cut; ``line`` is the height of its smallest line of text."""

    kind: KeepKind = "subject"
    line: float = Field(default=0, ge=0, le=1)
    """A fraction of the picture's height; 0 where it holds no text."""


class OwnCrop(BaseModel):
    """A person's own crop for every rendition of a shape: it wins over all rules."""

    model_config = FROZEN
    ratio: float = Field(ge=0.01, le=100)
    """Width by height of the renditions that it is for."""
    box: Box


class Marks(BaseModel):
    """What is known of a picture besides its pixels."""

    model_config = FROZEN
    focus: Focus = Focus()
    keep: tuple[Keep, ...] = ()
    avoid: tuple[Box, ...] = ()
    crops: tuple[OwnCrop, ...] = ()
