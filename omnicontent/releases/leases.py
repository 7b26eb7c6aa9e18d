"""Leases on work: who works, until when, for which time.

Own code, not Celery's: acknowledgement and visibility timeouts lose, repeat or loop a job when
processes die. A row that is leased, renewed, counted and fenced survives all of that.
"""

import logging
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import psutil
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from omnicontent.releases.errors import LeaseLostError
from omnicontent.releases.models import Work

logger = logging.getLogger(__name__)


def lease_work(*, work_id: int) -> Work | None:
    """Take the work, counting the attempt, or return None where it is not to be had."""
    with transaction.atomic():
        work = Work.objects.select_for_update().filter(pk=work_id).first()
        if work is None or not is_free(work) or is_worn_out(work):
            return None
        work.state = Work.State.LEASED
        work.attempts += 1
        work.fence += 1
        work.holder = f"{socket.gethostname()}:{os.getpid()}"
        work.leased_until = _lease_end()
        work.save()
        return work


def is_free(work: Work) -> bool:
    """Tell whether somebody may take the work: it waits, or its holder is late or dead."""
    if work.state == Work.State.WAITING:
        return work.due_at <= timezone.now()
    return work.state == Work.State.LEASED and (_is_late(work) or _is_holder_dead(work))


def is_worn_out(work: Work) -> bool:
    """Tell whether the work has used up its attempts."""
    return work.attempts >= settings.WORK_ATTEMPTS_MAX


@contextmanager
def heartbeat(work: Work) -> Iterator[None]:
    """Renew the lease from a thread for as long as the block runs."""
    stop = threading.Event()
    thread = threading.Thread(target=_renew_until, args=(work, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextmanager
def holding(work: Work) -> Iterator[Work]:
    """Open a transaction in which the lease is still ours; every result is written in one.

    :raises LeaseLostError: another worker has the work, or it is over.
    """
    with transaction.atomic():
        mine = Work.objects.filter(pk=work.pk, fence=work.fence, state=Work.State.LEASED)
        current = mine.select_for_update().first()
        if current is None:
            raise LeaseLostError(f"{work} was taken over while we worked on it; dropping ours.")
        yield current


def _renew_until(work: Work, stop: threading.Event) -> None:
    mine = Work.objects.filter(pk=work.pk, fence=work.fence, state=Work.State.LEASED)
    try:
        while not stop.wait(settings.WORK_HEARTBEAT_SECONDS):
            try:
                if not mine.update(leased_until=_lease_end()):
                    return
            except DatabaseError:
                # The next beat comes well before the lease ends.
                logger.warning("Could not renew the lease on %s.", work, exc_info=True)
                connection.close()
    finally:
        connection.close()


def _lease_end() -> datetime:
    return timezone.now() + timedelta(seconds=settings.WORK_LEASE_SECONDS)


def _is_late(work: Work) -> bool:
    return work.leased_until is None or work.leased_until < timezone.now()


def _is_holder_dead(work: Work) -> bool:
    """Spare the wait for the lease's end where the dead holder ran on this machine."""
    host, _, pid = work.holder.rpartition(":")
    return host == socket.gethostname() and not psutil.pid_exists(int(pid))
