"""Instagram: posts, carousels, reels and stories, as the containers that its API takes."""

import json

import pytest

from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import SEEDS, full_story
from tests.channels_out.stories import film_story, own_words, story

FACTS = "-30% until Dec 14, 2026 with WINTER30"
TAGS = "#a #b #c #d #e #f"


def payload(slug, told):
    channel = get_channel(slug)
    return json.loads(channel.render(channel.adapt(told)).body)


def codes(slug, told):
    channel = get_channel(slug)
    return [issue.code for issue in channel.validate(channel.adapt(told), told)]


def carousel(pictures, **changes):
    body = [
        {"type": "picture", "image": SEEDS | {"digest": f"{number:064x}"}}
        for number in range(pictures)
    ]
    return story(body=body, forms={"instagram-feed": "carousel"}, **changes)


def test_a_post_is_one_picture_by_its_address():
    post = payload("instagram-feed", full_story())
    assert set(post) == {"image_url", "caption", "alt_text"}
    assert post["image_url"].endswith(".jpg")
    assert post["alt_text"] == "A robin on a spade"


def test_a_caption_takes_five_hashtags():
    assert payload("instagram-feed", story())["caption"].count("#") == 5
    told = story(**own_words("instagram-feed", caption=f"{FACTS} {TAGS}"))
    assert codes("instagram-feed", told) == ["too_many"]


def test_own_hashtags_are_counted_in_both_places():
    assert "too_many" in codes(
        "instagram-feed", story(**own_words("instagram-feed", hashtags=TAGS))
    )


def test_mentions_stand_in_the_caption_and_are_twenty_at_most():
    told = story(**own_words("instagram-feed", mentions="@botanic.garden @birds"))
    content = get_channel("instagram-feed").adapt(told)
    assert "\n\n@botanic.garden @birds\n\n#garden" in content.parts["caption"]
    assert codes("instagram-feed", told) == []
    crowd = " ".join(f"@friend{number}" for number in range(21))
    assert "too_many" in codes(
        "instagram-reel", film_story(**own_words("instagram-reel", mentions=crowd))
    )


def test_a_caption_says_the_address_as_people_type_it():
    caption = payload("instagram-feed", story())["caption"]
    assert "Shop now: shop.example/winter\n" in caption
    assert "utm_" not in caption


def test_a_carousel_is_hero_and_body_pictures_in_one_shape():
    told = carousel(3)
    post = payload("instagram-feed", told)
    assert (post["media_type"], len(post["children"])) == ("CAROUSEL", 4)
    assert {child["is_carousel_item"] for child in post["children"]} == {True}
    assert [child["alt_text"] for child in post["children"]][:2] == [
        "A robin on a spade",
        "A hand sows seeds",
    ]
    assert "image_url" not in post
    recipes = [use.recipe for use in get_channel("instagram-feed").adapt(told).media]
    assert len({(recipe.width_px, recipe.height_px) for recipe in recipes}) == 1
    assert codes("instagram-feed", told) == []


def test_a_carousel_has_ten_pictures_at_most():
    assert len(payload("instagram-feed", carousel(12))["children"]) == 10


def test_a_carousel_without_pictures_goes_out_as_a_single_one_and_says_so():
    assert "image_url" in payload("instagram-feed", carousel(0))
    assert codes("instagram-feed", carousel(0)) == ["too_few_pictures"]


def test_every_picture_of_a_carousel_needs_words():
    bare = {"type": "picture", "image": SEEDS | {"alt": ""}}
    told = story(body=[bare], forms={"instagram-feed": "carousel"})
    assert codes("instagram-feed", told) == ["missing_alt"]


@pytest.mark.parametrize("slug", ["instagram-feed", "instagram-reel"])
def test_the_first_comment_is_what_the_editor_words(slug):
    assert "first_comment" not in payload(slug, film_story())
    told = film_story(**own_words(slug, first_comment="Which bird comes first? #birds"))
    assert payload(slug, told)["first_comment"] == {"message": "Which bird comes first? #birds"}
    assert codes(slug, told) == []


@pytest.mark.parametrize("words", ["x" * 301, TAGS, "shop.example/a or shop.example/b"])
def test_a_comment_that_the_old_rules_refuse_is_doubted(words):
    told = story(**own_words("instagram-feed", first_comment=words))
    channel = get_channel("instagram-feed")
    found = [i for i in channel.validate(channel.adapt(told), told) if not i.fact]
    assert [i.severity for i in found] == ["warning"]


def test_a_reel_has_film_cover_and_caption():
    reel = payload("instagram-reel", film_story())
    assert (reel["media_type"], reel["share_to_feed"]) == ("REELS", True)
    assert reel["video_url"].endswith(".mp4")
    assert reel["cover_url"].endswith(".jpg")
    assert "alt_text" not in reel
    (cover,) = get_channel("instagram-reel").adapt(film_story()).media_in("cover")
    assert cover.recipe.image.max_bytes == 8 * 1024 * 1024


def test_a_story_without_film_says_everything_in_the_picture():
    told = story()
    content = get_channel("instagram-story").adapt(told)
    (use,) = content.media
    assert use.recipe.words == ("30% off", "through December 14, 2026", "Code WINTER30")
    post = payload("instagram-story", told)
    assert post["image_url"].endswith(".jpg")
    assert post["link_sticker"]["url"].startswith(
        "https://shop.example/winter?utm_source=instagram"
    )
    assert codes("instagram-story", told) == []


def test_a_story_with_film_says_everything_at_its_end():
    told = film_story(
        **own_words("instagram-story", words="Go\n-30% until Dec 14, 2026\nWINTER30")
    )
    content = get_channel("instagram-story").adapt(told)
    (use,) = content.media
    assert use.recipe.closing_card.lines == ("-30% until Dec 14, 2026", "WINTER30")
    assert "video_url" in payload("instagram-story", told)
    assert codes("instagram-story", told) == []


@pytest.mark.parametrize("slug", ["instagram-story", "facebook-story"])
def test_words_that_leave_out_the_code_are_an_error(slug):
    told = story(**own_words(slug, words="-30% until Dec 14, 2026"))
    assert codes(slug, told) == ["missing_fact"]


@pytest.mark.parametrize("slug", ["instagram-story", "facebook-story"])
def test_a_story_needs_a_picture_or_a_film(slug):
    with pytest.raises(AdaptationError, match="picture or a film"):
        get_channel(slug).adapt(story(hero_image=None))
