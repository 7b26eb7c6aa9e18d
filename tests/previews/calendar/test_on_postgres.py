"""The calendar's questions on the database that production uses."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from tests.previews.calendar.making import offering, release

pytestmark = pytest.mark.service


def test_the_calendar_on_postgres(on_postgres: str) -> None:
    now = timezone.now()
    release(offering(30, "Tulips"), live=now - timedelta(days=1))
    later = offering(20, "Lilies", live=False)
    later.go_live_at = now + timedelta(minutes=9)
    later.save_revision().publish()
    client = Client()
    client.force_login(User.objects.create_superuser("reader"))
    html = client.get(f"/admin/calendar/?view=week&on={now:%Y-%m-%d}").content.decode()
    assert "Tulips" in html
    assert "Lilies" in html
    assert 'href="#overlap-1"' in html
