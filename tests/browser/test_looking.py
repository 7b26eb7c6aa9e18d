"""What tests look with sees what moves, also where something moves over a film."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import SHIFTS

pytestmark = pytest.mark.browser
PAGE = """<body style="margin: 0; height: 900px"><video controls style="{film}"></video>
<p style="{words}">Tulips until Sunday, and not a day longer</p></body>"""


@pytest.mark.parametrize(
    ("film", "words"),
    [
        ("width: 400px; height: 300px", "margin: 0"),
        ("position: fixed; inset: 0; width: 100%; height: 100%", "position: relative; margin: 0"),
    ],
    ids=["beside", "over"],
)
def test_words_that_make_room_have_moved(page: Page, film: str, words: str) -> None:
    page.set_content(PAGE.format(film=film, words=words))
    assert page.evaluate(SHIFTS) == 0
    page.evaluate("() => { document.querySelector('p').style.marginTop = '200px'; }")
    assert page.evaluate(SHIFTS) > 0


def test_a_film_that_grows_has_moved(page: Page) -> None:
    page.set_content('<video controls style="width: 600px; height: 150px"></video>')
    assert page.evaluate(SHIFTS) == 0
    page.evaluate("() => { document.querySelector('video').style.height = '500px'; }")
    assert page.evaluate(SHIFTS) > 0
