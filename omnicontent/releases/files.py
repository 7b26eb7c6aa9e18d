"""Files of a release: one piece of work a source makes all its missing renditions, decoded once.

A rendition's name is the digest of its source and recipe, so releases share files, and words
that change make no file anew.
"""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.models import QuerySet
from pydantic import TypeAdapter

from omnicontent.channels.content import AnyRecipe, MediaUse
from omnicontent.media.errors import CancelledError, MediaError
from omnicontent.media.films.sandbox import WORKING_PREFIX
from omnicontent.media.films.videos import try_videos
from omnicontent.media.pictures.images import Unmade, try_images
from omnicontent.media.recipes import (
    FrameRecipe,
    ImageRecipe,
    PosterRecipe,
    VideoRecipe,
    fonts_in,
)
from omnicontent.phrases import words_of
from omnicontent.releases.gate import ask_for_verdict
from omnicontent.releases.leases import holding
from omnicontent.releases.models import Release, Rendition, Work
from omnicontent.releases.outbox import close_work, ensure_work, reopen_work
from omnicontent.releases.storing import fetch_source, store_file
from omnicontent.stories.fonts import fetch_fonts

WAITING, FAILED = Rendition.State.WAITING, Rendition.State.FAILED
FILMS: TypeAdapter[VideoRecipe | FrameRecipe] = TypeAdapter(VideoRecipe | FrameRecipe)
STILLS: TypeAdapter[ImageRecipe | PosterRecipe] = TypeAdapter(ImageRecipe | PosterRecipe)
RECIPES: TypeAdapter[AnyRecipe] = TypeAdapter(AnyRecipe)
KINDS = {"images": ["image", "poster"], "video": ["video", "frame"]}
AT_ONCE = {"images": 500, "video": 12}
"""Each film has an encoder of its own, which takes 130 MB: more than all formats of one story
would need the memory of a large machine, and more time than one piece of work has."""
PROGRESS_SECONDS = 1.0
CANCEL_SECONDS = 2.0
"""How long a film's encoder may go on after the last release that wanted it has ended."""


def ensure_renditions(uses: Iterable[MediaUse]) -> dict[str, Rendition]:
    """Return file name -> row for every use; two releases that race for one file share it."""
    rows = {use.file_name: _row(use) for use in uses}
    Rendition.objects.bulk_create(rows.values(), ignore_conflicts=True)
    wanted = Rendition.objects.filter(file_name__in=rows)
    wanted.filter(state=FAILED).update(state=WAITING, progress=0, error="")
    return {row.file_name: row for row in wanted}


def ask_for_files(release: Release) -> None:
    """Ask for the files that a release still needs: one piece of work a source."""
    waiting = Rendition.objects.filter(variants__release=release, state=WAITING)
    works = {(_work_kind(row), row.source_digest) for row in waiting}
    # Sorted, so that two releases lock shared rows in one order and never wait for each other.
    for kind, digest in sorted(works):
        ensure_work(kind=kind, subject=digest)


def make_files(work: Work) -> None:
    """Make the missing renditions of one source; what is left over is asked for anew."""
    wanted = list(_wanted(work).order_by("pk")[: AT_ONCE[work.kind]])
    if wanted:
        with TemporaryDirectory(prefix=WORKING_PREFIX) as name:
            folder = Path(name)
            source = fetch_source(wanted[0], folder)
            recipes = [RECIPES.validate_python(row.recipe) for row in wanted]
            fetch_fonts(fonts for recipe in recipes for fonts in fonts_in(recipe))
            make = make_images_of if work.kind == "images" else _make_videos
            with suppress(CancelledError):  # nobody waits any more: the work is over
                make(work, source, {folder / row.file_name: row for row in wanted})
    with holding(work) as current:
        close_work(current)
        if _wanted(work).exists():  # more than one batch, or asked for while we were at it
            reopen_work(current)
            ensure_work(kind=work.kind, subject=work.subject)
        _ask_for_verdicts(wanted)


def give_up_files(work: Work) -> None:
    """Fail the renditions that a dead piece of work leaves unmade, with its cause."""
    wanted = list(_wanted(work))
    ids = [row.pk for row in wanted]
    Rendition.objects.filter(pk__in=ids).update(
        state=FAILED, error=work.error, error_phrase=work.error_phrase
    )
    _ask_for_verdicts(wanted)


def _row(use: MediaUse) -> Rendition:
    return Rendition(
        file_name=use.file_name,
        kind=use.recipe.kind,
        source=use.source,
        source_digest=use.source_digest,
        recipe=use.recipe.model_dump(mode="json"),
    )


def _work_kind(row: Rendition) -> str:
    return next(kind for kind, kinds in KINDS.items() if row.kind in kinds)


def _wanted(work: Work) -> QuerySet[Rendition]:
    return Rendition.objects.filter(
        source_digest=work.subject,
        kind__in=KINDS[work.kind],
        state=WAITING,
        variants__release__state=Release.State.BUILDING,
    ).distinct()


def _ask_for_verdicts(rows: list[Rendition]) -> None:
    building = Release.objects.filter(
        variants__renditions__in=rows, state=Release.State.BUILDING
    ).distinct()
    for release in building.order_by("pk"):
        ask_for_verdict(release)


def make_images_of(work: Work, source: Path, rows: dict[Path, Rendition]) -> None:
    """Make and store the files of a picture's rows, each as soon as it is done."""
    started = time.monotonic()
    recipes = [(STILLS.validate_python(row.recipe), path) for path, row in rows.items()]
    for made in try_images(source, recipes):
        if isinstance(made, Unmade):
            _fail(work, rows[made.path], made.error)
            continue
        seconds = time.monotonic() - started
        store_file(work=work, rendition=rows[made.path], made=made, seconds=seconds)
        started = time.monotonic()


def _fail(work: Work, row: Rendition, error: MediaError) -> None:
    """Write down that one file can't be made: the others of its picture are."""
    row.state, row.cause = FAILED, words_of(error)
    with holding(work):
        row.save(update_fields=["state", "error", "error_phrase"])


def _make_videos(work: Work, source: Path, rows: dict[Path, Rendition]) -> None:
    started = time.monotonic()
    recipes = [(FILMS.validate_python(row.recipe), path) for path, row in rows.items()]
    progress = _progress_writer(rows.values())
    made = try_videos(source, recipes, progress, _unwanted(work))
    seconds = (time.monotonic() - started) / len(made)
    for one in made:
        if isinstance(one, Unmade):
            _fail(work, rows[one.path], one.error)
            continue
        store_file(work=work, rendition=rows[one.path], made=one, seconds=seconds)


def _unwanted(work: Work) -> Callable[[], bool]:
    """Return a question, cheap to ask: has every release that waits for these files ended?"""
    last, answer = time.monotonic(), False

    def ask() -> bool:
        nonlocal last, answer
        if time.monotonic() - last >= CANCEL_SECONDS:
            answer = not _wanted(work).exists()
            last = time.monotonic()
        return answer

    return ask


def _progress_writer(rows: Iterable[Rendition]) -> Callable[[float], None]:
    """Return a callback that writes how far each file is, at most once a second.

    It is told the share of the longest; all are written side by side, so shorter ones are ahead.
    """
    lengths = {row.pk: row.recipe.get("seconds_max") or 1.0 for row in rows}
    longest = max(lengths.values())
    last = time.monotonic()

    def write(share: float) -> None:
        nonlocal last
        if time.monotonic() - last >= PROGRESS_SECONDS:
            last = time.monotonic()
            for pk, seconds in lengths.items():
                Rendition.objects.filter(pk=pk, state=WAITING).update(
                    progress=min(1.0, share * longest / seconds)
                )

    return write
