"""``make demo``: builds everything, survives a kill, starts again in no time, lasts a whole day.

One module, so that one process builds the demo for all of it.
"""

import json
import re
import subprocess
import urllib.request
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import (
    BUILD_MS,
    PATIENCE_MS,
    log_in,
    open_campaign,
    open_tab,
    preview,
    publish,
)
from tests.services.chromium import SCREENSHOTS
from tests.services.live import LiveService, demo_command, demo_environment
from tests.services.processes import ROOT

pytestmark = [pytest.mark.service, pytest.mark.fault]
HEADLINE = "The last warm screen of the year"
PRICE = "45"
PUBLISHER = "The shop"


def run_demo(demo, *options):
    return subprocess.run(
        demo_command(demo.port, *options),
        cwd=ROOT,
        env=demo_environment(demo.var),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_kill_in_mid_encode_leaves_nothing_running(built_demo):
    assert built_demo.survivors == []


def test_after_the_kill_every_variant_becomes_live(built_demo):
    assert built_demo.status == 0, built_demo.output
    assert "Not live" not in built_demo.output


def test_it_prints_lengths_limits_stages_addresses_and_logins(built_demo):
    for expected in ("graphemes", "adapting, encoding", built_demo.url, "/admin/", "editor"):
        assert expected in built_demo.output


def test_the_running_service_answers(live_service):
    for path in (
        "/",
        "/admin/login/",
        "/api/v1/openapi.json",
        "/static/wagtailadmin/css/core.css",
    ):
        with urllib.request.urlopen(live_service.url + path) as answer:
            assert answer.status == 200, path


def test_a_second_one_is_refused_while_the_first_runs(live_service):
    done = run_demo(live_service)
    assert done.returncode == 1
    assert "already running" in done.stderr


def _get(url: str, token: str) -> dict[str, object]:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        found: dict[str, object] = json.load(answer)
        return found


def _make_token(page: Page, service: LiveService) -> str:
    log_in(page, service, "admin")
    page.goto(f"{service.url}/admin/publishers/new/")
    page.get_by_label("Name").fill(PUBLISHER)
    page.locator("form button[type=submit]").last.click()
    token = page.get_by_label("Token").input_value()
    page.context.clear_cookies()
    return token


@pytest.mark.browser
def test_an_editors_day(page: Page, live_service: LiveService) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    token = _make_token(page, live_service)
    campaigns = _get(f"{live_service.url}/api/v1/campaigns", token)["items"]
    assert isinstance(campaigns, list)
    before = {one["id"]: one["release"] for one in campaigns}

    log_in(page, live_service, "editor")
    open_campaign(page, live_service, "Cinema at sunset")
    open_tab(page, "Story")
    page.locator("#id_headline").fill(HEADLINE)
    open_tab(page, "Message")
    page.locator("#id_offer_value").fill(PRICE)

    for channel, name in (("sms", "SMS"), ("x", "X"), ("web", "Web page")):
        frame = preview(page, channel)
        heading = frame.locator(".frame-head h1")
        expect(heading).to_have_text(name, timeout=PATIENCE_MS)
        shown = frame.frame_locator("iframe >> visible=true") if channel == "web" else frame
        expect(shown.locator("body")).to_contain_text("€45", timeout=PATIENCE_MS)
        page.screenshot(path=SCREENSHOTS / f"editors-day-{channel}.png")

    publish(page)
    bar = page.locator(".omni-build")
    expect(bar).to_be_visible(timeout=PATIENCE_MS)
    live = page.get_by_role("link", name=re.compile("View live|Live")).first
    address = str(live.get_attribute("href"))
    # The French page keeps its older headline: somebody must put their name to that.
    bar.get_by_role("link", name="Acknowledge…").click(timeout=BUILD_MS)
    page.get_by_role("button", name="Acknowledge", exact=True).click()
    page.get_by_role("link", name="Back to the campaign").click()
    expect(bar).to_have_attribute("data-state", "live", timeout=BUILD_MS)
    expect(bar).to_contain_text(re.compile(r"Release \d+ is live"))
    page.screenshot(path=SCREENSHOTS / "editors-day-live.png")

    public = page.context.new_page()
    public.goto(urljoin(live_service.url, address))
    expect(public.get_by_role("heading", level=1)).to_have_text(HEADLINE, timeout=PATIENCE_MS)
    expect(public.locator("body")).to_contain_text("€45")
    public.screenshot(path=SCREENSHOTS / "editors-day-public.png")

    after = _get(f"{live_service.url}/api/v1/campaigns", token)["items"]
    assert isinstance(after, list)
    changed = [one for one in after if before[one["id"]] != one["release"]]
    assert len(changed) == 1
    release = _get(f"{live_service.url}/api/v1/campaigns/{changed[0]['id']}/release", token)
    variants = release["variants"]
    assert isinstance(variants, list)
    sms = next(one for one in variants if (one["channel"], one["locale"]) == ("sms", "en"))
    request = urllib.request.Request(
        sms["payload_url"], headers={"Authorization": f"Bearer {token}"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        text = answer.read().decode()
    assert "€45" in text
    assert "http" in text
