"""The mail: complete in HTML and in plain text, safe in headers, small enough for Gmail."""

import json

import pytest

from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import get_channel
from omnicontent.message.checks import missing
from omnicontent.message.facts import FACT_KINDS
from omnicontent.text.plain import html_to_text
from tests.channels_out.full_stories import BRAND, HOSTILE, full_story, hostile_story
from tests.channels_out.html_trees import Reader
from tests.channels_out.stories import own_words, story

EMAIL = get_channel("email")
SAID = (
    "30% off everything for the winter garden",
    "Your garden does not sleep in winter.",
    "From bird feeders to cold frames",
    "What is in the box",
    "Sow on a dry day",
    "Sow in rows.",
    "I watered it twice.",
    "A gardener",
    "Eleven seeds",
    "Four pots",
    "The sowing film",
    "Only this winter:",
    "WINTER30",
    "While stocks last.",
    "Market hall, 12 Quai des Fleurs, Lyon",
    "Shop now",
    "Greenhouse",
    "1 Garden Lane, Lyon",
    "Unsubscribe",
)


def mail_of(told) -> dict[str, str]:
    return json.loads(EMAIL.render(EMAIL.adapt(told)).body)


@pytest.fixture(scope="module")
def mail() -> dict[str, str]:
    return mail_of(full_story())


def test_the_html_says_everything(mail):
    """The compiler is silent about what it leaves out: every word must be seen."""
    shown = html_to_text(mail["html"])
    assert [words for words in SAID if words not in shown] == []


def test_the_plain_text_says_everything(mail):
    assert [words for words in SAID if words not in mail["text"]] == []
    assert "guide (https://shop.example/guide)" in mail["text"]
    assert "Unsubscribe: https://shop.example/unsubscribe?list=1" in mail["text"]


@pytest.mark.parametrize("locale", ["en", "fr", "de", "ar"])
def test_each_form_alone_carries_every_fact(locale):
    told = full_story(locale=locale)
    mail = mail_of(told)
    links = "\n".join(a["href"] for a in Reader(mail["html"]).all("a"))
    for seen in (mail["text"], f"{html_to_text(mail['html'])}\n{links}"):
        assert not missing(told.facts, frozenset(FACT_KINDS), seen, locale)


def test_facts_are_said_without_an_offer_box_too():
    mail = mail_of(full_story(body=[]))
    for seen in (mail["text"], html_to_text(mail["html"])):
        assert seen.count("WINTER30") == 1


def test_it_offers_to_unsubscribe_in_one_click(mail):
    assert mail["headers"] == {
        "List-Unsubscribe": "<https://shop.example/unsubscribe?list=1>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://shop.example/u",
        "https://x.example/\r\nBcc: a@b.c",
        "https://x/><https://y",
        "x",
    ],
)
def test_no_other_address_gets_into_a_header(url):
    told = full_story(brand=BRAND | {"unsubscribe_url": url})
    assert mail_of(told)["headers"] == {}
    assert "missing_unsubscribe" in {
        issue.code for issue in EMAIL.validate(EMAIL.adapt(told), told)
    }


def test_a_missing_postal_address_is_told():
    told = full_story(brand=BRAND | {"postal_address": " "})
    (issue,) = EMAIL.validate(EMAIL.adapt(told), told)
    assert (issue.code, issue.field) == ("missing_postal_address", "brand.postal_address")


@pytest.mark.parametrize("part", ["subject", "preheader"])
def test_a_line_break_is_refused_and_never_sent(part):
    told = full_story(**own_words("email", **{part: "Winter\r\nBcc: all@shop.example"}))
    content = EMAIL.adapt(told)
    found = {issue.code: issue.severity for issue in EMAIL.validate(content, told)}
    assert found == {"line_break": "error", "orphan_promise": "error"}
    payload = json.loads(EMAIL.render(content).body)
    assert payload[part] == "Winter Bcc: all@shop.example"


def test_subject_and_preheader_are_as_long_as_inboxes_show():
    sentences = " ".join(f"Sentence number {number} says little." for number in range(13))
    content = EMAIL.adapt(full_story(key_message=sentences))
    assert len(content.parts["preheader"]) <= 100
    assert content.parts["lead"] == sentences


def test_a_long_headline_gives_its_first_sentence_to_the_subject():
    headline = "Winter sale. Everything for a garden that never sleeps is cheaper now."
    content = EMAIL.adapt(full_story(headline=headline))
    assert content.parts["subject"] == "Winter sale."
    assert content.parts["headline"] == headline


def test_button_and_alt_text_may_be_worded_for_the_mail_alone():
    told = full_story(**own_words("email", button="See all offers", alt="A bird in snow"))
    mail = mail_of(told)
    tree = Reader(mail["html"])
    assert "Shop now" not in html_to_text(mail["html"])
    assert html_to_text(mail["html"]).count("See all offers") == 2
    assert "See all offers: https://shop.example/winter?" in mail["text"]
    assert [image["alt"] for image in tree.all("img")] == ["A bird in snow", "A hand sows seeds"]


@pytest.mark.parametrize(
    ("part", "room"), [("subject", 50), ("preheader", 90), ("button", 40), ("alt", 125)]
)
def test_what_inboxes_shorten_is_only_a_warning(part, room):
    told = full_story(**own_words("email", **{part: "x" * (room + 1)}))
    (issue,) = EMAIL.validate(EMAIL.adapt(told), told)
    assert (issue.code, issue.part, issue.severity) == ("too_long", part, "warning")


def test_a_mail_that_gmail_nearly_cuts_is_doubted():
    body = [{"type": "paragraph", "html": f"<p>{n} {'words ' * 500}</p>"} for n in range(60)]
    told = full_story(body=[*body, {"type": "offer", "intro": "Last"}])
    content = EMAIL.adapt(told)
    size = len(json.loads(EMAIL.render(content).body)["html"].encode())
    assert 90 * 1024 < size <= 100 * 1024
    assert "nearly_cut" in [issue.code for issue in EMAIL.validate(content, told)]
    assert "nearly_cut" not in [
        issue.code for issue in EMAIL.validate(EMAIL.adapt(full_story()), full_story())
    ]


def test_styles_stand_in_the_head_and_are_small_enough_for_gmail(mail):
    head, _, body = mail["html"].partition("</head>")
    assert "<style" not in body.partition("<!--[if")[0]
    assert len(head.encode()) < 16 * 1024


def test_hostile_text_stays_text():
    mail = mail_of(hostile_story())
    tree = Reader(mail["html"])
    assert not tree.all("script")
    assert not any(
        name.startswith("on") for element in tree.elements for name in element.attributes
    )
    assert not any("javascript:" in a.get("href", "") for a in tree.all("a"))
    assert html_to_text(mail["html"]).count(HOSTILE) >= 8
    assert HOSTILE in mail["text"]


def test_a_long_body_gives_way_to_a_link_and_says_what_was_dropped():
    body = [{"type": "paragraph", "html": f"<p>{n} {'words ' * 500}</p>"} for n in range(60)]
    told = full_story(body=[*body, {"type": "offer", "intro": "Last"}])
    content = EMAIL.adapt(told)
    mail = json.loads(EMAIL.render(content).body)
    assert 80 * 1024 < len(mail["html"].encode()) <= 100 * 1024
    assert content.dropped[-1] == "Last"
    assert "Read on: https://shop.example/en/winter/" in mail["text"]
    assert not missing(told.facts, frozenset(FACT_KINDS), mail["text"], "en")


def test_a_body_of_many_short_paragraphs_keeps_as_many_as_fit():
    paragraphs = [
        {"type": "paragraph", "html": f"<p>Sentence {n} of many.</p>"} for n in range(999)
    ]
    told = full_story(body=paragraphs)
    content = EMAIL.adapt(told)
    kept = len(content.data["sheet"]["blocks"])
    assert 90 * 1024 < len(json.loads(EMAIL.render(content).body)["html"].encode()) <= 100 * 1024
    assert content.dropped[0] == f"Sentence {kept} of many."
    assert len(content.dropped) == 999 - kept


def test_what_can_not_fit_at_all_is_an_error_for_the_editor():
    told = full_story(**own_words("email", lead="x" * 110_000))
    with pytest.raises(AdaptationError) as caught:
        EMAIL.adapt(told)
    assert caught.value.field


def test_pictures_have_a_width_and_an_alt_text(mail):
    hero, body = Reader(mail["html"]).all("img")
    assert (hero["width"], hero["alt"]) == ("600", "A robin on a spade")
    assert (body["width"], body["alt"]) == ("536", "A hand sows seeds")


def test_nothing_is_fetched_but_pictures(mail):
    tree = Reader(mail["html"])
    assert not tree.all("link")
    assert "@import" not in mail["html"]


def test_outlook_gets_tables_and_dark_mode_gets_colors(mail):
    assert "<!--[if mso" in mail["html"]
    assert 'name="color-scheme" content="light dark"' in mail["html"]
    assert "prefers-color-scheme: dark" in mail["html"]
    tables = Reader(mail["html"]).all("table")
    assert len([table for table in tables if table.get("role") == "presentation"]) > 5


def test_the_button_is_a_colored_cell_with_a_block_link(mail):
    assert 'bgcolor="#2f6b3c"' in mail["html"]


def test_it_reads_from_right_to_left():
    mail = mail_of(story(locale="ar"))
    assert Reader(mail["html"]).all("html")[0]["dir"] == "rtl"


def test_bytes_are_the_same_every_time():
    told = full_story()
    assert EMAIL.render(EMAIL.adapt(told)).body == EMAIL.render(EMAIL.adapt(told)).body
