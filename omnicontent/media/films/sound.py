"""The sound of films: cut as their pictures are, stereo, leveled, coded once for all of a kind.

These steps read the sound alone, which costs next to nothing beside the pictures, so that each is
measured on the coded file and corrected before the one long step begins.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from math import floor
from pathlib import Path

from omnicontent.media.errors import EncodingError
from omnicontent.media.films.bit_rates import AUDIO_BITS
from omnicontent.media.films.cutting import Cut
from omnicontent.media.films.loudness import (
    Leveling,
    Loudness,
    level,
    level_anew,
    measured,
    measuring,
)
from omnicontent.media.films.probing import OPENING, Probe
from omnicontent.media.films.sandbox import SOURCE, Outcome
from omnicontent.phrases import phrase as _

logger = logging.getLogger(__name__)
AUDIO_RATE = 48_000
_AAC_FRAME = 1024
_DECLICK_SECONDS = 0.01
_FADE_SECONDS = 0.3
_ATTEMPTS = 4
_WORDS = ["-nostdin", "-y", "-hide_banner", "-nostats", "-filter_complex_threads", "1"]
_STEREO = (
    f"aresample={AUDIO_RATE}:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo"
)
"""swresample's matrix is that of ITU-R BS.775: center and surround come in at -3 dB, so that
dialog stays, and floats can't clip before they are leveled."""

Run = Callable[[list[str]], Outcome]


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of the source, first and after the last of each part, and how long the whole is."""

    parts: tuple[tuple[int, int], ...]
    length: int
    faded: bool
    """Whether the source goes on where it ends."""


@dataclass(frozen=True, slots=True)
class CodedSound:
    """A finished sound's file name, "" for a silent recipe, and how loud it came out.

    ``lufs`` is None where there is nothing to hear that could be too quiet.
    """

    name: str = ""
    lufs: float | None = None


def make_sounds(folder: Path, probe: Probe, cuts: Sequence[Cut], run: Run) -> list[CodedSound]:
    """Write the cuts' sounds and return one for each cut.

    :raises EncodingError: the encoder failed.
    """
    wanted = [sound_of(cut, probe) if cut.recipe.sound else None for cut in cuts]
    sounds = list(dict.fromkeys(sound for sound in wanted if sound is not None))
    names = {sound: f"sound{number}.m4a" for number, sound in enumerate(sounds)}
    loud = _make({names[sound]: sound for sound in sounds}, probe, run) if sounds else {}
    coded = {sound: CodedSound(name, loud.get(name)) for sound, name in names.items()}
    return [coded[sound] if sound else CodedSound() for sound in wanted]


def sound_of(cut: Cut, probe: Probe) -> Sound:
    """Return the samples that belong to a cut's frames."""
    fps = cut.recipe.fps
    parts = tuple(
        (round(part.first * AUDIO_RATE / fps), round(part.end * AUDIO_RATE / fps))
        for part in cut.parts
    )
    # Whole AAC frames only: a padded last one would make the sound outlast seconds_max.
    length = max(1, floor(cut.seconds * AUDIO_RATE / _AAC_FRAME)) * _AAC_FRAME
    return Sound(parts, length, cut.parts[-1].end / fps < probe.seconds - 0.1)


def _make(sounds: dict[str, Sound], probe: Probe, run: Run) -> dict[str, float]:
    """Write the files and return how loud each is, in LUFS, where there is something to hear."""
    if not probe.has_sound:
        _encode_silence(sounds, run)
        return {}
    levelings = {name: level(one) for name, one in _measure_source(sounds, run).items()}
    reached: dict[str, Loudness] = {}
    for _attempt in range(_ATTEMPTS):
        _encode({name: sounds[name] for name in levelings}, levelings, run)
        reached |= _measure_files(list(levelings), run)
        levelings = {
            name: level_anew(leveling, reached[name])
            for name, leveling in levelings.items()
            if not (reached[name].good or reached[name].silent)
        }
        if not levelings:
            break
    for name in levelings:
        logger.warning("%s is %.1f LUFS, %.1f dBTP: no gain fits.", name, *astuple(reached[name]))
    return {name: result.lufs for name, result in reached.items() if not result.silent}


def _measure_source(sounds: dict[str, Sound], run: Run) -> dict[str, Loudness]:
    ends = {name: measuring(f"m{number}") for number, name in enumerate(sounds)}
    words = [*_opening(sounds), "-filter_complex", _graph(sounds, ends)]
    for number in range(len(sounds)):
        words += ["-map", f"[x{number}]", "-map_metadata", "-1", "-f", "null", "-"]
    log = _run(words, run).log
    return {name: measured(log, f"m{number}") for number, name in enumerate(sounds)}


def _measure_files(names: Sequence[str], run: Run) -> dict[str, Loudness]:
    words: list[str] = []
    for name in names:
        words += ["-protocol_whitelist", "file", "-f", "mov", "-i", f"file:{name}"]
    chains = (f"[{n}:a:0]{measuring(f'm{n}')}[x{n}]" for n in range(len(names)))
    words += ["-filter_complex", ";".join(chains)]
    for number in range(len(names)):
        words += ["-map", f"[x{number}]", "-f", "null", "-"]
    log = _run(words, run).log
    return {name: measured(log, f"m{number}") for number, name in enumerate(names)}


def _encode(sounds: dict[str, Sound], levelings: dict[str, Leveling], run: Run) -> None:
    ends = {
        name: f"{levelings[name].filters}apad=whole_len={sound.length},"
        f"atrim=end_sample={sound.length}"
        for name, sound in sounds.items()
    }
    _run([*_opening(sounds), "-filter_complex", _graph(sounds, ends), *_outputs(sounds)], run)


def _encode_silence(sounds: dict[str, Sound], run: Run) -> None:
    silence = f"anullsrc=r={AUDIO_RATE}:cl=stereo,atrim=end_sample="
    chains = [f"{silence}{sound.length}[x{n}]" for n, sound in enumerate(sounds.values())]
    _run(["-filter_complex", ";".join(chains), *_outputs(sounds)], run)


def _opening(sounds: dict[str, Sound]) -> list[str]:
    needed = max(end for sound in sounds.values() for _, end in sound.parts) / AUDIO_RATE
    return [*OPENING, "-t", f"{needed + 0.5:.3f}", "-vn", "-sn", "-dn", "-i", f"file:{SOURCE}"]


def _outputs(sounds: dict[str, Sound]) -> list[str]:
    words: list[str] = []
    for number, name in enumerate(sounds):
        words += ["-map", f"[x{number}]", "-c:a", "aac", "-b:a", str(AUDIO_BITS)]
        words += ["-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"]
        words += ["-flags:a", "+bitexact", "-f", "mp4", name]
    return words


def _graph(sounds: dict[str, Sound], ends: dict[str, str]) -> str:
    names = "".join(f"[a{number}]" for number in range(len(sounds)))
    chains = [f"[0:a:0]{_STEREO},asplit={len(sounds)}{names}"]
    for number, (name, sound) in enumerate(sounds.items()):
        chains += _parts_chains(number, sound)
        chains.append(f"[j{number}]{ends[name]}[x{number}]")
    return ";".join(chains)


def _parts_chains(number: int, sound: Sound) -> list[str]:
    """Return the chains that cut the parts out and join them, without a click at the joints."""
    count = len(sound.parts)
    labels = [f"[a{number}p{part}]" for part in range(count)]
    chains = [f"[a{number}]asplit={count}{''.join(labels)}"]
    for index, (label, (first, end)) in enumerate(zip(labels, sound.parts, strict=True)):
        fade_in = _DECLICK_SECONDS if first else 0.0
        fade_out = _DECLICK_SECONDS if index < count - 1 else _FADE_SECONDS * sound.faded
        # Padded, since a sound that ends early would pull the next part's forward.
        trim = f"atrim=start_sample={first}:end_sample={end},asetpts=PTS-STARTPTS"
        whole = f"{trim},apad=whole_len={end - first}"
        chains.append(f"{label}{whole}{_fades(end - first, fade_in, fade_out)}{label[:-1]}c]")
    joined = "".join(f"{label[:-1]}c]" for label in labels)
    return [*chains, f"{joined}concat=n={count}:v=0:a=1[j{number}]"]


def _fades(samples: int, fade_in: float, fade_out: float) -> str:
    rise, fall = (min(samples // 2, round(fade * AUDIO_RATE)) for fade in (fade_in, fade_out))
    words = f",afade=t=in:ns={rise}" if rise else ""
    return words + (f",afade=t=out:ss={samples - fall}:ns={fall}" if fall else "")


def _run(words: list[str], run: Run) -> Outcome:
    outcome = run([*_WORDS, *words])
    if outcome.code != 0:
        raise EncodingError(
            _("The sound could not be encoded: %(log)s", log=outcome.log[-500:].strip())
        )
    return outcome
