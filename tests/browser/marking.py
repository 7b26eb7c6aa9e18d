"""How a person marks a picture or a film in its editor."""

from typing import Any

from playwright.sync_api import Locator, Page


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
