"""The arguments of the one ffmpeg process: one decode, split, and a chain for each rendition.

Everything in them is a number of ours or a fixed word; text of a story never gets here, since
a filter's quoting can be escaped and ``drawtext`` reads files.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from omnicontent.media.cropping import cover, even_window
from omnicontent.media.errors import BudgetError
from omnicontent.media.probing import OPENING, Probe
from omnicontent.media.recipes import Frame, FrameRecipe, VideoRecipe
from omnicontent.media.sandbox import SOURCE

AUDIO_RATE = 48_000
AUDIO_BITS = 128_000
_AAC_FRAME = 1024
_TONE_MAP = (
    "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
    "zscale=t=bt709:m=bt709:r=tv,format=yuv420p,"
)
_HOLD = "tpad=stop_mode=clone:stop_duration=1"
"""Repeats the last frame: for stills wished for after it, and films whose sound lasts longer."""
_TAGGED = (
    "out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p,"
    "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
)
_BITS_MIN_PER_PIXEL = 0.02
"""Below it H.264 at preset veryfast turns into blocks."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How many frames of a rendition come from the source, and how many from its card."""

    recipe: VideoRecipe
    source_frames: int
    card_frames: int

    @property
    def source_seconds(self) -> float:
        """Length of the source's part."""
        return self.source_frames / self.recipe.fps

    @property
    def seconds(self) -> float:
        """Length of the whole."""
        return (self.source_frames + self.card_frames) / self.recipe.fps


def cut_film(recipe: VideoRecipe, source_seconds: float) -> Cut:
    """Return the cut that keeps source and closing card within ``seconds_max``."""
    most = floor(recipe.seconds_max * recipe.fps + 1e-6)
    card = recipe.closing_card
    card_frames = min(round(card.seconds * recipe.fps), most // 2) if card else 0
    frames = min(max(1, round(source_seconds * recipe.fps)), most - card_frames)
    return Cut(recipe, max(1, frames), card_frames)


def encode_arguments(
    probe: Probe, cuts: Sequence[Cut], stills: Sequence[FrameRecipe], cards: Sequence[str]
) -> list[str]:
    """Return everything after the program's name.

    ``cards`` names the card's film for each cut, empty for none. Films are written to
    ``film0.mp4`` and on, stills to ``still0.png`` and on.

    :raises BudgetError: a byte budget is too small for the length and size of its film.
    """
    moments = [still_moment(still, probe) + 0.5 for still in stills]
    needed = max([*(cut.source_seconds for cut in cuts), *moments]) + 0.5
    words = ["-nostdin", "-hide_banner", "-loglevel", "warning", "-progress", "pipe:1"]
    words += [*OPENING, "-t", f"{needed:.3f}", "-i", f"file:{SOURCE}"]
    for name in filter(None, cards):
        words += ["-protocol_whitelist", "file", "-f", "mov", "-i", f"file:{name}"]
    words += [
        "-filter_complex_threads",
        "2",
        "-filter_complex",
        _graph(probe, cuts, stills, cards),
    ]
    for index, cut in enumerate(cuts):
        words += _film_output(index, cut)
    for index in range(len(stills)):
        words += ["-map", f"[p{index}]", "-frames:v", "1", "-c:v", "png"]
        words += ["-compression_level", "1", "-f", "image2", "-update", "1", f"still{index}.png"]
    return words


def still_moment(still: FrameRecipe, probe: Probe) -> float:
    """Return when the still is taken: the wish, or shortly before the film's end."""
    return max(0.0, min(still.at_seconds, probe.seconds - 2 / max(probe.fps, 1)))


def window(recipe: VideoRecipe, probe: Probe) -> Frame:
    """Return the part of the source that is shown, on even pixels."""
    if not recipe.shots:
        frame = cover(probe.width_px, probe.height_px, recipe.width_px, recipe.height_px)
        return even_window(frame, probe.width_px, probe.height_px)
    shot = recipe.shots[0]
    left, top = int(shot.keys[0].left), int(shot.keys[0].top)
    frame = Frame(left=left, top=top, right=left + shot.width, bottom=top + shot.height)
    return even_window(frame, probe.width_px, probe.height_px)


def video_bits(cut: Cut) -> int:
    """Return the highest bit rate of the picture that honors surface and byte budget.

    :raises BudgetError: too few bits for a picture worth showing.
    """
    recipe = cut.recipe
    pixels_a_second = recipe.width_px * recipe.height_px * recipe.fps
    usual = max(1_000_000, round(8_000_000 * pixels_a_second / (1920 * 1080 * 30)))
    usual = min(usual, recipe.bits_max or usual)
    if recipe.max_bytes is None:
        return usual
    # A buffer of one second may be spent on top of the rate; 3 % go to the container.
    sound = AUDIO_BITS * cut.seconds if recipe.sound else 0
    spendable = recipe.max_bytes * 8 * 0.97 - sound
    affordable = floor(spendable / (cut.seconds + 1))
    if affordable < _BITS_MIN_PER_PIXEL * pixels_a_second:
        raise BudgetError(
            f"{recipe.max_bytes} bytes are too few for {cut.seconds:.0f} seconds at "
            f"{recipe.width_px}x{recipe.height_px}. Use a shorter film."
        )
    return min(usual, affordable)


def _graph(
    probe: Probe, cuts: Sequence[Cut], stills: Sequence[FrameRecipe], cards: Sequence[str]
) -> str:
    names = [f"[v{i}]" for i in range(len(cuts))] + [f"[s{i}]" for i in range(len(stills))]
    chains = [f"[0:V:0]{_prepare(probe)}split={len(names)}{''.join(names)}"]
    for index, cut in enumerate(cuts):
        chains.append(_film_chain(index, cut, probe, bool(cards[index])))
        if cards[index]:
            chains += _card_chains(index, cut, sum(map(bool, cards[:index])) + 1)
    for index, still in enumerate(stills):
        moment = still_moment(still, probe)
        chains.append(f"[s{index}]{_HOLD},trim=start={moment:.3f},{_scale(probe, None)}[p{index}]")
    return ";".join(chains + _sound_chains(probe, cuts))


def _prepare(probe: Probe) -> str:
    tone_map = _TONE_MAP if probe.high_dynamic_range else ""
    square = f"scale={probe.width_px}:{probe.height_px},setsar=1,"
    return tone_map + ("" if probe.square_pixels else square)


def _film_chain(index: int, cut: Cut, probe: Probe, has_card: bool) -> str:
    recipe = cut.recipe
    size = (recipe.width_px, recipe.height_px)
    at = window(recipe, probe)
    crop = f"crop={at.right - at.left}:{at.bottom - at.top}:{at.left}:{at.top}"
    steps = [
        f"[v{index}]fps={recipe.fps}:start_time=0,{_HOLD}",
        f"trim=end_frame={cut.source_frames}",
        crop,
        _scale(probe, size),
    ]
    return ",".join(steps) + (f"[b{index}]" if has_card else f"[o{index}]")


def _scale(probe: Probe, size: tuple[int, int] | None) -> str:
    matrix = "bt709" if probe.high_dynamic_range else probe.matrix
    if size is None:
        return f"scale=in_color_matrix={matrix},setsar=1,format=rgb24"
    return f"scale={size[0]}:{size[1]}:flags=bicubic:in_color_matrix={matrix}:{_TAGGED}"


def _card_chains(index: int, cut: Cut, number: int) -> list[str]:
    recipe = cut.recipe
    return [
        f"[{number}:v:0]fps={recipe.fps}:start_time=0,trim=end_frame={cut.card_frames},"
        f"scale={recipe.width_px}:{recipe.height_px}:in_color_matrix=bt709"
        f":{_TAGGED}[c{index}]",
        f"[b{index}][c{index}]concat=n=2:v=1:a=0[o{index}]",
    ]


def _sound_chains(probe: Probe, cuts: Sequence[Cut]) -> list[str]:
    heard = [(index, cut) for index, cut in enumerate(cuts) if cut.recipe.sound]
    if not heard:
        return []
    if not probe.has_sound:
        silence = f"anullsrc=r={AUDIO_RATE}:cl=stereo,atrim=end_sample="
        return [f"{silence}{_samples(cut)}[x{index}]" for index, cut in heard]
    names = "".join(f"[a{index}]" for index, _ in heard)
    stereo = (
        f"[0:a:0]aresample={AUDIO_RATE}:async=1:first_pts=0,"
        f"aformat=sample_fmts=fltp:channel_layouts=stereo,asplit={len(heard)}{names}"
    )
    return [stereo, *(_sound_chain(index, cut, probe) for index, cut in heard)]


def _sound_chain(index: int, cut: Cut, probe: Probe) -> str:
    end = cut.source_seconds
    fade = f"afade=t=out:st={max(0.0, end - 0.3):.3f}:d=0.3," if end < probe.seconds - 0.1 else ""
    return (
        f"[a{index}]atrim=end={end:.6f},{fade}apad=whole_len={_samples(cut)},"
        f"atrim=end_sample={_samples(cut)}[x{index}]"
    )


def _samples(cut: Cut) -> int:
    # Whole AAC frames only: a padded last one would make the sound outlast seconds_max.
    return max(1, floor(cut.seconds * AUDIO_RATE / _AAC_FRAME)) * _AAC_FRAME


def _film_output(index: int, cut: Cut) -> list[str]:
    rate = video_bits(cut)
    # A budget needs the tighter buffer that video_bits() reckons with.
    buffer = rate if cut.recipe.max_bytes else 2 * rate
    sound = _sound_output(index) if cut.recipe.sound else ["-an"]
    return [
        *("-map", f"[o{index}]", *sound),
        *("-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-threads", "1"),
        *("-crf", str(cut.recipe.crf), "-maxrate", str(rate), "-bufsize", str(buffer)),
        *("-g", str(2 * cut.recipe.fps), "-pix_fmt", "yuv420p"),
        *("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"),
        *("-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"),
        *("-f", "mp4", f"film{index}.mp4"),
    ]


def _sound_output(index: int) -> list[str]:
    coding = ("-c:a", "aac", "-b:a", str(AUDIO_BITS), "-ar", str(AUDIO_RATE), "-ac", "2")
    return ["-map", f"[x{index}]", *coding]
