"""Contact, places, products, offers without a value: where they are said, and where not."""

import json

import pytest

from omnicontent.channels.channel import Channel
from omnicontent.channels.drawn import DrawnChannel
from omnicontent.channels.message_checks import breaks_lock
from omnicontent.channels.registry import all_channels, get_channel
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.message.facts import FACT_KINDS, CallToAction, Facts, Offer
from omnicontent.message.kinds.plug_ins import registered
from omnicontent.message.saying import say
from tests.channels_out.html_trees import Reader
from tests.channels_out.stories import story
from tests.stories.ratings import RatingKind

FREE = sample_stories()["something free"]
MUST_ALL = [slug for slug, one in all_channels().items() if set(FACT_KINDS) <= one.spec.must]
SHORT = ["sms", "x", "mastodon", "push-apns", "push-fcm", "push-web", "bluesky", "threads"]
DRAWN = [slug for slug, one in all_channels().items() if isinstance(one, DrawnChannel)]
OFFERS = [
    {"type": "free_item", "item": "Qztote qzbag"},
    {"type": "n_for_m", "get": 3, "pay": 2},
]
PROMISES = [
    {"type": "percent", "value": 30},
    {"type": "price", "value": "49", "currency": "EUR"},
    {"type": "amount", "value": 20, "currency": "EUR"},
]


def seen_on(slug, told):
    channel = get_channel(slug)
    content = channel.adapt(told)
    return channel.visible_text(content, channel.render(content))


def test_pages_mails_and_articles_must_say_everything():
    assert set(MUST_ALL) == {"web", "email", "feed", "ninjs", "activitypub"} & set(all_channels())


@pytest.mark.parametrize("slug", MUST_ALL)
def test_they_say_contact_every_place_and_every_product(slug):
    seen = seen_on(slug, FREE)
    for words in (
        "+33 1 99 00 12 34",
        "qzshop@qz.example",
        "Qzgarden House, Qzroad 5",
        "Qzbarn, Qzlane 7",
        "Qzpier",
        "Qzseed qzmixture",
        "Qzspade",
    ):
        assert words in seen
    assert "Qzneighbors" not in seen, "an audience is never said"


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer["type"])
@pytest.mark.parametrize("slug", all_channels())
def test_an_offer_without_a_value_breaks_no_channel_and_is_said(slug, offer):
    facts = FREE.facts.model_copy(update={"offer": Offer.model_validate(offer)})
    told = FREE.model_copy(update={"facts": facts})
    channel = get_channel(slug)
    content = channel.adapt(told)
    assert [
        issue for issue in channel.validate(content, told) if issue.code == "missing_fact"
    ] == []
    if "offer" in channel.spec.must:
        fact = told.facts.offer
        said = {say(fact, told.locale, form) for form in ("long", "short")}
        seen = channel.visible_text(content, channel.render(content))
        assert any(words in seen for words in said)


@pytest.mark.parametrize("verb", ["Order bulbs", "Spend less"])
@pytest.mark.parametrize("offer", PROMISES, ids=lambda offer: offer["type"])
@pytest.mark.parametrize("slug", all_channels())
def test_a_button_and_the_offer_beside_it_say_nothing_together(slug, offer, verb):
    action = CallToAction(verb=verb, url="https://qz.example/tulips")
    facts = Facts.model_validate({"offer": offer, "call_to_action": action})
    told = FREE.model_copy(update={"facts": facts})
    channel = get_channel(slug)
    found = channel.validate(channel.adapt(told), told)
    assert [issue.message for issue in found if breaks_lock(issue)] == []


@pytest.mark.parametrize(
    ("words", "offer", "faults"),
    [
        ("Up to\n30% off", PROMISES[0], {"missing_fact", "contradiction"}),
        ("3 bouquets\nfor the price of 2", OFFERS[1], set()),
        ("Save\n€20", PROMISES[2], set()),
    ],
)
@pytest.mark.parametrize("slug", DRAWN)
def test_a_sentence_broken_in_the_picture_is_one(slug, words, offer, faults):
    facts = Facts.model_validate({"offer": offer})
    told = FREE.model_copy(update={"facts": facts, "overrides": {slug: {"words": words}}})
    channel = get_channel(slug)
    found = channel.validate(channel.adapt(told), told)
    assert {issue.code for issue in found if breaks_lock(issue)} == faults


@pytest.mark.parametrize("slug", SHORT)
def test_where_room_is_short_the_new_facts_give_way_and_the_others_stay(slug):
    channel: Channel = get_channel(slug)
    content = channel.adapt(FREE)
    issues = channel.validate(content, FREE)
    assert [issue.message for issue in issues if issue.severity == "error"] == []


def test_google_gets_no_telephone_number():
    assert "99 00" not in seen_on("google-business", FREE)


def test_a_page_leads_to_telephone_and_mail():
    channel = get_channel("web")
    tree = Reader(channel.render(channel.adapt(FREE)).body.decode())
    links = {a.get("href") for a in tree.all("a")}
    assert {"tel:+33199001234", "mailto:qzshop@qz.example"} <= links


def test_a_page_tells_machines_places_hours_and_contact():
    channel = get_channel("web")
    tree = Reader(channel.render(channel.adapt(FREE)).body.decode())
    said = json.loads(tree.texts["script"][0])
    assert [place["name"] for place in said["contentLocation"]] == [
        "Qzgarden House",
        "Qzbarn",
        "Qzpier",
    ]
    assert said["contentLocation"][1]["openingHoursSpecification"][0]["dayOfWeek"] == ["Saturday"]
    assert said["publisher"]["contactPoint"]["telephone"] == "+33 1 99 00 12 34"
    assert [item["sku"] for item in said["mainEntity"]["itemOffered"]] == ["QZ-1", "QZ-2"]


def test_a_news_item_names_every_place_and_whom_to_ask():
    channel = get_channel("ninjs")
    item = json.loads(channel.render(channel.adapt(FREE)).body)
    assert [place["name"] for place in item["places"]] == ["Qzgarden House", "Qzbarn", "Qzpier"]
    assert item["infoSources"][0]["contactInfo"] == [
        {"type": "phone", "value": "+33 1 99 00 12 34"},
        {"type": "email", "value": "qzshop@qz.example"},
    ]


@pytest.mark.parametrize("slug", MUST_ALL)
def test_a_fact_of_an_installed_kind_is_said_as_well(slug):
    with registered(RatingKind()):
        facts = Facts.model_validate({"rating": {"stars": 4}})
        assert "★★★★" in seen_on(slug, story(facts={}).model_copy(update={"facts": facts}))


def test_what_was_stored_before_is_drawn_as_it_was():
    channel = get_channel("web")
    content = channel.adapt(FREE)
    sheet = dict(content.data["sheet"])
    for name in ("places", "contact", "more"):
        del sheet[name]
    data = {name: value for name, value in content.data.items() if name != "places"}
    old = content.model_copy(update={"data": data | {"sheet": sheet}})
    page = channel.render(old).body.decode()
    assert "Qzgarden House, Qzroad 5, Qztown" in page
    assert "; Qzbarn" in page
