"""Films whose cuts and subjects are known, since they are drawn picture by picture."""

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import cv2
import numpy as np
import skimage.data
from imageio_ffmpeg import get_ffmpeg_exe
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
WIDTH, HEIGHT, FPS = 640, 360, 24


def write_film(path: Path, pictures: Iterable[Picture], fps: float = FPS, *more: str) -> Path:
    words = [get_ffmpeg_exe(), "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24"]
    words += ["-s", f"{WIDTH}x{HEIGHT}", "-r", str(fps), "-i", "-", *more]
    words += ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-pix_fmt", "yuv420p"]
    raw = b"".join(np.ascontiguousarray(picture).tobytes() for picture in pictures)
    subprocess.run([*words, str(path)], input=raw, check=True)
    return path


def ground(seed: int) -> Picture:
    """Return a soft texture of its own color."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(40, 200, (9, 16, 1)) + rng.integers(-40, 40, (1, 1, 3))
    soft = cv2.resize(coarse.clip(0, 255).astype(np.uint8), (WIDTH, HEIGHT))
    return (soft + rng.integers(0, 12, (HEIGHT, WIDTH, 1))).clip(0, 255).astype(np.uint8)


def wide_ground(seed: int) -> Picture:
    """Return a ground for panning over: four pictures wide."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(20, 235, (18, 128, 3)).astype(np.uint8)
    return np.asarray(cv2.resize(coarse, (4 * WIDTH, HEIGHT)), np.uint8)


def checkered(side: int = 90) -> Picture:
    squares = np.indices((side, side)).sum(axis=0) // 10 % 2
    return np.stack([squares * 220, squares * 60 + 20, 230 - squares * 200], -1).astype(np.uint8)


def face(height: int) -> Picture:
    """Return the astronaut's head and shoulders; her face is a third of it, at (0.43, 0.44)."""
    photo = skimage.data.astronaut()[0:300, 60:360]
    return np.asarray(cv2.resize(photo, (height, height), interpolation=cv2.INTER_AREA), np.uint8)


def paste(under: Picture, thing: Picture, middle: float, top: float = 0.3) -> Picture:
    """Return the ground with a thing whose middle is at this share of the width."""
    picture, (tall, wide) = under.copy(), thing.shape[:2]
    left, high = round(middle * WIDTH - wide / 2), round(top * HEIGHT)
    first, last = max(left, 0), min(left + wide, WIDTH)
    picture[high : high + tall, first:last] = thing[:, first - left : last - left]
    return picture


def shot(
    seed: int, seconds: float, thing: Picture, middle: Callable[[float], float]
) -> list[Picture]:
    """Return the pictures of a shot in which a thing moves as ``middle`` says, over seconds."""
    under = ground(seed)
    return [paste(under, thing, middle(n / FPS)) for n in range(round(seconds * FPS))]
