"""Films of high dynamic range whose light is known: patches in nits, coded as HLG or PQ."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.media.sample_films import ffmpeg

PATCHES: dict[str, tuple[float, float, float]] = {
    "gray": (26, 26, 26),  # ITU-R BT.2408: a gray card
    "white": (203, 203, 203),  # and white paper, which lamps and the sun outshine
    "glare": (1000, 1000, 1000),
    "red": (203, 0, 0),
    "green": (0, 203, 0),
    "blue": (0, 0, 203),
}
"""Name -> light of the red, green and blue that SDR knows (BT.709), from left to right."""
_SIDE = 80
_TO_BT2020 = np.array(
    [[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]]
)
_LUMINANCE = np.array([0.2627, 0.6780, 0.0593])


def patches_film(path: Path, transfer: str) -> Path:
    """Write half a second of the patches side by side, as a camera tags them."""
    nits = np.maximum(np.array(list(PATCHES.values())) @ _TO_BT2020.T, 1e-6)
    signal = (_pq(nits) if transfer == "smpte2084" else _hlg(nits)) * 65535
    row = np.repeat(np.round(signal).astype("<u2"), _SIDE, axis=0)
    raw = path.with_suffix(".raw")
    raw.write_bytes(np.repeat(row[None], 270, axis=0).tobytes() * 12)
    tags = f"colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc"
    ffmpeg("-f", "rawvideo", "-pix_fmt", "rgb48le", "-s", f"{row.shape[0]}x270", "-r", "24",
           "-i", raw, "-vf", "scale=out_color_matrix=bt2020,format=yuv420p10le",
           "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", f"log-level=none:{tags}",
           path)  # fmt: skip
    return path


def patch_middle(name: str) -> tuple[int, int]:
    """Return the pixel in the middle of a patch."""
    return list(PATCHES).index(name) * _SIDE + _SIDE // 2, 135


def _pq(nits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the signal of SMPTE ST 2084."""
    power = (nits / 10_000) ** (2610 / 16384)
    signal = (3424 / 4096 + 2413 / 128 * power) / (1 + 2392 / 128 * power)
    return np.asarray(signal ** (2523 / 32))


def _hlg(nits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the signal of ITU-R BT.2100's HLG for a display of 1,000 nits."""
    light = nits / 1000
    scene = light * ((light @ _LUMINANCE) ** (1 / 1.2 - 1))[:, None]
    bright = 0.17883277 * np.log(np.maximum(12 * scene - 0.28466892, 1e-9)) + 0.55991073
    return np.where(scene <= 1 / 12, np.sqrt(3 * scene), bright)
