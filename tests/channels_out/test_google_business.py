"""Google Business: offers, events and updates, with what each of them needs."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels_out.google_business import ACTIONS
from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import own_words, story

GOOGLE = get_channel("google-business")
PERIOD = {
    "start": "2026-12-01T08:30:00Z",
    "end": "2026-12-15T00:00:00+01:00",
    "time_zone": "Europe/Paris",
}


def told(*without, period=PERIOD, verb="Shop now", **changes):
    facts = story().facts.model_dump(mode="json") | {
        "period": period,
        "call_to_action": {"verb": verb, "url": "https://shop.example/winter"},
    }
    return story(
        facts={kind: fact for kind, fact in facts.items() if kind not in without}, **changes
    )


def post(one):
    return json.loads(GOOGLE.render(GOOGLE.adapt(one)).body)


def codes(one):
    return [issue.code for issue in GOOGLE.validate(GOOGLE.adapt(one), one)]


def test_an_offer_has_title_schedule_code_and_terms():
    made = post(told())
    assert made["topicType"] == "OFFER"
    assert made["event"]["title"] == "30% off everything for the winter garden"
    assert made["offer"] == {
        "couponCode": "WINTER30",
        "redeemOnlineUrl": "https://shop.example/winter?utm_source=google&utm_medium=social"
        "&utm_campaign=winter",
        "termsConditions": "While stocks last.",
    }
    assert "callToAction" not in made  # Google leaves it out of offers
    assert "shop.example" not in made["summary"]
    assert codes(told()) == []


def test_its_schedule_is_of_the_place_s_clocks_both_ends_in():
    schedule = post(told())["event"]["schedule"]
    assert schedule["startDate"] == {"year": 2026, "month": 12, "day": 1}
    assert schedule["startTime"] == {"hours": 9, "minutes": 30, "seconds": 0, "nanos": 0}
    assert schedule["endDate"] == {"year": 2026, "month": 12, "day": 14}
    assert schedule["endTime"] == {"hours": 23, "minutes": 59, "seconds": 0, "nanos": 0}


def test_an_end_within_a_day_stays():
    period = PERIOD | {"end": "2026-12-14T18:00:00+01:00"}
    assert post(told(period=period))["event"]["schedule"]["endTime"]["hours"] == 18


@pytest.mark.parametrize("end", ["start", "end"])
def test_an_offer_open_at_one_end_is_a_plain_update(end):
    period = {name: value for name, value in PERIOD.items() if name != end}
    made = post(told(period=period))
    assert made["topicType"] == "STANDARD"
    assert not {"event", "offer"} & set(made)
    assert made["callToAction"]["actionType"] == "SHOP"
    assert made["summary"].startswith("30% off everything")
    assert codes(told(period=period)) == []


def test_a_period_without_an_offer_is_an_event():
    made = post(told("offer", "promo_code"))
    assert made["topicType"] == "EVENT"
    assert "offer" not in made
    assert made["callToAction"]["url"].startswith("https://shop.example/winter?utm_source=google")


def test_a_title_without_room_makes_an_update_that_says_the_same():
    one = told(headline="winter garden " * 12, key_message="so much to say " * 12)
    made = post(one)
    assert made["topicType"] == "STANDARD"
    assert made["summary"].startswith("winter garden")
    assert codes(one) == []


@pytest.mark.parametrize(
    ("verb", "button"),
    [
        ("Order bulbs", "ORDER"),
        ("Commander", "ORDER"),
        ("Réserver une table", "BOOK"),
        ("Buy now", "SHOP"),
        ("Sign up", "SIGN_UP"),
        ("See more", "LEARN_MORE"),
    ],
)
def test_the_button_is_what_the_verb_asks_for(verb, button):
    assert post(told("offer", verb=verb))["callToAction"]["actionType"] == button


def test_the_editor_may_choose_among_google_s_buttons():
    chosen = own_words("google-business", action="BOOK")
    assert post(told("offer", **chosen))["callToAction"]["actionType"] == "BOOK"
    wrong = told("offer", **own_words("google-business", action="Buy bulbs"))
    assert codes(wrong) == ["unknown_button"]
    assert "LEARN_MORE" in ACTIONS


def test_own_words_that_google_takes_nowhere_are_named():
    title = own_words("google-business", title="Winter sale")
    assert codes(told(**title)) == []
    assert codes(told("period", **title)) == ["not_delivered"]
    action = own_words("google-business", action="BOOK")
    assert codes(told(**action)) == ["not_delivered"]
    assert codes(told("offer", "call_to_action", **action)) == ["not_delivered"]


def test_its_photo_is_fetched_from_our_address():
    (photo,) = post(told())["media"]
    assert photo["mediaFormat"] == "PHOTO"
    assert photo["sourceUrl"].startswith("https://cdn.example/files/")
    assert "media" not in post(told(hero_image=None))


@pytest.mark.parametrize("number", ["+33 1 42 68 53 00", "01.42.68.53.00", "(212) 555-0100"])
def test_a_telephone_number_is_doubted(number):
    one = told(summary=f"Call us: {number}.")
    assert "phone_number" in codes(one)


@given(st.text(min_size=1, max_size=200), st.text(max_size=3000))
def test_every_post_keeps_its_limits(headline, summary):
    made = post(told(headline=headline, summary=summary))
    assert len(made["summary"]) <= 1500
    assert len(made.get("event", {}).get("title", "")) <= 58
