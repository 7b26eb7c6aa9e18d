"""Own words from first to last: begun with the campaign's, counted, reset, brought back."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Revision

from omnicontent.stories.models import CampaignPage
from tests.browser.editor import open_tab, preview
from tests.browser.looking import axe_of, shoot
from tests.browser.test_own_words import (
    BLOCKS,
    PATIENCE_MS,
    RIGHT,
    add_words,
    is_save,
    open_editor,
    worded,
    words_field,
)
from tests.walks import SCREENS, walk

pytestmark = pytest.mark.browser
__all__ = ["worded"]
KEY_MESSAGE = "Plant them before the frost."


def count(page: Page) -> Locator:
    return page.locator(".omni-count").first


def test_a_count_follows_what_is_typed_and_warns_before_it_is_too_much(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    worded.own_words[0].value.update({"channel": "x", "text": "t" * 250})
    worded.save_revision()
    field = open_editor(editor, live_server, worded)
    expect(count(editor)).to_have_text("250/ 280 weighted characters")
    field.press("End")
    field.press_sequentially("u" * 10)
    expect(count(editor)).to_have_text("260/ 280 weighted characters20 left.")
    said = editor.locator("[data-contentpath='own_words'] p[role=status]")
    expect(said).to_have_text("260 of 280 weighted characters. 20 left.")
    field.press_sequentially("u" * 21)
    expect(count(editor)).to_have_attribute("data-state", "over")
    expect(count(editor)).to_contain_text("1 too many.")
    axe_of(editor, BLOCKS)


@pytest.mark.parametrize(("width", "scheme"), walk(SCREENS, here=[(420, "dark")]))
def test_own_words_are_accessible_and_fit(
    editor: Page, live_server: LiveServer, worded: CampaignPage, scheme: str, width: int
) -> None:
    editor.set_viewport_size({"width": width, "height": 900})
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    open_editor(editor, live_server, worded)
    editor.get_by_text("What the campaign would say").click()
    expect(editor.locator(".omni-master")).to_contain_text(KEY_MESSAGE)
    axe_of(editor, BLOCKS)
    words_field(editor).scroll_into_view_if_needed()
    shoot(editor, f"own-words-{scheme}-{width}")
    editor.get_by_role("button", name="Reset to the campaign's words").press("Enter")
    expect(editor.get_by_role("button", name="Undo")).to_be_focused()
    axe_of(editor, BLOCKS)
    assert editor.evaluate("document.documentElement.scrollWidth") <= width


def test_a_new_block_begins_with_the_campaigns_words(
    editor: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    editor.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    open_tab(editor, "Channels")
    add_words(editor)
    field = words_field(editor)
    expect(field).to_have_value(re.compile(re.escape(KEY_MESSAGE)))
    expect(count(editor)).to_be_visible()
    sms = field.input_value()
    editor.locator("select[name$='-value-channel']").last.select_option("x")
    expect(field).not_to_have_value(sms)
    field.fill("My own")
    editor.locator("select[name$='-value-channel']").last.select_option("sms")
    expect(count(editor)).to_contain_text("segments")
    expect(field).to_have_value("My own")
    field.fill("")
    expect(count(editor)).to_be_hidden()
    expect(field).to_have_value("")


def test_only_the_parts_of_the_chosen_channel_are_offered(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    open_editor(editor, live_server, worded)
    part = editor.locator("select[name$='-value-part']").last
    offered = part.locator("option:not([hidden])")
    expect(part.locator("option:checked")).to_have_text("message")
    editor.locator("select[name$='-value-channel']").last.select_option("email")
    expect(offered.filter(has_text="subject")).to_have_count(1)
    expect(part.locator("option[value=caption]")).to_be_hidden()
    expect(part.locator("option:checked")).to_contain_text("SMS")  # stays, and is refused


def test_words_are_reset_and_brought_back(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    field = open_editor(editor, live_server, worded)
    editor.get_by_role("button", name="Reset to the campaign's words").click()
    expect(field).to_be_hidden()
    gone = editor.locator(".omni-gone")
    expect(gone).to_contain_text("Your own words are removed")
    gone.get_by_role("button", name="Undo").press("Enter")
    expect(words_field(editor)).to_have_value(RIGHT)
    expect(gone).to_be_empty()
    with editor.expect_navigation():
        editor.get_by_role("button", name="Save draft").click()
    worded.refresh_from_db()
    [block] = worded.get_latest_revision_as_object().own_words
    assert block.value["text"] == RIGHT


def test_a_draft_that_saves_itself_keeps_own_words_and_their_preview(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    field = open_editor(editor, live_server, worded)
    frame = preview(editor, "sms")
    expect(frame.locator("body")).to_contain_text(RIGHT)
    editor.wait_for_timeout(3000)  # until then Wagtail takes edits for the form as it was
    with editor.expect_response(is_save, timeout=PATIENCE_MS):
        field.fill(RIGHT.replace("Tulips", "Red tulips"))
    expect(frame.locator("body")).to_contain_text("Red tulips")
    field = open_editor(editor, live_server, worded)
    expect(field).to_have_value(RIGHT.replace("Tulips", "Red tulips"))
    expect(preview(editor, "sms").locator("body")).to_contain_text("Red tulips")


def test_a_locked_page_shows_its_words_and_why_they_stay(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    ada = User.objects.create_user("ada")
    CampaignPage.objects.filter(pk=worded.pk).update(locked=True, locked_by=ada)
    field = open_editor(editor, live_server, worded)
    expect(field).to_have_value(RIGHT)
    expect(field).not_to_be_editable()
    expect(editor.locator("select[name$='-value-channel']")).to_be_disabled()
    expect(editor.get_by_role("button", name="Reset to the campaign's words")).to_be_disabled()
    said = editor.locator("[data-contentpath='own_words'] p[role=status]")
    expect(said).to_contain_text("locked")
    editor.get_by_text("What the campaign would say").click()
    expect(editor.locator(".omni-master")).to_contain_text(KEY_MESSAGE)
    axe_of(editor, BLOCKS)


def test_an_older_revision_brings_its_words_back(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    old = Revision.objects.for_instance(worded).latest("pk")
    worded.own_words = []
    worded.save_revision()
    editor.goto(f"{live_server.url}/admin/pages/{worded.pk}/revisions/{old.pk}/revert/")
    open_tab(editor, "Channels")
    expect(words_field(editor)).to_have_value(RIGHT)
    expect(count(editor)).to_be_visible()
    with editor.expect_navigation():
        editor.get_by_role("button", name="Replace current draft").click()
    worded.refresh_from_db()
    [block] = worded.get_latest_revision_as_object().own_words
    assert block.value["text"] == RIGHT
