"""The services behind the other tests are real ones."""

import psycopg
import pytest
from django.db import connection
from kombu import Connection
from wagtail.models import Page


@pytest.mark.service
@pytest.mark.parametrize("fixture", ["redis_url", "rabbitmq_url"])
def test_a_broker_keeps_a_message_until_it_is_fetched(request, fixture):
    with Connection(request.getfixturevalue(fixture)) as broker:
        queue = broker.SimpleQueue("trial")
        queue.put("wake up")
        assert queue.get(timeout=5).payload == "wake up"
        queue.close()


@pytest.mark.service
def test_postgres_clones_are_migrated_and_independent(postgres_url):
    with psycopg.connect(postgres_url) as database:
        assert database.execute("SELECT count(*) FROM wagtailcore_page").fetchone() > (0,)
        database.execute("DROP TABLE wagtailcore_page CASCADE")


@pytest.mark.service
def test_the_tests_own_process_can_work_on_postgres(on_postgres):
    assert connection.vendor == "postgresql"
    assert Page.objects.exists()


@pytest.mark.django_db
def test_other_tests_are_back_on_sqlite():
    assert connection.vendor == "sqlite"
    assert Page.objects.exists()


@pytest.mark.parametrize("run", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_a_transactional_test_finds_the_migrated_state(run):
    assert Page.objects.filter(depth=2).exists()
    Page.objects.all().delete()


@pytest.mark.browser
def test_chromium_draws_a_page(page):
    page.set_content("<h1>Garden days</h1>")
    assert page.get_by_role("heading").inner_text() == "Garden days"


@pytest.mark.service
@pytest.mark.browser
def test_the_database_works_beside_a_browser(page, on_postgres):
    assert Page.objects.exists()
