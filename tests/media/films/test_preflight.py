import pytest

from omnicontent.media.films.preflight import preflight
from omnicontent.media.films.videos import VideoFacts
from omnicontent.media.recipes import (
    ClosingCard,
    Frame,
    FrameRecipe,
    ImageRecipe,
    Key,
    ShotFrame,
    Span,
    VideoRecipe,
)

FACTS = VideoFacts(1920, 1080, 20.0, 24.0, True, "digest")
RECIPE = VideoRecipe(width_px=720, height_px=1280, seconds_max=15)


def shot(left: float) -> ShotFrame:
    key = Key(at=0, left=left, top=0)
    return ShotFrame(start=0, end=20, width=606, height=1080, keys=(key,))


def test_a_recipe_that_can_be_made_has_no_fault() -> None:
    good = RECIPE.model_copy(update={"shots": (shot(1314),)})
    still = FrameRecipe(image=ImageRecipe(width_px=9, height_px=9))

    assert preflight(good, FACTS) == []
    assert preflight(still, FACTS) == []


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ({"max_bytes": 100_000}, "too few"),
        ({"spans": (Span(start=30, end=40),)}, "after the film's end"),
        ({"spans": (Span(start=1, end=1.5),)}, "longer part"),
        ({"shots": (shot(1400),)}, "Crop it anew"),
        ({"captions": "WEBVTT\n\n00:00.000 --> 00:01.000\nꦗꦮ\n"}, "No font"),
        ({"closing_card": ClosingCard(headline="word " * 500)}, "Shorten"),
    ],
)
def test_each_fault_is_told_in_plain_words(update: dict[str, object], words: str) -> None:
    (fault,) = preflight(RECIPE.model_copy(update=update), FACTS)

    assert words in str(fault)


def test_a_surface_may_take_no_short_films() -> None:
    (fault,) = preflight(RECIPE, FACTS, seconds_min=16)

    assert "none shorter than 16" in str(fault)


def test_a_still_of_another_film_is_told() -> None:
    image = ImageRecipe(
        width_px=9, height_px=9, frame=Frame(left=0, top=0, right=2000, bottom=1080)
    )

    assert "Crop it anew" in str(preflight(FrameRecipe(image=image), FACTS)[0])
