"""A window shown whole where the surface has another shape: what fills the rest."""

from PIL import Image, ImageFilter

from omnicontent.media.framing.cropping import cover
from omnicontent.media.pictures.flattening import flattened
from omnicontent.media.pictures.pyramid import Pyramid
from omnicontent.media.recipes import Frame

_SMALLER = 8
"""A blurred ground is made at an eighth of its size: nobody sees that, and it costs little."""
_BLUR = 0.04
"""The blur's radius as a share of the longer side: nothing in it draws the eye."""
_DARKER = 0.7


def inner_size(frame: Frame, size: tuple[int, int]) -> tuple[int, int]:
    """Return at how many pixels the whole window is shown inside ``size``."""
    wide, tall = frame.right - frame.left, frame.bottom - frame.top
    scale = min(size[0] / wide, size[1] / tall)
    return max(1, round(wide * scale)), max(1, round(tall * scale))


def padded(pyramid: Pyramid, frame: Frame, size: tuple[int, int], background: str) -> Image.Image:
    """Return the window in the middle of ``size`` pixels, the rest filled as it asks for.

    ``background``, "#rrggbb", lies under what is transparent in a blurred ground.
    """
    inner = inner_size(frame, size)
    picture = pyramid.window(frame, inner)
    if frame.pad == "blur":
        ground = _blurred(pyramid, frame, size, background)
    else:
        ground = Image.new("RGB", size, frame.pad)
    corner = ((size[0] - inner[0]) // 2, (size[1] - inner[1]) // 2)
    ground.paste(picture, corner, picture if picture.mode == "RGBA" else None)
    return ground


def _blurred(
    pyramid: Pyramid, frame: Frame, size: tuple[int, int], background: str
) -> Image.Image:
    small = (max(1, size[0] // _SMALLER), max(1, size[1] // _SMALLER))
    inside = cover(frame.right - frame.left, frame.bottom - frame.top, *small)
    part = Frame(
        left=frame.left + inside.left,
        top=frame.top + inside.top,
        right=frame.left + inside.right,
        bottom=frame.top + inside.bottom,
    )
    ground = flattened(pyramid.window(part, small), background)
    ground = ground.filter(ImageFilter.GaussianBlur(max(small) * _BLUR))
    return ground.point(lambda value: value * _DARKER).resize(size, Image.Resampling.BICUBIC)
