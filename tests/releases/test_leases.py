import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from omnicontent.releases.errors import LeaseLostError
from omnicontent.releases.leases import heartbeat, holding, lease_work
from omnicontent.releases.models import Work
from omnicontent.releases.outbox import close_work, ensure_work
from omnicontent.releases.working import requeue_lost_work

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def work() -> Work:
    return ensure_work(kind="finish", subject="1")


def in_threads(count: int, action: Callable[[], object]) -> list[object]:
    results: list[object] = []
    barrier = threading.Barrier(count)

    def run() -> None:
        barrier.wait()
        try:
            results.append(action())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def a_dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_the_same_work_exists_once() -> None:
    in_threads(4, lambda: ensure_work(kind="images", subject="a" * 64))
    assert Work.objects.count() == 1


def test_of_eight_who_want_the_same_work_one_gets_it(work: Work) -> None:
    leases = in_threads(8, lambda: lease_work(work_id=work.pk))
    assert sum(lease is not None for lease in leases) == 1
    work.refresh_from_db()
    assert (work.attempts, work.fence) == (1, 1)


def test_done_work_is_not_to_be_had_again(work: Work) -> None:
    lease = lease_work(work_id=work.pk)
    assert lease is not None
    with holding(lease) as current:
        close_work(current)
    assert lease_work(work_id=work.pk) is None


def test_a_late_writer_is_refused(work: Work) -> None:
    late = lease_work(work_id=work.pk)
    Work.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    successor = lease_work(work_id=work.pk)
    assert late is not None
    assert successor is not None
    with pytest.raises(LeaseLostError), holding(late):
        pass
    with holding(successor) as current:
        assert current.fence == late.fence + 1


def test_work_of_a_dead_process_is_free_at_once(work: Work) -> None:
    lease_work(work_id=work.pk)
    assert lease_work(work_id=work.pk) is None
    Work.objects.update(holder=f"{socket.gethostname()}:{a_dead_process()}")
    assert lease_work(work_id=work.pk) is not None


def test_work_of_another_machine_is_free_when_its_lease_ends(work: Work) -> None:
    lease_work(work_id=work.pk)
    Work.objects.update(holder=f"elsewhere:{a_dead_process()}")
    assert lease_work(work_id=work.pk) is None
    Work.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert lease_work(work_id=work.pk) is not None


def test_the_heartbeat_keeps_the_lease(work: Work, settings: Settings) -> None:
    settings.WORK_LEASE_SECONDS, settings.WORK_HEARTBEAT_SECONDS = 1, 0.1
    lease = lease_work(work_id=work.pk)
    assert lease is not None
    assert lease.holder == f"{socket.gethostname()}:{os.getpid()}"
    with heartbeat(lease):
        time.sleep(1.5)
        assert lease_work(work_id=work.pk) is None
    time.sleep(1.1)
    assert lease_work(work_id=work.pk) is not None


def test_work_that_kills_its_workers_is_dead_after_five_attempts(work: Work) -> None:
    for attempt in range(1, 6):
        lease = lease_work(work_id=work.pk)
        assert lease is not None
        assert lease.attempts == attempt
        Work.objects.update(holder=f"{socket.gethostname()}:{a_dead_process()}")
        if attempt < 5:
            assert requeue_lost_work() == 1
    assert lease_work(work_id=work.pk) is None
