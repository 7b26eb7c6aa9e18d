"""Every route is behind a token, and a wrong one learns nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from omnicontent.delivery.models import Publisher
from omnicontent.delivery.services import create_publisher, issue_token
from omnicontent.delivery.tokens import make_token
from tests.api.conftest import asking
from tests.delivery.releases import make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def paths() -> list[str]:
    release = make_live()
    variant = release.variants.first()
    return [
        "/channels",
        "/campaigns",
        f"/campaigns/{release.campaign}/release",
        f"/releases/{release.pk}",
        f"/variants/{variant.pk}",
        f"/variants/{variant.pk}/payload",
    ]


def revoked() -> str:
    publisher, token = create_publisher(name="Revoked")
    Publisher.objects.filter(pk=publisher.pk).update(active=False)
    return token


def expired() -> str:
    return create_publisher(name="Old", expires_at=timezone.now() - timedelta(seconds=1))[1]


def replaced() -> str:
    publisher, token = create_publisher(name="Replaced")
    issue_token(publisher=publisher)
    return token


@pytest.mark.parametrize("bad_token", [revoked, expired, replaced, make_token, str])
def test_a_token_that_does_not_work_gets_401_everywhere(client, paths, bad_token):
    get = asking(client, bad_token())
    answers = [
        get(path, **headers)
        for path in paths
        for headers in ({}, {"if_none_match": "*"}, {"if_match": '"x"'}, {"range": "bytes=0-1"})
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.content for answer in answers}) == 1
    assert all(answer["WWW-Authenticate"].startswith("Bearer") for answer in answers)
    assert all("ETag" not in answer for answer in answers)


def test_no_token_gets_401_on_every_verb_that_reads(client, paths):
    for path in paths:
        assert client.get(f"/api/v1{path}").status_code == 401
        assert client.head(f"/api/v1{path}").status_code == 401


def test_a_session_is_no_token(client, admin_user, paths):
    client.force_login(admin_user)
    assert client.get(f"/api/v1{paths[0]}").status_code == 401


def test_a_token_in_the_address_is_no_token(client, paths):
    _, token = create_publisher(name="Newsletter")
    for name in ("token", "access_token", "authorization"):
        assert client.get(f"/api/v1{paths[0]}", {name: token}).status_code == 401


def test_a_working_token_reads_everything(client, paths):
    _, token = create_publisher(name="Newsletter")
    assert {asking(client, token)(path).status_code for path in paths} == {200}


def test_use_is_noted(client, paths):
    publisher, token = create_publisher(name="Newsletter")
    asking(client, token)("/channels")
    publisher.refresh_from_db()
    assert publisher.last_used_at is not None
