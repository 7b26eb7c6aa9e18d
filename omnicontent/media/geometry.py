"""Boxes and points in a picture, as fractions of its upright width and height."""

from math import log
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

FROZEN = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

SAME_SHAPE = 0.02
"""Shapes no farther apart share what a person chose for one: 1.91:1 is 1200x630 too."""


def shape_apart(ratio: float, other: float) -> float:
    """Return how far apart two shapes are (width by height), 0 where they are alike."""
    return abs(log(ratio / other))


class Focus(BaseModel):
    """A point that must stay in the picture, as fractions of width and height (0 to 1)."""

    model_config = FROZEN
    x: float = Field(default=0.5, ge=0, le=1)
    y: float = Field(default=0.5, ge=0, le=1)


class Box(BaseModel):
    """A rectangle that has an area, as fractions of width and height (0 to 1)."""

    model_config = FROZEN
    left: float = Field(ge=0, le=1)
    top: float = Field(ge=0, le=1)
    right: float = Field(ge=0, le=1)
    bottom: float = Field(ge=0, le=1)

    @model_validator(mode="after")
    def _has_area(self) -> Self:
        if self.left >= self.right or self.top >= self.bottom:
            raise ValueError("a box's left is below its right, and its top below its bottom")
        return self

    @property
    def area(self) -> float:
        """The share of the picture that it covers."""
        return (self.right - self.left) * (self.bottom - self.top)

    def shared(self, other: "Box") -> float:
        """Return the share of the picture that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, tall)
