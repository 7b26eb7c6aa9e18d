"""Films in the two frames that networks share: surfaces with the same frame get the same file."""

from omnicontent.channels.spec import Limit, VideoSlot


def vertical_film(seconds_max: float, *limits: Limit, required: bool = True) -> VideoSlot:
    """Return the slot of a film for a telephone held upright."""
    return VideoSlot(
        name="video",
        width_px=1080,
        height_px=1920,
        seconds_max=seconds_max,
        limits=limits,
        required=required,
    )


def wide_film(seconds_max: float, *limits: Limit, required: bool = True) -> VideoSlot:
    """Return the slot of a film for a screen."""
    return VideoSlot(
        name="video",
        width_px=1920,
        height_px=1080,
        seconds_max=seconds_max,
        limits=limits,
        required=required,
    )
