import pytest
from pydantic import ValidationError

from omnicontent.media.recipes import (
    ClosingCard,
    Frame,
    FrameRecipe,
    ImageRecipe,
    Key,
    PosterRecipe,
    Recipe,
    ShotFrame,
    Span,
    VideoRecipe,
    rendition_key,
    rendition_name,
)

SOURCE = "ab" * 32
IMAGE = ImageRecipe(width_px=1080, height_px=1080)
POSTER = PosterRecipe(color="#1f3a5f", locale="en", brand="Greenhouse", words=("30% off",))
FRAME = Frame(left=0, top=100, right=800, bottom=900)
SHOT = ShotFrame(start=0, end=4, width=608, height=1080, keys=(Key(at=0, left=656, top=0),))
VIDEO = VideoRecipe(width_px=1080, height_px=1920, seconds_max=60)


@pytest.mark.parametrize(
    ("recipe", "name"),
    [
        (IMAGE, "2c00d423db6fb248c991ff08cee5fb7f0e9d37bc.jpg"),
        (VIDEO, "0e792bc7143d4ede35369c22ea84f7f8689eaafd.mp4"),
        (FrameRecipe(image=IMAGE), "75d2871011b26613888c872384ef41ba40966eb3.jpg"),
    ],
)
def test_names_never_change_by_accident(recipe: Recipe, name: str) -> None:
    # When this fails, every site encodes everything anew: raise RECIPES_VERSION on purpose.
    assert rendition_name(SOURCE, recipe) == name


def test_every_field_and_the_source_decide_the_key() -> None:
    wishes = [
        IMAGE,
        IMAGE.model_copy(update={"quality": 81}),
        IMAGE.model_copy(update={"frame": FRAME}),
        IMAGE.model_copy(update={"frame": FRAME.model_copy(update={"left": 4})}),
        IMAGE.model_copy(update={"frame": FRAME.model_copy(update={"pad": "blur"})}),
        IMAGE.model_copy(update={"words": ("Sale",)}),
        IMAGE.model_copy(update={"words_min_px": 48}),
        VIDEO,
        VIDEO.model_copy(update={"closing_card": ClosingCard(headline="Sale")}),
        VIDEO.model_copy(update={"sound": False}),
        VIDEO.model_copy(update={"shots": (SHOT,)}),
        VIDEO.model_copy(update={"spans": (Span(start=1, end=3),)}),
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
    recipe = VIDEO.model_copy(update={"closing_card": card, "shots": (SHOT,)})

    again = VideoRecipe.model_validate_json(recipe.model_dump_json())

    assert rendition_key(SOURCE, again) == rendition_key(SOURCE, recipe)


def test_odd_films_are_refused_before_anything_is_encoded() -> None:
    with pytest.raises(ValidationError):
        VideoRecipe(width_px=607, height_px=1080, seconds_max=10)
