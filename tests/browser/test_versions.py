"""Versions of marks and what a lock does to their editors, as an editor meets them."""

from functools import partial

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.media.marks import Keep
from omnicontent.stories.models import CampaignPage, MasterImage
from tests.browser.looking import LOOKS, axe_of, beginning, said, shoot, speak
from tests.browser.marking import drag_over, make_discs
from tests.walks import walk

pytestmark = pytest.mark.browser


@pytest.fixture
def picture(campaign: CampaignPage) -> MasterImage:
    campaign.hero_image = make_discs()
    campaign.save()
    return campaign.hero_image


def lock(campaign: CampaignPage) -> None:
    """Lock it as a colleague would."""
    ada = User.objects.create_user("ada", first_name="Ada")
    CampaignPage.objects.filter(pk=campaign.pk).update(
        locked=True, locked_by=ada, locked_at=timezone.now()
    )


@pytest.mark.parametrize(("scheme", "language"), walk(LOOKS, here=[LOOKS[1]]))
def test_marks_come_back_from_the_list_of_versions(
    editor: Page, live_server: LiveServer, picture: MasterImage, scheme: str, language: str
) -> None:
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    speak(language)
    words = partial(said, language)
    address = f"{live_server.url}/admin/images/{picture.pk}/"
    before = picture.known_marks()
    for start, end in (((0.05, 0.1), (0.2, 0.25)), ((0.6, 0.05), (0.9, 0.2))):
        with editor.expect_response(lambda answer: answer.url.endswith("/frames/")):
            editor.goto(address)
        drag_over(editor.locator(".omni-marks__stage"), start, end)
        editor.get_by_role("button", name=words("Save"), exact=True).click()
        expect(editor.locator(".messages")).to_be_visible()
    assert len(MasterImage.objects.get(pk=picture.pk).known_marks().keep) == 2 + len(before.keep)

    editor.goto(address)
    editor.get_by_role("link", name=words("History")).click()
    expect(editor.get_by_role("row")).to_have_count(4)  # with the heads of the columns
    expect(editor.get_by_role("row").nth(1)).to_contain_text(words("As it is now"))
    expect(editor.get_by_role("row").nth(3)).to_contain_text(words("Proposed automatically"))
    axe_of(editor)
    shoot(editor, f"versions-{scheme}-{language}")

    editor.get_by_role("button", name=words("Bring back")).last.press("Enter")
    done = words("It is marked again as on %(moment)s.", moment="…")
    expect(editor.locator(".messages")).to_contain_text(beginning(done))
    assert MasterImage.objects.get(pk=picture.pk).known_marks() == before


@pytest.mark.parametrize(("scheme", "language"), walk(LOOKS, here=[LOOKS[1]]))
def test_a_lock_shows_the_marks_and_lets_nobody_move_them(
    editor: Page,
    live_server: LiveServer,
    campaign: CampaignPage,
    picture: MasterImage,
    scheme: str,
    language: str,
) -> None:
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    marks = picture.known_marks()
    keep = (Keep(left=0.2, top=0.2, right=0.6, bottom=0.7, kind="face"),)
    picture.mark(marks.model_copy(update={"keep": keep}), by_hand=True)
    picture.save()
    campaign.save_revision()
    lock(campaign)
    speak(language)
    words = partial(said, language)
    with editor.expect_response(lambda answer: answer.url.endswith("/frames/")):
        editor.goto(f"{live_server.url}/admin/images/{picture.pk}/")
    why = editor.get_by_text(words("What channels show of it can't be changed now:"))
    expect(why).to_be_visible()
    expect(editor.get_by_role("link", name=campaign.title)).to_be_visible()
    expect(editor.locator(".omni-frame").first).to_be_visible()
    expect(editor.locator(".omni-box")).to_have_count(2)
    for name in ("Add a box", "Undo", "Propose again", "Crop by hand"):
        expect(editor.get_by_role("button", name=words(name))).to_have_count(0)
    drag_over(editor.locator(".omni-marks__stage"), (0.3, 0.3), (0.9, 0.9))
    expect(editor.locator(".omni-box")).to_have_count(2)
    axe_of(editor)
    shoot(editor, f"held-picture-{scheme}-{language}")
    editor.locator("#id_title").fill("Tulips, red")
    editor.get_by_role("button", name=words("Save"), exact=True).click()
    expect(editor.locator(".messages")).to_be_visible()
    saved = MasterImage.objects.get(pk=picture.pk)
    assert (saved.title, saved.known_marks().keep) == ("Tulips, red", keep)


@pytest.mark.parametrize(("scheme", "language"), walk(LOOKS, here=[LOOKS[1]]))
def test_a_lock_plays_the_film_and_lets_nobody_cut_it(
    editor: Page, live_server: LiveServer, campaign: CampaignPage, scheme: str, language: str
) -> None:
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    campaign.save_revision()
    lock(campaign)
    speak(language)
    words = partial(said, language)
    film = campaign.hero_video
    assert film
    with editor.expect_response(lambda answer: answer.url.endswith("/windows/")):
        editor.goto(f"{live_server.url}/admin/media/edit/{film.pk}/")
    expect(editor.get_by_role("link", name=campaign.title)).to_be_visible()
    expect(editor.get_by_role("button", name=words("Play"))).to_be_visible()
    for name in ("Start here", "End here", "Use this picture", "Add a box"):
        expect(editor.get_by_role("button", name=words(name))).to_have_count(0)
    expect(editor.locator("[name=cut_start]")).to_be_disabled()
    axe_of(editor)
    shoot(editor, f"held-film-{scheme}-{language}")
    editor.get_by_role("link", name=words("History")).click()
    expect(editor.get_by_role("heading", level=1)).to_contain_text(words("History"))
    axe_of(editor)
    shoot(editor, f"film-versions-{scheme}-{language}")
