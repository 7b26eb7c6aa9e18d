"""The one graph of filters: one decode, split, and a chain for each rendition.

Everything in it is a number of ours or a fixed word; text of a story never gets here, since a
filter's quoting can be escaped and ``drawtext`` reads files.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor

from omnicontent.media.films.cutting import EARLY_SECONDS, Cut, Part
from omnicontent.media.films.probing import Probe
from omnicontent.media.films.window_filters import SWSCALE_OUT, TAGGED, window_chains
from omnicontent.media.films.windows import windows_of
from omnicontent.media.recipes import FrameRecipe

_TONE_MAP = (
    "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
    "zscale=t=bt709:m=bt709:r=tv,format=yuv420p,"
)
_DEINTERLACE = "bwdif=mode=send_frame:deint=interlaced,"
"""Draws the other half of each frame's lines anew, where the frame says that it has two."""
_CLOCK = f"settb=AVTB,setpts=PTS+{round(EARLY_SECONDS * 1_000_000)},"
_HOLD = "tpad=stop_mode=clone:stop_duration=1"
"""Repeats the last frame: for stills wished for after it, and films whose sound lasts longer."""
_FROM_RGB = "scale=out_color_matrix=bt709:out_range=tv,format=yuv444p,"
_SKIP_SECONDS_MIN = 5
"""Less is decoded sooner than sought."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What a rendition is drawn from besides the source: numbers of inputs, 0 is none."""

    card: int = 0
    captions: str = ""
    """Name of our own list of pictures."""
    captions_at: tuple[int, int] = (0, 0)
    again: tuple[int, ...] = ()
    """The source anew, for each time that its parts go back."""


def skippable(cuts: Sequence[Cut], moments: Sequence[float]) -> int:
    """Return how many whole seconds of the source need not be decoded, 0 for a few.

    Whole seconds are whole numbers of frames at every rate of ours.
    """
    starts = [part.first / cut.recipe.fps for cut in cuts for part in cut.parts]
    # Two seconds more than needed, for the frame before the first one to be there for certain.
    seconds = floor(min([*starts, *moments])) - 2
    return seconds if seconds >= _SKIP_SECONDS_MIN else 0


def draw_graph(
    probe: Probe, cuts: Sequence[Cut], stills: Sequence[FrameRecipe], extras: Sequence[Extras]
) -> str:
    """Return the graph: films come out at ``[o0]`` and on, stills at ``[p0]`` and on."""
    moments = [still_moment(still, probe) for still in stills]
    skipped = skippable(cuts, moments)
    names = [f"[v{i}]" for i in range(len(cuts))] + [f"[s{i}]" for i in range(len(stills))]
    chains = [f"[0:V:0]{_prepare(probe)}split={len(names)}{''.join(names)}"]
    for index, (cut, extra) in enumerate(zip(cuts, extras, strict=True)):
        chains += _film_chains(index, cut, probe, extra, skipped)
    for index, moment in enumerate(moments):
        trim = f"trim=start={moment - skipped:.6f}"
        chains.append(f"[s{index}]{_HOLD},{trim},{_still(probe)}[p{index}]")
    return ";\n".join(chains)


def still_moment(still: FrameRecipe, probe: Probe) -> float:
    """Return when the still is taken: the wish, or shortly before the film's end."""
    return max(0.0, min(still.at_seconds, probe.seconds - 2 / max(probe.fps, 1)))


def readings(cut: Cut) -> list[list[Part]]:
    """Return the cut's parts by the times that the source is read for them.

    A part before the one that it follows needs another reading: kept until its turn comes, its
    pictures would fill the memory.
    """
    read = [[cut.parts[0]]]
    for before, part in pairwise(cut.parts):
        if part.first < before.end:
            read.append([])
        read[-1].append(part)
    return read


def _prepare(probe: Probe) -> str:
    deinterlace = _DEINTERLACE if probe.interlaced else ""
    tone_map = _TONE_MAP if probe.high_dynamic_range else ""
    from_rgb = _FROM_RGB if probe.rgb else ""
    square = f"scale={probe.width_px}:{probe.height_px},setsar=1,"
    return from_rgb + deinterlace + tone_map + ("" if probe.square_pixels else square) + _CLOCK


def _film_chains(index: int, cut: Cut, probe: Probe, extra: Extras, skipped: int) -> list[str]:
    """Return the chains of one film: its parts, their windows, its card, its captions."""
    fps, name = cut.recipe.fps, f"f{index}"
    again = [f"[{number}:V:0]{_prepare(probe)}" for number in extra.again]
    chains = _parts_chains(name, cut, [f"[v{index}]", *again], skipped)
    chains += window_chains(name, windows_of(cut, probe), cut.recipe, probe, _matrix(probe))
    end = _captions(index, extra)
    if not extra.card:
        return [*chains, f"[{name}]{_counted(fps)}{end}"]
    card = _card_chain(f"{name}k", extra.card, cut)
    return [*chains, card, f"[{name}][{name}k]concat=n=2:v=1:a=0,{_counted(fps)}{end}"]


def _parts_chains(name: str, cut: Cut, sources: Sequence[str], skipped: int) -> list[str]:
    """Return the chains that join the cut's parts: whole pictures, of which none is copied."""
    fps, chains, pieces = cut.recipe.fps, [], 0
    for source, parts in zip(sources, readings(cut), strict=True):
        labels = [f"[{name}p{pieces + number}" for number in range(len(parts))]
        split = "".join(f"{label}i]" for label in labels)
        chains.append(f"{source}fps={fps}:start_time=0,{_HOLD},split={len(parts)}{split}")
        for label, part in zip(labels, parts, strict=True):
            first, end = (number - skipped * fps for number in (part.first, part.end))
            trim = f"trim=start_frame={first}:end_frame={end},setpts=PTS-STARTPTS"
            chains.append(f"{label}i]{trim}{label}]")
        pieces += len(parts)
    joined = "".join(f"[{name}p{number}]" for number in range(pieces))
    return [*chains, f"{joined}concat=n={pieces}:v=1:a=0,{_counted(fps)}[{name}i]"]


def _counted(fps: int) -> str:
    # What concat makes of a piece of one frame has no length: the frames are counted anew.
    return f"settb=1/{fps},setpts=N"


def _captions(index: int, extra: Extras) -> str:
    if not extra.captions:
        return f"[o{index}]"
    left, top = extra.captions_at
    # Read in the graph: an input is not asked for pictures while another film's or still's first
    # frame is far off, and frames would pile up here until then.
    drawn = (
        f"movie={extra.captions}:format_name=concat:format_opts=safe=0:dec_threads=1,"
        "scale=out_color_matrix=bt709:out_range=tv,format=yuva420p"
    )
    return (
        f"[m{index}];{drawn}[t{index}];"
        f"[m{index}][t{index}]overlay={left}:{top}:format=yuv420:eof_action=pass[o{index}]"
    )


def _card_chain(name: str, number: int, cut: Cut) -> str:
    recipe = cut.recipe
    return (
        f"[{number}:v:0]fps={recipe.fps}:start_time=0,trim=end_frame={cut.card_frames},"
        f"scale={recipe.width_px}:{recipe.height_px}:in_color_matrix=bt709:"
        f"{SWSCALE_OUT},{TAGGED}[{name}]"
    )


def _matrix(probe: Probe) -> str:
    return "bt709" if probe.high_dynamic_range or probe.rgb else probe.matrix


def _still(probe: Probe) -> str:
    return f"scale=in_color_matrix={_matrix(probe)},setsar=1,format=rgb24"
