"""How a person marks a picture or a film in its editor."""

import io
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page

from omnicontent.stories.models import MasterImage


def make_discs() -> MasterImage:
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


def tool(page: Page, name: str) -> None:
    page.locator(".omni-marks__choice label", has_text=name).click()


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("application", name=f"{name}:")


def drag_over(place: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag from one point to another, in fractions of what is seen there."""
    room: Any = place.bounding_box()
    points = [
        (room["x"] + x * room["width"], room["y"] + y * room["height"]) for x, y in (start, end)
    ]
    mouse = place.page.mouse
    mouse.move(*points[0])
    mouse.down()
    mouse.move(*points[1], steps=4)
    mouse.up()
