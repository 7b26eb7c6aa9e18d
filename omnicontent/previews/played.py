"""What plays of a master in place of a film not made yet: the parts that will be cut out."""

from collections.abc import Sequence
from math import ceil

from omnicontent.media.errors import MediaError
from omnicontent.media.films.cutting import Cut, cut_film
from omnicontent.media.recipes import Span, VideoRecipe


def played_spans(recipe: object, seconds: float) -> tuple[Span, ...]:
    """Return the parts of a master of ``seconds`` that the film will show; none where it is all.

    They are those of the encoder, to the frame.
    """
    if not isinstance(recipe, VideoRecipe):
        return ()
    try:
        cut = cut_film(recipe, seconds)
    except MediaError:
        return ()  # an issue beside the mock says so
    return () if cut.source_frames >= round(seconds * recipe.fps) else _spans(cut)


def media_fragment(spans: Sequence[Span], begin: float | None = None) -> str:
    """Return the end of an address with which a browser plays no more than from first to last.

    It begins at ``begin`` where that is given. Between spans only ``film-window.js`` skips
    (https://www.w3.org/TR/media-frags/#naming-time knows one part).
    """
    end = max((span.end for span in spans), default=0)
    start = begin if begin is not None else spans[0].start if spans else None
    if start is None:
        return ""
    return f"#t={start:g},{end:g}" if start < end else f"#t={start:g}"


def _spans(cut: Cut) -> tuple[Span, ...]:
    """Return the parts in seconds; rounded down, a start would show the frame before it."""
    fps = cut.recipe.fps
    return tuple(
        Span(start=ceil(1000 * part.first / fps) / 1000, end=round(part.end / fps, 3))
        for part in cut.parts
    )
