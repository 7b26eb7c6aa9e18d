"""The calendar's page, as its readers get it."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from omnicontent.releases.models import LivePointer, Release
from omnicontent.stories.models import CampaignIndexPage, CampaignPage
from tests.previews.calendar.making import PARIS, june, offering, release

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/calendar/"
IN_JUNE = f"{ADDRESS}?on=2031-06-10"
State = Release.State
Login = Callable[..., Client]


def get(client: Client, address: str = IN_JUNE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return re.sub(r"\s+", " ", response.content.decode())


def prefer(username: str = "editor", **fields: str) -> None:
    profile = UserProfile.get_for_user(User.objects.get(username=username))
    for name, value in fields.items():
        setattr(profile, name, value)
    profile.save()


def planned(title: str, first: datetime, last: datetime | None, percent: int = 30) -> CampaignPage:
    page = offering(percent, title)
    release(page, state=State.BLOCKED, starts_at=first, ends_at=last)
    return page


def test_the_month_shows_a_bar_that_leads_to_the_campaign(login: Login) -> None:
    page = planned("Tulips", june(3), june(17))
    html = get(login())
    assert "June 2031" in html
    assert html.count('class="omni-bar omni-bar--blocked') == 3  # three weeks
    assert f'href="/admin/campaigns/{page.pk}/board/"' in html
    assert 'headers="day-2031-06-03 day-2031-06-04' in html


def test_the_menu_has_the_calendar_behind_the_campaigns(login: Login) -> None:
    html = login().get("/admin/").content.decode()
    assert html.index("/admin/all-campaigns/") < html.index(ADDRESS) < html.index('"explorer"')


def test_french_readers_get_french_and_weeks_from_monday(login: Login) -> None:
    planned("Tulips", june(3), None)
    client = login()
    assert re.search(r'<th scope="col"> <span class="omni-calendar__long">Sunday', get(client))
    prefer(preferred_language="fr")
    html = get(client)
    assert "Juin 2031" in html
    assert re.search(r'<th scope="col"> <span class="omni-calendar__long">Lundi', html)
    assert "bloquée" in html
    assert "sans fin" in html


def test_days_are_those_of_the_readers_clocks(login: Login) -> None:
    planned("Tulips", june(10, 22), june(11, 22))
    client = login()
    assert 'headers="day-2031-06-10 day-2031-06-11 "' in get(client)
    prefer(current_time_zone="Asia/Tokyo")
    html = get(client)
    assert 'headers="day-2031-06-11 day-2031-06-12 "' in html
    assert "All times are those of Asia/Tokyo" in html


def test_a_day_on_which_clocks_change_is_one_day(login: Login) -> None:
    first = datetime(2031, 3, 30, tzinfo=PARIS)
    planned("Spring", first, datetime(2031, 3, 31, tzinfo=PARIS))
    client = login()
    prefer(current_time_zone="Europe/Paris")
    html = get(client, f"{ADDRESS}?view=day&on=2031-03-30")
    assert "Spring" in html
    assert "30 March 2031" in html
    for day in ("2031-03-29", "2031-03-31"):
        assert "Spring" not in get(client, f"{ADDRESS}?view=day&on={day}")


def test_forty_campaigns_on_a_day_lead_to_the_list_of_that_day(login: Login) -> None:
    for number in range(40):
        planned(f"Campaign {number}", june(10), june(11))
    client = login()
    html = get(client)
    assert html.count('class="omni-bar ') == 5
    link = re.search(r'<a href="(\?[^"]*)"> and 35 more', html)
    assert link
    address = ADDRESS + link[1].replace("&amp;", "&")
    assert "view=day" in address
    assert get(client, address).count('class="title-wrapper"') == 40


@pytest.mark.parametrize("view", ["month", "week", "day", "list"])
@pytest.mark.parametrize("on", ["1900-01-01", "2199-12-31", "0001-01-01", "9999-12-31", "x"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_no_day_breaks_the_calendar(view: str, on: str, zone: str, login: Login) -> None:
    page = offering(30, "Tulips")
    first, last = datetime(1, 1, 1, tzinfo=PARIS), datetime(9999, 12, 31, 23, tzinfo=PARIS)
    release(page, state=State.BLOCKED, starts_at=first.replace(day=2), ends_at=last)
    client = login()
    prefer(current_time_zone=zone)
    html = get(client, f"{ADDRESS}?view={view}&on={on}")
    assert "Tulips" in html
    assert ("This is the current month." in html) == (on in {"0001-01-01", "9999-12-31", "x"})


def test_the_list_is_sorted_by_date(login: Login) -> None:
    planned("Early and long", june(2), june(28))
    planned("Late and short", june(5), june(9))
    client = login()

    def first(ordering: str) -> str:
        html = get(client, f"{ADDRESS}?view=list&on=2031-06-01&ordering={ordering}")
        return min(("Early and long", "Late and short"), key=html.index)

    assert first("starts") == first("-ends") == "Early and long"
    assert first("-starts") == first("ends") == "Late and short"


def test_filters_leave_the_others_out(login: Login) -> None:
    planned("Tulips", june(3), june(5))
    release(offering(30, "Lilies", ["x"]), live=timezone.now(), starts_at=june(4))
    client = login()
    for query, there, gone in (
        ("state=blocked", "Tulips", "Lilies"),
        ("state=scheduled", "Lilies", "Tulips"),
        ("channel=x", "Lilies", "Tulips"),
    ):
        html = get(client, f"{IN_JUNE}&{query}")
        assert there in html
        assert gone not in html
    assert "No campaign runs at this time." in get(client, f"{IN_JUNE}&locale=fr")


def test_rivals_are_marked_in_words_and_told_below(login: Login) -> None:
    tulips = planned("Tulips", june(3), june(17))
    for page in (tulips, offering(20, "Lilies")):
        LivePointer.objects.filter(campaign=page.translation_key).delete()
        Release.objects.filter(campaign=page.translation_key).delete()
        release(page, live=timezone.now(), starts_at=june(10), ends_at=june(12))
    html = get(login())
    assert html.count('href="#overlap-1"') >= 2
    assert 'id="overlap-1"' in html
    assert "the offer" in html
    assert "10 June 2031 – 11 June 2031" in html


def test_a_mark_stands_only_where_both_are_on_air(login: Login) -> None:
    release(offering(30, "Tulips"), live=timezone.now(), starts_at=june(1), ends_at=june(28))
    release(offering(20, "Lilies"), live=timezone.now(), starts_at=june(10), ends_at=june(12))
    html = get(login())
    assert html.count('class="omni-bar ') == 5
    assert html.count('class="omni-rival"') == 2 + 2  # in one week; and in the list for telephones


def test_only_campaigns_that_the_reader_may_see_are_there(login: Login) -> None:
    planned("Secret", june(3), june(5), percent=20)
    ours = planned("Ours", june(3), june(5))
    folder = ours.get_parent().add_child(
        instance=CampaignIndexPage(title="Our folder", slug="folder")
    )
    CampaignPage.objects.get(pk=ours.pk).move(folder, pos="last-child")
    client = login("team", group="")
    team = Group.objects.create(name="Team")
    team.user_set.add(User.objects.get(username="team"))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=team, page=folder, permission=change)
    html = get(client)
    assert "Ours" in html
    assert "Secret" not in html
    assert 'href="#overlap-' not in html


def test_strangers_are_sent_to_the_login(client: Client, db: None) -> None:
    assert client.get(ADDRESS).status_code == 302


def test_a_title_from_right_to_left_keeps_its_direction(login: Login) -> None:
    planned("تخفيضات الصيف", june(3), june(5))
    assert '<span class="omni-bar__title" dir="auto">تخفيضات الصيف</span>' in get(login())


def test_more_campaigns_cost_no_more_queries(login: Login) -> None:
    client = login()
    get(client)

    def fill(numbers: range) -> None:
        for number in numbers:
            page = offering(number + 1, f"Campaign {number}", ["sms", "x"])
            release(
                page,
                live=timezone.now() - timedelta(days=9),
                ended=june(1),
                state=State.SUPERSEDED,
            )
            release(page, live=june(1))
            later = offering(number + 1, f"Later {number}", live=False)
            later.go_live_at = june(9)
            later.save_revision().publish()

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert "Campaign 2" in get(client, f"{ADDRESS}?view=list&on=2031-06-10")
        return len(caught)

    fill(range(3))
    few = queries()
    fill(range(3, 30))
    assert queries() == few
    assert few <= 20
