"""A film as small pictures: one sandboxed ffmpeg reads it once and pours them out.

The pictures go through a pipe, never to the disk: half an hour at 60 a second would be 27 GB.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omnicontent.media.errors import UnreadableMediaError
from omnicontent.media.films.probing import OPENING, Probe
from omnicontent.media.films.sandbox import SOURCE, Limits, pour_ffmpeg
from omnicontent.phrases import phrase as _

Pixels = NDArray[np.uint8]
SIDE = 384
"""Pixels of the longer side: a face of 3 % of the width is still found."""
_TIMES = "times.txt"


def read_proxies(folder: Path, probe: Probe, on_picture: Callable[[Pixels], None]) -> list[float]:
    """Give ``on_picture`` every picture of the job's source, upright, small, as RGB.

    Returns the moment of each in seconds, on the clock by which films are cut. Pictures of high
    dynamic range are not tone mapped: they look flat, which is enough for finding things.

    :raises UnreadableMediaError: no picture could be read.
    :raises EncodingError: it ran out of time.
    """
    width, height = proxy_size(probe)
    pour = _Pour((height, width, 3), on_picture)
    outcome = pour_ffmpeg(_arguments(probe, (width, height)), folder, _limits(probe), pour.take)
    times = _times(folder / _TIMES)
    if outcome.code != 0 or not times or len(times) != pour.count:
        raise UnreadableMediaError(
            _("The film's pictures could not be read. Export it anew and upload it again.")
        )
    return times


def proxy_size(probe: Probe) -> tuple[int, int]:
    """Return width and height of the small pictures; the longer one is ``SIDE``."""
    scale = SIDE / max(probe.width_px, probe.height_px)
    return max(2, round(probe.width_px * scale)), max(2, round(probe.height_px * scale))


class _Pour:
    """Cuts the stream of bytes into pictures."""

    def __init__(self, shape: tuple[int, int, int], on_picture: Callable[[Pixels], None]) -> None:
        self.count = 0
        self._shape = shape
        self._size = shape[0] * shape[1] * shape[2]
        self._on_picture = on_picture
        self._rest = bytearray()

    def take(self, chunk: bytes) -> None:
        self._rest += chunk
        while len(self._rest) >= self._size:
            picture = np.frombuffer(bytes(self._rest[: self._size]), np.uint8)
            del self._rest[: self._size]
            self.count += 1
            self._on_picture(picture.reshape(self._shape))


def _arguments(probe: Probe, size: tuple[int, int]) -> list[str]:
    # Area: each small pixel is the mean of its large ones, so noise is no motion.
    scale = f"scale={size[0]}:{size[1]}:flags=area:in_color_matrix={probe.matrix},setsar=1"
    timed = ("-fps_mode", "passthrough", "-enc_time_base", "filter")
    return [
        *("-nostdin", "-hide_banner", "-nostats", "-loglevel", "error"),
        *(*OPENING, "-i", f"file:{SOURCE}"),
        *("-filter_complex", f"[0:V:0]{scale},format=rgb24,split=2[pictures][times]"),
        *("-map", "[times]", *timed, "-c:v", "wrapped_avframe", "-f", "framecrc", _TIMES),
        *("-map", "[pictures]", *timed, "-c:v", "rawvideo", "-f", "rawvideo", "pipe:1"),
    ]


def _times(path: Path) -> list[float]:
    """Return the moments that the framecrc muxer wrote: its second column is a picture's."""
    if not path.is_file():
        return []
    base, moments = 0.0, []
    for line in path.read_text().splitlines():
        if line.startswith("#tb 0:"):
            over, under = line.removeprefix("#tb 0:").split("/")
            base = int(over) / int(under)
        elif not line.startswith("#"):
            moments.append(max(0.0, round(int(line.split(",")[2]) * base, 6)))
    return moments


def _limits(probe: Probe) -> Limits:
    # As for encoding: only a stuck process is ended. The list of moments is all that is written.
    return Limits(seconds=round(120 + 16 * probe.seconds), file_bytes=32 << 20)
