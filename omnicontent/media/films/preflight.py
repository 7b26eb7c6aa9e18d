"""What is wrong with a film's recipe, told before anything is decoded or encoded."""

from typing import Protocol

from omnicontent.media.errors import MediaError
from omnicontent.media.films.bit_rates import video_bits
from omnicontent.media.films.captioning import check_captions
from omnicontent.media.films.cutting import cut_film
from omnicontent.media.legible import words_fault
from omnicontent.media.recipes import FrameRecipe, VideoRecipe
from omnicontent.phrases import Phrase, Words, words_of
from omnicontent.phrases import phrase as _

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
) -> list[Words]:
    """Return the recipe's faults in plain words; none when its file can be made of that film.

    ``seconds_min`` is the shortest film that the surface takes, closing card included.
    """
    if isinstance(recipe, FrameRecipe):
        return [one for one in (words_fault(recipe), _still_fault(recipe, facts)) if one]
    faults = [words_fault(recipe), _windows_fault(recipe, facts), _captions_fault(recipe)]
    return [*(one for one in faults if one), *_length_faults(recipe, facts, seconds_min)]


def _length_faults(recipe: VideoRecipe, facts: FilmFacts, seconds_min: float) -> list[Words]:
    try:
        cut = cut_film(recipe, facts.seconds)
        video_bits(cut)
    except MediaError as error:
        return [words_of(error)]
    if cut.source_seconds < SECONDS_MIN or cut.seconds < seconds_min:
        wanted = max(SECONDS_MIN, seconds_min)
        return [
            _(
                "Only %(seconds)s seconds of the film are shown, and the surface takes none "
                "shorter than %(least)s. Choose a longer part, or a longer film.",
                seconds=round(cut.source_seconds, 1),
                least=wanted,
            )
        ]
    return []


def _windows_fault(recipe: VideoRecipe, facts: FilmFacts) -> Words:
    for shot in recipe.shots:
        right = max(key.left for key in shot.keys) + shot.width
        bottom = max(key.top for key in shot.keys) + shot.height
        if right > facts.width_px + 1 or bottom > facts.height_px + 1:
            return _other_size(facts)
    return ""


def _still_fault(recipe: FrameRecipe, facts: FilmFacts) -> Words:
    frame = recipe.image.frame
    inside = frame is None or (frame.right <= facts.width_px and frame.bottom <= facts.height_px)
    return "" if inside else _other_size(facts)


def _other_size(facts: FilmFacts) -> Phrase:
    return _(
        "The crop was made for another film: this one has %(size)s pixels. Crop it anew.",
        size=f"{facts.width_px}x{facts.height_px}",
    )


def _captions_fault(recipe: VideoRecipe) -> Words:
    try:
        check_captions(recipe.captions)
    except MediaError as error:
        return words_of(error)
    return ""
