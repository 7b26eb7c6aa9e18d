"""Mocks as a marketer meets them: folds that open, carousels, dark mails, moving windows."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import testcases
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.channels.registry import all_channels
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.media.geometry import Box
from omnicontent.media.seen import FilmSeen, Seen, SeenShot
from omnicontent.previews.drawing import draw_preview
from omnicontent.stories.models import CampaignPage, MasterMedia
from tests.browser.looking import axe_of, shoot
from tests.stories.making import encode_film, make_picture
from tests.walks import walk

pytestmark = pytest.mark.browser
WITH_PICTURES = ["email", "feed", "instagram-feed", "pinterest", "print-poster", "rcs", "web"]
SHIFTS = """
  window.shifts = [];
  new PerformanceObserver(list => list.getEntries().forEach(one => window.shifts.push(one.value)))
    .observe({type: 'layout-shift', buffered: true});
"""
IN_VIEW = """([box, number]) => {
  const away = box.children[number].getBoundingClientRect().x - box.getBoundingClientRect().x;
  return Math.abs(away) < 1;
}"""
DIRECTION = "(words) => getComputedStyle(words).direction"
READY = "film => film.readyState > 1 && !film.seeking"
PLAYED = """film => new Promise(done => {
  const seen = [];
  film.addEventListener("timeupdate", () => seen.push(film.currentTime));
  film.addEventListener("pause", () => setTimeout(() => done(seen), 300), {once: true});
  film.playbackRate = .5;
  film.play();
})"""
"""Play until the film pauses by itself; every moment that was seen."""
RULE = "(box, name) => getComputedStyle(box)[name]"


@pytest.fixture(autouse=True)
def _ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the service answer for films: in Django's test server nobody could jump."""
    monkeypatch.setattr(testcases._MediaFilesHandler, "_should_handle", lambda *_: False)


@pytest.fixture
def film(transactional_db: None) -> MasterMedia:
    """Four seconds of 16:9: two of red at the left, behind a cut two of blue at the right."""
    scene = "color=#202020:s=640x360:r=25:d=2,drawbox=x={x}:y=0:w=200:h=360:c={c}:t=fill"
    red, blue = scene.format(x=0, c="#e02020"), scene.format(x=440, c="#2020e0")
    drawn = encode_film(
        *("-f", "lavfi", "-i", red, "-f", "lavfi", "-i", blue),
        *("-filter_complex", "[0][1]concat=n=2", "-pix_fmt", "yuv420p"),
    )
    film = MasterMedia(title="Two", type="video", file=ContentFile(drawn, "two.mp4"))
    shots = tuple(
        SeenShot(start=start, end=start + 2, seen=(Seen(at=start + 1, box=box),))
        for start, box in (
            (0, Box(left=0.02, top=0.1, right=0.3, bottom=0.9)),
            (2, Box(left=0.7, top=0.1, right=0.98, bottom=0.9)),
        )
    )
    film.seen = FilmSeen(shots=shots, cover_seconds=1.0).model_dump(mode="json")
    film.save()
    return film


def preview(page: Page, live_server: LiveServer, campaign: CampaignPage, slug: str) -> None:
    page.goto(f"{live_server.url}/admin/pages/{campaign.pk}/view_draft/?mode={slug}")


def insets_at(page: Page, *moments: float) -> list[float]:
    """Return how much of the first film is hidden at its left at each moment, in percent."""
    shot = page.locator(".shot[data-windows]").first
    video = shot.locator("video")
    insets = []
    for moment in moments:
        video.evaluate("(film, moment) => { film.currentTime = moment; }", moment)
        page.wait_for_function(
            "([film, moment]) => !film.seeking && Math.abs(film.currentTime - moment) < .1",
            arg=[video.element_handle(), moment],
        )
        view = shot.evaluate("shot => shot.style.getPropertyValue('--view')")
        insets.append(float(view.rstrip(")").split()[-1].rstrip("%")))
    return insets


def word(campaign: CampaignPage, channel: str, part: str, text: str) -> None:
    campaign.own_words = [("words", {"channel": channel, "part": part, "text": text})]
    campaign.save()


def test_a_fold_opens_by_keyboard(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    word(campaign, "linkedin", "commentary", "Tulips. " * 40 + "The very end.")
    preview(admin, live_server, campaign, "linkedin")
    rest = admin.locator(".fold-rest")
    expect(rest).to_be_hidden()
    admin.get_by_role("checkbox", name="more").press("Space")
    expect(rest).to_be_visible()
    expect(rest).to_contain_text("The very end.")


def test_a_message_is_folded_behind_five_lines(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    word(campaign, "whatsapp", "body", "\n".join(f"Tulip {number}" for number in range(9)))
    preview(admin, live_server, campaign, "whatsapp")
    words = admin.locator(".fold-lines")
    line = float(words.evaluate(RULE, "lineHeight").removesuffix("px"))
    height = words.bounding_box()["height"]
    assert height == pytest.approx(5 * line, abs=2)
    admin.get_by_role("checkbox", name="Read more").press("Space")
    assert words.bounding_box()["height"] == pytest.approx(9 * line, abs=3)


def test_a_carousel_is_leafed_by_keyboard(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    for number in range(2):
        picture = make_picture(f"tulip-{number}.png")
        campaign.body.append(("picture", {"image": picture, "alt": "Tulips", "caption": ""}))
    campaign.own_words = [("form", {"channel": "instagram-feed", "form": "carousel"})]
    campaign.save()
    preview(admin, live_server, campaign, "instagram-feed")
    carousel = admin.get_by_role("group", name="Carousel")
    expect(carousel.locator("img")).to_have_count(3)
    carousel.focus()
    for leafed in (1, 2):
        admin.keyboard.press("ArrowRight")
        admin.wait_for_function(IN_VIEW, arg=[carousel.element_handle(), leafed])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mail_is_shown_light_dark_and_without_images(
    admin: Page, live_server: LiveServer, campaign: CampaignPage, scheme: str
) -> None:
    admin.emulate_media(color_scheme=scheme)
    preview(admin, live_server, campaign, "email")
    papers = {}
    for look in ("Light", "Dark"):
        admin.get_by_text(look, exact=True).click()
        frame = admin.frame_locator("iframe:visible")
        papers[look] = frame.locator("h1").evaluate(RULE, "color")
        assert frame.locator("img").first.evaluate("img => img.decode().then(() => true)")
    assert papers == {"Light": papers["Light"], "Dark": "rgb(236, 238, 242)"}
    assert papers["Light"] != papers["Dark"]
    admin.get_by_text("Images off").click()
    picture = admin.frame_locator("iframe:visible").locator("img").first
    expect(picture).to_have_attribute("alt", campaign.hero_image_alt)
    assert picture.evaluate("img => img.naturalWidth") == 0
    axe_of(admin)


@pytest.mark.parametrize("slug", ["instagram-reel", "tiktok", "x"])
def test_a_film_that_is_not_made_yet_is_seen_through_the_window_of_the_moment(
    admin: Page, live_server: LiveServer, campaign: CampaignPage, film: MasterMedia, slug: str
) -> None:
    campaign.hero_video = film
    campaign.save()
    preview(admin, live_server, campaign, slug)
    assert admin.locator(".shot[data-windows] video").first.evaluate("film => film.muted")
    first, second, again = insets_at(admin, 0.5, 3.0, 0.5)
    assert first < 30 < second
    assert again == first


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_a_moving_window_stands_still_for_who_wants_no_motion(
    admin: Page,
    live_server: LiveServer,
    campaign: CampaignPage,
    film: MasterMedia,
    motion: Any,
    moves: bool,
) -> None:
    crossing = tuple(
        Seen(at=n / 2, box=Box(left=n / 10, top=0.3, right=n / 10 + 0.1, bottom=0.6))
        for n in range(9)
    )
    shots = (SeenShot(start=0, end=4, seen=crossing),)
    film.seen = FilmSeen(shots=shots, cover_seconds=1.0).model_dump(mode="json")
    film.save()
    campaign.hero_video = film
    campaign.save()
    admin.emulate_media(reduced_motion=motion)
    preview(admin, live_server, campaign, "tiktok")
    early, late = insets_at(admin, 0.5, 3.5)
    assert (late > early) == moves


def test_the_first_window_stays_without_scripts(
    admin: Page, live_server: LiveServer, campaign: CampaignPage, film: MasterMedia
) -> None:
    campaign.hero_video = film
    campaign.save()
    admin.route("**/film-window.js", lambda route: route.abort())
    preview(admin, live_server, campaign, "tiktok")
    style = admin.locator(".shot[data-windows]").get_attribute("style")
    assert "--view: inset(" in style


@pytest.fixture
def cut(campaign: CampaignPage, film: MasterMedia) -> CampaignPage:
    """A campaign with the two middle seconds of the film, and words in the second of them."""
    captions = "WEBVTT\n\n00:02.000 --> 00:03.000\nBlue\n"
    MasterMedia.objects.filter(pk=film.pk).update(cut_start=1, cut_end=3, captions_vtt=captions)
    campaign.hero_video = MasterMedia.objects.get(pk=film.pk)
    campaign.save()
    return campaign


@pytest.mark.parametrize("scripts", [True, False])
def test_a_film_that_is_not_made_yet_plays_from_its_cuts_start_to_its_end(
    admin: Page, live_server: LiveServer, cut: CampaignPage, scripts: bool
) -> None:
    if not scripts:
        admin.route("**/film-window.js", lambda route: route.abort())
    preview(admin, live_server, cut, "youtube")
    video = admin.locator("video[controls]").first
    admin.wait_for_function(READY, arg=video.element_handle())
    assert video.evaluate("film => film.currentTime") == pytest.approx(1, abs=0.01)
    cues = "film => [...film.textTracks[0].cues].map(cue => [cue.startTime, cue.endTime])"
    assert video.evaluate(cues) == [[2, 3]]
    moments = video.evaluate(PLAYED)
    late = 0.1 if scripts else 0.3  # a browser alone looks at its clock four times a second
    assert 0.99 <= min(moments) < max(moments) <= 3 + late
    assert video.evaluate("film => film.currentTime") == pytest.approx(3, abs=late)


def test_what_will_be_cut_off_is_skipped(
    admin: Page, live_server: LiveServer, cut: CampaignPage
) -> None:
    parts = {"[[1.0, 3.0]]": "[[0.4, 0.8], [3.0, 3.4]]", "#t=1,3": "#t=0.4,3.4"}
    admin.route("**/view_draft/**", lambda route: _with(route, parts))
    preview(admin, live_server, cut, "tiktok")
    video = admin.locator("video[controls]")
    film = video.element_handle()
    admin.wait_for_function(READY, arg=film)
    for asked, shown in ((1.5, 3.0), (0.1, 0.4)):
        video.evaluate("(film, at) => { film.currentTime = at; }", asked)
        admin.wait_for_function(
            "([film, at]) => !film.seeking && Math.abs(film.currentTime - at) < .01",
            arg=[film, shown],
        )
    moments = video.evaluate(PLAYED)
    assert [at for at in moments if 0.9 < at < 2.99 or at > 3.5] == []
    assert {at > 2 for at in moments} == {True, False}
    video.evaluate("film => film.play()")
    admin.wait_for_function("film => film.currentTime < .8", arg=film)


def _with(route: object, words: dict[str, str]) -> None:
    """Answer with other words in place of some."""
    answer = route.fetch()
    text = answer.text()
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    route.fulfill(response=answer, body=text)


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_padded_film_that_is_not_made_yet_stands_on_itself(
    admin: Page, live_server: LiveServer, cut: CampaignPage, motion: Any
) -> None:
    MasterMedia.objects.update(own_shots=[{"ratio": 1080 / 1920, "start": 0, "whole": True}])
    admin.emulate_media(reduced_motion=motion)
    admin.add_init_script(SHIFTS)
    preview(admin, live_server, cut, "tiktok")
    shot = admin.locator(".shot[data-windows]")
    video, pad = shot.locator("video[controls]"), shot.locator("video.shot-pad")
    handles = [video.element_handle(), pad.element_handle()]
    for handle in handles:
        admin.wait_for_function(READY, arg=handle)
    assert admin.evaluate("window.shifts") == []
    assert pad.bounding_box()["height"] > shot.bounding_box()["height"]
    assert "blur" in pad.evaluate(RULE, "filter")
    assert pad.evaluate("pad => pad.muted && !pad.controls && pad.tabIndex === -1")
    shoot(admin, f"padded-film-{motion}")
    axe_of(admin)
    video.evaluate("film => film.play()")
    admin.wait_for_function("film => film.currentTime > 1.5", arg=handles[0])
    times = "([film, pad]) => [film.currentTime, pad.currentTime, pad.paused]"
    now, ground, paused = admin.evaluate(times, handles)
    assert paused is (motion == "reduce")
    assert ground == pytest.approx(1 if paused else now, abs=0.31)
    admin.wait_for_function("film => film.currentTime > 2.2", arg=handles[0])
    expect(pad).to_be_hidden()  # the second shot is not padded
    video.evaluate("film => film.pause()")
    video.evaluate("film => { film.currentTime = 1.2; }")
    if motion == "reduce":
        admin.wait_for_function("pad => Math.abs(pad.currentTime - 1) < .05", arg=handles[1])
    else:
        admin.wait_for_function("pad => Math.abs(pad.currentTime - 1.2) < .05", arg=handles[1])


@pytest.mark.parametrize("slug", ["tiktok", "instagram-reel", "youtube"])
def test_a_film_is_silent_and_its_captions_are_on(
    admin: Page, live_server: LiveServer, campaign: CampaignPage, slug: str
) -> None:
    captions = "WEBVTT\n\n00:00.000 --> 00:01.000\n[Birds sing]\n"
    MasterMedia.objects.update(captions_vtt=captions)
    preview(admin, live_server, campaign, slug)
    video = admin.locator("video[controls]").first
    assert video.evaluate("film => film.muted")
    assert video.evaluate("film => film.textTracks[0].mode") == "showing"


@pytest.mark.parametrize("slug", walk(WITH_PICTURES, here=["email", "feed", "web"]))
@pytest.mark.parametrize("width", walk([390, 1280], here=[390]))
def test_nothing_shifts_as_pictures_load(
    admin: Page, live_server: LiveServer, campaign: CampaignPage, slug: str, width: int
) -> None:
    picture = make_picture("tulip-1.png")
    campaign.body.append(("picture", {"image": picture, "alt": "Tulips", "caption": "Red"}))
    campaign.save()
    admin.set_viewport_size({"width": width, "height": 900})
    admin.add_init_script(SHIFTS)
    admin.route("**/media/**", _late)
    preview(admin, live_server, campaign, slug)
    admin.wait_for_load_state("networkidle")
    admin.wait_for_timeout(200)
    assert admin.evaluate("window.shifts") == []


def _late(route: object) -> None:
    """Answer once everything else is drawn."""
    page = route.request.frame.page
    page.wait_for_timeout(300)
    route.continue_()


@pytest.mark.parametrize("slug", ["x", "facebook-post", "push-apns", "web", "whatsapp"])
def test_arabic_runs_from_right_to_left(page: Page, slug: str) -> None:
    words = {"headline": "تخفيضات الربيع", "key_message": "كل شيء أرخص هذا الأسبوع."}
    story = sample_stories()["right to left"].model_copy(update=words)
    channel = all_channels()[slug]
    content = channel.adapt(story)
    page.set_content(draw_preview(channel, story, content, channel.render(content)))
    said = page.get_by_text("الربيع")
    assert {one.evaluate(DIRECTION) for one in said.all()} == {"rtl"}
