"""Push: what APNs, FCM and a service worker take, in their bytes, facts before words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import own_words, story

SLUGS = ("push-apns", "push-fcm", "push-web")
MAXIMA = {"push-apns": 4096, "push-fcm": 4096, "push-web": 3993}
LONG_HEADLINE = "Everything that a garden in winter could ever need is cheaper than ever before"


def payload(slug, told):
    channel = get_channel(slug)
    return json.loads(channel.render(channel.adapt(told)).body)


def issues(slug, told):
    channel = get_channel(slug)
    return channel.validate(channel.adapt(told), told)


def texts(slug, told):
    return get_channel(slug).adapt(told).parts


def test_apns_gets_an_alert_a_thread_and_keys_of_the_app():
    sent = payload("push-apns", story())
    assert sent["aps"] == {
        "alert": {
            "title": "30% off everything for the winter garden",
            "subtitle": "30% off",
            "body": "through December 14, 2026 · Code WINTER30\n"
            "Your garden does not sleep in winter. Neither do our prices.",
        },
        "thread-id": "winter",
        "mutable-content": 1,
    }
    assert sent["url"].startswith("https://shop.example/winter?utm_source=push")
    assert sent["image"].endswith(".jpg")


def test_without_a_picture_no_extension_is_woken():
    sent = payload("push-apns", story(hero_image=None))
    assert "mutable-content" not in sent["aps"]
    assert "image" not in sent


def test_fcm_gets_a_message_without_a_target_and_data_of_strings():
    sent = payload("push-fcm", story())
    assert set(sent) == {"message"}
    assert set(sent["message"]) == {"notification", "data"}
    assert set(sent["message"]["notification"]) == {"title", "body", "image"}
    assert all(isinstance(value, str) for value in sent["message"]["data"].values())


def test_a_picture_for_fcm_has_its_megabyte():
    (use,) = get_channel("push-fcm").adapt(story()).media
    assert use.recipe.max_bytes == 1_048_576


def test_a_browser_gets_options_with_a_button():
    sent = payload("push-web", story(locale="fr"))
    assert sent["actions"] == [{"action": "open", "title": "Shop now"}]
    assert sent["data"]["url"].startswith("https://shop.example/winter?")
    assert (sent["lang"], sent["tag"]) == ("fr", "winter")
    bare = payload("push-web", story(facts={}, hero_image=None))
    assert bare["actions"] == []
    assert bare["data"] == {}
    assert "image" not in bare


def test_a_browser_gets_no_button_without_words():
    for label in ("", "  "):
        assert payload("push-web", story(**own_words("push-web", button=label)))["actions"] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_facts_stand_first_where_the_rest_may_be_cut(slug):
    body = texts(slug, story())["body"]
    assert "Code WINTER30" in body.splitlines()[0]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_headline_too_long_to_be_shown_gives_way_and_is_said_below(slug):
    said = texts(slug, story(headline=LONG_HEADLINE, summary=""))
    assert said["title"] == "Your garden does not sleep in winter."
    assert said["title"] not in said["body"]
    if slug != "push-web":  # which shows too little for it
        assert LONG_HEADLINE in said["body"]


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_made_is_shown_whole(slug):
    channel = get_channel(slug)
    content = channel.adapt(story(headline=LONG_HEADLINE, key_message="Much to say. " * 30))
    for part in channel.spec.parts:
        for limit in part.limits:
            assert len(content.parts[part.name]) <= limit.maximum


@pytest.mark.parametrize("slug", SLUGS)
def test_no_fact_is_lost_for_what_a_screen_shows(slug):
    name = "The longest name of a garden center in the whole of the north, " * 2
    facts = story().facts.model_dump() | {"promo_code": {"code": "W" * 32}}
    facts["period"] = {
        "start": "2026-12-01T10:30:00+01:00",
        "end": "2026-12-15T11:45:00+01:00",
        "time_zone": "Europe/Paris",
    }
    facts["place"] = {"name": name[:120]}
    body = texts(slug, story(locale="fr", facts=facts))["body"]
    assert "W" * 32 in body
    assert not [i for i in issues(slug, story(locale="fr", facts=facts)) if i.severity == "error"]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_payload_too_large_says_how_many_bytes_to_take_away(slug):
    words = "30% off through December 14, 2026 with WINTER30. " + "é" * 2100
    told = story(**own_words(slug, title="Winter", body=words))
    size = len(get_channel(slug).render(get_channel(slug).adapt(told)).body)
    (issue,) = [issue for issue in issues(slug, told) if issue.severity == "error"]
    assert f"Take {size - MAXIMA[slug]} away" in issue.message
    assert (issue.part, issue.field) == ("payload", f"overrides.{slug}.body")


@pytest.mark.parametrize("slug", SLUGS)
def test_more_than_a_screen_shows_is_only_advice(slug):
    words = "30% off through December 14, 2026 with WINTER30. " + "Words and more. " * 20
    found = issues(slug, story(**own_words(slug, body=words)))
    assert {(issue.code, issue.severity, issue.part) for issue in found} == {
        ("too_long", "warning", "body")
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_an_id_says_no_fact(slug):
    told = story(id="WINTER30", **own_words(slug, body="30% off through December 14, 2026"))
    assert "missing_fact" in [issue.code for issue in issues(slug, told)]


@pytest.mark.parametrize("slug", SLUGS)
@given(words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_any_story_keeps_the_bytes(slug, words):
    told = story(headline=words, key_message=words[:500], summary=words * 9)
    channel = get_channel(slug)
    body = channel.render(channel.adapt(told)).body
    assert len(body) <= MAXIMA[slug]
