"""What was seen in a film, shot by shot, and the windows that a person chose for it."""

from pydantic import BaseModel, Field

from omnicontent.media.geometry import FROZEN, Box, Focus
from omnicontent.media.marks import KeepKind


class Seen(BaseModel):
    """Something worth showing, at a moment of the source in seconds."""

    model_config = FROZEN
    at: float = Field(ge=0)
    box: Box
    kind: KeepKind = "subject"
    weight: float = Field(default=1, gt=0, le=1)


class SeenShot(BaseModel):
    """One shot: its first moment and the first one after it, in seconds, and what it shows."""

    model_config = FROZEN
    start: float = Field(ge=0)
    end: float = Field(gt=0)
    seen: tuple[Seen, ...] = ()


class OwnKey(BaseModel):
    """The point that a person wants in the window's middle at a moment of the source."""

    model_config = FROZEN
    at: float = Field(ge=0)
    middle: Focus


class OwnShot(BaseModel):
    """A person's own window for one shot, in renditions of one shape."""

    model_config = FROZEN
    ratio: float = Field(ge=0.01, le=100)
    start: float = Field(ge=0)
    """When the shot begins: the window is that of the shot in which this moment lies."""
    whole: bool = False
    """Show the whole picture and fill the rest."""
    keys: tuple[OwnKey, ...] = ()


class FilmSeen(BaseModel):
    """All that looking at a film once tells."""

    model_config = FROZEN
    shots: tuple[SeenShot, ...]
    cover_seconds: float = Field(ge=0)
    """When it looks best: sharp, well lit, in no transition."""
