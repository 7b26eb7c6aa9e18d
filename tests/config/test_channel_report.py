"""Channels in the admin: administrators read there what is broken, editors are not troubled."""

import dataclasses
import datetime
from html import unescape

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse
from django.utils import timezone

from omnicontent.channels.registry import all_channels, registered
from tests.channels.broken_modules import broken
from tests.channels.sound_channel import SPEC, SoundChannel

pytestmark = pytest.mark.django_db
PANEL = "broken-channels"


@pytest.fixture
def administrator(client):
    client.force_login(User.objects.create_superuser("ada", password="x"))
    return client


@pytest.fixture
def editor(client):
    user = User.objects.create_user("ed", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return client


def read(client, name):
    response = client.get(reverse(name))
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_the_dashboard_names_broken_modules_and_their_faults(administrator):
    with broken(theirs=ValueError("no <luck>"), others=ImportError("gone")):
        page = read(administrator, "wagtailadmin_home")
    assert PANEL in page
    assert "The channel module theirs can't be used: ValueError: no <luck>" in page
    assert "The channel module others can't be used: ImportError: gone" in page
    assert reverse("channel_report") in page


def test_the_dashboard_says_nothing_while_all_is_well(administrator):
    assert PANEL not in read(administrator, "wagtailadmin_home")


def test_a_doubt_is_in_the_report_and_not_on_the_dashboard(administrator, settings, monkeypatch):
    settings.SILENCED_SYSTEM_CHECKS = []
    monkeypatch.setattr(timezone, "localdate", lambda: datetime.date(2031, 1, 1))
    with registered(SoundChannel()):
        assert PANEL not in read(administrator, "wagtailadmin_home")
        assert '"sound" was last checked on 2026-11-22' in read(administrator, "channel_report")


def test_the_report_lists_faults_and_what_is_installed(administrator):
    class Falls(SoundChannel):
        spec = dataclasses.replace(SPEC, fallback="carrier-pigeon")

    with broken(theirs=SyntaxError("odd")), registered(Falls()):
        page = read(administrator, "channel_report")
    assert "theirs can't be used: SyntaxError: odd" in page
    assert "Mend or uninstall it" in page
    assert 'falls back to "carrier-pigeon"' in page
    for slug, channel in all_channels().items():
        assert f"<td>{slug}</td>" in page
        assert type(channel).__module__ in page


def test_the_report_says_when_there_is_nothing_to_mend(administrator):
    page = read(administrator, "channel_report")
    assert "can't be used" not in page
    assert "every channel works" in page


def test_editors_see_nothing_of_it(editor):
    with broken(theirs=ValueError("no luck")):
        home = read(editor, "wagtailadmin_home")
        assert "theirs" not in home
        assert reverse("channel_report") not in home
        refused = editor.get(reverse("channel_report"))
    assert refused.status_code == 302
    assert refused["Location"] == reverse("wagtailadmin_home")


def test_nobody_reads_it_without_a_login(client):
    assert client.get(reverse("channel_report")).status_code == 302


def test_it_stands_under_reports(administrator):
    assert reverse("channel_report") in read(administrator, "wagtailadmin_home")
