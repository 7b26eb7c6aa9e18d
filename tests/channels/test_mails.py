"""MJML to mail HTML, where silence of the compiler would be a missing paragraph."""

import re

import pytest
from django.template import engines
from django.test import override_settings

from omnicontent.channels.mails import mail_html, mail_text

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
