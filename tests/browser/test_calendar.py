"""The calendar as its readers use it: by month, week and list, in both languages, by keyboard."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from omnicontent.releases.models import Release
from omnicontent.stories.groups import EDITORS, MARKETERS
from tests.browser.conftest import leave, let_in
from tests.browser.looking import axe_of, shoot
from tests.previews.calendar.making import PARIS, june, offering, release
from tests.releases.approving import make_user
from tests.releases.campaigns import translate
from tests.walks import SCREENS, walk

pytestmark = pytest.mark.browser
IN_JUNE = "/admin/calendar/?on=2031-06-10"
State = Release.State
TOO_WIDE = """[...document.querySelectorAll("html, main, main *")]
  .filter((one) => one.scrollWidth > one.clientWidth && one.clientWidth
          && /auto|scroll/.test(getComputedStyle(one).overflowX)
          || one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.className)"""


@pytest.fixture
def reader(
    request: pytest.FixtureRequest, page: Page, live_server: LiveServer, transactional_db: None
) -> Iterator[Page]:
    """A browser in which a marketer in Paris is logged in, or one of another group."""
    let_in(page, live_server, make_user("reader", getattr(request, "param", MARKETERS)))
    prefer(current_time_zone="Europe/Paris")
    yield page
    leave(page)


@pytest.fixture
def summer(transactional_db: None) -> None:
    """A June with everything in it: what runs, what will, what did, rivals, a crowd."""
    now = timezone.now()
    tulips = offering(30, "Tulips for your balcony", period_end=paris(18))
    french = translate(tulips, title="Des tulipes")
    release(tulips, french, live=now, starts_at=paris(4, 9), ends_at=paris(18))
    release(tulips, state=State.BLOCKED, starts_at=paris(4, 9), ends_at=paris(18))
    release(
        offering(20, "Lilies, two weeks early"), live=now, starts_at=paris(12), ends_at=paris(27)
    )
    release(offering(20, "Open air cinema", ["web", "x"]), live=now)
    release(
        offering(15, "تخفيضات الصيف", ["email"]),
        state=State.BLOCKED,
        starts_at=paris(9),
        ends_at=paris(11),
    )
    recalled = offering(10, "Garden gnomes", ["feed"])
    release(recalled, live=paris(2), ended=paris(3, 15), state=State.RECALLED)
    later = offering(
        10, "A very long name of a campaign for people who like roses", ["x"], live=False
    )
    later.go_live_at, later.expire_at = paris(24, 8), paris(26, 20)
    later.save_revision().publish()
    for number in range(1, 15):
        page = offering(
            number + 1, f"Market day {number}", ["instagram-feed"], audience=f"Town {number}"
        )
        release(page, state=State.BUILDING, starts_at=paris(21, 6), ends_at=paris(21, 14))


def paris(day: int, hour: int = 0) -> datetime:
    return june(day, hour, zone=PARIS)


def prefer(**fields: str) -> None:
    profile = UserProfile.get_for_user(User.objects.get(username="reader"))
    for name, value in fields.items():
        setattr(profile, name, value)
    profile.save()


@pytest.mark.parametrize(("width", "scheme"), walk(SCREENS, here=[(420, "dark")]))
@pytest.mark.parametrize(
    ("language", "view"),
    [("en", "month"), ("fr", "month"), ("en", "week"), ("fr", "list"), ("en", "day")],
)
def test_the_calendar_is_accessible_and_as_wide_as_the_window(
    reader: Page,
    live_server: LiveServer,
    summer: None,
    view: str,
    language: str,
    scheme: str,
    width: int,
) -> None:
    prefer(preferred_language=language)
    reader.set_viewport_size({"width": width, "height": 1300})
    reader.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    on = "2031-06-21" if view == "day" else "2031-06-10"
    reader.goto(f"{live_server.url}/admin/calendar/?view={view}&on={on}")
    expect(reader.get_by_role("heading", level=2).first).to_be_visible()
    shoot(reader, f"calendar-{view}-{language}-{scheme}-{width}")
    assert reader.evaluate(TOO_WIDE) == []
    axe_of(reader)


@pytest.mark.parametrize("reader", [EDITORS, MARKETERS], indirect=True)
def test_a_reader_finds_a_campaign_and_clicks_through(
    reader: Page, live_server: LiveServer, summer: None
) -> None:
    reader.goto(f"{live_server.url}/admin/")
    reader.get_by_role("link", name="Calendar", exact=True).click()
    this_month = timezone.localdate().strftime("%B %Y")
    expect(reader.get_by_role("heading", name=this_month, exact=True)).to_be_visible()
    reader.goto(f"{live_server.url}{IN_JUNE}")
    reader.get_by_role("link", name="Next: July 2031").click()
    expect(reader.get_by_role("heading", name="July 2031", exact=True)).to_be_visible()
    reader.get_by_role("link", name="Previous: June 2031").click()
    reader.get_by_role("link", name="Week", exact=True).click()
    expect(reader.get_by_role("link", name="Week", exact=True)).to_have_attribute(
        "aria-current", "page"
    )
    reader.get_by_role("link", name="Tulips for your balcony").first.click()
    expect(reader.locator(".omni-board")).to_be_visible()


def test_a_crowded_day_is_read_in_full(
    reader: Page, live_server: LiveServer, summer: None
) -> None:
    reader.goto(f"{live_server.url}{IN_JUNE}")
    reader.get_by_role("link", name="more 21 June 2031").click()
    expect(reader.get_by_role("heading", name="Saturday 21 June 2031", exact=True)).to_be_visible()
    expect(reader.get_by_role("link", name="Market day")).to_have_count(14)


def test_by_keyboard_from_a_mark_to_the_rivals_and_to_a_filtered_list(
    reader: Page, live_server: LiveServer, summer: None
) -> None:
    reader.goto(f"{live_server.url}{IN_JUNE}")
    mark = reader.get_by_role("link", name="Overlap with Lilies, two weeks early").first
    mark.focus()
    reader.keyboard.press("Enter")
    told = reader.locator(":target")
    expect(told).to_contain_text("the offer")
    expect(told).to_contain_text("12 June 2031 – 17 June 2031")
    reader.get_by_role("link", name="List", exact=True).press("Enter")
    state = reader.get_by_label("State")
    state.select_option("Recalled")
    state.press("Tab")
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("row")).to_have_count(2)
    expect(reader.get_by_role("row").last).to_contain_text("Garden gnomes")
    reader.goto(f"{live_server.url}/admin/calendar/?view=list&on=2031-06-10")
    reader.get_by_role("link", name="Ends", exact=True).press("Enter")
    expect(reader.get_by_role("row").nth(1)).to_contain_text("Garden gnomes")


def test_on_a_telephone_the_month_is_a_list(
    reader: Page, live_server: LiveServer, summer: None
) -> None:
    reader.set_viewport_size({"width": 420, "height": 900})
    reader.goto(f"{live_server.url}{IN_JUNE}")
    expect(reader.locator(".omni-calendar__grid")).to_be_hidden()
    row = reader.get_by_role("row", name="Garden gnomes")
    expect(row).to_contain_text("recalled")


def test_an_address_that_makes_no_sense_is_told(
    reader: Page, live_server: LiveServer, summer: None
) -> None:
    reader.goto(f"{live_server.url}/admin/calendar/?view=list&on=9999-12-31")
    expect(reader.get_by_text("The address names no part of the calendar")).to_be_visible()
    expect(reader.get_by_role("link", name="Month", exact=True)).to_have_attribute(
        "aria-current", "page"
    )


def test_this_month_marks_today_and_what_is_live(
    reader: Page, live_server: LiveServer, transactional_db: None
) -> None:
    now = timezone.now()
    release(offering(20, "On air"), live=now - timedelta(days=2), ends_at=now + timedelta(days=2))
    reader.goto(f"{live_server.url}/admin/calendar/")
    expect(reader.locator("[aria-current=date]")).to_have_count(1)
    expect(reader.locator(".omni-bar--live").first).to_contain_text("live")
    shoot(reader, "calendar-today")


def test_a_small_window_has_a_whole_month(
    reader: Page, live_server: LiveServer, summer: None
) -> None:
    reader.goto(f"{live_server.url}{IN_JUNE}")
    for width in (720, 900):
        reader.set_viewport_size({"width": width, "height": 1300})
        expect(reader.locator(".omni-calendar__grid")).to_be_visible()
        assert reader.evaluate(TOO_WIDE) == []
        shoot(reader, f"calendar-month-{width}")
