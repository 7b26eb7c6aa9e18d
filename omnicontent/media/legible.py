"""Whether a recipe's words can be drawn, told before anything is decoded or encoded."""

from functools import lru_cache

from omnicontent.media.errors import WordsError
from omnicontent.media.films.cards import fit_card
from omnicontent.media.posters.layout import lay_out
from omnicontent.media.recipes import ImageRecipe, PosterRecipe, Recipe, VideoRecipe
from omnicontent.media.words.fonts import brand_fonts
from omnicontent.media.words.overlay import fit_words
from omnicontent.phrases import Words, words_of


@lru_cache(maxsize=256)
def words_fault(recipe: Recipe) -> Words:
    """Return in plain words why the recipe's words can't be drawn, or "" when they can."""
    try:
        _fit(recipe)
    except WordsError as error:
        return words_of(error)
    return ""


def _fit(recipe: Recipe) -> None:
    match recipe:
        case PosterRecipe():
            lay_out(recipe)
        case VideoRecipe(closing_card=card):
            if card:
                with brand_fonts(card.fonts):
                    fit_card(card, (recipe.width_px, recipe.height_px))
        case ImageRecipe():
            if recipe.words:
                size = (recipe.width_px, recipe.height_px)
                with brand_fonts(recipe.fonts):
                    fit_words(size, recipe.words, recipe.words_min_px)
        case _:
            _fit(recipe.image)
