"""Marks of a picture as an editor sets them, with a mouse and without one."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from omnicontent.stories.models import MasterImage

pytestmark = pytest.mark.browser


@pytest.fixture
def picture(transactional_db: None) -> MasterImage:
    """A calm ground with two discs, one far from the other."""
    drawn = Image.new("RGB", (1600, 1000), "#9db7c9")
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((0, 640, 1600, 1000), fill="#4d6b3c")
    pen.ellipse((160, 300, 480, 620), fill="#d9472b")
    pen.ellipse((1200, 380, 1440, 620), fill="#f2c230")
    buffer = io.BytesIO()
    drawn.save(buffer, "JPEG", quality=90)
    picture = MasterImage(title="Two discs", file=ContentFile(buffer.getvalue(), "discs.jpg"))
    picture.save()
    return picture


@pytest.fixture
def editor(admin: Page, live_server: LiveServer, picture: MasterImage) -> Page:
    """The picture's page, once the channels' frames are drawn."""
    admin.on("console", lambda m: print("CONSOLE", m.text))
    admin.on("pageerror", lambda m: print("ERR", m))
    admin.on(
        "response",
        lambda r: print(r.status, r.url) if r.status >= 300 or "stories" in r.url else None,
    )
    with admin.expect_response(lambda answer: answer.url.endswith("/frames/")):
        admin.goto(f"{live_server.url}/admin/images/{picture.pk}/")
    return admin


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag over the picture, from one point to another in fractions of it."""
    room = page.locator(".omni-marks__stage").bounding_box()
    points = [
        (room["x"] + x * room["width"], room["y"] + y * room["height"]) for x, y in (start, end)
    ]
    page.mouse.move(*points[0])
    page.mouse.down()
    page.mouse.move(*points[1], steps=4)
    page.mouse.up()


def test_look(editor: Page) -> None:
    editor.set_viewport_size({"width": 1440, "height": 2100})
    drag(editor, (0.08, 0.28), (0.32, 0.64))
    editor.locator(".omni-mark select:visible").select_option("product")
    drag(editor, (0.72, 0.35), (0.92, 0.64))
    editor.get_by_role("radio", name="Leave out").check(force=True)
    drag(editor, (0.4, 0.7), (0.6, 0.9))
    editor.get_by_role("button", name="Crop for 1:1 by hand").click()
    editor.wait_for_timeout(600)
    editor.screenshot(path="tests/screenshots/a.png")
    editor.emulate_media(color_scheme="dark")
    editor.screenshot(path="tests/screenshots/b.png")
