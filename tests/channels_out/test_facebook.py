"""Facebook: what goes to which edge of a Page, and in which fields."""

import json

import pytest

from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import SEEDS
from tests.channels_out.stories import FILM, film_story, own_words, story


def payload(slug, told):
    channel = get_channel(slug)
    return json.loads(channel.render(channel.adapt(told)).body)


def issues(slug, told):
    channel = get_channel(slug)
    return channel.validate(channel.adapt(told), told)


def test_a_picture_goes_to_the_feed_with_its_alt_text():
    post = payload("facebook-post", story())
    assert post["edge"] == "feed"
    assert "utm_source=facebook" in post["message"]
    (picture,) = post["attached_media"]
    assert picture["alt_text_custom"] == "A robin on a spade"
    assert picture["published"] is False
    assert "link" not in post  # Facebook shows either a link's card or pictures


def test_own_words_for_the_picture_go_out():
    told = story(**own_words("facebook-post", alt="A small red bird"))
    (picture,) = payload("facebook-post", told)["attached_media"]
    assert picture["alt_text_custom"] == "A small red bird"


def test_without_media_the_link_makes_a_card():
    post = payload("facebook-post", story(hero_image=None))
    assert "attached_media" not in post
    assert post["link"].startswith("https://shop.example/winter?utm_source=facebook")


def test_a_film_goes_to_videos_with_description_and_captions():
    post = payload("facebook-post", film_story())
    assert post["edge"] == "videos"
    assert post["file_url"].endswith(".mp4")
    assert "30% off" in post["description"]
    assert post["captions"][0]["vtt"].startswith("WEBVTT")
    assert get_channel("facebook-post").adapt(film_story()).parts["alt"] == ""


def test_a_film_needs_no_description_that_facebook_does_not_take():
    told = film_story(hero_video=FILM | {"description": ""})
    assert issues("facebook-post", told) == []
    bare = story(hero_image=story().hero_image.model_copy(update={"alt": ""}))
    assert [issue.code for issue in issues("facebook-post", bare)] == ["missing_alt"]


def test_own_words_for_the_alt_text_are_named_where_a_film_goes_out():
    own = own_words("facebook-post", alt="Our garden")
    told = film_story(**own)
    assert [issue.code for issue in issues("facebook-post", told)] == ["not_delivered"]
    assert "Our garden" not in json.dumps(payload("facebook-post", told))
    assert issues("facebook-post", story(**own)) == []


def test_an_album_is_of_pictures_even_beside_a_film():
    body = [{"type": "picture", "image": SEEDS}] * 12
    told = film_story(body=body, forms={"facebook-post": "album"})
    pictures = payload("facebook-post", told)["attached_media"]
    assert len(pictures) == 10
    assert pictures[1]["alt_text_custom"] == "A hand sows seeds"
    assert issues("facebook-post", told) == []


def test_the_message_keeps_to_what_schedulers_take():
    sentences = " ".join(f"Sentence {number} about the winter garden." for number in range(400))
    message = payload("facebook-post", story(summary=sentences))["message"]
    assert len(message) <= 5000
    long = story(**own_words("facebook-post", message=f"{message} {'x' * 5000}"))
    assert [issue.severity for issue in issues("facebook-post", long)] == ["warning"]
    longer = story(**own_words("facebook-post", message=f"{message} {'x' * 63_206}"))
    assert "error" in {issue.severity for issue in issues("facebook-post", longer)}


@pytest.mark.parametrize("slug", ["facebook-post", "facebook-reel"])
def test_the_first_comment_is_what_the_editor_words(slug):
    assert "first_comment" not in payload(slug, film_story())
    told = film_story(**own_words(slug, first_comment="Which bird comes first?"))
    assert payload(slug, told)["first_comment"] == {"message": "Which bird comes first?"}


def test_a_reel_has_title_and_description():
    reel = payload("facebook-reel", film_story())
    assert reel["edge"] == "video_reels"
    assert reel["title"] == "30% off everything for the winter garden"
    assert not reel["description"].startswith(reel["title"])
    assert issues("facebook-reel", film_story()) == []


def test_a_story_goes_where_its_medium_goes():
    photo, film = payload("facebook-story", story()), payload("facebook-story", film_story())
    assert (photo["edge"], film["edge"]) == ("photo_stories", "video_stories")
    assert photo["url"].endswith(".jpg")
    assert photo["published"] is False
    assert film["file_url"].endswith(".mp4")
    assert issues("facebook-story", story()) == []
