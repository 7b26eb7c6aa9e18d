"""Pictures and films in the frames that networks share, so that surfaces get the same file."""

from dataclasses import replace
from typing import Literal, TypedDict, Unpack

from omnicontent.channels.spec import ImageSlot, Limit, SafeZone, VideoSlot


class PictureOptions(TypedDict, total=False):
    """What a picture's slot may say besides its size; see :class:`ImageSlot`."""

    name: str
    source: Literal["hero", "body", "frame"]
    required: bool
    words: bool
    call_to_action: bool
    words_min_px: int
    alt_limit: Limit | None
    safe_zone: SafeZone | None
    pad: Literal["blur", "brand"]
    animated: bool


class FilmOptions(TypedDict, total=False):
    """What a film's slot may say besides its length; see :class:`VideoSlot`."""

    required: bool
    takes_alt: bool
    captions_limit: Limit | None
    captions: Literal["file", "drawn"]
    safe_zone: SafeZone | None


def picture(
    width_px: int, height_px: int, *limits: Limit, **options: Unpack[PictureOptions]
) -> ImageSlot:
    """Return the slot ``image`` of the hero image, unless said otherwise; it may stay empty."""
    chosen: PictureOptions = {"name": "image", "required": False, **options}
    return ImageSlot(width_px=width_px, height_px=height_px, limits=limits, **chosen)


def album(
    width_px: int, height_px: int, *limits: Limit, **options: Unpack[PictureOptions]
) -> tuple[ImageSlot, ImageSlot]:
    """Return the slots of the hero image and of the pictures in the body, all of one shape."""
    first = picture(width_px, height_px, *limits, **options)
    return first, replace(first, name="pictures", source="body", required=False)


def still(
    name: str, width_px: int, height_px: int, *limits: Limit, safe_zone: SafeZone | None = None
) -> ImageSlot:
    """Return the slot of a picture that stands for the film before it plays."""
    return ImageSlot(
        name=name,
        width_px=width_px,
        height_px=height_px,
        limits=limits,
        source="frame",
        safe_zone=safe_zone,
    )


def vertical_film(seconds_max: float, *limits: Limit, **options: Unpack[FilmOptions]) -> VideoSlot:
    """Return the slot of a film for a telephone held upright; required unless said otherwise."""
    return film(1080, 1920, seconds_max, *limits, **options)


def wide_film(seconds_max: float, *limits: Limit, **options: Unpack[FilmOptions]) -> VideoSlot:
    """Return the slot of a film for a screen; required unless said otherwise."""
    return film(1920, 1080, seconds_max, *limits, **options)


def film(
    width_px: int,
    height_px: int,
    seconds_max: float,
    *limits: Limit,
    **options: Unpack[FilmOptions],
) -> VideoSlot:
    """Return the slot of a film of another size; required unless said otherwise."""
    chosen: FilmOptions = {"required": True, **options}
    return VideoSlot(
        name="video",
        width_px=width_px,
        height_px=height_px,
        seconds_max=seconds_max,
        limits=limits,
        **chosen,
    )
