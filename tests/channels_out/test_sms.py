"""SMS: cheap characters, few segments, a sender that exists, a way to opt out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.registry import get_channel
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit
from tests.channels_out.stories import own_words, story

SMS = get_channel("sms")
UNSUBSCRIBE = "https://greenhouse.example/stop"
FACTS = "-30% until Dec 14 with WINTER30: https://shop.example/winter"


def brand(name="Greenhouse", url=UNSUBSCRIBE):
    return {"brand": {"name": name, "unsubscribe_url": url}}


def payload(told):
    return json.loads(SMS.render(SMS.adapt(told)).body)


def issues(told):
    return {issue.code: issue for issue in SMS.validate(SMS.adapt(told), told)}


def test_the_payload_is_what_the_provider_takes_in_gsm():
    sent = payload(story(headline="“Winter” – it’s on…"))
    assert sent == {
        "Body": 'Greenhouse: "Winter" - it\'s on... Your garden does not sleep in winter. '
        "Neither do our prices. -30%, through Dec 14, Code WINTER30. "
        "Shop now: https://shop.example/winter Reply STOP to opt out."
    }
    assert measure(sent["Body"], Unit.SMS_SEGMENTS).encoding == "gsm-7"


def test_sentences_give_way_to_segments():
    sentences = (f"Sentence number {number} says little." for number in range(13))
    content = SMS.adapt(story(key_message=" ".join(sentences)))
    assert measure(content.parts["text"], Unit.SMS_SEGMENTS).count == 3
    assert content.dropped


@pytest.mark.parametrize(
    ("name", "sender"),
    [
        ("Greenhouse", "Greenhouse"),
        ("Green House and Sons", "Green House"),
        ("Café Verdélune", "Cafe"),
        ("Meier, Inc.", "Meier Inc"),
        ("7Eleven", "7Eleven"),
    ],
)
def test_the_brand_signs_with_as_many_first_words_as_fit(name, sender):
    told = story(**brand(name))
    assert payload(told)["From"] == sender
    assert issues(told) == {}


@pytest.mark.parametrize("name", ["花園", "24 7", "H&M", "Gartenbauverein Nord"])
def test_a_brand_that_makes_no_name_sends_from_a_number(name):
    told = story(**brand(name))
    assert "From" not in payload(told)
    assert issues(told)["no_sender"].severity == "warning"
    assert issues(told)["no_sender"].field == "overrides.sms.sender"


@pytest.mark.parametrize(
    "sender", ["Greenhouse", "Green 24", "+33612345678", "+123456789012345", "36063"]
)
def test_senders_that_networks_take(sender):
    told = story(**brand(), **own_words("sms", sender=sender))
    assert payload(told)["From"] == sender
    assert issues(told) == {}


@pytest.mark.parametrize(
    ("sender", "code"),
    [
        ("Greenhouses 1", "too_long"),
        ("Grün", "bad_sender"),
        ("Green-House", "bad_sender"),
        ("+1234567890123456", "bad_sender"),
        ("+0123456", "bad_sender"),
        ("12", "bad_sender"),
    ],
)
def test_senders_that_networks_refuse(sender, code):
    assert code in issues(story(**brand(), **own_words("sms", sender=sender)))


def test_a_name_is_answered_at_an_address_and_a_number_by_stop():
    assert payload(story(**brand()))["Body"].endswith(f" Opt out: {UNSUBSCRIBE}")
    from_number = story(**brand(), **own_words("sms", sender="+33612345678"))
    assert payload(from_number)["Body"].endswith(" Reply STOP to opt out.")
    assert payload(story(**brand(url="")))["Body"].endswith(" Reply STOP to opt out.")


def test_the_way_out_is_in_the_reader_s_language():
    assert "STOP pour" in SMS.adapt(story(locale="fr-FR")).parts["text"]
    assert "STOP antworten" in SMS.adapt(story(locale="de")).parts["text"]
    assert "Reply STOP" in SMS.adapt(story(locale="fi")).parts["text"]
    french = payload(story(locale="fr", **brand()))["Body"]
    assert french.endswith(f" Désinscription : {UNSUBSCRIBE}")


def test_own_words_for_the_way_out_stand_in_the_text():
    content = SMS.adapt(story(**own_words("sms", opt_out="STOP au 36063")))
    assert content.parts["text"].endswith(" STOP au 36063")
    assert content.parts["opt_out"] == "STOP au 36063"
    told = story(**brand(), **own_words("sms", opt_out="STOP au 36063"))
    assert issues(told) == {}


def test_own_words_without_a_way_out_are_an_error():
    told = story(**own_words("sms", text=FACTS))
    assert list(issues(told)) == ["no_opt_out"]
    assert issues(told)["no_opt_out"].severity == "error"
    assert SMS.adapt(told).parts["opt_out"] == ""


def test_nobody_can_answer_a_name_with_stop():
    told = story(**brand(), **own_words("sms", text=f"{FACTS} Reply STOP to opt out."))
    assert "nobody can answer" in issues(told)["no_opt_out"].message
    unsigned = story(**own_words("sms", sender="Greenhouse"))
    assert "no_opt_out" in issues(unsigned)
    for way in (UNSUBSCRIBE, "STOP to 36063", "STOP au +33612345678"):
        told = story(**brand(), **own_words("sms", text=f"{FACTS} {way}"))
        assert issues(told) == {}


def test_characters_that_cost_double_are_named_with_what_to_type():
    words = f"{FACTS} — it’s on… «\u00a0Vite\u202f!\u00a0» Reply STOP to opt out."
    issue = issues(story(**own_words("sms", text=words)))["costly_characters"]
    assert issue.severity == "warning"
    for said in (
        "— (em dash): type “-”",
        "’ (right single quotation mark): type “'”",
        "… (horizontal ellipsis): type “...”",
        "narrow no-break space: type a plain space",
        "That saves 1 segment.",
    ):
        assert said in issue.message


def test_characters_without_another_spelling_are_named_too():
    words = f"{FACTS} Ça coûte moins — vraiment 🎉 Reply STOP to opt out."
    message = issues(story(**own_words("sms", text=words)))["costly_characters"].message
    assert "û (latin small letter u with circumflex)" in message
    assert "🎉 (party popper)" in message
    assert "without them the text has 1 segment" in message
    assert "Ç" not in message


@pytest.mark.parametrize(
    ("changes", "sign", "field"),
    [
        ({"headline": "La fête commence"}, "ê (latin small letter e with circumflex)", "headline"),
        (
            {"key_message": "Ça va, garçon?"},
            "ç (latin small letter c with cedilla)",
            "key_message",
        ),
        ({"headline": "It’s on… 🎉"}, "🎉 (party popper)", "headline"),
        ({"headline": "e\u0302 la"}, "ê (latin small letter e with circumflex)", "headline"),
        ({"brand": {"name": "Forêt"}}, "ê (latin small letter e with circumflex)", "brand.name"),
    ],
)
def test_a_story_s_characters_that_cost_double_are_named(changes, sign, field):
    told = story(**changes)
    assert measure(payload(told)["Body"], Unit.SMS_SEGMENTS).encoding == "ucs-2"
    assert list(issues(told)) == ["costly_characters"]
    issue = issues(told)["costly_characters"]
    assert sign in issue.message
    assert "’" not in issue.message
    assert (issue.severity, issue.part, issue.field) == ("warning", "text", field)


def test_a_fact_s_characters_are_mended_in_the_fact_or_in_own_words():
    action = {"verb": "Fêtez", "url": "https://shop.example/winter"}
    offer = {"type": "amount", "value": 5, "currency": "PLN"}
    facts = story().facts.model_dump()
    (issue,) = issues(story(facts=facts | {"call_to_action": action})).values()
    assert issue.field == "facts.call_to_action.verb"
    (issue,) = issues(story(facts=facts | {"offer": offer}, locale="pl")).values()
    assert "ł" in issue.message
    assert issue.field == "overrides.sms.text"


def test_own_words_that_are_not_sent_cost_nothing():
    words = f"{FACTS} Reply STOP to opt out."
    unsent = story(**own_words("sms", text=words, opt_out="STOP — 36063"))
    assert "costly_characters" not in issues(unsent)
    assert issues(story(headline="La fête", **own_words("sms", text=words))) == {}


def test_another_script_is_no_news():
    told = story(locale="ru", headline="Зимний сад дешевле", key_message="Сад зимой не спит.")
    assert "costly_characters" not in issues(told)


def test_links_are_not_tracked():
    assert "utm_" not in SMS.adapt(story()).parts["text"]


@given(st.text(min_size=1, max_size=40))
def test_no_brand_makes_a_sender_that_networks_refuse(name):
    told = story(**brand(name))
    content = SMS.adapt(told)
    assert {"bad_sender", "too_long"}.isdisjoint(
        issue.code for issue in SMS.validate(content, told) if issue.part == "sender"
    )
