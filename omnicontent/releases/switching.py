"""The switch: one transaction checks a whole release and moves the pointer every channel reads."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from omnicontent.releases.conflicts import find_rivals
from omnicontent.releases.errors import NotLiveError, NotReadyError
from omnicontent.releases.gate import ask_for_verdict, is_whole, noted_at_request
from omnicontent.releases.judging import reason_of
from omnicontent.releases.leases import holding
from omnicontent.releases.models import LivePointer, Release, Work
from omnicontent.releases.outbox import close_work
from omnicontent.releases.signals import release_ended, release_went_live
from omnicontent.releases.verdict import judge, require_no_objection
from omnicontent.stories.models import CampaignPage

State = Release.State
UNFINISHED = (State.BUILDING, State.READY)


def lock_campaign(campaign: UUID) -> LivePointer:
    """Return the campaign's pointer, locked: whoever changes its releases goes one by one."""
    LivePointer.objects.get_or_create(campaign=campaign)
    return LivePointer.objects.select_for_update().get(campaign=campaign)


def finish_release(work: Work) -> None:
    """Judge a release whose last piece is there: live, blocked or failed."""
    with holding(work) as current:
        release = Release.objects.get(pk=int(work.subject))
        pointer = lock_campaign(release.campaign)
        release.refresh_from_db()
        if is_whole(release):
            _judge(release, pointer)
        close_work(current)


def reconsider(*, release: Release) -> Release:
    """Have a blocked release judged again: somebody gave what it lacked, such as an approval.

    :raises NotReadyError: it is not blocked, was never built, a newer one took its place, or a
        page that it tells is no longer published.
    """
    with transaction.atomic():
        lock_campaign(release.campaign)
        release.refresh_from_db()
        _require_waiting(release)
        release.state = State.BUILDING
        release.reason = ""
        # The warnings that it was asked for with stay: they are of the pinned words.
        release.issues = [fault.model_dump() for fault in noted_at_request(release)]
        release.save()
        ask_for_verdict(release)
    return release


def roll_back(*, release: Release) -> Release:
    """Show an older release again, byte for byte, and drop what is being built.

    :raises NotReadyError: it never was live, was taken down, was altered or is not approved.
    """
    with transaction.atomic():
        pointer = lock_campaign(release.campaign)
        release.refresh_from_db()
        if release.state != State.SUPERSEDED or release.live_at is None:
            raise NotReadyError(
                _("Release %(release)s is %(state)s; only one that others replaced can return.")
                % {"release": release, "state": release.get_state_display()}
            )
        require_no_objection(release)
        drop_unfinished(release.campaign, State.SUPERSEDED)
        _move_pointer(pointer, release)
    return release


def take_down(*, campaign: UUID, state: State, reason: str = "") -> Release | None:
    """End what is live, being built or blocked; return the release that was live."""
    with transaction.atomic():
        pointer = lock_campaign(campaign)
        drop_unfinished(campaign, state, reason)
        newest = Release.objects.filter(campaign=campaign).order_by("number").last()
        # A word from somebody would still make it live. Older blocked ones are history.
        if newest and newest.state == State.BLOCKED:
            _end(newest, state, reason)
        return _end_live(pointer, state, reason)


def recall_release(*, release: Release, reason: str = "") -> Release:
    """Take a live release down everywhere.

    :raises NotLiveError: it is not live.
    """
    with transaction.atomic():
        pointer = lock_campaign(release.campaign)
        if pointer.release_id != release.pk:
            raise NotLiveError(_("Release %s is not live.") % release)
        take_down(campaign=release.campaign, state=State.RECALLED, reason=reason)
    release.refresh_from_db()
    return release


def drop_unfinished(campaign: UUID, state: State, reason: str = "") -> None:
    """End the releases still being built, so that an older wish never overtakes a newer one."""
    for release in Release.objects.filter(campaign=campaign, state__in=UNFINISHED):
        _end(release, state, reason)


def end_overdue() -> None:
    """Write down that releases have ended whose time is over; readers knew it to the second."""
    overdue = Release.objects.filter(state=State.LIVE, ends_at__lte=timezone.now())
    for release in overdue:
        with transaction.atomic():
            pointer = lock_campaign(release.campaign)
            if pointer.release_id == release.pk:
                # The coming one has an end of its own: a later one, perhaps.
                _end_live(pointer, State.EXPIRED)


def _require_waiting(release: Release) -> None:
    newer = Release.objects.filter(campaign=release.campaign, number__gt=release.number)
    if release.state != State.BLOCKED or release.built_at is None or newer.exists():
        raise NotReadyError(
            _("Release %(release)s is %(state)s; only a blocked one is judged again.")
            % {"release": release, "state": release.get_state_display()}
        )
    told = set(release.stories.values_list("page_id", flat=True))
    if CampaignPage.objects.filter(pk__in=told, live=True).count() != len(told):
        raise NotReadyError(
            _(
                "Release %s tells a page that is no longer published. Publish the campaign again "
                "for a release without it."
            )
            % release
        )


def _judge(release: Release, pointer: LivePointer) -> None:
    release.built_at = timezone.now()
    release.state, faults = judge(release)
    release.issues = [fault.model_dump() for fault in (*faults, *find_rivals(release))]
    release.reason = reason_of(faults)
    release.save()
    if release.state == State.READY:
        _move_pointer(pointer, release)


def _move_pointer(pointer: LivePointer, release: Release) -> None:
    previous = pointer.release
    pointer.release = release
    pointer.save()
    if previous is not None:
        _end(previous, State.SUPERSEDED)
    release.state = State.LIVE
    release.live_at = timezone.now()
    release.ended_at = None
    release.save()
    release_went_live.send(Release, release=release, previous=previous)


def _end_live(pointer: LivePointer, state: State, reason: str = "") -> Release | None:
    release = pointer.release
    if release is None:
        return None
    pointer.release = None
    pointer.save()
    _end(release, state, reason)
    release_ended.send(Release, release=release)
    return release


def _end(release: Release, state: State, reason: str = "") -> None:
    release.state = state
    release.reason = reason
    release.ended_at = timezone.now()
    release.save()
