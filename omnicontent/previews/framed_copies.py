"""Small copies of masters in the frame of a rendition: an operation for Wagtail's own renditions.

Wagtail keeps what it makes, drops it with its master, and finds it again in one query; the pixels
are those that our encoder would show.
"""

from typing import Any, override

from wagtail.images.image_operations import FilterOperation
from willow.plugins.pillow import PillowImage

from omnicontent.media.recipes import Frame

NAME = "framed"
_NO_PAD = "none"


def framed_spec(frame: Frame, width: int, height: int) -> str:
    """Return Wagtail's name for a copy of ``frame`` at this size in pixels."""
    pad = frame.pad.removeprefix("#") or _NO_PAD
    edges = (frame.left, frame.top, frame.right, frame.bottom)
    return "-".join([NAME, *map(str, (*edges, width, height)), pad])


class FramedOperation(FilterOperation):
    """``framed-LEFT-TOP-RIGHT-BOTTOM-WIDTH-HEIGHT-PAD``: a window of the upright picture."""

    @override
    def construct(self, *words: str) -> None:
        left, top, right, bottom, width, height = map(int, words[:6])
        (pad,) = words[6:]
        color = "" if pad == _NO_PAD else pad if pad == "blur" else f"#{pad}"
        self.frame = Frame(left=left, top=top, right=right, bottom=bottom, pad=color)
        self.size = (width, height)

    @override
    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> Any:
        # Imported late: it loads libvips, which few pages need.
        from omnicontent.media.pictures.drawing import framed

        return PillowImage(framed(willow.image, self.frame, self.size))
