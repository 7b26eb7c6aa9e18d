"""Films: one sandboxed ffmpeg process, one decode, every recipe's file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import av

from omnicontent.media.errors import BudgetError, EncodingError, MediaError, UnreadableMediaError
from omnicontent.media.films.arguments import GRAPH, Added, encode_arguments
from omnicontent.media.films.captioning import strip_of, write_captions
from omnicontent.media.films.cutting import Cut, cut_film
from omnicontent.media.films.probing import Probe, probe_film
from omnicontent.media.films.sandbox import Limits, job_folder, run_ffmpeg
from omnicontent.media.films.sound import CodedSound, make_sounds
from omnicontent.media.films.windows import enlargement
from omnicontent.media.pictures.images import Made, Unmade, try_images
from omnicontent.media.pictures.opening import file_digest
from omnicontent.media.placing import move_whole
from omnicontent.media.recipes import ClosingCard, FrameRecipe, VideoRecipe
from omnicontent.phrases import ngettext
from omnicontent.phrases import phrase as _

Wish = tuple[VideoRecipe | FrameRecipe, Path]


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """What a film file is, after rotation."""

    width_px: int
    height_px: int
    seconds: float
    fps: float
    has_sound: bool
    digest: str


def inspect_video(path: Path) -> VideoFacts:
    """Check a film in the sandbox and say what it is.

    :raises UnreadableMediaError: not an MP4, MOV, MKV, WebM or AVI film with a picture.
    :raises MediaTooLargeError: larger than 3840x2160, 60 frames a second or 30 minutes.
    """
    with job_folder(path) as folder:
        probe = probe_film(folder)
    return VideoFacts(
        probe.width_px,
        probe.height_px,
        probe.seconds,
        probe.fps,
        probe.has_sound,
        file_digest(path),
    )


def make_videos(
    source: Path,
    recipes: Sequence[Wish],
    progress: Callable[[float], None] = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Made]:
    """Write every film and still from one decode, as :func:`try_videos`, or raise.

    :raises CancelledError: it is not wanted any more.
    :raises MediaError: one of the files can't be made; see the tree in ``errors``.
    """
    made: list[Made] = []
    for outcome in try_videos(source, recipes, progress, cancelled):
        if isinstance(outcome, Unmade):
            raise outcome.error
        made.append(outcome)
    return made


def try_videos(
    source: Path,
    recipes: Sequence[Wish],
    progress: Callable[[float], None] = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Made | Unmade]:
    """Write every film and still that can be made from one decode, in the recipes' order.

    ``progress`` is called with 0 to 1, the share of the longest film. ``cancelled`` is asked at
    least once a second. Kills the whole process group when interrupted or cancelled; half files
    never appear.

    :raises CancelledError: it is not wanted any more.
    :raises MediaError: none of them can be made; see the tree in ``errors``.
    """
    if not recipes:
        return []
    with job_folder(source) as folder:
        job = _Job(folder, cancelled, progress)
        probe = probe_film(folder, cancelled)
        cuts = [cut_film(recipe, probe.seconds) for recipe in _films(recipes)]
        stills = [recipe for recipe, _ in recipes if isinstance(recipe, FrameRecipe)]
        sounds = _encode(job, probe, cuts, stills)
        films = iter([(folder / f"film{i}.mp4", cut) for i, cut in enumerate(cuts)])
        loud = iter([sound.lufs for sound in sounds])
        drawn = iter([folder / f"still{i}.png" for i in range(len(stills))])
        finished = [
            _still(next(drawn), recipe, path)
            if isinstance(recipe, FrameRecipe)
            else _heard(_film(*next(films), probe, path), next(loud))
            for recipe, path in recipes
        ]
        progress(1.0)
        return finished


@dataclass(frozen=True, slots=True)
class _Job:
    """Where it is done, and whom to ask and to tell meanwhile."""

    folder: Path
    cancelled: Callable[[], bool]
    progress: Callable[[float], None]


def _films(recipes: Sequence[Wish]) -> list[VideoRecipe]:
    return [recipe for recipe, _ in recipes if isinstance(recipe, VideoRecipe)]


def _encode(
    job: _Job, probe: Probe, cuts: list[Cut], stills: list[FrameRecipe]
) -> list[CodedSound]:
    """Write the films and stills into the job's folder and return the films' sounds."""
    folder = job.folder
    longest = max((cut.seconds for cut in cuts), default=probe.seconds)
    limits = _limits(max([longest, *(cut.source_end for cut in cuts)]), len(cuts))

    def tell(line: str) -> None:
        key, _, value = line.partition("=")
        if key == "out_time_us" and value.isdigit():
            job.progress(min(0.99, int(value) / 1_000_000 / longest))

    run = partial(run_ffmpeg, folder=folder, limits=limits, cancelled=job.cancelled)
    cards = _write_cards(folder, cuts)
    captions = [_write_captions(folder, f"captions{n}", cut) for n, cut in enumerate(cuts)]
    sounds = make_sounds(folder, probe, cuts, run)
    files = zip(cards, sounds, captions, strict=True)
    added = [Added(card, sound.name, *captioned) for card, sound, captioned in files]
    arguments, graph = encode_arguments(probe, cuts, stills, added)
    (folder / GRAPH).write_text(graph)
    outcome = run(arguments, on_line=tell)
    if outcome.code != 0:
        raise EncodingError(
            _("The film could not be encoded: %(log)s", log=outcome.log[-500:].strip())
        )
    return sounds


def _write_captions(folder: Path, name: str, cut: Cut) -> tuple[str, tuple[int, int]]:
    """Write the captions' pictures; return their list's name, and their left and top."""
    if not cut.recipe.captions:
        return "", (0, 0)
    strip = strip_of(cut.recipe.width_px, cut.recipe.height_px)
    return write_captions(cut, folder, name), (strip.left, strip.top)


def _write_cards(folder: Path, cuts: list[Cut]) -> list[str]:
    """Write a film for each card in each size; return the cuts' own, empty where there is none."""
    names: dict[tuple[object, ...], str] = {}
    found = []
    for cut in cuts:
        card, recipe = cut.recipe.closing_card, cut.recipe
        wish = (card, recipe.width_px, recipe.height_px, recipe.fps, cut.card_frames)
        if card is not None and cut.card_frames and wish not in names:
            names[wish] = f"card{len(names)}.mp4"
            _write_card(card, cut, folder / names[wish])
        found.append(names.get(wish, ""))
    return found


def _write_card(card: ClosingCard, cut: Cut, path: Path) -> None:
    try:
        from omnicontent.media.films.closing import write_card
    except ImportError as error:
        raise MediaError(
            _("Closing cards need MoviePy: install omnicontent[film], or turn the card off.")
        ) from error
    # Every frame stands for two: the card moves little, and takes half the work.
    size, fps = (cut.recipe.width_px, cut.recipe.height_px), cut.recipe.fps / 2
    write_card(card, size, fps, (cut.card_frames + 2) / cut.recipe.fps, path)


def _limits(seconds: float, films: int) -> Limits:
    # Four times what 1080p takes on a slow core, so that only a stuck process is ended.
    return Limits(
        seconds=round(120 + 8 * seconds * (films + 1)),
        memory_bytes=(2 << 30) + films * (512 << 20),
        file_bytes=(64 << 20) + round(seconds) * (4 << 20),
    )


def _film(file: Path, cut: Cut, probe: Probe, path: Path) -> Made | Unmade:
    """Put a finished film in its place, unless it is not what was asked for."""
    try:
        made = _checked(file, cut, probe)
    except MediaError as error:
        return Unmade(path, error)
    move_whole(file, path)
    return replace(made, path=path)


def _heard(outcome: Made | Unmade, lufs: float | None) -> Made | Unmade:
    return outcome if isinstance(outcome, Unmade) else replace(outcome, lufs=lufs)


def _still(file: Path, recipe: FrameRecipe, path: Path) -> Made | Unmade:
    (outcome,) = try_images(file, [(recipe.image, path)])
    return outcome


def _checked(path: Path, cut: Cut, probe: Probe) -> Made:
    """Check our own film, so it is safe to open here, and say what it is."""
    recipe = cut.recipe
    with av.open(str(path)) as film:
        stream = film.streams.video[0]
        seconds = stream.frames / recipe.fps
        size = (stream.width, stream.height)
    if seconds < cut.seconds - 0.1 or size != (recipe.width_px, recipe.height_px):
        raise UnreadableMediaError(
            _(
                "Only %(seconds)s of %(all)s seconds of the film could be read. Export it anew "
                "and upload it again.",
                seconds=round(seconds, 1),
                all=round(cut.seconds, 1),
            )
        )
    count = path.stat().st_size
    if recipe.max_bytes is not None and count > recipe.max_bytes:
        raise BudgetError(
            ngettext(
                "The film of %(n)s second needs %(bytes)s bytes, its surface takes %(most)s. Use "
                "a shorter film.",
                "The film of %(n)s seconds needs %(bytes)s bytes, its surface takes %(most)s. Use "
                "a shorter film.",
                round(seconds),
                bytes=count,
                most=recipe.max_bytes,
            )
        )
    return Made(path, *size, count, enlargement(recipe, probe), seconds)
