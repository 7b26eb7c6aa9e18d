"""The arguments of the one ffmpeg process that writes all films and stills of a source."""

from collections.abc import Sequence
from dataclasses import dataclass

from omnicontent.media.films.bit_rates import video_bits
from omnicontent.media.films.cutting import Cut
from omnicontent.media.films.filtergraph import (
    Extras,
    draw_graph,
    readings,
    skippable,
    still_moment,
)
from omnicontent.media.films.probing import OPENING, Probe
from omnicontent.media.films.sandbox import SOURCE
from omnicontent.media.recipes import FrameRecipe

GRAPH = "graph.txt"
"""Name of the graph's file: windows that move may outgrow an argument."""


@dataclass(frozen=True, slots=True)
class Added:
    """Names of files of ours that go into a film, in the job's folder; empty is none."""

    card: str = ""
    sound: str = ""
    captions: str = ""
    captions_at: tuple[int, int] = (0, 0)


def encode_arguments(
    probe: Probe, cuts: Sequence[Cut], stills: Sequence[FrameRecipe], added: Sequence[Added]
) -> tuple[list[str], str]:
    """Return everything after the program's name, and the graph that belongs into ``GRAPH``.

    Films are written to ``film0.mp4`` and on, stills to ``still0.png`` and on.

    :raises BudgetError: a byte budget is too small for the length and size of its film.
    """
    moments = [still_moment(still, probe) for still in stills]
    needed = max([*(cut.source_end for cut in cuts), *(moment + 0.5 for moment in moments)]) + 0.5
    inputs = _Inputs(skippable(cuts, moments), [])
    inputs.number(inputs.source(needed))
    extras = [inputs.extras(cut, one) for cut, one in zip(cuts, added, strict=True)]
    sounds = [inputs.number(_own(one.sound)) if one.sound else 0 for one in added]
    words = ["-nostdin", "-hide_banner", "-loglevel", "warning", "-progress", "pipe:1"]
    words += [word for opening in inputs.openings for word in opening]
    words += ["-filter_complex_threads", "1", "-/filter_complex", GRAPH]
    for index, (cut, sound) in enumerate(zip(cuts, sounds, strict=True)):
        words += _film_output(index, cut, sound)
    for index in range(len(stills)):
        words += ["-map", f"[p{index}]", "-frames:v", "1", "-c:v", "png"]
        words += ["-compression_level", "1", "-f", "image2", "-update", "1", f"still{index}.png"]
    return words, draw_graph(probe, cuts, stills, extras)


@dataclass(frozen=True, slots=True)
class _Inputs:
    skipped: int
    openings: list[list[str]]

    def source(self, until: float) -> list[str]:
        seek = ["-ss", str(self.skipped)] if self.skipped else []
        length = f"{until - self.skipped:.3f}"
        return [*OPENING, *seek, "-t", length, "-i", f"file:{SOURCE}"]

    def number(self, opening: list[str]) -> int:
        self.openings.append(opening)
        return len(self.openings) - 1

    def extras(self, cut: Cut, added: Added) -> Extras:
        again = self.source(cut.source_end + 0.5)
        return Extras(
            card=self.number(_own(added.card)) if added.card else 0,
            captions=added.captions,
            captions_at=added.captions_at,
            again=tuple(self.number(again) for _ in readings(cut)[1:]),
        )


def _own(name: str) -> list[str]:
    return ["-protocol_whitelist", "file", "-f", "mov", "-i", f"file:{name}"]


def _film_output(index: int, cut: Cut, sound: int) -> list[str]:
    rate = video_bits(cut)
    recipe = cut.recipe
    # A budget needs the tighter buffer that video_bits() reckons with.
    buffer = rate if recipe.max_bytes else 2 * rate
    heard = ["-map", f"{sound}:a:0", "-c:a", "copy"] if sound else ["-an"]
    return [
        *("-map", f"[o{index}]", *heard, "-r", str(recipe.fps)),
        *("-c:v", "libx264", "-preset", recipe.preset, "-profile:v", "high", "-threads", "1"),
        *("-crf", str(recipe.crf), "-maxrate", str(rate), "-bufsize", str(buffer)),
        *("-g", str(2 * recipe.fps), "-pix_fmt", "yuv420p"),
        *("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"),
        *("-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"),
        *("-f", "mp4", f"film{index}.mp4"),
    ]
