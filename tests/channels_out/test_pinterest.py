"""Pinterest: a pin as its OpenAPI description takes it."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import ROBIN
from tests.channels_out.stories import film_story, own_words, story

PINTEREST = get_channel("pinterest")
OPENAPI = (
    Path(__file__).parents[3]
    / "shared"
    / "vectors"
    / "machine-limits"
    / "pinterest-pin-create.json"
)
described = pytest.mark.skipif(not OPENAPI.exists(), reason="the shared vectors are not here")


def pin(told):
    return json.loads(PINTEREST.render(PINTEREST.adapt(told)).body)


def schema():
    """Return what a pin may hold; media sources are looked at by themselves."""
    described = json.loads(OPENAPI.read_text())["schemas"]["PinCreate"]
    properties = described["properties"] | {"media_source": {"type": "object"}}
    return described | {"properties": properties, "additionalProperties": False}


def test_a_pin_leads_somewhere_and_says_so_nowhere_else():
    made = pin(story())
    assert made["link"].startswith("https://shop.example/winter?utm_source=pinterest")
    assert "shop.example" not in made["description"]
    assert "Shop now" not in made["description"]
    assert made["title"] == "30% off everything for the winter garden"
    assert not made["description"].startswith(made["title"])
    assert PINTEREST.validate(PINTEREST.adapt(story()), story()) == []


def test_its_picture_is_tall_and_fetched_from_our_address():
    source = pin(story())["media_source"]
    assert source["source_type"] == "image_url"
    assert source["url"].startswith("https://cdn.example/files/")
    (use,) = PINTEREST.adapt(story()).media
    assert use.recipe.width_px * 3 == use.recipe.height_px * 2
    with pytest.raises(AdaptationError, match="needs a picture"):
        PINTEREST.adapt(story(hero_image=None))


def test_a_film_goes_with_its_cover_in_place_of_the_picture():
    told = film_story(hero_image=None)
    source = pin(told)["media_source"]
    assert source["source_type"] == "video_id"
    film, cover = PINTEREST.adapt(told).media
    assert (source["url"], source["cover_image_url"]) == (film.url, cover.url)
    assert (film.recipe.width_px, film.recipe.height_px) == (1080, 1920)
    assert film.recipe.captions
    assert PINTEREST.validate(PINTEREST.adapt(told), told) == []


def test_it_may_lead_nowhere():
    told = story(facts={})
    assert "link" not in pin(told)
    assert PINTEREST.validate(PINTEREST.adapt(told), told) == []


def test_a_link_is_never_cut():
    action = {"verb": "Go", "url": f"https://shop.example/{'a' * 2040}"}
    with pytest.raises(AdaptationError, match="too little room"):
        PINTEREST.adapt(story(facts={"call_to_action": action}))


@described
def test_our_limits_are_those_of_the_description():
    takes = {
        name: one["maxLength"]
        for name, one in schema()["properties"].items()
        if "maxLength" in one
    }
    names = {"alt": "alt_text"}
    ours = {
        names.get(part.name, part.name): limit.maximum
        for part in PINTEREST.spec.parts
        for limit in part.limits
        if limit.enforced
    }
    assert ours == takes


@described
@given(st.text(min_size=1, max_size=200), st.text(max_size=900), st.text(max_size=900))
def test_every_pin_is_as_described(headline, summary, alt):
    told = story(headline=headline, summary=summary, hero_image=ROBIN | {"alt": alt[:500]})
    jsonschema.validate(pin(told), schema())


def test_own_words_are_counted():
    told = story(**own_words("pinterest", title="x" * 101, alt="y" * 501))
    codes = [issue.code for issue in PINTEREST.validate(PINTEREST.adapt(told), told)]
    assert codes.count("too_long") == 3  # the title beyond what is shown and what is taken
