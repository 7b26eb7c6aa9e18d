"""Smaller files in quiet hours: AVIF pictures encoded again with more work.

Seven times the work makes a file that looks the same a fifth smaller, so it is done when nobody
waits for the machine. A live release keeps its files: the finer one has a name of its own, and
stands in the payload of a later release.
"""

from collections.abc import Collection, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from omnicontent.channels.story import Image, Picture, Story
from omnicontent.media.films.sandbox import WORKING_PREFIX
from omnicontent.media.recipes import ImageRecipe, rendition_name
from omnicontent.releases.files import make_images_of
from omnicontent.releases.leases import holding
from omnicontent.releases.models import Release, Rendition, Work
from omnicontent.releases.outbox import close_work, ensure_work, reopen_work
from omnicontent.releases.storing import fetch_source
from omnicontent.stories.fonts import fetch_fonts

READY, WAITING = Rendition.State.READY, Rendition.State.WAITING
NOT_OVER = (Release.State.BUILDING, Release.State.READY, Release.State.LIVE)
"""All files of a picture are refined together: one that goes live later is not asked for again."""
BATCH = 4
"""So many files are made before somebody else may have the worker."""


def refine_when_idle() -> None:
    """Ask for finer files of one picture if no work waits."""
    busy = Work.objects.filter(state__in=(Work.State.WAITING, Work.State.LEASED))
    if busy.exists():
        return
    # Tried since the file was made, with or without success: it is not tried again and again.
    tried = Work.objects.filter(
        kind="refine", subject=OuterRef("source_digest"), done_at__gte=OuterRef("made_at")
    )
    untried = _quick_files((Release.State.LIVE,)).exclude(Exists(tried)).order_by("source_digest")
    digest = untried.values_list("source_digest", flat=True).first()
    if digest:
        ensure_work(kind="refine", subject=digest)


def refine(work: Work) -> None:
    """Make some finer files of one picture; what is left over waits for the next sweep."""
    wanted = _unrefined(work.subject)[:BATCH]
    with TemporaryDirectory(prefix=WORKING_PREFIX) as name:
        folder = Path(name)
        rows = {folder / row.file_name: row for row in map(_finer_row, wanted)}
        if rows:
            fetch_fonts(_finer_recipe(quick).fonts for quick in wanted)
            make_images_of(work, fetch_source(wanted[0], folder), rows)
    with holding(work) as current:
        close_work(current)
        if _unrefined(work.subject):  # more than one batch, or made while we were at it
            reopen_work(current)


def give_up_refining(work: Work) -> None:
    """Leave the quick files as they are: nothing waits for finer ones."""


def with_finer(story: Story) -> Story:
    """Return the story with the names of the files of which finer ones are there."""
    digests = {image.digest for image in _images_of(story)}
    names = sorted(_finer_names(digests)) if digests else []
    return story.model_copy(update={"finer": tuple(names)})


def finer_in(content: dict[str, Any] | None) -> tuple[str, ...]:
    """Return what ``Story.finer`` was when this content, as JSON, was made."""
    names = (
        _quick_name(use["source_digest"], ImageRecipe.model_validate(use["recipe"]))
        for use in (content or {}).get("media", [])
        if use["recipe"].get("thorough")
    )
    return tuple(sorted(names))


def _images_of(story: Story) -> Iterable[Image]:
    body = [block.image for block in story.body if isinstance(block, Picture)]
    return [*([story.hero_image] if story.hero_image else []), *body]


def _finer_names(digests: set[str]) -> set[str]:
    rows = Rendition.objects.filter(
        source_digest__in=digests, state=READY, recipe__thorough=True, kind="image"
    )
    return {_quick_name(row.source_digest, ImageRecipe.model_validate(row.recipe)) for row in rows}


def _quick_name(digest: str, recipe: ImageRecipe) -> str:
    return rendition_name(digest, recipe.model_copy(update={"thorough": False}))


def _quick_files(states: Collection[Release.State]) -> QuerySet[Rendition]:
    """Return the AVIF pictures of releases in these states that were made in a hurry."""
    rows = Rendition.objects.filter(
        state=READY,
        kind="image",
        recipe__format="avif",
        recipe__thorough=False,
        variants__release__state__in=states,
    )
    return rows.distinct()


def _unrefined(digest: str) -> list[Rendition]:
    quick = _quick_files(NOT_OVER).filter(source_digest=digest).order_by("pk")
    known = {row.file_name: row.state for row in Rendition.objects.filter(source_digest=digest)}
    # One that could not be made finer is not tried again and again.
    return [row for row in quick if known.get(_finer_name(row), WAITING) == WAITING]


def _finer_row(quick: Rendition) -> Rendition:
    recipe = _finer_recipe(quick)
    row, _made = Rendition.objects.get_or_create(
        file_name=_finer_name(quick),
        defaults={
            "kind": "image",
            "source": quick.source,
            "source_digest": quick.source_digest,
            "recipe": recipe.model_dump(mode="json"),
        },
    )
    return row


def _finer_recipe(quick: Rendition) -> ImageRecipe:
    return ImageRecipe.model_validate(quick.recipe).model_copy(update={"thorough": True})


def _finer_name(quick: Rendition) -> str:
    return rendition_name(quick.source_digest, _finer_recipe(quick))
