"""Finding out what a film is by letting ffmpeg read it, in the sandbox, once from end to end."""

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from omnicontent.media.errors import MediaTooLargeError, UnreadableMediaError
from omnicontent.media.sandbox import SOURCE, Limits, run_ffmpeg

SIDES_MAX = (3840, 2160)
FPS_MAX = 60
SECONDS_MAX = 30 * 60
STREAMS_MAX = 32

OPENING = (
    "-protocol_whitelist",
    "file,pipe",
    "-format_whitelist",
    "mov,matroska,webm,avi",
    "-codec_whitelist",
    "h264,hevc,av1,libdav1d,vp8,vp9,libvpx,libvpx-vp9,mpeg4,mjpeg,prores,"
    "aac,mp3,mp3float,opus,libopus,vorbis,ac3,eac3,flac,alac,"
    "pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_f32le,pcm_u8",
    "-max_streams",
    str(STREAMS_MAX),
    "-max_pixels",
    str(SIDES_MAX[0] * (SIDES_MAX[0] + 16)),
    "-threads",
    "2",
)
"""What every opening of a source is restricted to. Without the format list a text file named
``.mp4`` (ffconcat, HLS) makes ffmpeg open its neighbors."""

_UNREADABLE = (
    "The file is not a whole MP4, MOV, MKV, WebM or AVI film that we can read. "
    "Export it as MP4 (H.264 and AAC) and upload it again."
)


@dataclass(frozen=True, slots=True)
class Probe:
    """A film as its viewers see it: rotated, with square pixels."""

    width_px: int
    height_px: int
    seconds: float
    fps: float
    has_sound: bool
    square_pixels: bool
    matrix: str
    """Name of the color matrix that its samples were made with, as the scale filter says it."""
    high_dynamic_range: bool


def probe_film(folder: Path) -> Probe:
    """Read the job's source to its end and decode its first picture.

    :raises UnreadableMediaError: no film that we take, without a picture, or truncated.
    :raises MediaTooLargeError: larger than 3840x2160, 60 frames a second or 30 minutes.
    """
    progress: dict[str, str] = {}

    def note(line: str) -> None:
        key, _, value = line.partition("=")
        progress[key] = value

    outcome = run_ffmpeg(_arguments(), folder, Limits(), note)
    header = folder / "first.txt"
    if outcome.code != 0 or not header.is_file() or "partial file" in outcome.log:
        raise UnreadableMediaError(_UNREADABLE)
    probe = _read(outcome.log, header.read_text(), progress)
    _check(probe)
    return probe


def _arguments() -> list[str]:
    return [
        *("-nostdin", "-hide_banner", "-nostats", "-progress", "pipe:1"),
        *(*OPENING, "-i", f"file:{SOURCE}"),
        *("-map", "0:v:0", "-c", "copy", "-f", "null", "-"),
        *("-map", "0:v:0", "-frames:v", "1", "-f", "framehash", "first.txt"),
    ]


def _read(log: str, header: str, progress: dict[str, str]) -> Probe:
    size = re.search(r"^#dimensions 0: (\d+)x(\d+)$", header, re.M)
    length = progress.get("out_time_us", "")
    if size is None or not length.isdigit() or int(length) == 0:
        raise UnreadableMediaError(_UNREADABLE)
    seconds = int(length) / 1_000_000
    source_log = log.partition("Stream mapping:")[0]
    picture = next(line for line in source_log.splitlines() if ": Video: " in line)
    sar = _pixel_ratio(header)
    width, height = int(size[1]), int(size[2])
    return Probe(
        width_px=round(width * sar),
        height_px=height,
        seconds=seconds,
        fps=int(progress.get("frame", "0")) / seconds,
        has_sound=": Audio: " in source_log,
        square_pixels=sar == 1,
        matrix=_matrix(picture, height),
        high_dynamic_range=bool(re.search(r"arib-std-b67|smpte2084", picture)),
    )


def _pixel_ratio(header: str) -> Fraction:
    found = re.search(r"^#sar 0: (\d+)/(\d+)$", header, re.M)
    if found is None or "0" in found.groups():
        return Fraction(1)
    return Fraction(int(found[1]), int(found[2]))


def _matrix(picture: str, height: int) -> str:
    if "bt2020" in picture:
        return "bt2020"
    if "bt709" in picture:
        return "bt709"
    if re.search(r"smpte170m|bt470bg", picture):
        return "smpte170m"
    # Untagged: cameras and editors mean BT.709 from 720 lines up, televisions' 601 below.
    return "bt709" if height >= 720 else "smpte170m"


def _check(probe: Probe) -> None:
    long, short = max(probe.width_px, probe.height_px), min(probe.width_px, probe.height_px)
    if long > SIDES_MAX[0] or short > SIDES_MAX[1]:
        raise MediaTooLargeError("The film is larger than 3840x2160. Export it in 4K or below.")
    if probe.fps > FPS_MAX + 1:
        raise MediaTooLargeError("The film has more than 60 frames a second. Export it with 60.")
    if probe.seconds > SECONDS_MAX:
        raise MediaTooLargeError("The film is longer than 30 minutes. Cut it.")
