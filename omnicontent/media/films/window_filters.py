"""The filters that show a rendition's windows, from whole pictures to its own size.

A window that moves is cut out in two steps: on even pixels of the source, as 4:2:0 color needs
it, and after scaling once more on whole pixels of the rendition. One step alone would move by
two pixels of the source at a time, which shows as stairs in a slow pan.

zscale scales: it takes half of what swscale does, and keeps 10 bits from banding as well. Only
whole pictures are left to swscale, which alone gives them alpha and sizes of their own.

Cutting out copies nothing, so that only one chain for each rendition scales, whatever its shots
are like: a chain for each shot would keep its own frames until the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from PIL import ImageColor

from omnicontent.media.films.probing import Probe
from omnicontent.media.films.windows import Places, Whole, Windows
from omnicontent.media.framing.cropping import cover, even_window
from omnicontent.media.recipes import VideoRecipe

_MARGIN = 4
"""Pixels of the source around a moving window, for the second step to choose from."""
_UNSEEN = 16
"""Side of what stands in for a whole picture where none is shown."""
_BLUR_SHARE = 1 / 24
"""How far the ground is blurred, as a share of the rendition's width."""
TAGGED = (
    "setsar=1,format=yuv420p,"
    "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
)
"""What every film is, whatever its source was."""
SWSCALE_OUT = "flags=bicubic:out_color_matrix=bt709:out_range=tv"
_ZSCALE_OUT = "filter=bicubic:dither=ordered:matrix=bt709:range=tv"
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Surface:
    """What the frames are made from and for."""

    source: Size
    target: Size
    fps: int
    matrix: str
    """Color matrix of the source's samples."""


def window_chains(
    name: str, windows: Windows, recipe: VideoRecipe, probe: Probe, matrix: str
) -> list[str]:
    """Return the chains from ``[<name>i]``, the source's pictures, to ``[<name>]``."""
    source, target = (probe.width_px, probe.height_px), (recipe.width_px, recipe.height_px)
    surface = Surface(source, target, recipe.fps, matrix)
    if not any(windows.pads):
        return _filled(f"{name}i", name, windows, surface)
    return [
        f"[{name}i]split[{name}gi][{name}wi]",
        *_filled(f"{name}gi", f"{name}g", _grounds(windows, surface), surface),
        *_whole(name, windows, surface),
        f"[{name}g]{_grounding(windows.pads, surface)}[{name}b]",
        f"[{name}b][{name}w]{_overlay(windows, surface)}[{name}]",
    ]


def _filled(source: str, name: str, windows: Windows, surface: Surface) -> list[str]:
    """Return the chains of windows that fill the rendition."""
    scaled = np.array(surface.target) + (_extra(windows, surface) if windows.moving else 0)
    wider = 2 * np.rint(windows.sizes * scaled / surface.target / 2).astype(int)
    coarse = _even(windows.places - (wider - windows.sizes) / 2, wider, surface.source)
    colors = f"matrixin={surface.matrix}:{_ZSCALE_OUT},{TAGGED}"
    scale = f"zscale={scaled[0]}:{scaled[1]}:{colors}"
    chains = _cut_out(source, f"{name}c", coarse, wider, surface.fps)
    if (scaled == surface.target).all():
        return [*chains, f"[{name}c]{scale}[{name}]"]
    rest = np.rint((windows.places - coarse) * scaled / wider)
    fine = np.clip(rest, 0, scaled - surface.target).astype(int)
    return [*chains, f"[{name}c]{scale},{_crop(surface.target, fine)}:exact=1[{name}]"]


def _extra(windows: Windows, surface: Surface) -> Whole:
    """Return by how much more than the rendition is scaled, for width and height.

    Nothing is added on a side along which no window moves, or where the source has no more.
    """
    narrow, broad = windows.sizes.min(axis=0), windows.sizes.max(axis=0)
    moves = np.ptp(windows.places, axis=0) > 0
    fits = broad * (1 + _MARGIN / narrow) + 2 <= surface.source
    wanted = 2 * np.ceil(np.array(surface.target) * _MARGIN / narrow / 2).astype(int)
    extra: Whole = np.where(moves & fits, wanted, 0)
    return extra


def _grounds(windows: Windows, surface: Surface) -> Windows:
    """Return the windows with padded ones cut to the rendition's shape."""
    places, sizes = windows.places.copy(), windows.sizes.copy()
    padded = np.array([bool(pad) for pad in windows.pads])
    for size in {_size(one) for one in windows.sizes[padded]}:
        wide, tall = size
        frame = even_window(cover(wide, tall, *surface.target), wide, tall)
        these = padded & (windows.sizes == size).all(axis=1)
        places[these] += (frame.left, frame.top)
        sizes[these] = (frame.right - frame.left, frame.bottom - frame.top)
    return Windows(places, sizes, windows.pads, windows.moving)


def _grounding(pads: Sequence[str], surface: Surface) -> str:
    """Return the filters that turn what fills padded frames into their ground."""
    filters = []
    for pad in sorted(set(pads) - {""}):
        when = f"enable={_by_frame([int(one == pad) for one in pads])}"
        if pad == "blur":
            filters.append(f"gblur=sigma={surface.target[0] * _BLUR_SHARE:.1f}:{when}")
        else:
            y, u, v = _bt709(ImageColor.getrgb(pad)[:3])
            filters.append(f"lutyuv=y={y}:u={u}:v={v}:{when}")
    return ",".join(filters)


def _whole(name: str, windows: Windows, surface: Surface) -> list[str]:
    """Return the chains of whole pictures, with next to nothing in frames that show none."""
    padded = np.array([bool(pad) for pad in windows.pads])[:, None]
    sizes = np.where(padded, windows.sizes, _UNSEEN)
    places = _even(np.where(padded, windows.places, 0), sizes, surface.source)
    seen = f"eq(iw,{_UNSEEN})*eq(ih,{_UNSEEN})"
    share = f"min({surface.target[0]}/iw,{surface.target[1]}/ih)"
    width, height = (f"'if({seen},{_UNSEEN},2*round({side}*{share}/2))'" for side in ("iw", "ih"))
    # With alpha, as overlay wants it: what it inserts itself to convert has one size for all.
    tagged = TAGGED.replace("format=yuv420p", "format=yuva420p")
    colors = f"in_color_matrix={surface.matrix}:{SWSCALE_OUT},{tagged}"
    return [
        *_cut_out(f"{name}wi", f"{name}wc", places, sizes, surface.fps),
        f"[{name}wc]scale={width}:{height}:eval=frame:{colors}[{name}w]",
    ]


def _overlay(windows: Windows, surface: Surface) -> str:
    share = (surface.target / windows.sizes).min(axis=1, keepdims=True)
    shown = 2 * np.rint(windows.sizes * share / 2)
    corner = np.maximum((surface.target - shown) // 4 * 2, 0).astype(int)
    left, top = (_by_frame(corner[:, side].tolist()) for side in (0, 1))
    when = _by_frame([int(bool(pad)) for pad in windows.pads])
    return f"overlay={left}:{top}:format=yuv420:enable={when}"


def _cut_out(source: str, name: str, places: Whole, sizes: Whole, fps: int) -> list[str]:
    """Return the chains that cut the windows out of each frame, pictures of any sizes."""
    numbers = range(len(sizes))
    groups = [list(group) for _, group in groupby(numbers, key=lambda n: tuple(sizes[n].tolist()))]
    if len(groups) == 1:
        return [f"[{source}]{_crop(_size(sizes[0]), places)}[{name}]"]
    labels = [f"{name}{number}" for number in range(len(groups))]
    chains = [f"[{source}]split={len(groups)}{''.join(f'[{one}i]' for one in labels)}"]
    for label, group in zip(labels, groups, strict=True):
        trim = f"trim=start_frame={group[0]}:end_frame={group[-1] + 1},setpts=PTS-STARTPTS"
        chains.append(f"[{label}i]{trim},{_crop(_size(sizes[group[0]]), places[group])}[{label}]")
    joined = "".join(f"[{label}]" for label in labels)
    counted = f"settb=1/{fps},setpts=N"
    return [*chains, f"{joined}concat=n={len(groups)}:v=1:a=0:unsafe=1,{counted}[{name}]"]


def _even(places: Places, sizes: Whole, source: Size) -> Whole:
    """Return the places on even pixels, with windows of these sizes inside the picture."""
    most = (np.array(source) - sizes) // 2 * 2
    even: Whole = np.clip(2 * np.rint(places / 2), 0, most).astype(int)
    return even


def _size(size: Whole) -> Size:
    width, height = size.tolist()
    return width, height


def _crop(size: Sequence[int], places: Whole) -> str:
    left, top = (_by_frame(places[:, side].tolist()) for side in (0, 1))
    return f"crop={size[0]}:{size[1]}:{left}:{top}"


def _by_frame(values: list[int]) -> str:
    """Return an expression for a whole number in each frame.

    Commands sent by ``sendcmd`` would be shorter, but run ahead of the frames that are queued.
    """
    changes = [0, *(n for n in range(1, len(values)) if values[n] != values[n - 1])]
    if len(changes) == 1:
        return str(values[0])
    return f"'{_choice(changes, [values[n] for n in changes])}'"


def _choice(starts: Sequence[int], values: Sequence[int]) -> str:
    """Return nested ifs as deep as a search by halves, since each frame evaluates them."""
    if len(values) == 1:
        return str(values[0])
    half = len(values) // 2
    before, after = _choice(starts[:half], values[:half]), _choice(starts[half:], values[half:])
    return f"if(lt(n,{starts[half]}),{before},{after})"


def _bt709(color: tuple[int, ...]) -> tuple[int, int, int]:
    """Return the color as its samples in BT.709, television range (ITU-R BT.709-6, 3.4)."""
    red, green, blue = (value / 255 for value in color)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    chroma = (blue - luma) / 1.8556, (red - luma) / 1.5748
    return round(16 + 219 * luma), round(128 + 224 * chroma[0]), round(128 + 224 * chroma[1])
