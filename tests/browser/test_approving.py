"""An approval from end to end: given, revoked by one word for one channel, seen and given anew."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.releases.models import Release
from omnicontent.releases.selectors import live_release, live_variant
from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignPage
from tests.browser.editor import PATIENCE_MS, open_tab, publish
from tests.browser.looking import LOOKS, axe_of, shoot, speak
from tests.releases.approving import make_user
from tests.releases.campaigns import make_campaign, run_all_waiting

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore:get_connection")]
OLD = "Red cherries are ripe. STOP to opt out."
NEW = "Black cherries are ripe. STOP to opt out."
Enter = Callable[[str, str], Page]


@pytest.fixture
def cherries(transactional_db: None) -> CampaignPage:
    own = [("words", {"channel": "sms", "part": "text", "text": OLD})]
    page = make_campaign(["sms", "x", "web"], own_words=own, live=False)
    page.save_revision()
    return page


@pytest.fixture
def enter(browser: Browser, live_server: LiveServer, cherries: CampaignPage) -> Iterator[Enter]:
    """Log a person of a group in, in a browser of their own."""
    contexts = []

    def log_in(name: str, group: str) -> Page:
        client = Client()
        client.force_login(make_user(name, group, first_name=name.title()))
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        contexts.append(context)
        return context.new_page()

    yield log_in
    for context in contexts:
        for page in context.pages:
            page.goto("about:blank")  # nothing asks the server while it is taken down
        context.close()


def test_an_approval_holds_until_a_word_changes(
    enter: Enter, live_server: LiveServer, cherries: CampaignPage
) -> None:
    editor, marketer = enter("ed", EDITORS), enter("ana", MARKETERS)
    address = f"{live_server.url}/admin/pages/{cherries.pk}/edit/"

    editor.goto(address)
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Submit to Campaign approval").click()
    expect(editor.locator(".messages")).to_contain_text("submitted for moderation")

    marketer.goto(address)
    marketer.get_by_role("button", name="More actions").click()
    marketer.get_by_role("button", name="Approve and publish").click()
    expect(marketer).to_have_url(f"{live_server.url}/admin/")
    expect(marketer.get_by_text("do not have permission")).to_have_count(0)
    run_all_waiting()
    assert live_release(cherries.translation_key)

    editor.goto(address)
    open_tab(editor, "Channels")
    editor.locator("[name=own_words-0-value-text]").fill(NEW)
    publish(editor)
    bar = editor.get_by_role("region", name="Release 2")
    expect(bar).to_be_visible(timeout=PATIENCE_MS)
    run_all_waiting()
    expect(bar).to_contain_text("Release 2 is blocked. Release 1 stays live.", timeout=PATIENCE_MS)
    expect(bar.locator(".omni-build__fault")).to_have_count(1)
    expect(bar).to_contain_text("SMS · en This has changed since Ana approved it on")
    bar.get_by_role("link", name="Look at the difference").click()
    expect(editor.get_by_role("button", name="Approve and go live")).to_have_count(0)

    marketer.goto(f"{live_server.url}/admin/")
    marketer.get_by_role("link", name="Board of “").click()
    marketer.get_by_label("State").select_option(label="waits for approval")
    marketer.get_by_role("button", name="Show", exact=True).click()
    expect(marketer.locator(".omni-tile")).to_have_count(1)
    expect(marketer.locator(".omni-tile")).to_contain_text("Waits for approval")
    axe_of(marketer, ".omni-board")
    marketer.get_by_role("link", name="Look at the difference and approve").click()
    variant = marketer.get_by_role("region", name="SMS · en")
    expect(variant.locator("del").first).to_contain_text("Red")
    expect(variant.locator("ins").first).to_contain_text("Black")
    expect(marketer.get_by_text("2 variants are still approved.")).to_be_visible()
    for scheme, language in reversed(LOOKS):
        marketer.emulate_media(color_scheme=scheme)
        speak(language)
        marketer.reload()
        axe_of(marketer, ".omni-approval")
        shoot(marketer, f"approval-{scheme}-{language}")

    marketer.get_by_role("button", name="Approve and go live").press("Enter")
    expect(marketer.locator(".messages")).to_contain_text("1 variant is approved.")
    run_all_waiting()
    release = Release.objects.get(number=2)
    assert release.state == Release.State.LIVE
    sms = live_variant(cherries.translation_key, "sms", "en")
    assert NEW in bytes(sms.body).decode()
    expect(marketer.get_by_role("region", name="Release 2")).to_contain_text(
        "Release 2 is live", timeout=PATIENCE_MS
    )
