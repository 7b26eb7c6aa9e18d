"""Finding out what a film is by letting ffmpeg read it, in the sandbox, once from end to end."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from omnicontent.media.errors import MediaTooLargeError, UnreadableMediaError
from omnicontent.media.films.sandbox import SOURCE, Limits, run_ffmpeg
from omnicontent.phrases import phrase as _

SIDE_MIN = 16
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

_RATIO_NOISE = Fraction(1, 100)
_REORDERED_SECONDS = 0.25
"""How far the decoding time of the last packet can lag behind its picture's end."""
_STREAM = r"^  Stream #0:\d+(\[0x[0-9a-f]+\])?(\([^)\n]*\))?: "
"""How ffmpeg's report begins the line of a stream; texts of the file are indented further."""
_PICTURE = re.compile(_STREAM + r"Video: (?!.*\(attached pic\)).*$", re.M)
_HEARD = re.compile(r"^#media_type 0: audio$[\s\S]*^0, ", re.M)
_INTERLACED = re.compile(r"\([^)]*\b(?:top|bottom) (?:coded )?first")
_RGB = re.compile(r"\bgbra?p")
_CUT_OFF = re.compile(r"^\[[^\]\n]+ @ [^\]\n]+\].*(?:partial file|File ended prematurely)", re.M)
"""What ffmpeg says of an MP4, and of an MKV or WebM; recordings that state no length are whole."""
_FIELDS = re.compile(r"^\[Parsed_showinfo_\d+ @ \w+\] n: *0 .* i:[TB] ", re.M)
_UNREADABLE = _(
    "The file is no whole film that we can read. "
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
    """Name of the color matrix that its samples were made with, as both scale filters say it."""
    high_dynamic_range: bool
    interlaced: bool = False
    """Whether its frames hold the lines of two moments, as television's do."""
    rgb: bool = False
    """Whether its samples are red, green and blue, which no matrix made."""


def probe_film(folder: Path, cancelled: Callable[[], bool] = lambda: False) -> Probe:
    """Read the job's source to its end and decode its first picture.

    :raises UnreadableMediaError: no film that we take, without a picture, or truncated.
    :raises MediaTooLargeError: larger than 3840x2160, 60 frames a second or 30 minutes.
    :raises CancelledError: it is not wanted any more.
    """
    progress: dict[str, str] = {}

    def note(line: str) -> None:
        key, _, value = line.partition("=")
        progress[key] = value

    outcome = run_ffmpeg(_arguments(), folder, Limits(), note, cancelled)
    header = folder / "first.txt"
    if outcome.code != 0 or not header.is_file() or _is_cut_off(outcome.log, folder / SOURCE):
        raise UnreadableMediaError(_UNREADABLE)
    sound = folder / "sound.txt"
    heard = sound.is_file() and bool(_HEARD.search(sound.read_text()))
    probe = _read(outcome.log, header.read_text(), progress, heard)
    _check(probe)
    return probe


def _is_cut_off(log: str, path: Path) -> bool:
    """Tell whether the file ends before it says: half of a film would go out as if whole."""
    if _CUT_OFF.search(log):
        return True
    with path.open("rb") as file:
        head = file.read(12)
    # Of an AVI, ffmpeg reads what there is without a word.
    avi = head[:4] == b"RIFF" and head[8:] == b"AVI "
    return avi and path.stat().st_size < int.from_bytes(head[4:8], "little")


def _arguments() -> list[str]:
    return [
        *("-nostdin", "-hide_banner", "-nostats", "-progress", "pipe:1"),
        *(*OPENING, "-i", f"file:{SOURCE}"),
        *("-map", "0:V:0", "-c", "copy", "-f", "null", "-"),
        *("-map", "0:V:0", "-frames:v", "1", "-vf", "showinfo=checksum=false"),
        *("-f", "framehash", "first.txt"),
        # Where there is no sound, the picture is taken: told by the file's header.
        *("-map", "0:a:0?", "-frames:a", "1", "-frames:v", "1", "-f", "framehash", "sound.txt"),
    ]


def _read(log: str, header: str, progress: dict[str, str], heard: bool) -> Probe:
    source_log = log.partition("\nStream mapping:")[0]
    picture = _PICTURE.search(source_log)
    length = progress.get("out_time_us", "")
    if picture is None or not length.isdigit() or int(length) == 0:
        raise UnreadableMediaError(_UNREADABLE)
    counted = int(length) / 1_000_000
    rate = re.search(r", (\d+(?:\.\d+)?) fps,", picture[0])
    width, height, ratio = _geometry(header)
    return Probe(
        width_px=round(width * ratio),
        height_px=height,
        seconds=_seconds(source_log, counted),
        fps=float(rate[1]) if rate else int(progress.get("frame", "0")) / counted,
        has_sound=heard,
        square_pixels=ratio == 1,
        matrix=_matrix(picture[0], height),
        high_dynamic_range=bool(re.search(r"arib-std-b67|smpte2084", picture[0])),
        rgb=bool(_RGB.search(picture[0])),
        interlaced=bool(_INTERLACED.search(picture[0]) or _FIELDS.search(log)),
    )


def _seconds(source_log: str, counted: float) -> float:
    """Return how long the pictures last.

    The header knows best, as it excludes what an edit list hides and includes the last frame's
    duration; but it counts sound that goes on after the pictures, and live recordings have none.
    """
    said = re.search(r"^  Duration: (\d+):(\d\d):(\d\d\.\d+),", source_log, re.M)
    if said is None:
        return counted
    header = int(said[1]) * 3600 + int(said[2]) * 60 + float(said[3])
    return header if 0 < header < counted + _REORDERED_SECONDS else counted


def _geometry(header: str) -> tuple[int, int, Fraction]:
    """Return width and height of the first picture, and the shape of its pixels."""
    size = re.search(r"^#dimensions 0: (\d+)x(\d+)$", header, re.M)
    if size is None or min(int(size[1]), int(size[2])) < SIDE_MIN:
        raise UnreadableMediaError(_UNREADABLE)
    shape = re.search(r"^#sar 0: ([1-9]\d*)/([1-9]\d*)$", header, re.M)
    ratio = Fraction(int(shape[1]), int(shape[2])) if shape else Fraction(1)
    # Encoders write 404:405 for rounding errors; stretching for them only costs sharpness.
    return int(size[1]), int(size[2]), ratio if abs(ratio - 1) > _RATIO_NOISE else Fraction(1)


def _matrix(picture: str, height: int) -> str:
    if "bt2020" in picture:
        return "bt2020nc"
    if "bt709" in picture:
        return "bt709"
    if re.search(r"smpte170m|bt470bg", picture):
        return "smpte170m"
    # Untagged: cameras and editors mean BT.709 from 720 lines up, televisions' 601 below.
    return "bt709" if height >= 720 else "smpte170m"


def _check(probe: Probe) -> None:
    long, short = max(probe.width_px, probe.height_px), min(probe.width_px, probe.height_px)
    if long > SIDES_MAX[0] or short > SIDES_MAX[1]:
        raise MediaTooLargeError(_("The film is larger than 3840x2160. Export it in 4K or below."))
    if probe.fps > FPS_MAX + 1:
        raise MediaTooLargeError(
            _("The film has more than 60 frames a second. Export it with 60.")
        )
    if probe.seconds > SECONDS_MAX:
        raise MediaTooLargeError(_("The film is longer than 30 minutes. Cut it."))
