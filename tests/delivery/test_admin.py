"""Publishers in the Wagtail admin: for administrators, the token shown once."""

import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.contrib.sessions.models import Session
from django.urls import reverse

from omnicontent.delivery.models import Publisher
from omnicontent.delivery.selectors import publisher_with_token
from omnicontent.delivery.services import create_publisher

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r"oc_[0-9A-Za-z]{38}")


@pytest.fixture
def administrator(client):
    user = User.objects.create_superuser("ada", password="x")
    client.force_login(user)
    return user


@pytest.fixture
def editor(client):
    user = User.objects.create_user("ed", password="x")
    group = Group.objects.create(name="writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)
    return user


def make(client, **data):
    return client.post(reverse("publishers:add"), {"name": "Newsletter", "active": "on"} | data)


def test_the_token_is_in_the_answer_and_works(client, administrator):
    response = make(client)
    (token,) = set(TOKEN.findall(response.content.decode()))
    publisher = publisher_with_token(token)
    assert publisher.name == "Newsletter"
    assert publisher.channels == []
    assert publisher.created_by == administrator
    assert "no-store" in response["Cache-Control"]


def test_the_token_is_shown_only_once(client, administrator):
    (token,) = set(TOKEN.findall(make(client).content.decode()))
    publisher = Publisher.objects.get()
    for name, arguments in [
        ("index", []),
        ("edit", [publisher.pk]),
        ("history", [publisher.pk]),
        ("new_token", [publisher.pk]),
    ]:
        page = client.get(reverse(f"publishers:{name}", args=arguments)).content.decode()
        assert "Newsletter" in page
        assert token not in page
    assert all(token not in str(session.get_decoded()) for session in Session.objects.all())


def test_a_new_token_is_asked_for_first_and_replaces_the_old_one(client, administrator):
    publisher, old = create_publisher(name="Newsletter")
    address = reverse("publishers:new_token", args=[publisher.pk])
    assert address in client.get(reverse("publishers:edit", args=[publisher.pk])).content.decode()
    client.get(address)
    assert publisher_with_token(old) == publisher
    (new,) = set(TOKEN.findall(client.post(address).content.decode()))
    assert publisher_with_token(old) is None
    assert publisher_with_token(new) == publisher


def test_unticking_active_revokes(client, administrator):
    publisher, token = create_publisher(name="Newsletter")
    client.post(reverse("publishers:edit", args=[publisher.pk]), {"name": "Newsletter"})
    assert publisher_with_token(token) is None


def test_a_channel_that_is_gone_stays_in_the_scope(client, administrator):
    publisher, _ = create_publisher(name="Newsletter", channels=["telegraph"])
    page = client.get(reverse("publishers:edit", args=[publisher.pk])).content.decode()
    assert re.search(r'value="telegraph"[^>]*checked', page)
    client.post(
        reverse("publishers:edit", args=[publisher.pk]),
        {"name": "Newsletter", "active": "on", "channels": ["telegraph"]},
    )
    publisher.refresh_from_db()
    assert publisher.channels == ["telegraph"]


def test_a_name_is_used_once(client, administrator):
    make(client)
    response = make(client)
    assert not TOKEN.search(response.content.decode())
    assert Publisher.objects.count() == 1


@pytest.mark.parametrize("name", ["index", "add", "edit", "delete", "history", "new_token"])
def test_editors_see_nothing_of_it(client, editor, name):
    publisher, token = create_publisher(name="Newsletter")
    arguments = [] if name in ("index", "add") else [publisher.pk]
    for method in (client.get, client.post):
        response = method(reverse(f"publishers:{name}", args=arguments))
        assert response.status_code == 302
        assert response["Location"] == reverse("wagtailadmin_home")
    assert publisher_with_token(token) == publisher


def test_the_menu_shows_publishers_to_administrators_only(client, administrator):
    address = reverse("publishers:index")
    assert address in client.get(reverse("wagtailadmin_home")).content.decode()
    User.objects.filter(pk=administrator.pk).update(is_superuser=False)
    administrator.groups.add(Group.objects.create(name="writers"))
    Group.objects.get(name="writers").permissions.add(
        Permission.objects.get(codename="access_admin")
    )
    assert address not in client.get(reverse("wagtailadmin_home")).content.decode()
