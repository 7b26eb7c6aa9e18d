import pytest
from pydantic import ValidationError

from omnicontent.media.recipes import (
    ClosingCard,
    Focus,
    FrameRecipe,
    ImageRecipe,
    PosterRecipe,
    Recipe,
    VideoRecipe,
    rendition_key,
    rendition_name,
)

SOURCE = "ab" * 32
IMAGE = ImageRecipe(width_px=1080, height_px=1080)
POSTER = PosterRecipe(color="#1f3a5f", locale="en", brand="Greenhouse", words=("30% off",))
VIDEO = VideoRecipe(width_px=1080, height_px=1920, seconds_max=60)


@pytest.mark.parametrize(
    ("recipe", "name"),
    [
        (IMAGE, "56595e363e260dbd86f6138fdf0632f2149306dc.jpg"),
        (VIDEO, "7ac0ed039a400ff930560e8bfa8cf6c9984125d2.mp4"),
        (FrameRecipe(image=IMAGE), "3dd1b63e45702bf87e9b4ef4eeeb44649c5f9307.jpg"),
    ],
)
def test_names_never_change_by_accident(recipe: Recipe, name: str) -> None:
    # When this fails, every site encodes everything anew: raise RECIPES_VERSION on purpose.
    assert rendition_name(SOURCE, recipe) == name


def test_every_field_and_the_source_decide_the_key() -> None:
    wishes = [
        IMAGE,
        IMAGE.model_copy(update={"quality": 81}),
        IMAGE.model_copy(update={"focus": Focus(x=0.4)}),
        IMAGE.model_copy(update={"words": ("Sale",)}),
        IMAGE.model_copy(update={"words_min_px": 48}),
        VIDEO,
        VIDEO.model_copy(update={"closing_card": ClosingCard(headline="Sale")}),
        VIDEO.model_copy(update={"sound": False}),
        VIDEO.model_copy(update={"bits_max": 4_000_000}),
        POSTER,
        POSTER.model_copy(update={"link": "https://shop.example/?utm_source=print"}),
        FrameRecipe(image=IMAGE),
        FrameRecipe(image=IMAGE, at_seconds=2),
    ]

    keys = {rendition_key(source, wish) for source in (SOURCE, "cd" * 32) for wish in wishes}

    assert len(keys) == 2 * len(wishes)


def test_a_recipe_survives_json() -> None:
    card = ClosingCard(headline="Été", lines=("Code",), call_to_action="Réservez")
    recipe = VIDEO.model_copy(update={"closing_card": card, "focus": Focus(x=0.1)})

    again = VideoRecipe.model_validate_json(recipe.model_dump_json())

    assert rendition_key(SOURCE, again) == rendition_key(SOURCE, recipe)


def test_odd_films_are_refused_before_anything_is_encoded() -> None:
    with pytest.raises(ValidationError):
        VideoRecipe(width_px=607, height_px=1080, seconds_max=10)
