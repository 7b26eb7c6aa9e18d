"""Pictures that stand in for renditions nobody has made yet: small copies of the masters.

Wagtail makes each copy once and keeps it, so that typing never waits for an encoder.
"""

from collections.abc import Iterable

from django.core.files.storage import default_storage
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from omnicontent.channels.content import MediaUse
from omnicontent.media.recipes import Frame, ImageRecipe, PosterRecipe
from omnicontent.previews.framed_copies import framed_spec

WHOLE = "max-1280x1280|format-jpeg"
"""The whole picture, for mocks whose style sheet crops it: one copy serves every mock."""
CROPPED_WIDTH_PX = 1200


def stand_in_urls(uses: Iterable[MediaUse], *, cropped: bool) -> dict[str, str]:
    """Return rendition file name -> address of a copy of its master.

    ``cropped`` copies have the rendition's shape: no style of ours reaches delivered HTML.
    """
    still = ("image", "poster")
    specs = {use: _spec(use, cropped=cropped) for use in uses if use.recipe.kind in still}
    if not specs:
        return {}
    masters = get_image_model().objects.prefetch_renditions(*set(specs.values()))
    found = masters.filter(sha256__in={use.source_digest for use in specs})
    by_digest = {image.sha256: image for image in found}
    return {
        use.file_name: _copy_url(by_digest[use.source_digest], spec)
        for use, spec in specs.items()
        if use.source_digest in by_digest
    }


def comes_cropped(use: MediaUse) -> bool:
    """Tell whether a copy can have the rendition's shape: of pictures whose frame was chosen."""
    return _frame(use) is not None


def master_url(use: MediaUse) -> str:
    """Return the address of the master itself; a frame's is a moment of the film."""
    url = default_storage.url(use.source)
    return f"{url}#t={use.recipe.at_seconds:g}" if use.recipe.kind == "frame" else url


def _copy_url(master: AbstractImage, spec: str) -> str:
    made = any(copy.filter_spec == spec for copy in master.prefetched_renditions)
    if not made and not master.file.storage.exists(master.file.name):
        return str(master.file.url)  # nothing to copy: the mock shows the alternative text
    return str(master.get_rendition(spec).url)


def _spec(use: MediaUse, *, cropped: bool) -> str:
    recipe, frame = use.recipe, _frame(use)
    if not cropped or frame is None or not isinstance(recipe, ImageRecipe | PosterRecipe):
        return WHOLE
    width = min(recipe.width_px, CROPPED_WIDTH_PX)
    height = round(width * recipe.height_px / recipe.width_px)
    return f"{framed_spec(frame, width, height)}|format-jpeg"


def _frame(use: MediaUse) -> Frame | None:
    recipe = use.recipe
    return recipe.frame if isinstance(recipe, ImageRecipe | PosterRecipe) else None
