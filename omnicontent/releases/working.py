"""One attempt at a piece of work: lease it, do it, write it down; fail at most five times."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from omnicontent.phrases import phrase as _
from omnicontent.phrases import words_of
from omnicontent.releases import building, files, refining, switching, watching
from omnicontent.releases.errors import LeaseLostError
from omnicontent.releases.leases import heartbeat, holding, is_free, is_worn_out, lease_work
from omnicontent.releases.models import Work

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """What a kind of work does, and what becomes of the release when it can't be done."""

    run: Callable[[Work], None]
    give_up: Callable[[Work], None]


STEPS = {
    "texts": Step(building.build_texts, building.give_up_release),
    "watch": Step(watching.watch, watching.give_up_watching),
    "refine": Step(refining.refine, refining.give_up_refining),
    "images": Step(files.make_files, files.give_up_files),
    "video": Step(files.make_files, files.give_up_files),
    "finish": Step(switching.finish_release, building.give_up_release),
}


def do_work(*, work_id: int) -> None:
    """Make one attempt at the work, if it is free; its outcome is in the tables."""
    work = lease_work(work_id=work_id)
    if work is None:
        return
    try:
        with heartbeat(work):
            STEPS[work.kind].run(work)
    except LeaseLostError as error:
        logger.warning("%s", error)
    except Exception as error:
        logger.exception("Attempt %s at %s failed.", work.attempts, work)
        fail_work(work=work, error=error)


def fail_work(*, work: Work, error: Exception) -> None:
    """Write down why the attempt failed; bury the work where another can't help."""
    try:
        with holding(work) as current:
            current.cause = words_of(error) or type(error).__name__
            if is_worn_out(current) or getattr(error, "permanent", False):
                bury_work(current)
            else:
                let_wait(current)
    except LeaseLostError as lost:
        logger.warning("%s", lost)


def requeue_lost_work() -> int:
    """Free the work whose holder went silent, or bury it; return how many rows that were."""
    leased = Work.objects.filter(state=Work.State.LEASED).values_list("pk", flat=True)
    return sum(_requeue(pk) for pk in leased)


def let_wait(work: Work) -> None:
    """Put the work back for a later attempt. The caller holds the row."""
    pause = settings.WORK_RETRY_SECONDS * 2 ** (work.attempts - 1)
    work.state = Work.State.WAITING
    work.due_at = timezone.now() + timedelta(seconds=pause)
    work.sent_at = None
    work.save()


def bury_work(work: Work) -> None:
    """Make the work a dead letter and tell the releases that wait for it. Row held."""
    work.state = Work.State.DEAD
    work.done_at = timezone.now()
    work.save()
    STEPS[work.kind].give_up(work)


def _requeue(pk: int) -> bool:
    with transaction.atomic():
        work = Work.objects.select_for_update().get(pk=pk)
        if work.state != Work.State.LEASED or not is_free(work):
            return False
        work.cause = work.cause or _("The worker disappeared while it worked on this.")
        if is_worn_out(work):
            bury_work(work)
        else:
            let_wait(work)
        return True
