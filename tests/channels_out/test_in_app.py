"""In-app: a small banner of our own form."""

import json

import pytest

from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import own_words, story

IN_APP = get_channel("in-app")


def payload(told):
    return json.loads(IN_APP.render(IN_APP.adapt(told)).body)


def test_the_banner_has_what_its_docstring_says():
    banner = payload(story())
    assert banner["type"] == "banner"
    assert (banner["id"], banner["lang"]) == ("winter", "en")
    assert banner["header"] == "30% off everything for the winter garden"
    assert banner["body"].startswith("30% off · through December 14, 2026 · Code WINTER30\n")
    assert banner["button"]["text"] == "Shop now"
    assert "utm_medium=in-app" in banner["button"]["url"]
    assert banner["image"]["alt"] == "A robin on a spade"
    assert (banner["image"]["width"], banner["image"]["height"]) == (300, 300)


def test_what_a_story_lacks_a_banner_lacks():
    banner = payload(story(facts={}, hero_image=None, headline="A long headline " * 4))
    assert set(banner) == {"type", "id", "lang", "body"}
    assert banner["body"].startswith("A long headline")


def test_three_lines_are_advice():
    words = "30% off through December 14, 2026 with WINTER30. " + "Words and more. " * 9
    told = story(**own_words("in-app", body=words))
    (issue,) = IN_APP.validate(IN_APP.adapt(told), told)
    assert (issue.code, issue.severity) == ("too_long", "warning")


def test_an_own_alt_text_is_the_picture_s():
    assert payload(story(**own_words("in-app", alt="A bird")))["image"]["alt"] == "A bird"


@pytest.mark.parametrize("label", ["", "  "])
def test_a_button_without_words_is_an_error(label):
    told = story(**own_words("in-app", button=label))
    (issue,) = IN_APP.validate(IN_APP.adapt(told), told)
    assert (issue.code, issue.field) == ("missing_part", "overrides.in-app.button")
    unlinked = story(facts={}, **own_words("in-app", button=label))
    assert IN_APP.validate(IN_APP.adapt(unlinked), unlinked) == []
