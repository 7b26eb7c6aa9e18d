"""Who may pull, from when and until when."""

from datetime import UTC, datetime, timedelta

import pytest

from omnicontent.delivery.models import Publisher
from omnicontent.delivery.selectors import publisher_with_token
from omnicontent.delivery.services import create_publisher, issue_token, note_use
from omnicontent.delivery.tokens import make_token

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_token_finds_its_publisher():
    publisher, token = create_publisher(name="Newsletter", channels=["email"])
    assert publisher_with_token(token) == publisher


def test_the_database_never_holds_the_token():
    publisher, token = create_publisher(name="Newsletter")
    row = Publisher.objects.filter(pk=publisher.pk).values().get()
    assert all(token not in str(value) for value in row.values())
    assert token.startswith(row["token_prefix"])


@pytest.mark.parametrize("token", ["", "oc_", "Bearer", pytest.param(make_token(), id="unknown")])
def test_an_unknown_token_finds_nobody(token):
    create_publisher(name="Newsletter")
    assert publisher_with_token(token) is None


def test_a_malformed_token_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert publisher_with_token("oc_nonsense") is None


def test_a_new_token_replaces_the_old_one():
    publisher, old = create_publisher(name="Newsletter")
    new = issue_token(publisher=publisher)
    assert publisher_with_token(old) is None
    assert publisher_with_token(new) == publisher


def test_a_revoked_token_finds_nobody():
    publisher, token = create_publisher(name="Newsletter")
    publisher.active = False
    publisher.save()
    assert publisher_with_token(token) is None


def test_a_token_expires_to_the_second():
    _, token = create_publisher(name="Newsletter", expires_at=NOW)
    assert publisher_with_token(token, at=NOW - timedelta(seconds=1))
    assert publisher_with_token(token, at=NOW) is None


def test_use_is_noted_once_a_minute(django_assert_num_queries):
    publisher, _ = create_publisher(name="Newsletter")
    note_use(publisher=publisher, at=NOW)
    publisher.refresh_from_db()
    with django_assert_num_queries(0):
        note_use(publisher=publisher, at=NOW + timedelta(seconds=59))
    assert publisher.last_used_at == NOW
    note_use(publisher=publisher, at=NOW + timedelta(seconds=60))
    publisher.refresh_from_db()
    assert publisher.last_used_at == NOW + timedelta(seconds=60)
