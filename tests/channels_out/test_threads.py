"""Threads: emoji by their bytes, one topic, five links, containers of each kind."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.counting import count_parts
from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import BODY, SEEDS
from tests.channels_out.stories import FILM_SAID, film_story, own_words, story

THREADS = get_channel("threads")
FACTS = "-30% until Dec 14, 2026 with WINTER30 https://shop.example/winter"
CAROUSEL = {"forms": {"threads": "carousel"}}


def post(told):
    return json.loads(THREADS.render(THREADS.adapt(told)).body)


def codes(told):
    return [issue.code for issue in THREADS.validate(THREADS.adapt(told), told)]


def test_an_emoji_counts_its_bytes_and_all_else_one():
    room = 500 - len(FACTS) - 1
    assert codes(story(**own_words("threads", text=f"{FACTS} {'é' * room}"))) == []
    flags = "🇫🇷" * (room // 8)
    assert codes(story(**own_words("threads", text=f"{FACTS} {flags}"))) == []
    assert codes(story(**own_words("threads", text=f"{FACTS} {flags}🇫🇷"))) == ["too_long"]


@given(st.lists(st.sampled_from(["👩\u200d🌾", "garden", "été.", "❤"]), max_size=60).map(" ".join))
def test_any_summary_is_fitted(words):
    content = THREADS.adapt(story(summary=words))
    assert all(count.fits for count in count_parts(THREADS, content) if count.limit.enforced)


def test_a_sixth_address_is_too_many():
    links = [f"https://shop.com/{number}" for number in range(4)]
    told = own_words("threads", text=f"{FACTS} {' '.join(links)} {links[0]}")
    assert "too_many" not in codes(story(**told))
    told = own_words("threads", text=f"{FACTS} {' '.join(links)} https://other.com")
    assert "too_many" in codes(story(**told))


def test_the_card_is_left_out_where_its_address_would_be_the_sixth():
    links = " ".join(f"https://shop.com/{number}" for number in range(4))
    told = story(hero_image=None, **own_words("threads", text=f"{FACTS} {links}"))
    assert "link_attachment" not in post(told)
    assert "too_many" not in codes(told)
    shown = post(story(hero_image=None))["link_attachment"]
    told = story(hero_image=None, **own_words("threads", text=f"{FACTS} {shown}"))
    assert post(told)["link_attachment"] == shown


def test_a_hashtag_too_long_for_a_topic_gives_way_to_the_next():
    assert post(story(hashtags=["a" * 51, "bikes"]))["topic_tag"] == "bikes"


def test_the_first_hashtag_that_can_be_one_is_the_topic():
    payload = post(story(hashtags=["R&D", "Node.js", "city bikes"]))
    assert payload["topic_tag"] == "city bikes"
    assert "#" not in payload["text"]
    assert "topic_tag" not in post(story(hashtags=[]))


@pytest.mark.parametrize(
    ("words", "found", "sent"),
    [
        ("#winter", [], "winter"),
        ("a.b", ["forbidden_characters"], "a.b"),
        ("a" * 51, ["too_long"], "a" * 51),
    ],
)
def test_a_topic_of_the_editors_has_50_characters_without_periods(words, found, sent):
    told = story(**own_words("threads", topic_tag=words))
    assert codes(told) == found
    assert post(told)["topic_tag"] == sent


def test_each_kind_of_container_has_its_parameters():
    picture = post(story())
    assert (picture["media_type"], picture["alt_text"]) == ("IMAGE", "A robin on a spade")
    assert picture["image_url"].endswith(".jpg")
    film = post(film_story())
    assert (film["media_type"], film["alt_text"]) == ("VIDEO", FILM_SAID)
    words = post(story(hero_image=None))
    assert words["media_type"] == "TEXT"
    assert words["link_attachment"].startswith("https://shop.example/winter?utm_source=threads")


def test_a_carousel_holds_the_pictures_of_the_body():
    payload = post(film_story(body=BODY, **CAROUSEL))
    assert payload["media_type"] == "CAROUSEL"
    assert [child["alt_text"] for child in payload["children"]] == [
        "A robin on a spade",
        "A hand sows seeds",
    ]
    assert all(child["is_carousel_item"] for child in payload["children"])


def test_a_carousel_of_one_goes_out_as_a_post_with_a_warning():
    assert post(story(**CAROUSEL))["media_type"] == "IMAGE"
    assert codes(story(**CAROUSEL)) == ["too_few_pictures"]


def test_a_carousel_has_20_pictures_at_most():
    picture = {"type": "picture", "image": SEEDS}
    assert len(post(story(body=[picture] * 25, **CAROUSEL))["children"]) == 20
