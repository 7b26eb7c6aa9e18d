"""The web page in Chromium: readable by everybody, on every screen, with nothing refused."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import BRAND, full_story

pytestmark = pytest.mark.browser
WEB = get_channel("web")
COLORS = ["#ffd400", "#0a0a23", "#777777"]


def page_of(told) -> str:
    # No server stands behind these addresses: pictures are drawn as what their alt texts say.
    body = WEB.render(WEB.adapt(told)).body.decode()
    return body.replace("https://cdn.example/files/", "data:image/jpeg;base64,")


@pytest.fixture
def open_page(browser):
    contexts = []

    def open_page(html, width=1280, scheme="light", locale="en"):
        # axe is a script: only the test lets it past the page's own policy.
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        contexts.append(context)
        opened = context.new_page()
        opened.set_content(html)
        return opened

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("color", COLORS)
def test_everybody_can_read_it_in_any_brand(open_page, color, scheme):
    html = page_of(full_story(brand=BRAND | {"color": color}))
    results = Axe().run(open_page(html, scheme=scheme))
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_is_wider_than_the_screen(open_page, width, locale):
    opened = open_page(page_of(full_story(locale=locale)), width=width)
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_s_own_policy_lets_its_style_and_captions_through(page):
    refused = []
    page.on("console", lambda message: refused.append(message.text))
    page.set_content(page_of(full_story()))
    page.evaluate("document.querySelector('video').textTracks[0].mode = 'showing'")
    page.wait_for_function("document.querySelector('video').textTracks[0].cues?.length === 1")
    assert page.locator("h1").evaluate("h1 => getComputedStyle(h1).fontWeight") == "780"
    assert not [text for text in refused if "Content Security Policy" in text]


def test_the_policy_stops_what_is_injected(page):
    html = page_of(full_story()).replace(
        "</body>", "<script>document.title = 'injected'</script></body>"
    )
    page.set_content(html)
    assert page.title() == "30% off everything for the winter garden"


def test_the_keyboard_reaches_the_content_first(open_page):
    opened = open_page(page_of(full_story()))
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "Skip to content"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "main"
