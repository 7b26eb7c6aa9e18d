"""LinkedIn: what has no backslash is dropped by the platform, so everything reserved has one."""

import json

from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import BODY, SEEDS
from tests.channels_out.stories import FILM, FILM_SAID, film_story, own_words, story

LINKEDIN = get_channel("linkedin")
FACTS = "-30% until Dec 14, 2026 WINTER30 https://shop.example/winter While stocks last."


def commentary(told):
    return json.loads(LINKEDIN.render(LINKEDIN.adapt(told)).body)["commentary"]


def test_tracking_parameters_arrive_whole():
    assert r"utm\_source=linkedin" in commentary(story())
    assert LINKEDIN.validate(LINKEDIN.adapt(story()), story()) == []


def test_the_limit_is_that_of_the_escaped_text():
    told = story(**own_words("linkedin", commentary=FACTS + "(" * 1480))
    issues = LINKEDIN.validate(LINKEDIN.adapt(told), told)
    assert [issue.code for issue in issues] == ["too_long"]


def test_the_legal_line_must_be_there():
    told = story(**own_words("linkedin", commentary=FACTS.replace("While", "Till")))
    issues = LINKEDIN.validate(LINKEDIN.adapt(told), told)
    assert [issue.code for issue in issues] == ["missing_fact"]
    assert "legal line" in issues[0].message


ACME = "@[Acme Corp](urn:li:organization:1234)"


def post(told):
    return json.loads(LINKEDIN.render(LINKEDIN.adapt(told)).body)


def test_a_mention_passes_as_an_element():
    told = story(**own_words("linkedin", mentions=f"{ACME} @[Eve Li](urn:li:person:a-1)"))
    content = LINKEDIN.adapt(told)
    assert f"{ACME} @[Eve Li](urn:li:person:a-1)" in commentary(told)
    seen = LINKEDIN.visible_text(content, LINKEDIN.render(content))
    assert "Acme Corp Eve Li" in seen
    assert LINKEDIN.validate(content, told) == []


def test_one_picture_is_media_and_several_are_a_multi_image():
    assert post(story())["content"]["media"]["altText"] == "A robin on a spade"
    images = post(story(body=BODY))["content"]["multiImage"]["images"]
    assert [image["altText"] for image in images] == ["A robin on a spade", "A hand sows seeds"]
    picture = {"type": "picture", "image": SEEDS}
    many = post(story(body=[picture] * 25))["content"]["multiImage"]["images"]
    assert len(many) == 20


def test_a_film_is_titled_media_and_goes_out_instead_of_pictures():
    shown = post(film_story(body=BODY))["content"]
    assert set(shown) == {"media"}
    assert shown["media"].pop("url").endswith(".mp4")
    assert shown["media"] == {
        "altText": FILM_SAID,
        "captions": [{"language": "en", "vtt": FILM["captions"]}],
        "height": 1350,
        "title": "30% off everything for the winter garden",
        "width": 1080,
    }
    assert LINKEDIN.validate(LINKEDIN.adapt(film_story()), film_story()) == []


def test_a_film_without_captions_names_none():
    told = film_story(hero_video=FILM | {"captions": ""})
    assert "captions" not in post(told)["content"]["media"]


def test_own_words_for_the_alt_text_are_those_of_the_film():
    told = film_story(**own_words("linkedin", alt="Our garden"))
    assert post(told)["content"]["media"]["altText"] == "Our garden"


def test_a_post_goes_to_the_feed_of_everybody():
    assert post(story())["distribution"] == {
        "feedDistribution": "MAIN_FEED",
        "targetEntities": [],
        "thirdPartyDistributionChannels": [],
    }


def test_without_pictures_the_link_is_a_card():
    article = post(story(hero_image=None))["content"]["article"]
    assert article["title"] == "30% off everything for the winter garden"
    assert article["source"].startswith("https://shop.example/winter?utm_source=linkedin")
    plain = story(hero_image=None, facts={})
    assert "content" not in post(plain)


def test_the_first_comment_is_empty_unless_worded():
    assert "first_comment" not in post(story())
    told = story(**own_words("linkedin", first_comment="More (here)"))
    assert post(told)["first_comment"] == {"message": {"text": "More (here)"}}
    over = story(**own_words("linkedin", first_comment="a" * 1251))
    assert [i.code for i in LINKEDIN.validate(LINKEDIN.adapt(over), over)] == ["too_long"]


def test_a_long_alt_text_is_advised_against_and_taken():
    told = story(**own_words("linkedin", alt="A robin. " * 14))
    (issue,) = LINKEDIN.validate(LINKEDIN.adapt(told), told)
    assert (issue.code, issue.severity, issue.part) == ("too_long", "warning", "alt")


def test_what_is_too_long_of_a_film_is_mended_where_the_film_is_described():
    told = film_story(hero_video=FILM | {"description": "A walk through a garden " * 6})
    issue = next(i for i in LINKEDIN.validate(LINKEDIN.adapt(told), told) if i.part == "alt")
    assert (issue.code, issue.field) == ("too_long", "hero_video.description")
