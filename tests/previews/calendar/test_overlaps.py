"""Which campaigns are marked as each other's rivals."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import Page, Site

from omnicontent.previews.calendar.entries import entries_between
from omnicontent.previews.calendar.overlaps import Overlap, find_overlaps
from omnicontent.releases.models import Release
from omnicontent.stories.models import CampaignIndexPage
from tests.previews.calendar.making import offering, release

pytestmark = pytest.mark.django_db
NOW = timezone.now().replace(microsecond=0)
DAY = timedelta(days=1)
SEEDS = [("product", {"name": "Seeds", "reference": "S"})]


@pytest.fixture
def reader() -> User:
    return User.objects.create_superuser("reader")


def overlaps(reader: User, days: int = 40) -> list[Overlap]:
    first, last = NOW - days * DAY, NOW + days * DAY
    return find_overlaps(entries_between(reader, first, last), first, last)


def test_rivals_on_a_channel_at_a_time_are_found(reader: User) -> None:
    release(offering(30, "Tulips", ["sms", "x"]), live=NOW - 9 * DAY, ends_at=NOW + 5 * DAY)
    release(offering(20, "Lilies", ["x", "web"]), live=NOW - 2 * DAY)
    release(offering(30, "Roses", ["x"]), live=NOW - DAY, ends_at=NOW)
    first, second = overlaps(reader)
    assert {first.one.chief.title, first.other.chief.title} == {"Tulips", "Lilies"}
    assert (first.reasons, first.channels) == (("offer",), {"x"})
    assert (first.starts, first.ends) == (NOW - 2 * DAY, NOW + 5 * DAY)
    assert {second.one.chief.title, second.other.chief.title} == {"Roses", "Lilies"}


@pytest.mark.parametrize(
    ("fields", "channels", "times"),
    [
        ({}, ["x"], {}),
        ({"offer_value": 30}, ["sms"], {}),
        ({"audience": "Regulars"}, ["sms"], {}),
        ({"products": SEEDS}, ["sms"], {}),
        ({}, ["sms"], {"starts_at": NOW + 5 * DAY}),
        ({"offer_type": "", "offer_value": None}, ["sms"], {}),
    ],
    ids=["channels", "offer", "audience", "products", "time", "no offer"],
)
def test_others_are_left_in_peace(
    fields: dict[str, Any], channels: list[str], times: dict[str, Any], reader: User
) -> None:
    release(offering(30, "Tulips"), live=NOW - 9 * DAY, ends_at=NOW + 5 * DAY)
    lilies = offering(20, "Lilies", channels)
    for name, value in fields.items():
        setattr(lilies, name, value)
    release(lilies, live=NOW - 2 * DAY, **times)
    assert overlaps(reader) == []


def test_an_overlap_elsewhere_in_time_is_not_told(reader: User) -> None:
    release(offering(30, "Tulips"), live=NOW - 30 * DAY)
    release(
        offering(20, "Lilies"),
        live=NOW - 20 * DAY,
        ended=NOW - 10 * DAY,
        state=Release.State.EXPIRED,
    )
    assert overlaps(reader, days=3) == []
    assert len(overlaps(reader, days=15)) == 1


def test_one_code_for_two_offers_is_told(reader: User) -> None:
    release(offering(30, "Tulips", promo_code="SPRING"), live=NOW - DAY)
    release(offering(20, "Lilies", promo_code="spring", products=SEEDS), live=NOW - DAY)
    (overlap,) = overlaps(reader)
    assert overlap.reasons == ("promo_code",)


def test_what_is_published_later_counts_already(reader: User) -> None:
    release(offering(30, "Tulips"), live=NOW - DAY)
    lilies = offering(20, "Lilies", live=False)
    lilies.go_live_at = NOW + 3 * DAY
    lilies.save_revision().publish()
    (overlap,) = overlaps(reader)
    assert overlap.starts == NOW + 3 * DAY


def test_brands_of_other_sites_are_left_in_peace(reader: User) -> None:
    tulips, lilies = offering(30, "Tulips"), offering(20, "Lilies")
    root = Page.objects.get(depth=1)
    elsewhere = root.add_child(instance=CampaignIndexPage(title="Other", slug="other"))
    Site.objects.create(hostname="other.example", root_page=elsewhere)
    lilies.move(elsewhere, pos="last-child")
    release(tulips, live=NOW - DAY)
    release(lilies, live=NOW - DAY)
    assert overlaps(reader) == []
