"""A film's windows, boxes, cut and cover as an editor sets them, with a mouse and without one."""

import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import testcases
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.media.geometry import Box
from omnicontent.media.seen import FilmSeen, Seen, SeenShot
from omnicontent.stories.models import MasterMedia
from tests.browser.looking import axe_of, shoot, speak
from tests.browser.marking import box, drag_over, tool
from tests.stories.making import encode_film
from tests.walks import SCREENS, walk

pytestmark = pytest.mark.browser
SHOTS = (
    SeenShot(
        start=0, end=2, seen=(Seen(at=1, box=Box(left=0.1, top=0.3, right=0.2, bottom=0.6)),)
    ),
    SeenShot(
        start=2,
        end=6,
        seen=tuple(
            Seen(at=2 + n / 2, box=Box(left=n / 10, top=0.3, right=n / 10 + 0.1, bottom=0.6))
            for n in range(9)
        ),
    ),
)


@pytest.fixture
def film(transactional_db: None) -> MasterMedia:
    """Six seconds of 16:9: a box at the left; behind a cut, one that crosses the picture."""
    moving = "color=#31506e:s=640x360:r=25:d={d},drawbox=x={x}:y=120:w=64:h=100:c=#f2c230:t=fill"
    first, second = moving.format(d=2, x="64"), moving.format(d=4, x="'t*128'")
    drawn = encode_film(
        *("-f", "lavfi", "-i", first, "-f", "lavfi", "-i", second),
        *("-filter_complex", "[0][1]concat=n=2", "-pix_fmt", "yuv420p"),
    )
    film = MasterMedia(title="Two shots", type="video", file=ContentFile(drawn, "two-shots.mp4"))
    film.seen = FilmSeen(shots=SHOTS, cover_seconds=1.0).model_dump(mode="json")
    film.save()
    return film


@pytest.fixture
def editor(admin: Page, live_server: LiveServer, film: MasterMedia) -> Page:
    """The film's page, once its windows are drawn."""
    return open_film(admin, live_server, film)


@pytest.fixture(autouse=True)
def _ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the service answer for films: in Django's test server nobody could jump."""
    monkeypatch.setattr(testcases._MediaFilesHandler, "_should_handle", lambda *_: False)


def open_film(page: Page, live_server: LiveServer, film: MasterMedia) -> Page:
    page.emulate_media(reduced_motion="reduce")
    with asked(page):
        page.goto(f"{live_server.url}/admin/media/edit/{film.pk}/")
    expect(page.locator(".omni-box--window")).to_be_visible()
    page.wait_for_function("document.querySelector('video').readyState > 1")
    return page


def window(page: Page) -> Locator:
    return page.locator(".omni-box--window")


def left_of(page: Page) -> float:
    """Return where the window begins, as a fraction of the film's width."""
    return float(window(page).get_attribute("data-omni-box-left-value") or "nan")


def show(page: Page, seconds: float) -> None:
    """Jump to a moment with the slider."""
    page.get_by_label("Moment of the film").evaluate(
        "(range, at) => { range.value = at; range.dispatchEvent(new Event('input')); }", seconds
    )
    page.wait_for_function(
        "at => Math.abs(document.querySelector('video').currentTime - at) < 0.05", arg=seconds
    )
    page.wait_for_function("!document.querySelector('video').seeking")


def asked(page: Page) -> Any:
    """Expect that the windows are asked for."""
    return page.expect_response(lambda answer: answer.url.endswith("/windows/"))


def mode(page: Page, name: str) -> None:
    with asked(page):
        tool(page, name)


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag over the film, from one point to another in fractions of it."""
    with asked(page):
        drag_over(page.locator("video"), start, end)


def save(page: Page, film: MasterMedia) -> MasterMedia:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("updated")).to_be_visible()
    return MasterMedia.objects.get(pk=film.pk)


def test_the_window_follows_the_film(editor: Page) -> None:
    expect(editor.get_by_role("button", name="Shot 1, 0.0 s to 2.0 s: still")).to_be_visible()
    second = editor.get_by_role("button", name="Shot 2, 2.0 s to 6.0 s: moves")
    second.press("Enter")
    expect(second).to_have_attribute("aria-current", "true")
    expect(editor.get_by_role("heading", name="Shot 2")).to_be_visible()
    early = left_of(editor)
    show(editor, 5.5)
    assert left_of(editor) > early + 0.2
    show(editor, 2.2)
    editor.get_by_role("button", name="Play").click()
    editor.wait_for_function("document.querySelector('video').currentTime > 4")
    editor.get_by_role("button", name="Pause").click()
    assert left_of(editor) > early + 0.1


def test_another_shape_has_other_windows(editor: Page) -> None:
    shape = editor.get_by_label("Shape")
    with asked(editor):
        shape.select_option("16:9")
    expect(editor.get_by_role("button", name="Shot 2")).to_have_accessible_name(
        "Shot 2, 2.0 s to 6.0 s: whole picture"
    )
    assert left_of(editor) == 0


def test_what_a_surface_hides_is_hatched(editor: Page) -> None:
    expect(editor.locator(".omni-covered__part")).to_have_count(0)
    tiktok = editor.locator("option").filter(has_text="TikTok").inner_text()
    editor.get_by_label("Shape").select_option(label=tiktok)
    expect(editor.locator(".omni-covered__part").first).to_be_visible()


def test_a_window_is_dragged_to_where_it_should_stand(editor: Page, film: MasterMedia) -> None:
    show(editor, 1)
    room: Any = window(editor).bounding_box()
    at = room["x"] + room["width"] / 2, room["y"] + room["height"] / 2
    editor.mouse.move(*at)
    editor.mouse.down()
    editor.mouse.move(at[0] + 200, at[1], steps=5)
    with asked(editor):
        editor.mouse.up()
    expect(editor.get_by_role("radio", name="By hand")).to_be_checked()
    expect(editor.get_by_role("button", name="At 1.0 s", exact=True)).to_be_visible()
    [own] = save(editor, film).known_own_shots()
    assert (own.start, round(own.ratio, 3)) == (0, 0.562)
    assert own.keys[0].middle.x > 0.35


def test_a_window_moves_by_hand_without_a_mouse(editor: Page, film: MasterMedia) -> None:
    show(editor, 3)
    mode(editor, "By hand")
    show(editor, 5)
    before = left_of(editor)
    for _ in range(3):
        with asked(editor):
            window(editor).press("Shift+ArrowRight")
    assert left_of(editor) == pytest.approx(before + 0.15, abs=0.01)
    expect(editor.get_by_role("button", name="Shot 2")).to_have_accessible_name(
        "Shot 2, 2.0 s to 6.0 s: moves, by hand"
    )
    assert len(save(editor, film).known_own_shots()[0].keys) == 2


def test_a_place_is_removed_and_the_shot_is_automatic_again(editor: Page) -> None:
    mode(editor, "By hand")
    with asked(editor):
        editor.get_by_role("button", name="Remove the place at 0.0 s").press("Enter")
    expect(editor.get_by_role("radio", name="Automatic")).to_be_checked()
    expect(editor.locator("[name=own_shots]")).to_have_value("[]")
    expect(window(editor)).to_be_focused()


def test_a_shot_is_shown_whole(editor: Page, film: MasterMedia) -> None:
    mode(editor, "Whole picture")
    expect(window(editor)).to_have_class(re.compile("omni-box--padded"))
    assert left_of(editor) == 0
    [own] = save(editor, film).known_own_shots()
    assert own.whole


def test_what_is_drawn_is_kept_in_every_window(editor: Page, film: MasterMedia) -> None:
    before = left_of(editor)
    tool(editor, "Keep")
    drag(editor, (0.88, 0.05), (0.98, 0.15))
    logo = box(editor, "Something else")
    expect(logo).to_be_focused()
    with asked(editor):
        editor.get_by_role("combobox", name="What it is").select_option("logo")
    expect(editor.get_by_role("button", name="Shot 1")).to_have_accessible_name(
        "Shot 1, 0.0 s to 2.0 s: whole picture"
    )
    drag(editor, (0.93, 0.1), (0.13, 0.1))
    expect(editor.get_by_role("button", name="Shot 1")).to_have_accessible_name(
        "Shot 1, 0.0 s to 2.0 s: still"
    )
    tool(editor, "Window")
    drag(editor, (before + 0.1, 0.8), (before + 0.2, 0.8))
    expect(editor.get_by_role("radio", name="By hand")).to_be_checked()
    saved = save(editor, film)
    assert len(saved.known_own_shots()) == 1
    [keep] = saved.known_marks().keep
    assert (keep.kind, keep.left, keep.right) == (
        *("logo", pytest.approx(0.08, abs=0.01)),
        pytest.approx(0.18, abs=0.01),
    )


def test_boxes_are_set_without_a_mouse(editor: Page, film: MasterMedia) -> None:
    with asked(editor):
        editor.get_by_role("button", name="Add a box").press("Enter")
    mark = box(editor, "Something else")
    expect(mark).to_be_focused()
    for keys in ("Shift+ArrowRight", "ArrowUp", "Alt+ArrowDown"):
        with asked(editor):
            mark.press(keys)
    expect(mark).to_have_accessible_name(
        "Something else: 40% from the left, 34% from the top, 30% wide, 31% high"
    )
    editor.get_by_text("Position, in percent").press("Enter")
    expect(editor.get_by_label("Smallest line")).to_have_count(0)
    editor.get_by_label("Width").fill("20")
    with asked(editor):
        editor.get_by_label("Width").press("Enter")
    [keep] = save(editor, film).known_marks().keep
    assert (keep.left, keep.top, keep.right, keep.bottom) == (0.4, 0.34, 0.6, 0.65)


def test_edits_are_known_to_be_unsaved_and_nothing_else_is(editor: Page) -> None:
    unsaved = editor.get_by_text("You have unsaved edits")
    editor.wait_for_timeout(3000)  # as long as Wagtail takes to look for edits
    expect(unsaved).to_be_hidden()
    tool(editor, "Keep")
    drag(editor, (0.34, 0.05), (0.44, 0.15))
    expect(unsaved).to_be_visible()
    shoot(editor, "film-unsaved")


def test_a_box_is_removed_and_comes_back(editor: Page, film: MasterMedia) -> None:
    place = "data-omni-box-left-value"
    before = window(editor).get_attribute(place) or "nowhere"
    tool(editor, "Keep")
    drag(editor, (0.34, 0.05), (0.44, 0.15))
    expect(window(editor)).not_to_have_attribute(place, before)
    with asked(editor):
        box(editor, "Something else").press("Delete")
    expect(editor.get_by_role("button", name="Add a box")).to_be_focused()
    expect(window(editor)).to_have_attribute(place, before)
    with asked(editor):
        editor.get_by_role("button", name="Undo").click()
    expect(window(editor)).not_to_have_attribute(place, before)
    with asked(editor):
        editor.get_by_role("button", name="Remove Something else").click()
    assert save(editor, film).known_marks().keep == ()


def test_the_part_and_the_cover_are_taken_from_the_film(editor: Page, film: MasterMedia) -> None:
    show(editor, 0.5)
    editor.get_by_role("button", name="Start here").click()
    show(editor, 5)
    editor.get_by_role("button", name="End here").click()
    show(editor, 3.2)
    editor.get_by_role("button", name="Use this picture").click()
    saved = save(editor, film)
    assert (saved.cut_start, saved.cut_end, saved.cover_seconds) == (0.5, 5, 3.2)


def test_a_film_that_nobody_has_looked_at_shows_its_middle(
    admin: Page, live_server: LiveServer, film: MasterMedia
) -> None:
    MasterMedia.objects.filter(pk=film.pk).update(seen=None)
    open_film(admin, live_server, film)
    expect(admin.get_by_text("This film is still being looked at")).to_be_visible()
    expect(admin.get_by_role("radio", name="By hand")).to_have_count(0)
    assert left_of(admin) == pytest.approx((1 - 0.3164) / 2, abs=0.005)


@pytest.mark.parametrize(("width", "scheme"), walk(SCREENS, here=[(1440, "dark")]))
def test_the_editor_is_accessible(editor: Page, scheme: Any, width: int) -> None:
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    editor.set_viewport_size({"width": width, "height": 1600})
    mode(editor, "By hand")
    tool(editor, "Keep")
    drag(editor, (0.6, 0.1), (0.9, 0.4))
    tool(editor, "Leave out")
    drag(editor, (0.6, 0.5), (0.9, 0.8))
    editor.get_by_text("Position, in percent").first.click()
    axe_of(editor)
    assert editor.evaluate("document.documentElement.scrollWidth") <= width


def test_a_french_editor_has_the_same(
    admin: Page, live_server: LiveServer, film: MasterMedia
) -> None:
    speak("fr")
    open_film(admin, live_server, film)
    expect(admin.get_by_role("heading", name="Plan 1, de 0,0 s à 2,0 s")).to_be_visible()
    expect(admin.get_by_role("radio", name="À la main")).to_be_visible()
    tool(admin, "Garder")
    drag(admin, (0.6, 0.1), (0.9, 0.4))
    expect(admin.get_by_role("application", name="Autre chose\u00a0:")).to_be_focused()
    expect(admin.get_by_role("heading", name="Marqué pour toute la vidéo")).to_be_visible()
    axe_of(admin)
    shoot(admin, "film-windows-fr")


def test_the_form_is_saved_without_scripts(
    admin: Page, live_server: LiveServer, film: MasterMedia
) -> None:
    admin.route("**/*.js", lambda route: route.abort())
    admin.goto(f"{live_server.url}/admin/media/edit/{film.pk}/")
    admin.locator("#id_cut_start").fill("1.5")
    assert save(admin, film).cut_start == 1.5
