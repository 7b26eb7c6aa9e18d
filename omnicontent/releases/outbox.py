"""The outbox: rows of work become messages after commit, and again when a message was lost.

A message only wakes a worker. Sent twice it does nothing twice; not sent, the sweeper sends it.
"""

import logging
from datetime import timedelta

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from kombu import Connection
from kombu.exceptions import OperationalError

from omnicontent.releases.models import Work

logger = logging.getLogger(__name__)
QUEUES = {
    "texts": "text",
    "finish": "text",
    "images": "media",
    "video": "media",
    "watch": "media",
    "refine": "media",
}
BATCH = 500


@transaction.atomic
def ensure_work(*, kind: str, subject: str) -> Work:
    """Ask for a piece of work: once, and anew where an earlier round of it is over."""
    work, made = Work.objects.get_or_create(
        kind=kind, subject=subject, defaults={"queue": QUEUES[kind]}
    )
    if not made:
        work = Work.objects.select_for_update().get(pk=work.pk)
        if work.state in (Work.State.DONE, Work.State.DEAD):
            reopen_work(work)
    transaction.on_commit(send_messages, robust=True)
    return work


def reopen_work(work: Work) -> None:
    """Let the work wait again, with all its attempts. The caller holds the row."""
    work.state = Work.State.WAITING
    work.attempts = 0
    work.error = ""
    work.sent_at = None
    work.due_at = timezone.now()
    work.save()


def close_work(work: Work) -> None:
    """Write down that the work is done. The caller holds the row."""
    work.state = Work.State.DONE
    work.error = ""
    work.done_at = timezone.now()
    work.save()


def send_messages() -> int:
    """Send a wake-up for every row without one; return how many the broker took.

    A broker that is down or silent costs one quick try: the rows keep waiting for the sweeper.
    """
    unsent = Work.objects.filter(state=Work.State.WAITING, sent_at=None)
    due = list(unsent.filter(due_at__lte=timezone.now()).order_by("pk")[:BATCH])
    sent = 0
    if not due:
        return sent
    try:
        with _connect() as connection:
            for work in due:
                _send(work, connection)
                same = unsent.filter(pk=work.pk, fence=work.fence)
                sent += same.update(sent_at=timezone.now())
    except (OperationalError, OSError) as error:
        logger.warning("The broker can't be reached; work waits in the table: %s", error)
    return sent


def forget_old_messages() -> None:
    """Mark rows as unsent whose message must be lost by now."""
    long_ago = timezone.now() - timedelta(seconds=settings.WORK_RESEND_SECONDS)
    old = Q(state=Work.State.WAITING, sent_at__lt=long_ago)
    Work.objects.filter(old).update(sent_at=None)


def _connect() -> Connection:
    """Return a connection with short timeouts; Celery's own waits for ever for a frozen broker."""
    return current_app.connection_for_write(
        connect_timeout=settings.OUTBOX_TIMEOUT_SECONDS,
        transport_options=settings.OUTBOX_TRANSPORT_OPTIONS,
    )


def _send(work: Work, connection: Connection) -> None:
    current_app.send_task(
        "omnicontent.releases.tasks.do_work",
        args=[work.pk],
        queue=work.queue,
        ignore_result=True,
        connection=connection,
        retry=False,
        confirm_timeout=settings.OUTBOX_TIMEOUT_SECONDS,
    )
