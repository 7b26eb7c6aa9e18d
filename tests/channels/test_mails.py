"""MJML to mail HTML, where silence of the compiler would be a missing paragraph."""

import re

import pytest
from django.template import engines
from django.test import override_settings

from omnicontent.channels.content import Content
from omnicontent.channels.mails import mail_context, mail_html, mail_text
from omnicontent.channels.sheets import sheet_of
from tests.channels_out.full_stories import BODY, full_story

TEMPLATES = {
    "words.mjml": "<mjml><mj-body><mj-section><mj-column><mj-text>{{ words }}</mj-text>"
    "</mj-column></mj-section></mj-body></mjml>",
    "styled.mjml": "<mjml><mj-head><mj-style>p { color: red; } "
    "@media (prefers-color-scheme: dark) { p { color: blue; } }</mj-style></mj-head><mj-body>"
    "<mj-section><mj-column><mj-text><p>x</p></mj-text></mj-column></mj-section></mj-body></mjml>",
    "broken.mjml": "<mjml><mj-body><mj-section></mj-body></mjml>",
    "words.txt": "{{ words }}\n\n\n\nend  \n\n",
}


@pytest.fixture(autouse=True)
def templates():
    loader = ("django.template.loaders.locmem.Loader", TEMPLATES)
    backend = "django.template.backends.django.DjangoTemplates"
    with override_settings(TEMPLATES=[{"BACKEND": backend, "OPTIONS": {"loaders": [loader]}}]):
        yield
    engines.__dict__.pop("templates", None)


@pytest.mark.parametrize(
    "words", ["a < b & c", "\x00\x08a\x0bb\x1f\x7f", "👩‍👩‍👧‍👦 é ي", "</mj-text>"]
)
def test_any_text_can_be_said(words):
    html = mail_html("words.mjml", {"words": words}, "en")
    assert html.endswith("</html>")


def test_styles_stand_in_the_elements_and_at_rules_stay():
    html = mail_html("styled.mjml", {}, "en")
    assert re.search(r'<p style="[^"]*color: red', html)
    assert "prefers-color-scheme: dark" in html


def test_a_template_that_is_no_xml_is_an_error():
    with pytest.raises(OSError, match="root template"):
        mail_html("broken.mjml", {}, "en")


def test_text_has_one_blank_line_between_paragraphs():
    assert mail_text("words.txt", {"words": "start"}, "en") == "start\n\nend\n"


def context_of(told, button=""):
    content = Content(channel="sound", locale=told.locale, parts={"button": button})
    return mail_context(content, sheet_of(told, "https://shop.example/"), "blocks")


def test_a_mail_shows_the_offer_once():
    assert context_of(full_story())["offer_said"]
    assert not context_of(full_story(body=BODY[:-1]))["offer_said"]


def test_the_button_says_the_verb_unless_it_is_worded():
    assert context_of(full_story())["verb"] == "Shop now"
    assert context_of(full_story(), "Come in")["verb"] == "Come in"


def test_each_block_has_both_of_its_templates():
    blocks = context_of(full_story())["blocks"]
    assert (blocks[0]["template"], blocks[0]["text_template"]) == (
        "blocks/heading.mjml",
        "blocks/heading.txt",
    )


def test_a_mail_in_arabic_begins_at_the_right():
    context = context_of(full_story(locale="ar"))
    assert (context["direction"], context["start"]) == ("rtl", "right")
