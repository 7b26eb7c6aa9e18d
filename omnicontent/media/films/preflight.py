"""What is wrong with a film's recipe, told before anything is decoded or encoded."""

from typing import Protocol

from omnicontent.media.errors import MediaError
from omnicontent.media.films.bit_rates import video_bits
from omnicontent.media.films.captioning import check_captions
from omnicontent.media.films.cutting import cut_film
from omnicontent.media.legible import words_fault
from omnicontent.media.recipes import FrameRecipe, VideoRecipe

SECONDS_MIN = 1.0
"""Less of a film is a flicker before its card."""


class FilmFacts(Protocol):
    """What must be known of a film: its upright size, and how long it lasts."""

    @property
    def width_px(self) -> int:
        """Width after rotation."""

    @property
    def height_px(self) -> int:
        """Height after rotation."""

    @property
    def seconds(self) -> float:
        """How long its pictures last."""


def preflight(
    recipe: VideoRecipe | FrameRecipe,
    facts: FilmFacts,
    seconds_min: float = SECONDS_MIN,
) -> list[str]:
    """Return the recipe's faults in plain words; none when its file can be made of that film.

    ``seconds_min`` is the shortest film that the surface takes, closing card included.
    """
    if isinstance(recipe, FrameRecipe):
        return list(filter(None, [words_fault(recipe), _still_fault(recipe, facts)]))
    faults = [words_fault(recipe), _windows_fault(recipe, facts), _captions_fault(recipe)]
    return [*filter(None, faults), *_length_faults(recipe, facts, seconds_min)]


def _length_faults(recipe: VideoRecipe, facts: FilmFacts, seconds_min: float) -> list[str]:
    try:
        cut = cut_film(recipe, facts.seconds)
        video_bits(cut)
    except MediaError as error:
        return [str(error)]
    if cut.source_seconds < SECONDS_MIN or cut.seconds < seconds_min:
        wanted = max(SECONDS_MIN, seconds_min)
        return [
            f"Only {cut.source_seconds:.1f} seconds of the film are shown, and the surface takes "
            f"none shorter than {wanted:g}. Choose a longer part, or a longer film."
        ]
    return []


def _windows_fault(recipe: VideoRecipe, facts: FilmFacts) -> str:
    for shot in recipe.shots:
        right = max(key.left for key in shot.keys) + shot.width
        bottom = max(key.top for key in shot.keys) + shot.height
        if right > facts.width_px + 1 or bottom > facts.height_px + 1:
            return _other_size(facts)
    return ""


def _still_fault(recipe: FrameRecipe, facts: FilmFacts) -> str:
    frame = recipe.image.frame
    inside = frame is None or (frame.right <= facts.width_px and frame.bottom <= facts.height_px)
    return "" if inside else _other_size(facts)


def _other_size(facts: FilmFacts) -> str:
    return (
        f"The crop was made for another film: this one has {facts.width_px}x{facts.height_px} "
        "pixels. Crop it anew."
    )


def _captions_fault(recipe: VideoRecipe) -> str:
    try:
        check_captions(recipe.captions)
    except MediaError as error:
        return str(error)
    return ""
