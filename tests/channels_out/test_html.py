"""Pages and mails by the Nu HTML Checker: what it says of every kind of story."""

import json
import re

import pytest

from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import full_story
from tests.channels_out.many_stories import many_stories
from tests.services.html_checker import check_html

ASKED = {"oembed_url": "https://shop.example/oembed/1.0"}
STORIES = {
    name: told.model_copy(update=ASKED)
    for name, told in many_stories().items()
    if not name.startswith("random")
}
STORIES["right to left, whole"] = full_story(locale="ar", **ASKED)
ABOUT_WORDS = (
    r"not in Unicode Normalization Form C",  # as the editor typed them
    r"appears to be written in",  # a guess at the language of very few words
)
FOR_MAIL_PROGRAMS = (
    r"CSS: “mso-[a-z-]+”",  # Outlook on Windows draws by Word's rules
    r"CSS: “supported-color-schemes”",  # Apple Mail's older name of color-scheme
    # Outlook reads tables by their attributes, not by their styles.
    r"The “(align|valign|bgcolor|border|cellpadding|cellspacing|width)” attribute on the "
    r"“(table|td|th)” element is obsolete",
    r"xmlns:[vo]",  # the namespaces that Outlook's conditional comments need
    r"The “type” attribute for the “style” element is not needed",  # Outlook asks for it
    r"The “role” attribute must not be used on a “td” element",  # keeps a button out of a table
)


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    web, email = get_channel("web"), get_channel("email")
    documents = {}
    for name, told in STORIES.items():
        documents[f"page {name}"] = web.render(web.adapt(told)).body.decode()
        documents[f"mail {name}"] = json.loads(email.render(email.adapt(told)).body)["html"]
    documents["broken"] = "<!DOCTYPE html><html lang=en><title>x</title><p><img src=x></div>"
    return check_html(documents, tmp_path_factory.mktemp("html"))


def without(messages, *allowed):
    return [message for message in messages if not re.search("|".join(allowed), message)]


def test_the_checker_notices_a_fault(said):
    assert len(said["broken"]) >= 2


@pytest.mark.parametrize("name", STORIES)
def test_pages_are_valid(said, name):
    assert without(said[f"page {name}"], *ABOUT_WORDS) == []


@pytest.mark.parametrize("name", STORIES)
def test_mails_are_valid_but_for_what_mail_programs_need(said, name):
    assert without(said[f"mail {name}"], *ABOUT_WORDS, *FOR_MAIL_PROGRAMS) == []
