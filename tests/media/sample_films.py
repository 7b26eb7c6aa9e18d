"""Films drawn by ffmpeg's own generators, and what a finished film is, read by PyAV."""

import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import psutil
from imageio_ffmpeg import get_ffmpeg_exe

from omnicontent.media.recipes import ClosingCard, VideoRecipe

CARD = ClosingCard(
    headline="Un été à –30 %", lines=("Code ÉTÉ26",), call_to_action="Réservez", seconds=1.5
)
TALL = VideoRecipe(width_px=360, height_px=640, seconds_max=60)
WIDE = VideoRecipe(width_px=640, height_px=360, seconds_max=60)


def ffmpeg(*arguments: str | Path) -> None:
    words = [get_ffmpeg_exe(), "-nostdin", "-v", "error", "-y", *map(str, arguments)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def make_film(
    path: Path,
    *,
    picture: str = "testsrc2=s=320x240:r=24",
    seconds: float = 2,
    sound: str = "stereo",
    codec: tuple[str, ...] = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"),
) -> Path:
    path.write_bytes(_encode(path.suffix, picture, seconds, sound, codec))
    return path


@cache
def _encode(
    suffix: str, picture: str, seconds: float, sound: str, codec: tuple[str, ...]
) -> bytes:
    """Return a film that many tests want and ffmpeg draws alike each time."""
    words = ["-f", "lavfi", "-i", picture]
    if sound:
        words += ["-f", "lavfi", "-i", "sine=f=440:r=44100"]
        words += ["-af", f"aformat=channel_layouts={sound}", "-c:a", "aac"]
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"film{suffix}"
        ffmpeg(*words, "-t", str(seconds), *codec, path)
        return path.read_bytes()


@dataclass(frozen=True)
class FilmRead:
    size: tuple[int, int]
    codec: str
    pix_fmt: str
    fps: float
    seconds: float
    picture_seconds: float
    sound_seconds: float
    sound_layout: str
    sound_rate: int
    sound_codec: str
    loudness: float
    metadata: dict[str, str]


def read_film(path: Path) -> FilmRead:
    with av.open(str(path)) as film:
        picture, sound = film.streams.video[0], film.streams.audio[0]
        frames = list(film.decode(picture))
        film.seek(0)
        heard = list(film.decode(sound))
        samples = sum(frame.samples for frame in heard)
        return FilmRead(
            size=(picture.width, picture.height),
            codec=picture.codec_context.name,
            pix_fmt=picture.codec_context.pix_fmt,
            fps=float(picture.average_rate),
            seconds=film.duration / 1_000_000,
            picture_seconds=len(frames) / float(picture.average_rate),
            sound_seconds=samples / sound.rate,
            sound_layout=sound.layout.name,
            sound_rate=sound.rate,
            sound_codec=sound.codec_context.name,
            loudness=max(float(abs(frame.to_ndarray()).max()) for frame in heard),
            metadata=dict(film.metadata),
        )


def boxes(path: Path) -> list[str]:
    """Return the names of an MP4's top-level boxes, in order."""
    data, at, names = path.read_bytes(), 0, []
    while at < len(data):
        names.append(data[at + 4 : at + 8].decode())
        at += int.from_bytes(data[at : at + 4], "big")
    return names


def decoders(parent: int) -> list[psutil.Process]:
    """Return what ``parent`` runs of ffmpeg and its wrapping, not its brokers or databases."""
    below = psutil.Process(parent).children(recursive=True)
    return [process for process in below if process.name().startswith(("ffmpeg", "bwrap"))]
