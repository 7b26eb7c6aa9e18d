"""What tests see as people do: what axe finds, a picture to open, a language to read."""

from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page
from wagtail.users.models import UserProfile

from tests.services.chromium import SCREENSHOTS

LOOKS = (("light", "en"), ("dark", "fr"))
"""Color scheme and language: each of both is seen once."""


def axe_of(page: Page, context: str | None = None) -> None:
    """Fail on whatever axe finds on the page, or in the part of it that ``context`` selects."""
    results = Axe().run(page, context=context)
    assert results.violations_count == 0, results.generate_report()


def shoot(page: Page, name: str) -> None:
    """Leave a picture of the whole page in the ignored folder."""
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


def speak(language: str) -> None:
    """Show the admin in a language to everybody there is, from the next page on."""
    for user in User.objects.all():
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
