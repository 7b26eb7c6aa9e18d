import pytest
from pydantic import ValidationError

from omnicontent.media.recipes import (
    ClosingCard,
    Focus,
    FrameRecipe,
    ImageRecipe,
    Recipe,
    VideoRecipe,
    rendition_key,
    rendition_name,
)

SOURCE = "ab" * 32
IMAGE = ImageRecipe(width_px=1080, height_px=1080)
VIDEO = VideoRecipe(width_px=1080, height_px=1920, seconds_max=60)


@pytest.mark.parametrize(
    ("recipe", "name"),
    [
        (IMAGE, "9cbacce1a40083eb7ffaf5e94e7b31e54a18a2cd.jpg"),
        (VIDEO, "b40cb6f0366288ed65b228274c126ffd90603a60.mp4"),
        (FrameRecipe(image=IMAGE), "ee5884d6f8cea998f47dcb566d19b39a98efd3f6.jpg"),
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
        VIDEO,
        VIDEO.model_copy(update={"closing_card": ClosingCard(headline="Sale")}),
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
