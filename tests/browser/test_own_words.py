"""Own words as an editor types them: faults at the field, and texts side by side."""

from decimal import Decimal

import pytest
from playwright.sync_api import Locator, Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.stories.models import CampaignPage
from tests.browser.editor import open_tab
from tests.browser.looking import axe_of, shoot, speak
from tests.walks import walk

pytestmark = pytest.mark.browser
BLOCKS = "[data-contentpath='own_words']"
SECOND_MS = 1000
PATIENCE_MS = 15_000
BLOCK = "5d6c0f6e-6c1b-4c5e-9b52-0a4f4a1f4d11"
RIGHT = "Tulips: 49 €! Code TULIP30, until 31 May 2031. https://garden.example/tulips STOP"
WRONG_CODE = RIGHT.replace("TULIP30", "LILY15")
WRONG_PRICE = RIGHT.replace("49 €", "59 €")


@pytest.fixture
def worded(campaign: CampaignPage) -> CampaignPage:
    """The campaign for 49 €, with own words for one channel."""
    value = {"channel": "sms", "part": "text", "text": RIGHT}
    campaign.offer_type, campaign.offer_value, campaign.offer_currency = (
        "price",
        Decimal(49),
        "EUR",
    )
    campaign.cta_url = "https://garden.example/tulips"
    campaign.own_words = [{"type": "words", "value": value, "id": BLOCK}]
    campaign.save_revision()
    return campaign


def open_editor(page: Page, live_server: LiveServer, campaign: CampaignPage) -> Locator:
    """Open the Channels tab once the first check has come back; return the field of the words."""
    with page.expect_response(lambda answer: answer.url.endswith("/words/")):
        page.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    open_tab(page, "Channels")
    return words_field(page)


def words_field(page: Page) -> Locator:
    return page.locator("[name$='-value-text'][name^='own_words-']").last


def issues(page: Page) -> Locator:
    return page.locator(".omni-words").last


def retype(field: Locator, old: str, new: str) -> None:
    """Type ``new`` over ``old`` key by key."""
    start = field.input_value().index(old)
    field.focus()
    field.evaluate("(field, ends) => field.setSelectionRange(...ends)", [start, start + len(old)])
    field.page.keyboard.type(new)


def is_save(response: Response) -> bool:
    """Tell whether it answers an editor that saved itself."""
    return response.request.method == "POST" and response.url.endswith("/edit/")


def test_a_wrong_price_is_told_and_gone_when_it_is_right(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    field = open_editor(editor, live_server, worded)
    expect(issues(editor)).to_be_empty()
    retype(field, "49 €", "59 €")
    expect(issues(editor)).to_contain_text(
        "SMS says “59 €”, the campaign says “€49", timeout=PATIENCE_MS
    )
    expect(field).to_have_attribute("aria-invalid", "true")
    retype(field, "59 €", "49 €")
    expect(issues(editor)).to_be_empty(timeout=PATIENCE_MS)
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_a_fact_left_out_is_told_and_gone_when_it_is_back(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    field = open_editor(editor, live_server, worded)
    expect(issues(editor)).to_be_empty()
    retype(field, "Code TULIP30", "Hurry")
    expect(issues(editor)).to_contain_text(
        "SMS must say the promo code (Code TULIP30)", timeout=PATIENCE_MS
    )
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "-words-issues" in str(field.get_attribute("aria-describedby"))
    expect(issues(editor)).to_have_attribute("aria-live", "polite")
    axe_of(editor, BLOCKS)
    retype(field, "Hurry", "Code TULIP30")
    expect(issues(editor)).to_be_empty(timeout=PATIENCE_MS)
    expect(editor.locator(".w-field--error")).to_have_count(0)


@pytest.mark.parametrize("scheme", walk(["light", "dark"], here=["dark"]))
def test_stale_words_stand_beside_the_campaigns_until_they_are_kept(
    editor: Page, live_server: LiveServer, worded: CampaignPage, scheme: str
) -> None:
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    open_editor(editor, live_server, worded)
    editor.wait_for_timeout(3 * SECOND_MS)  # until then Wagtail takes edits for the form as it was
    open_tab(editor, "Story")
    with editor.expect_response(is_save, timeout=PATIENCE_MS):  # the draft saves itself
        editor.locator("#id_key_message").fill("Plant them in spring.")
    open_tab(editor, "Channels")
    box = editor.get_by_role("region", name="The campaign has changed")
    expect(box).to_contain_text("Plant them in spring.")
    expect(box).to_contain_text("Plant them before the frost.")
    expect(box).to_contain_text(RIGHT)
    expect(issues(editor)).to_contain_text("The campaign says something else now")
    axe_of(editor, BLOCKS)

    box.get_by_role("button", name="Edit mine").press("Enter")
    expect(words_field(editor)).to_be_focused()
    with editor.expect_response(is_save, timeout=PATIENCE_MS):
        box.get_by_role("button", name="Keep mine").press("Enter")
    expect(box).to_have_count(0)
    expect(issues(editor)).to_be_empty()
    open_editor(editor, live_server, worded)
    expect(editor.locator("#id_key_message")).to_have_value("Plant them in spring.")
    expect(editor.locator(".omni-stale")).to_have_count(0)


def test_the_campaigns_words_can_be_taken(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    field = open_editor(editor, live_server, worded)
    open_tab(editor, "Story")
    editor.locator("#id_key_message").fill("Plant them in spring.")
    open_tab(editor, "Channels")
    editor.get_by_role("button", name="Take the campaign's").press("Enter")
    expect(field).to_be_hidden()
    expect(editor.locator("[data-contentpath='own_words'] :focus")).to_have_count(1)


def test_texts_to_compare_stay_while_mine_are_being_rewritten(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    field = open_editor(editor, live_server, worded)
    open_tab(editor, "Story")
    editor.locator("#id_key_message").fill("Plant them in spring.")
    open_tab(editor, "Channels")
    box = editor.locator(".omni-stale")
    editor.get_by_role("button", name="Edit mine").click()
    retype(field, "Tulips: ", "Spring tulips: ")
    expect(issues(editor)).to_be_empty(timeout=PATIENCE_MS)
    expect(box).to_be_visible()
    field.blur()
    expect(box).to_have_count(0)


def add_words(page: Page) -> None:
    """Add a block of own words for SMS, as an editor does."""
    stream = page.locator("[data-contentpath='own_words']")
    stream.get_by_role("button", name="Insert a block").last.click()
    page.get_by_role("option", name="Own words").click()
    page.locator("select[name$='-value-channel']").last.select_option("sms")
    page.locator("select[name$='-value-part']").last.select_option("text")


def test_a_block_added_a_second_ago_is_checked_in_a_new_campaign(
    editor: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    parent = campaign.get_parent().pk
    editor.goto(f"{live_server.url}/admin/pages/add/stories/campaignpage/{parent}/")
    editor.locator("#id_title").fill("Lilies")
    editor.locator("#id_promo_code").fill("LILY15")
    open_tab(editor, "Channels")
    add_words(editor)
    words_field(editor).press_sequentially("Lilies! Code TULIP30 STOP")
    expect(issues(editor)).to_contain_text(
        "These words can't be checked yet: Write a headline.", timeout=PATIENCE_MS
    )
    open_tab(editor, "Story")
    editor.locator("#id_headline").fill("Lilies")
    editor.locator("#id_key_message").fill("They like the sun.")
    open_tab(editor, "Channels")
    expect(issues(editor)).to_contain_text(
        "SMS says “TULIP30”, the campaign says “Code LILY15”", timeout=PATIENCE_MS
    )


def test_a_french_editor_has_the_same(
    editor: Page, live_server: LiveServer, worded: CampaignPage
) -> None:
    speak("fr")
    with editor.expect_response(lambda answer: answer.url.endswith("/words/")):
        editor.goto(f"{live_server.url}/admin/pages/{worded.pk}/edit/")
    open_tab(editor, "Canaux")
    retype(words_field(editor), "TULIP30", "LILY15")
    expect(issues(editor)).to_contain_text("TULIP30", timeout=PATIENCE_MS)
    axe_of(editor, BLOCKS)
    shoot(editor, "own-words-fr")


def test_nothing_is_asked_where_there_are_no_own_words(
    editor: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    asked: list[str] = []
    editor.on("request", lambda request: asked.append(request.url))
    editor.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    open_tab(editor, "Story")
    editor.locator("#id_key_message").fill("Plant them in spring.")
    editor.wait_for_timeout(SECOND_MS)
    editor.goto(f"{live_server.url}/admin/pages/{campaign.get_parent().pk}/edit/")
    editor.wait_for_timeout(SECOND_MS)
    assert not [url for url in asked if url.endswith("/words/")]
