"""TikTok, YouTube and Instagram stories: films, their words and what happens without one."""

import json

import pytest

from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import film_story, own_words, story


def payload(slug, told):
    channel = get_channel(slug)
    return json.loads(channel.render(channel.adapt(told)).body)


def codes(slug, told):
    channel = get_channel(slug)
    return [issue.code for issue in channel.validate(channel.adapt(told), told)]


@pytest.mark.parametrize("slug", ["tiktok", "youtube"])
def test_without_a_film_the_editor_hears_what_to_choose(slug):
    with pytest.raises(AdaptationError, match="needs a film: choose one under Media") as caught:
        get_channel(slug).adapt(story())
    assert caught.value.field == "hero_video"


def test_tiktok_is_pulled_from_our_address():
    post = payload("tiktok", film_story())
    assert post["source_info"]["video_url"].startswith("https://cdn.example/files/")
    assert post["post_info"]["title"].endswith("#garden #winter #birds #DIY #robin")


def test_youtube_has_title_description_tags_and_thumbnail():
    video = payload("youtube", film_story())
    assert video["snippet"]["title"] == "30% off everything for the winter garden"
    assert "utm_medium=video" in video["snippet"]["description"]
    assert video["snippet"]["tags"] == ["garden", "winter", "birds", "DIY", "robin", "spade"]
    assert video["thumbnail"]["url"].endswith(".jpg")
    assert video["captions"][0]["vtt"].startswith("WEBVTT")


def test_a_headline_too_long_for_a_title_gives_way_to_a_whole_sentence():
    video = payload("youtube", film_story(headline="winter garden " * 10))
    assert video["snippet"]["title"] == "Your garden does not sleep in winter."


def test_youtube_takes_no_angle_brackets():
    assert "‹b›" in payload("youtube", film_story(headline="A <b> title"))["snippet"]["title"]
    assert "forbidden_characters" in codes(
        "youtube", film_story(**own_words("youtube", title="A <b> title"))
    )


def test_tags_with_spaces_count_their_quotes():
    channel = get_channel("youtube")
    assert channel.counted("tags", "winter garden, robin") == '"winter garden",robin'


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


def test_words_that_leave_out_the_code_are_an_error():
    told = story(**own_words("instagram-story", words="-30% until Dec 14, 2026"))
    assert codes("instagram-story", told) == ["missing_fact"]


def test_a_story_needs_a_picture_or_a_film():
    with pytest.raises(AdaptationError, match="picture or a film"):
        get_channel("instagram-story").adapt(story(hero_image=None))


def test_the_vertical_film_is_made_once_for_both():
    files = {
        get_channel(slug).adapt(film_story()).media_in("video")[0].file_name
        for slug in ("tiktok", "instagram-story")
    }
    assert len(files) == 1
