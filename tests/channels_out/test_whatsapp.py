"""WhatsApp: a template that its reviewers take, and the message that fills it in."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels_out.whatsapp import read_message
from omnicontent.channels.registry import get_channel
from omnicontent.message.checks import missing
from omnicontent.message.facts import FACT_KINDS
from tests.channels_out.stories import own_words, story

WHATSAPP = get_channel("whatsapp")
LIMITS = Path(__file__).parents[3] / "shared/vectors/machine-limits/whatsapp-interactive.json"


def payload(told):
    return json.loads(WHATSAPP.render(WHATSAPP.adapt(told)).body)


def components(told):
    return {part["type"]: part for part in payload(told)["template"]["components"]}


def buttons(told):
    return components(told)["BUTTONS"]["buttons"]


def codes(told):
    return [issue.code for issue in WHATSAPP.validate(WHATSAPP.adapt(told), told)]


def facts(**changes):
    return {"facts": story().facts.model_dump() | changes}


def test_the_template_has_variables_for_the_facts_with_samples():
    template = payload(story())["template"]
    assert (template["category"], template["language"]) == ("MARKETING", "en")
    body = components(story())["BODY"]
    assert "{{1}} · {{2}} · Code {{3}}" in body["text"]
    sample = ["30% off", "through December 14, 2026", "WINTER30"]
    assert body["example"] == {"body_text": [sample]}


def test_the_message_fills_the_template_in():
    sent = payload(story())["message"]
    assert (sent["messaging_product"], sent["type"]) == ("whatsapp", "template")
    assert sent["template"]["name"] == payload(story())["template"]["name"]
    assert sent["template"]["language"] == {"code": "en"}
    header, body, code, stop = sent["template"]["components"]
    assert header["parameters"][0]["image"]["link"].startswith("https://cdn.example/files/")
    assert [parameter["text"] for parameter in body["parameters"]][-1] == "WINTER30"
    assert (code["sub_type"], code["index"]) == ("copy_code", "1")
    assert code["parameters"] == [{"type": "coupon_code", "coupon_code": "WINTER30"}]
    assert (stop["sub_type"], stop["index"]) == ("quick_reply", "2")


def test_a_reader_sees_the_variables_filled_in():
    content = WHATSAPP.adapt(story())
    seen = WHATSAPP.visible_text(content, WHATSAPP.render(content))
    assert content.parts["body"] in seen
    assert "{{" not in seen
    assert missing(story().facts, FACT_KINDS, seen, "en") == ()


def test_a_fact_that_the_message_lacks_is_missed():
    told = story()
    content = WHATSAPP.adapt(told)
    sent = payload(told)
    body = next(c for c in sent["message"]["template"]["components"] if c["type"] == "body")
    body["parameters"][0]["text"] = "20% off"
    body["parameters"][2]["text"] = "SUMMER"
    sent["template"]["components"][3]["buttons"][1]["example"] = "SUMMER"
    words = read_message(sent)
    assert missing(told.facts, ("promo_code",), words, "en") == ("promo_code",)
    assert content.parts["body"] not in words


def test_a_picture_is_the_header_unless_there_are_own_words_for_it():
    header = components(story())["HEADER"]
    assert header["format"] == "IMAGE"
    assert header["example"]["header_handle"][0].endswith(".jpg")
    text = {"type": "HEADER", "format": "TEXT", "text": "Winter garden"}
    told = story(**own_words("whatsapp", header="Winter garden"))
    assert components(told)["HEADER"] == text
    assert WHATSAPP.adapt(told).media == ()


def test_without_a_picture_the_headline_is_the_header_and_not_said_twice():
    told = story(hero_image=None)
    assert components(told)["HEADER"]["text"] == told.headline
    assert told.headline not in components(told)["BODY"]["text"]
    for headline in ("Winter 🎉", "Garden *sale*", "Long " * 20):
        told = story(hero_image=None, headline=headline)
        assert "HEADER" not in components(told)
        assert headline.strip() in components(told)["BODY"]["text"]


def test_buttons_lead_on_copy_the_code_and_stop():
    url, code, stop = buttons(story())
    assert (url["type"], url["text"]) == ("URL", "Shop now")
    assert "utm_source=whatsapp" in url["url"]
    assert code == {"type": "COPY_CODE", "example": "WINTER30"}
    assert stop == {"type": "QUICK_REPLY", "text": "Stop promotions"}
    assert components(story())["FOOTER"]["text"] == "Not interested? Tap Stop promotions"


def test_a_code_of_letters_and_digits_has_a_button():
    told = story(**facts(promo_code={"code": "W" * 20}))
    assert buttons(told)[1] == {"type": "COPY_CODE", "example": "W" * 20}
    assert codes(told) == []


@pytest.mark.parametrize("code", ["W" * 21, "SPRING-20", "WINTER_30"])
def test_a_code_that_no_button_takes_stays_in_the_text_and_is_told(code):
    told = story(**facts(promo_code={"code": code}))
    assert [button["type"] for button in buttons(told)] == ["URL", "QUICK_REPLY"]
    assert code in WHATSAPP.adapt(told).parts["body"]
    (issue,) = WHATSAPP.validate(WHATSAPP.adapt(told), told)
    assert (issue.code, issue.severity) == ("no_copy_button", "warning")
    assert issue.field == "facts.promo_code"
    assert "20 letters and digits" in issue.message


def test_a_verb_too_long_for_a_button_gives_way_to_a_short_word():
    action = {"verb": "Discover the whole winter garden", "url": "https://shop.example/winter"}
    told = story(locale="fr", **facts(call_to_action=action))
    assert buttons(told)[0]["text"] == "Ouvrir"


def test_without_facts_only_the_way_out_is_left_to_tap():
    told = story(facts={})
    assert [button["type"] for button in buttons(told)] == ["QUICK_REPLY"]
    assert "example" not in components(told)["BODY"]


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("fr-FR", "fr"),
        ("en-GB", "en_GB"),
        ("pt", "pt_PT"),
        ("pt-BR", "pt_BR"),
        ("de-AT", "de"),
        ("zh", "zh_CN"),
        ("zh-Hans-HK", "zh_CN"),
        ("zh-SG", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hant-TW", "zh_TW"),
        ("zh-TW", "zh_TW"),
        ("zh-HK", "zh_HK"),
        ("zh-Hant-HK", "zh_HK"),
        ("zh-MO", "zh_HK"),
        ("no", "nb"),
        ("nb-NO", "nb"),
        ("iw", "he"),
        ("ky", "ky_KG"),
    ],
)
def test_languages_are_those_that_whatsapp_knows(locale, language):
    told = story(locale=locale)
    assert payload(told)["template"]["language"] == language
    assert "unknown_language" not in codes(told)


@pytest.mark.parametrize("locale", ["is", "eu-ES", "nn"])
def test_a_language_that_whatsapp_does_not_know_is_named(locale):
    told = story(locale=locale)
    issues = {issue.code: issue for issue in WHATSAPP.validate(WHATSAPP.adapt(told), told)}
    issue = issues["unknown_language"]
    assert (issue.severity, issue.field) == ("error", "locale")
    assert f'"{locale[:2]}"' in issue.message


def test_other_words_are_another_template_and_other_languages_have_its_name_s_form():
    names = {
        payload(told)["template"]["name"]
        for told in (story(), story(key_message="Other words."), story(id="Ärger / 2"))
    }
    assert len(names) == 3
    assert all(re.fullmatch(r"[a-z0-9_]{1,512}", name) for name in names)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("header", "Winter 🎉"),
        ("header", "two\nlines"),
        ("footer", "*bold*"),
        ("button", "Go 🎁"),
        ("header", "Winter {{1}}"),
        ("footer", "{{1}}"),
        ("button", "Go {{1}}"),
        ("body", "{{name}}, 30% off through December 14, 2026 with WINTER30. While stocks last."),
        ("body", "30% off through December 14, 2026\n\n\nwith WINTER30. While stocks last."),
    ],
)
def test_signs_that_reviewers_refuse_are_named(part, words):
    assert codes(story(**own_words("whatsapp", **{part: words}))) == ["forbidden_characters"]


def test_own_words_hold_their_facts_as_variables_too():
    words = "Dear gardeners, there is 30% off until December 14, 2026 with WINTER30. Hurry!"
    told = story(**own_words("whatsapp", body=f"{words} While stocks last."))
    assert codes(told) == []
    assert (
        "there is {{1}} until December 14, 2026 with {{2}}. Hurry!"
        in (components(told)["BODY"]["text"])
    )


def test_a_message_without_a_way_out_is_an_error():
    assert "missing_part" in codes(story(**own_words("whatsapp", stop=" ")))


@pytest.mark.parametrize("label", ["", "  "])
def test_a_button_without_words_is_an_error(label):
    told = story(**own_words("whatsapp", button=label))
    (issue,) = WHATSAPP.validate(WHATSAPP.adapt(told), told)
    assert (issue.code, issue.field) == ("missing_part", "overrides.whatsapp.button")
    assert codes(story(facts={}, **own_words("whatsapp", button=label))) == []


def test_templates_are_no_longer_than_interactive_messages_may_be():
    if not LIMITS.exists():
        pytest.skip("no machine-limits/whatsapp-interactive.json beside the repository")
    published = {one["path"]: one for one in json.loads(LIMITS.read_text())["limits"]}
    for part in ("header", "body", "footer"):
        path = f"/components/schemas/{part.capitalize()}Object/properties/text"
        (limit,) = WHATSAPP.spec.part(part).limits
        assert limit.maximum == published[path]["maxLength"]


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60),
    st.sampled_from(["en", "fr", "ar", "ja"]),
)
def test_any_words_make_a_template_by_the_rules(words, locale):
    told = story(headline=words, key_message=words, locale=locale)
    sent = payload(told)
    text = components(told)["BODY"]["text"]
    assert not re.match(r"\s*\{\{\d+\}\}", text)
    assert not re.search(r"\{\{\d+\}\}\s*$", text)
    assert not re.search(r"\}\}\s*\{\{", text)
    assert WHATSAPP.adapt(told).parts["body"].strip() in read_message(sent)


BRACED = st.lists(
    st.sampled_from(["{{1}}", "{{9}}", "{{{2}}}", "{", "}", "1", "30% off", "WINTER30", "now."]),
    min_size=1,
    max_size=20,
).map(" ".join)


@given(BRACED, BRACED, BRACED, st.booleans())
def test_the_words_of_a_story_never_act_as_variables(headline, words, summary, pictured):
    changes = {} if pictured else {"hero_image": None}
    told = story(headline=headline, key_message=words, summary=summary, **changes)
    sent = payload(told)
    text = components(told)["BODY"]["text"]
    values = components(told)["BODY"].get("example", {}).get("body_text", [[]])[0]
    numbers = [int(number) for number in re.findall(r"\{\{(\d+)\}\}", text)]
    assert numbers == list(range(1, len(values) + 1))
    assert "{{" not in read_message(sent)
    assert "{{" not in components(told).get("HEADER", {}).get("text", "")
    assert WHATSAPP.adapt(told).parts["body"].strip() in read_message(sent)
    assert codes(told) == []


def test_braces_in_a_story_read_as_typed_but_for_a_space():
    told = story(summary="Say {{9}} and {{1}} now.")
    assert "Say { {9} } and { {1} } now." in WHATSAPP.adapt(told).parts["body"]


def test_an_address_too_long_for_a_button_is_named():
    url = "https://shop.example/" + "a" * 1960
    facts = story().facts.model_dump() | {"call_to_action": {"verb": "Go", "url": url}}
    (issue,) = WHATSAPP.validate(WHATSAPP.adapt(story(facts=facts)), story(facts=facts))
    assert (issue.code, issue.field) == ("too_long", "facts.call_to_action")
