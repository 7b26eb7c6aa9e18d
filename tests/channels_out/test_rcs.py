"""RCS: a card or a carousel, its buttons, and the text that takes it back."""

import json
import re

import pytest

from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import own_words, story

RCS = get_channel("rcs")


def picture(number, caption=""):
    image = {
        "source": f"{number}.jpg",
        "digest": f"{number:064x}",
        "width_px": 4000,
        "height_px": 3000,
        "alt": "A bed of leeks",
    }
    return {"type": "picture", "image": image, "caption": caption}


def carousel(*captions, **changes):
    body = [picture(number, caption) for number, caption in enumerate(captions)]
    return story(body=body, forms={"rcs": "carousel"}, **changes)


def payload(told):
    return json.loads(RCS.render(RCS.adapt(told)).body)


def content_message(told):
    return payload(told)["agentMessage"]["contentMessage"]


def card(told):
    return content_message(told)["richCard"]["standaloneCard"]["cardContent"]


def cards(told):
    return content_message(told)["richCard"]["carouselCard"]["cardContents"]


def codes(told):
    return [issue.code for issue in RCS.validate(RCS.adapt(told), told)]


def test_a_card_has_picture_words_and_buttons():
    sent = payload(story())["agentMessage"]
    assert sent["messageTrafficType"] == "PROMOTION"
    assert {"ttl", "expireTime"}.isdisjoint(sent)
    shown = card(story())
    assert shown["title"] == "30% off everything for the winter garden"
    assert "30% off · through December 14, 2026 · Code WINTER30" in shown["description"]
    assert shown["media"]["height"] == "MEDIUM"
    files = shown["media"]["contentInfo"]
    assert files["fileUrl"] != files["thumbnailUrl"]
    action, reply = shown["suggestions"]
    assert action["action"]["text"] == "Shop now"
    assert "utm_source=rcs" in action["action"]["openUrlAction"]["url"]
    assert reply["reply"]["text"] == "Code WINTER30"
    (stop,) = content_message(story())["suggestions"]
    assert stop["reply"] == {"text": "Stop promotions", "postbackData": "stop"}


def test_a_card_needs_no_picture_and_no_facts():
    shown = card(story(hero_image=None, facts={}))
    assert set(shown) == {"title", "description"}


def test_a_carousel_has_a_card_for_each_picture():
    told = carousel("Leeks in the snow", "")
    assert content_message(told)["richCard"]["carouselCard"]["cardWidth"] == "MEDIUM"
    first, second, third = cards(told)
    assert first["title"] == told.headline
    assert second["description"] == "Leeks in the snow"
    assert set(third) == {"media", "suggestions"}
    assert all(one["media"]["height"] == "MEDIUM" for one in (first, second, third))
    assert codes(told) == []


def test_without_a_hero_the_first_picture_leads():
    told = carousel("First", "Second", hero_image=None)
    first, second = cards(told)
    assert first["title"] == told.headline
    assert second["description"] == "Second"


def test_a_carousel_of_many_pictures_keeps_what_a_message_takes():
    told = carousel(*(f"Caption {number}" for number in range(14)))
    shown = cards(told)
    assert 2 <= len(shown) <= 10
    assert [one.get("description") for one in shown[1:]] == [f"Caption {n}" for n in range(8)]
    assert all(len(one["suggestions"]) <= 4 for one in shown)
    text = json.dumps(payload(told)["agentMessage"])
    assert len(re.findall(r'"postbackData"', text)) <= 11
    assert len(RCS.adapt(told).media) == 2 * len(shown)


def test_a_carousel_of_one_picture_is_a_card_and_says_so():
    told = carousel()
    assert "standaloneCard" in content_message(told)["richCard"]
    assert codes(told) == ["too_few_pictures"]


def test_a_code_too_long_for_a_reply_stays_in_the_text():
    facts = story().facts.model_dump() | {"promo_code": {"code": "W" * 26}}
    shown = card(story(facts=facts))
    assert len(shown["suggestions"]) == 1
    assert "W" * 26 in shown["description"]
    facts["promo_code"]["code"] = "W" * 22
    assert card(story(facts=facts))["suggestions"][1]["reply"]["text"] == "W" * 22


@pytest.mark.parametrize("locale", ["en", "fr", "de", "es", "it", "nl", "pt", "fi"])
def test_the_withdrawal_names_the_brand_and_repeats_no_offer(locale):
    told = story(locale=locale)
    text = payload(told)["revocation"]["contentMessage"]["text"]
    assert text.startswith("Greenhouse ")
    for fact in ("30", "WINTER", "shop.example", "14"):
        assert fact not in text
    assert codes(told) == []


def test_a_withdrawal_that_repeats_the_offer_is_an_error():
    told = story(**own_words("rcs", revocation="Sorry, no 30% off, WINTER30 is void."))
    issues = RCS.validate(RCS.adapt(told), told)
    assert [issue.code for issue in issues] == ["forbidden_fact", "forbidden_fact"]
    assert issues[0].field == "overrides.rcs.revocation"


def test_a_fact_that_only_the_withdrawal_or_a_postback_says_is_missing():
    words = "30% off through December 14, 2026. While stocks last."
    facts = story().facts.model_dump() | {"promo_code": {"code": "W" * 26}}
    told = story(facts=facts, **own_words("rcs", description=words))
    assert codes(told) == ["missing_fact"]


def test_an_address_too_long_for_a_button_is_named():
    url = "https://shop.example/" + "a" * 1960
    facts = story().facts.model_dump() | {"call_to_action": {"verb": "Go", "url": url}}
    (issue,) = RCS.validate(RCS.adapt(story(facts=facts)), story(facts=facts))
    assert (issue.code, issue.field) == ("too_long", "facts.call_to_action")


@pytest.mark.parametrize("period", [{}, {"time_zone": "Europe/Paris"}])
def test_a_period_that_says_nothing_is_not_said_again(period):
    facts = story().facts.model_dump() | {"period": period}
    assert codes(story(facts=facts)) == []


@pytest.mark.parametrize("label", ["", "  "])
def test_a_button_without_words_is_an_error(label):
    told = story(**own_words("rcs", button=label))
    (issue,) = RCS.validate(RCS.adapt(told), told)
    assert (issue.code, issue.field) == ("missing_part", "overrides.rcs.button")
    assert codes(story(facts={}, **own_words("rcs", button=label))) == []


def test_pictures_are_paired_with_their_own_thumbnails_in_any_order():
    told = carousel("First", "Second")
    content = RCS.adapt(told)
    thumbnails = [use for use in content.media if "thumbnail" in use.slot]
    pictures = [use for use in content.media if use not in thumbnails]
    sorted_by_kind = content.model_copy(update={"media": (*pictures, *thumbnails)})
    assert RCS.render(sorted_by_kind).body == RCS.render(content).body
    assert [issue.code for issue in RCS.validate(sorted_by_kind, told)] == []
