"""Many at once: publishers of one campaign, workers on one release, on SQLite and PostgreSQL."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection, transaction
from pytest_django import Settings

from omnicontent.releases.errors import BrokenChannelError, NotLiveError
from omnicontent.releases.leases import lease_work
from omnicontent.releases.models import LivePointer, Release, Work
from omnicontent.releases.selectors import live_release
from omnicontent.releases.services import do_work, recall_release, request_release
from omnicontent.releases.working import fail_work
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import make_campaign, make_image, publish, run_all_waiting

State = Release.State


ON_SQLITE = pytest.param("sqlite", marks=pytest.mark.django_db(transaction=True))
ON_POSTGRES = pytest.param("postgres", marks=pytest.mark.service)


@pytest.fixture(params=[ON_SQLITE, ON_POSTGRES])
def database(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> None:
    """Real commits on both databases."""
    settings.MEDIA_ROOT = tmp_path / "media"
    if request.param == "postgres":
        request.getfixturevalue("on_postgres")


@pytest.fixture
def page(database: None, notice: str) -> CampaignPage:
    page = make_campaign([notice], hero_image=make_image())
    publish(page)
    run_all_waiting()
    return CampaignPage.objects.get(pk=page.pk)


def at_once(*actions: Callable[[], object]) -> None:
    """Run the actions in threads that start together; the first exception is ours."""
    barrier = threading.Barrier(len(actions))
    errors: list[BaseException] = []

    def run(action: Callable[[], object]) -> None:
        barrier.wait()
        try:
            action()
        except BaseException as error:  # noqa: BLE001 - raised again below, in the test's thread
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[action]) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def states() -> Iterator[tuple[int, str]]:
    return Release.objects.order_by("number").values_list("number", "state")


def test_publishers_at_once_get_numbers_without_gaps_and_the_newest_wins(
    page: CampaignPage,
) -> None:
    at_once(*[lambda: request_release(page=page)] * 6)
    run_all_waiting()
    assert [number for number, _ in states()] == [1, 2, 3, 4, 5, 6, 7]
    assert live_release(page.translation_key).number == 7
    assert {state for number, state in states() if number < 7} == {State.SUPERSEDED}


def test_workers_at_once_finish_a_release_once(page: CampaignPage) -> None:
    release = request_release(page=page)
    for kind in ("texts", "finish"):
        work = Work.objects.get(kind=kind, subject=str(release.pk))
        at_once(*[lambda pk=work.pk: do_work(work_id=pk)] * 8)
        work.refresh_from_db()
        assert (work.state, work.attempts) == (Work.State.DONE, 1)
    assert live_release(page.translation_key) == release


def test_a_recall_wins_over_builds_under_way(page: CampaignPage) -> None:
    live = live_release(page.translation_key)
    coming = publish(page, headline="Plums are ripe")
    at_once(run_all_waiting, lambda: recall_what_is_live(live))
    run_all_waiting()
    live.refresh_from_db()
    coming.refresh_from_db()
    assert live_release(page.translation_key) is None
    assert LivePointer.objects.get().release is None
    assert {live.state, coming.state} <= {State.RECALLED, State.SUPERSEDED}


def recall_what_is_live(release: Release) -> None:
    """Recall as a person does: look what is live, and look again where that has just changed."""
    for _attempt in range(9):
        with suppress(NotLiveError):
            recall_release(release=live_release(release.campaign) or release)
            return
    raise AssertionError("what is live changed nine times")


def test_a_release_given_up_while_a_newer_one_replaces_it(page: CampaignPage) -> None:
    older = request_release(page=page)
    work = lease_work(work_id=Work.objects.get(kind="texts", subject=str(older.pk)).pk)
    assert work is not None
    replaced = threading.Event()

    def replace() -> None:
        with transaction.atomic():
            request_release(page=page)
            replaced.set()
            time.sleep(0.5)  # not yet committed while the other gives up

    def give_up() -> None:
        replaced.wait(10)
        fail_work(work=work, error=BrokenChannelError("The channel notice is broken."))

    at_once(replace, give_up)
    older.refresh_from_db()
    assert older.state == State.SUPERSEDED
