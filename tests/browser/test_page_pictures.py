"""What the page says of its pictures' widths is what a browser measures."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import story

pytestmark = pytest.mark.browser
WIDTHS = (320, 390, 500, 560, 744, 768, 1000, 1100, 1220, 1280, 1366, 1440, 1920)
BODY = [
    {
        "type": "picture",
        "image": {
            "source": "b.jpg",
            "digest": "b" * 64,
            "width_px": 4000,
            "height_px": 3000,
            "alt": "Tulips",
        },
    },
    {"type": "paragraph", "html": "<p>Bulbs for everybody.</p>"},
]
SAID_AND_SEEN = """() => [...document.querySelectorAll('picture')].map(picture => {
  const said = picture.querySelector('source').sizes.split(/,(?![^(]*\\))/).map(one => one.trim());
  const [, media, width] = said.map(one => one.match(/^(\\(.*?\\))?\\s*(.*)$/))
    .find(([, media]) => !media || matchMedia(media).matches);
  const probe = document.createElement('div');
  probe.style.cssText = `position:absolute;inline-size:${width};max-inline-size:none`;
  document.documentElement.append(probe);
  const pair = [probe.getBoundingClientRect().width,
                picture.querySelector('img').getBoundingClientRect().width];
  probe.remove();
  return pair;
})"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    channel = get_channel("web")
    told = story(body=BODY)
    path = tmp_path / "index.html"
    path.write_bytes(channel.render(channel.adapt(told)).body)
    return path


def test_pictures_stand_as_wide_as_the_page_says(page: Page, document: Path) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(document.as_uri())
        pairs = page.evaluate(SAID_AND_SEEN)
        assert len(pairs) == 2
        for said, seen in pairs:
            assert abs(said - seen) <= 2, (width, said, seen)
