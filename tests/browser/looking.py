"""What tests see as people do: what axe finds, a picture to open, a language to read."""

from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.utils.translation import gettext, ngettext, override, pgettext
from playwright.sync_api import Page, Route
from wagtail.users.models import UserProfile

from tests.services.chromium import SCREENSHOTS

LOOKS = (("light", "en"), ("dark", "fr"))
"""Color scheme and language: each of both is seen once."""
WAGTAILS = [[".tagit .ui-autocomplete-input"]]
"""What is not ours to mend: the field in which Wagtail's widget takes a new tag has no label, as
its form's label belongs to the hidden field behind it."""
SETTLED = """() => Promise.all(
  document.getAnimations()
    .filter((one) => one.playState === "running")
    .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
    .map((one) => { one.finish(); return one.finished.catch(() => null); })
).then(() => null)"""
"""Wagtail fades its messages in, whatever its reader prefers: until then they are pale. They are
brought to their end instead of waited for: a badge beside its help pulses for 25 seconds."""
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  const films = () => [...document.querySelectorAll("video[controls]")]
    .map((film) => film.getBoundingClientRect());
  const within = (inner, outer) =>
    inner.left >= outer.left && inner.right <= outer.right
    && inner.top >= outer.top && inner.bottom <= outer.bottom;
  const ofPlayer = ({ node, previousRect, currentRect }) =>
    node === null && previousRect.top === currentRect.top
    && films().some((film) => within(currentRect, film));
  new PerformanceObserver((list) => list.getEntries()
    .filter((one) => !one.sources.length || !one.sources.every(ofPlayer))
    .forEach((one) => { sum += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
  window.setTimeout(() => resolve(sum), 1000);
})"""
"""How much of a page has moved since it was opened. Chromium's own buttons in a player make room
for the sound's once they know that there is sound, sideways (by 5 and by 43 px in a player
of a narrow mock): those aren't the page's. A film that grows moves them downwards."""
LATE = ("image", "media", "document")


def axe_of(page: Page, context: str | None = None) -> None:
    """Fail on whatever axe finds on the page, or in the part of it that ``context`` selects."""
    page.evaluate(SETTLED)
    results = Axe().run(page, context=context or {"exclude": WAGTAILS})
    assert results.violations_count == 0, results.generate_report()


def shoot(page: Page, name: str) -> None:
    """Leave a picture of the whole page in the ignored folder."""
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


def shift_when_released(page: Page, held: list[Route]) -> float:
    """Return how much of the page moves once files come that were held back."""
    before = page.evaluate(SHIFTS)
    while held or not page.evaluate("[...document.images].every((one) => one.complete)"):
        while held:
            held.pop().continue_()
        page.wait_for_timeout(100)
    after: float = page.evaluate(SHIFTS) - before
    return after


def shift_of(page: Page, address: str) -> float:
    """Open an address and return how much moves when its pictures, films and mocks come late."""
    held: list[Route] = []
    holding = True

    def hold(route: Route) -> None:
        request = route.request
        late = holding and request.resource_type in LATE and request.url != address
        held.append(route) if late else route.continue_()

    page.route("**/*", hold)
    page.goto(address, wait_until="domcontentloaded")
    shift = shift_when_released(page, held)
    holding = False
    while held:  # what mocks asked for meanwhile; once nobody routes them, they go by themselves
        held.pop().continue_()
    page.unroute("**/*", hold)
    return shift


def said(
    language: str, message: str, *, context: str = "", plural: str = "", **values: object
) -> str:
    """Return what a page says in a language, as the catalogs have it; ``n`` chooses the plural."""
    with override(language):
        if plural:
            return ngettext(message, plural, int(str(values["n"]))) % values
        words = pgettext(context, message) if context else gettext(message)
        return words % values if values else words


def beginning(words: str) -> str:
    """Return what stands before an ellipsis, in place of which each run says something else."""
    return words.partition("…")[0].strip()


def speak(language: str) -> None:
    """Show the admin in a language to everybody there is, from the next page on."""
    for user in User.objects.all():
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
