"""Films on TikTok, YouTube and wherever a telephone is held upright."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels_out.youtube import CAPTIONS
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import get_channel
from omnicontent.channels.spec import ImageSlot, VideoSlot
from omnicontent.text.units import Unit
from tests.channels_out.stories import FILM, FILM_SAID, film_story, own_words, story

UPLOADS = (
    Path(__file__).parents[3]
    / "shared"
    / "vectors"
    / "machine-limits"
    / "youtube-media-upload.json"
)
VERTICAL = ("facebook-reel", "facebook-story", "instagram-reel", "instagram-story", "tiktok")
ONLY_FILMS = ("facebook-reel", "instagram-reel", "tiktok", "youtube", "youtube-short")


SHAPES = {"linkedin": (1080, 1350), "x": (720, 720)}


def payload(slug, told):
    channel = get_channel(slug)
    return json.loads(channel.render(channel.adapt(told)).body)


def codes(slug, told):
    channel = get_channel(slug)
    return [issue.code for issue in channel.validate(channel.adapt(told), told)]


def film(slug, told):
    return get_channel(slug).adapt(told).media_in("video")[0]


def bytes_of(slot: ImageSlot | VideoSlot) -> float:
    return next(limit.maximum for limit in slot.limits if limit.unit is Unit.BYTES)


@pytest.mark.parametrize("slug", ONLY_FILMS)
def test_without_a_film_the_editor_hears_what_to_choose(slug):
    with pytest.raises(AdaptationError, match="needs a film: choose one under Media") as caught:
        get_channel(slug).adapt(story())
    assert caught.value.field == "hero_video"


def test_the_vertical_film_is_made_once_for_all():
    assert len({film(slug, film_story()).file_name for slug in VERTICAL}) == 1
    silent = film_story(hero_video=FILM | {"captions": ""})
    slugs = (*VERTICAL, "youtube-short")
    assert len({film(slug, silent).file_name for slug in slugs}) == 1


def test_captions_are_drawn_where_the_platform_takes_no_file():
    said = FILM["captions"]
    for slug in VERTICAL:
        assert (film(slug, film_story()).recipe.captions, film(slug, film_story()).captions) == (
            said,
            "",
        )
    for slug in ("youtube", "youtube-short", "facebook-post", *SHAPES):
        assert (film(slug, film_story()).recipe.captions, film(slug, film_story()).captions) == (
            "",
            said,
        )


def test_the_wide_film_is_made_once_for_both():
    slugs = ("youtube", "facebook-post")
    assert len({film(slug, film_story()).file_name for slug in slugs}) == 1


@pytest.mark.parametrize("slug", SHAPES)
def test_a_film_of_a_shape_of_its_own_goes_out_alone_where_there_is_one(slug):
    (use,) = get_channel(slug).adapt(film_story()).media
    assert (use.recipe.width_px, use.recipe.height_px) == SHAPES[slug]
    (use,) = get_channel(slug).adapt(story()).media
    assert use.recipe.kind == "image"


@given(st.floats(min_value=1, max_value=5000))
def test_no_film_is_longer_than_its_platform_takes(seconds):
    told = film_story(hero_video=FILM | {"seconds": seconds})
    for slug in (*VERTICAL, "youtube", "youtube-short", *SHAPES):
        (slot,) = get_channel(slug).spec.videos
        most = next(limit.maximum for limit in slot.limits if limit.unit is Unit.SECONDS)
        assert film(slug, told).recipe.seconds_max <= most


@pytest.mark.parametrize("slug", [*VERTICAL, "linkedin"])
def test_a_film_of_a_blink_is_too_short(slug):
    assert "too_short" in codes(slug, film_story(hero_video=FILM | {"seconds": 0.4}))


def test_tiktok_is_pulled_from_our_address():
    post = payload("tiktok", film_story())
    assert set(post) == {"post_info", "source_info"}
    assert post["source_info"]["video_url"].startswith("https://cdn.example/files/")
    assert post["post_info"]["title"].endswith("#garden #winter #birds #DIY #robin")


@pytest.mark.parametrize("slug", VERTICAL)
def test_what_the_closing_card_says_is_told_to_those_who_cant_see_it(slug):
    channel, told = get_channel(slug), film_story()
    content = channel.adapt(told)
    film = next(use for use in content.media if use.recipe.kind == "video")
    assert film.alt == FILM_SAID
    assert film.recipe.closing_card.texts == tuple(FILM_SAID.split(". ")[1:])
    assert not [issue for issue in channel.validate(content, told) if issue.severity == "error"]


def test_tiktok_counts_tags_as_advice_and_says_mentions():
    words = "#a #b #c #d #e #f"
    told = film_story(**own_words("tiktok", hashtags=words, mentions="@birds"))
    assert payload("tiktok", told)["post_info"]["title"].endswith(f"@birds\n\n{words}")
    channel = get_channel("tiktok")
    severities = {issue.severity for issue in channel.validate(channel.adapt(told), told)}
    assert severities == {"warning"}


def test_youtube_has_title_description_tags_and_thumbnail():
    video = payload("youtube", film_story())
    assert video["snippet"]["title"] == "30% off everything for the winter garden"
    assert "utm_medium=video" in video["snippet"]["description"]
    assert video["snippet"]["tags"] == ["garden", "winter", "birds", "DIY", "robin", "spade"]
    assert video["thumbnail"]["url"].endswith(".jpg")
    assert video["captions"][0]["vtt"].startswith("WEBVTT")


def test_a_short_is_the_same_without_a_thumbnail():
    short, video = payload("youtube-short", film_story()), payload("youtube", film_story())
    assert short["snippet"] == video["snippet"]
    assert "thumbnail" not in short
    recipe = film("youtube-short", film_story()).recipe
    assert recipe.height_px >= recipe.width_px


def test_a_headline_too_long_for_a_title_gives_way_to_a_whole_sentence():
    video = payload("youtube", film_story(headline="winter garden " * 10))
    assert video["snippet"]["title"] == "Your garden does not sleep in winter."


@pytest.mark.parametrize("slug", ["youtube", "youtube-short"])
def test_youtube_takes_no_angle_brackets(slug):
    assert "‹b›" in payload(slug, film_story(headline="A <b> title"))["snippet"]["title"]
    assert payload(slug, film_story(hashtags=["a<b"]))["snippet"]["tags"] == ["a‹b"]
    for part in ("title", "description", "tags"):
        told = film_story(**own_words(slug, **{part: "A <b> title"}))
        assert "forbidden_characters" in codes(slug, told)


def test_tags_with_spaces_count_their_quotes():
    channel = get_channel("youtube")
    assert channel.counted("tags", "winter garden, robin") == '"winter garden",robin'


@given(st.text(alphabet="aé字👩‍👩‍👧", min_size=1, max_size=60))
def test_a_description_keeps_to_its_bytes(word):
    told = film_story(summary=" ".join([f"{word}."] * 200))
    assert len(payload("youtube", told)["snippet"]["description"].encode()) <= 5000


@pytest.mark.skipif(not UPLOADS.exists(), reason="the shared vectors are not here")
def test_files_keep_to_what_youtube_s_upload_endpoints_take():
    takes = json.loads(UPLOADS.read_text())["mediaUpload"]
    spec = get_channel("youtube").spec
    assert bytes_of(spec.videos[0]) == int(takes["videos.insert"]["maxSize"])
    assert bytes_of(get_channel("youtube-short").spec.videos[0]) == bytes_of(spec.videos[0])
    assert bytes_of(spec.images[0]) <= int(takes["thumbnails.set"]["maxSize"])
    assert int(takes["captions.insert"]["maxSize"]) == CAPTIONS.maximum
