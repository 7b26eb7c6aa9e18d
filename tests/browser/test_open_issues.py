"""A price that no fact knows of: blocked, accepted with a reason, live; changed, blocked again."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.releases.models import Acceptance, MessageRule
from omnicontent.stories.groups import EDITORS
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.services import set_up_site
from tests.browser.editor import open_tab
from tests.browser.editor import publish as press_publish
from tests.browser.looking import axe_of, shoot, speak
from tests.releases.campaigns import make_campaign, publish, run_all_waiting

pytestmark = pytest.mark.browser
BODY = [("paragraph", "<p>A basket to carry them home costs €12 at the gate.</p>")]


@pytest.fixture
def orchard(transactional_db: None) -> CampaignPage:
    page = make_campaign(["web", "feed"], body=BODY)
    publish(page)
    run_all_waiting()
    return page


@pytest.fixture
def editor(page: Page, live_server: LiveServer, orchard: CampaignPage) -> Page:
    """A browser in which a campaign editor is logged in."""
    set_up_site()
    user = User.objects.create_user("anna", first_name="Anna", last_name="Roux")
    user.groups.add(Group.objects.get(name=EDITORS))
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    yield page
    page.goto("about:blank")  # nothing asks the server while it is taken down


def bar_of(editor: Page, number: int) -> Locator:
    return editor.get_by_role("region", name=f"Release {number}", exact=True)


def assert_accessible(editor: Page, context: str) -> None:
    for scheme in ("light", "dark"):
        editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        axe_of(editor, context)


def test_an_editor_accepts_a_price_until_its_sentence_changes(
    editor: Page, live_server: LiveServer, orchard: CampaignPage
) -> None:
    editor.goto(f"{live_server.url}/admin/pages/{orchard.pk}/edit/")
    bar = bar_of(editor, 1)
    expect(bar).to_contain_text("Release 1 is blocked. Nothing is live.")
    assert_accessible(editor, ".omni-build")
    bar.get_by_role("link", name="Accept…").first.press("Enter")

    expect(editor.get_by_role("heading", level=3)).to_contain_text("costs €12 at the gate.")
    expect(editor.get_by_text("Channels: Feed, Web page")).to_be_visible()
    accept = editor.get_by_role("button", name="Accept “€12”")
    accept.press("Enter")
    expect(editor.get_by_text("This field is required.")).to_be_visible()
    assert_accessible(editor, ".omni-issues")
    editor.get_by_label("Reason").fill("Baskets are sold at the gate, not by the campaign.")
    accept.press("Enter")
    expect(editor.get_by_text("Accepted. Release 1 is judged again.")).to_be_visible()
    run_all_waiting()
    expect(editor.locator(".omni-issues [role=status]")).to_contain_text("Release 1 is live")
    expect(editor.get_by_role("row", name="Anna Roux")).to_contain_text("Baskets are sold")
    assert_accessible(editor, ".omni-issues")
    shoot(editor, "issues-given")

    editor.get_by_role("link", name="Back to the campaign").click()
    open_tab(editor, "Story")
    words = editor.locator("[data-contentpath=body] [contenteditable=true]").first
    words.click()
    editor.keyboard.press("Control+Home")
    editor.keyboard.type("Hurry! ")
    editor.keyboard.press("Control+End")
    editor.keyboard.press("Backspace")
    editor.keyboard.type(" itself.")
    typed = editor.locator("[name='body-0-value']")
    expect(typed).to_have_value(re.compile("itself"))  # written there a moment later
    press_publish(editor)
    expect(bar_of(editor, 2)).to_be_visible()
    run_all_waiting()
    expect(bar_of(editor, 2)).to_contain_text("Release 2 is blocked. Release 1 stays live.")
    expect(bar_of(editor, 2).get_by_role("link", name="Accept…").first).to_be_visible()
    assert Acceptance.objects.get().ended_at
    editor.goto(f"{live_server.url}/admin/pages/{orchard.pk}/history/")
    expect(editor.get_by_text("What was said of “€12” has ended")).to_be_visible()


def test_a_warning_is_acknowledged_by_keyboard(
    editor: Page, live_server: LiveServer, orchard: CampaignPage
) -> None:
    MessageRule.objects.create(what="orphan", severity="warning")
    publish(orchard)
    run_all_waiting()
    editor.goto(f"{live_server.url}/admin/campaigns/{orchard.pk}/issues/")
    for language in ("fr", "en"):
        speak(language)
        editor.reload()
        axe_of(editor, ".omni-issues")
        shoot(editor, f"issues-{language}")
    editor.get_by_role("button", name="Acknowledge “€12”").press("Enter")
    expect(editor.get_by_text("Acknowledged. Release 2 is judged again.")).to_be_visible()
    run_all_waiting()
    expect(editor.locator(".omni-issues [role=status]")).to_contain_text("Release 2 is live")
