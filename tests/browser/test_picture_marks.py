"""Marks of a picture as an editor sets them, with a mouse and without one."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.media.geometry import Focus
from omnicontent.media.marks import Keep, Marks
from omnicontent.stories.models import MasterImage
from tests.browser.looking import axe_of, shoot, speak
from tests.browser.marking import box, drag_over, make_discs, tool
from tests.walks import SCREENS, walk

pytestmark = pytest.mark.browser


@pytest.fixture
def picture(transactional_db: None) -> MasterImage:
    return make_discs()


@pytest.fixture
def editor(admin: Page, live_server: LiveServer, picture: MasterImage) -> Page:
    """The picture's page, once the channels' frames are drawn."""
    return open_picture(admin, live_server, picture)


def open_picture(page: Page, live_server: LiveServer, picture: MasterImage) -> Page:
    page.emulate_media(reduced_motion="reduce")
    with page.expect_response(lambda answer: answer.url.endswith("/frames/")):
        page.goto(f"{live_server.url}/admin/images/{picture.pk}/")
    expect(page.locator(".omni-frame__window img[src]").first).to_be_visible()
    return page


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag over the picture, from one point to another in fractions of it."""
    drag_over(page.locator(".omni-marks__stage"), start, end)


def card(page: Page, shape: str) -> Locator:
    """Return the first card of a shape: surfaces that hide nothing."""
    return page.locator(".omni-frame").filter(has=page.get_by_text(shape, exact=True)).first


def save(page: Page, picture: MasterImage) -> MasterImage:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("updated.")).to_be_visible()
    return MasterImage.objects.get(pk=picture.pk)


def posted(page: Page) -> Any:
    return json.loads(page.locator("[name=marks]").input_value())


def test_what_is_drawn_is_kept_and_every_channel_shows_it(
    editor: Page, picture: MasterImage
) -> None:
    expect(editor.locator(".w-status")).to_have_text("Proposed automatically")
    drag(editor, (0.08, 0.28), (0.32, 0.64))
    expect(box(editor, "Something else")).to_be_focused()
    expect(editor.locator(".w-status")).to_have_text("Marked by hand")
    editor.get_by_role("combobox", name="What it is").select_option("product")
    drag(editor, (0.73, 0.36), (0.92, 0.64))
    expect(card(editor, "9:16")).to_contain_text("Filled, so that nothing is cut.")
    tool(editor, "Leave out")
    drag(editor, (0.4, 0.7), (0.6, 0.9))
    expect(card(editor, "16:9")).to_contain_text("Shows something that should be left out.")
    marks = save(editor, picture).known_marks()
    assert [keep.kind for keep in marks.keep] == ["product", "subject"]
    assert marks.keep[0].left == pytest.approx(0.08, abs=0.005)
    assert marks.keep[0].bottom == pytest.approx(0.64, abs=0.005)
    assert len(marks.avoid) == 1


def test_boxes_move_and_resize_by_their_handles(editor: Page) -> None:
    drag(editor, (0.2, 0.2), (0.4, 0.4))
    drag(editor, (0.3, 0.3), (0.4, 0.35))
    [keep] = posted(editor)["keep"]
    assert (keep["left"], keep["top"]) == pytest.approx((0.3, 0.25), abs=0.01)
    drag(editor, (keep["right"], keep["bottom"]), (0.7, 0.8))
    [keep] = posted(editor)["keep"]
    assert (keep["left"], keep["right"], keep["bottom"]) == pytest.approx(
        (0.3, 0.7, 0.8), abs=0.01
    )
    drag(editor, (0.5, 0.25), (0.5, 0.1))
    assert posted(editor)["keep"][0]["top"] == pytest.approx(0.1, abs=0.01)
    drag(editor, (0.5, 0.5), (1.5, 0.5))
    assert posted(editor)["keep"][0]["right"] == 1


def test_the_focus_goes_where_it_is_set_and_thumbnails_follow(
    editor: Page, picture: MasterImage
) -> None:
    tool(editor, "Focus")
    drag(editor, (0.7, 0.5), (0.82, 0.5))
    saved = save(editor, picture)
    assert saved.known_marks().focus.x == pytest.approx(0.82, abs=0.005)
    assert saved.get_focal_point().centroid_x == pytest.approx(0.82 * 1600, abs=8)


def test_everything_can_be_done_without_a_mouse(editor: Page, picture: MasterImage) -> None:
    editor.get_by_role("button", name="Add a box").press("Enter")
    mark = box(editor, "Something else")
    expect(mark).to_be_focused()
    expect(mark).to_have_accessible_name(
        "Something else: 35% from the left, 35% from the top, 30% wide, 30% high"
    )
    mark.press("ArrowRight")
    mark.press("Shift+ArrowUp")
    mark.press("Alt+Shift+ArrowDown")
    expect(mark).to_have_accessible_name(
        "Something else: 36% from the left, 30% from the top, 30% wide, 35% high"
    )
    editor.get_by_role("combobox", name="What it is").select_option("text")
    row = editor.locator(".omni-mark").nth(1)
    row.get_by_text("Position, in percent").press("Enter")
    row.get_by_label("Width").fill("50")
    row.get_by_label("Smallest line").fill("4")
    row.get_by_label("Smallest line").press("Enter")
    [keep] = save(editor, picture).known_marks().keep
    assert (keep.left, keep.right, keep.line, keep.kind) == (0.36, 0.86, 0.04, "text")


def test_a_box_is_removed_and_comes_back(editor: Page) -> None:
    drag(editor, (0.2, 0.2), (0.4, 0.4))
    box(editor, "Something else").press("Delete")
    expect(box(editor, "Something else")).to_have_count(0)
    expect(box(editor, "Focus")).to_be_focused()
    editor.get_by_role("button", name="Undo").click()
    expect(box(editor, "Something else")).to_be_visible()
    editor.get_by_role("button", name="Remove Something else").click()
    assert posted(editor)["keep"] == []


def test_a_person_crops_for_one_shape_and_is_told_what_that_cuts(
    editor: Page, picture: MasterImage
) -> None:
    drag(editor, (0.08, 0.28), (0.32, 0.64))
    editor.get_by_role("combobox", name="What it is").select_option("face")
    square = card(editor, "1:1")
    expect(square).not_to_contain_text("cuts")
    square.get_by_role("button", name="Crop for 1:1 by hand").click()
    crop = box(editor, "Crop for 1:1")
    expect(crop).to_be_focused()
    for _ in range(6):
        crop.press("Shift+ArrowRight")
    expect(square).to_contain_text("Your crop cuts: Face.")
    expect(square.get_by_role("button", name="Crop for 1:1 automatically")).to_be_visible()
    [own] = save(editor, picture).known_marks().crops
    wide, tall = own.box.right - own.box.left, own.box.bottom - own.box.top
    assert wide * 1600 == pytest.approx(tall * 1000, rel=0.01)


def test_a_crop_is_drawn_in_its_shape_and_given_up(editor: Page) -> None:
    editor.get_by_label("Shape to crop for").select_option(
        label=editor.locator("option[data-label='9:16']").inner_text()
    )
    drag(editor, (0.2, 0.1), (0.6, 0.9))
    [crop] = posted(editor)["crops"]
    wide, tall = (
        crop["box"]["right"] - crop["box"]["left"],
        crop["box"]["bottom"] - crop["box"]["top"],
    )
    assert wide * 1600 / (tall * 1000) == pytest.approx(9 / 16, rel=0.01)
    card(editor, "9:16").get_by_role("button", name="Crop for 9:16 automatically").click()
    assert posted(editor)["crops"] == []
    expect(
        card(editor, "9:16").get_by_role("button", name="Crop for 9:16 by hand")
    ).to_be_visible()


def test_a_form_saved_untouched_changes_no_mark(
    admin: Page, live_server: LiveServer, picture: MasterImage
) -> None:
    third = Keep(left=1 / 3, top=1 / 7, right=2 / 3, bottom=5 / 7)
    picture.mark(Marks(focus=Focus(x=1 / 3, y=1 / 3), keep=(third,)), by_hand=False)
    picture.save()
    before = picture.known_marks()
    open_picture(admin, live_server, picture)
    box(admin, "Something else").click()
    tool(admin, "Leave out")
    admin.wait_for_timeout(3000)  # as long as Wagtail takes to look for edits
    expect(admin.get_by_text("You have unsaved edits")).to_be_hidden()
    saved = save(admin, picture)
    assert (saved.known_marks(), saved.marks_by_hand) == (before, False)


def test_edits_are_known_to_be_unsaved(editor: Page) -> None:
    editor.wait_for_timeout(2500)  # as long as Wagtail waits before it looks for edits
    drag(editor, (0.2, 0.2), (0.4, 0.4))
    expect(editor.get_by_text("You have unsaved edits")).to_be_visible()


def test_marks_are_proposed_again(editor: Page) -> None:
    drag(editor, (0.2, 0.2), (0.4, 0.4))
    editor.get_by_role("button", name="Propose again").click()
    expect(editor.locator(".w-status")).to_have_text("Proposed automatically")
    expect(editor.locator("[name=marks_by_hand]")).to_have_value("False")
    editor.get_by_role("button", name="Undo").click()
    expect(editor.locator(".w-status")).to_have_text("Marked by hand")
    assert posted(editor)["keep"][0]["left"] == pytest.approx(0.2, abs=0.01)


@pytest.mark.parametrize(("width", "scheme"), walk(SCREENS, here=[(420, "light")]))
def test_the_editor_is_accessible(editor: Page, scheme: Any, width: int) -> None:
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    editor.set_viewport_size({"width": width, "height": 2000})
    drag(editor, (0.08, 0.28), (0.32, 0.64))
    tool(editor, "Leave out")
    drag(editor, (0.4, 0.7), (0.6, 0.9))
    editor.get_by_role("button", name="Crop for 1:1 by hand").click()
    expect(card(editor, "1:1").get_by_role("button", name="automatically")).to_be_visible()
    editor.get_by_text("Position, in percent").nth(1).click()
    axe_of(editor)
    assert editor.evaluate("document.documentElement.scrollWidth") <= width


def test_a_french_editor_has_the_same(
    admin: Page, live_server: LiveServer, picture: MasterImage
) -> None:
    speak("fr")
    open_picture(admin, live_server, picture)
    expect(admin.locator(".w-status")).to_have_text("Proposé automatiquement")
    drag(admin, (0.08, 0.28), (0.32, 0.64))
    admin.get_by_role("combobox", name="Ce que c’est").select_option("face")
    expect(admin.get_by_role("application", name="Visage\u00a0: à 8")).to_be_visible()
    drag(admin, (0.73, 0.36), (0.92, 0.64))
    expect(card(admin, "9:16")).to_contain_text("Complété pour que rien ne soit coupé.")
    axe_of(admin)
    shoot(admin, "picture-marks-fr")


def test_the_form_is_saved_without_scripts(
    admin: Page, live_server: LiveServer, picture: MasterImage
) -> None:
    admin.route("**/*.js", lambda route: route.abort())
    admin.goto(f"{live_server.url}/admin/images/{picture.pk}/")
    admin.locator("#id_credit").fill("Ada Lovelace")
    saved = save(admin, picture)
    assert (saved.credit, saved.marks_by_hand) == ("Ada Lovelace", False)
