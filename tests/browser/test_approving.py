"""An approval from end to end: given, revoked by one word for one channel, seen and given anew."""

from functools import partial

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.releases.models import Release
from omnicontent.releases.selectors import live_release, live_variant
from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.services import WORKFLOW
from tests.browser.conftest import Enter
from tests.browser.editor import PATIENCE_MS, open_tab, publish
from tests.browser.looking import axe_of, beginning, said, shoot, speak
from tests.releases.campaigns import make_campaign, run_all_waiting
from tests.walks import walk

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore:get_connection")]
REFUSED = "Sorry, you do not have permission to access this area."
CHANGED = (
    "This has changed since %(name)s approved it on %(day)s: "
    "look at the difference and approve it."
)
ONE_APPROVED = "%(n)s variant is approved. The release is being checked."
SOME_APPROVED = "%(n)s variants are approved. The release is being checked."
OLD = "Red cherries are ripe. STOP to opt out."
NEW = "Black cherries are ripe. STOP to opt out."


@pytest.fixture
def cherries(transactional_db: None) -> CampaignPage:
    own = [("words", {"channel": "sms", "part": "text", "text": OLD})]
    page = make_campaign(["sms", "x", "web"], own_words=own, live=False)
    page.save_revision()
    return page


@pytest.mark.parametrize("language", walk(["en", "fr"], here=["fr"]))
def test_an_approval_holds_until_a_word_changes(
    enter: Enter, live_server: LiveServer, cherries: CampaignPage, language: str
) -> None:
    editor, marketer = enter("ed", EDITORS), enter("ana", MARKETERS)
    speak(language)
    words = partial(said, language)
    place = {"en": "SMS (English)", "fr": "SMS (Anglais)"}[language]
    address = f"{live_server.url}/admin/pages/{cherries.pk}/edit/"

    editor.goto(address)
    editor.get_by_role("button", name=words("More actions")).click()
    submit = words("Submit to %(workflow_name)s", workflow_name=WORKFLOW)
    editor.get_by_role("button", name=submit).click()
    expect(editor.locator(".messages")).to_contain_text(cherries.title)
    assert CampaignPage.objects.get().workflow_in_progress

    marketer.goto(address)
    marketer.get_by_role("button", name=words("More actions")).click()
    marketer.get_by_role("button", name=words("Approve and publish")).click()
    expect(marketer).to_have_url(f"{live_server.url}/admin/")
    expect(marketer.get_by_text(words(REFUSED))).to_have_count(0)
    run_all_waiting()
    assert live_release(cherries.translation_key)

    editor.goto(address)
    open_tab(editor, words("Channels"))
    editor.locator("[name=own_words-0-value-text]").fill(NEW)
    publish(editor, language)
    bar = editor.get_by_role("region", name=words("Release %(number)s", number=2))
    expect(bar).to_be_visible(timeout=PATIENCE_MS)
    run_all_waiting()
    expect(bar).to_contain_text(
        words("Release %(number)s is blocked.", number=2), timeout=PATIENCE_MS
    )
    expect(bar).to_contain_text(words("Release %(number)s stays live.", number=1))
    expect(bar.locator(".omni-build__fault")).to_have_count(1)
    expect(bar).to_contain_text(f"{place} {beginning(words(CHANGED, name='Ana', day='…'))}")
    bar.get_by_role("link", name=words("Look at the difference")).click()
    expect(editor.get_by_role("button", name=words("Approve and go live"))).to_have_count(0)

    marketer.goto(f"{live_server.url}/admin/")
    marketer.get_by_role("link", name=beginning(words("Board of “%(title)s”", title="…"))).click()
    waits = words("waits for approval")
    marketer.get_by_label(words("State")).select_option(label=waits)
    marketer.get_by_role("button", name=words("Show"), exact=True).click()
    expect(marketer.locator(".omni-tile")).to_have_count(1)
    expect(marketer.locator(".omni-tile")).to_contain_text(words("Waits for approval"))
    axe_of(marketer)
    marketer.get_by_role("link", name=words("Look at the difference and approve")).click()
    variant = marketer.get_by_role("region", name=place)
    expect(variant.locator("del").first).to_contain_text("Red")
    expect(variant.locator("ins").first).to_contain_text("Black")
    still = words(
        "%(n)s variant is still approved.", plural="%(n)s variants are still approved.", n=2
    )
    expect(marketer.get_by_text(still)).to_be_visible()
    for scheme in ("dark", "light"):
        marketer.emulate_media(color_scheme=scheme)
        axe_of(marketer, ".omni-approval")
        shoot(marketer, f"approval-{scheme}-{language}")

    marketer.get_by_role("button", name=words("Approve and go live")).press("Enter")
    approved = words(ONE_APPROVED, plural=SOME_APPROVED, n=1)
    expect(marketer.locator(".messages")).to_contain_text(approved)
    run_all_waiting()
    release = Release.objects.get(number=2)
    assert release.state == Release.State.LIVE
    sms = live_variant(cherries.translation_key, "sms", "en")
    assert NEW in bytes(sms.body).decode()
    live = words("Release %(number)s is live since %(live)s.", number=2, live="…")
    region = marketer.get_by_role("region", name=words("Release %(number)s", number=2))
    expect(region).to_contain_text(beginning(live), timeout=PATIENCE_MS)
