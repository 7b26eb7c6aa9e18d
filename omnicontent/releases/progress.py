"""How far a release is, channel by channel: what the editor's build bar shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.utils import timezone
from pydantic import ValidationError

from omnicontent.channels.content import Issue
from omnicontent.channels.errors import UnknownChannelError
from omnicontent.channels.registry import get_channel
from omnicontent.releases.gate import Fault, find_file_issues
from omnicontent.releases.judging import blocks
from omnicontent.releases.models import Release, Rendition, Variant
from omnicontent.releases.settling import Ruling, ruling_on
from omnicontent.stories.wording import channel_label

ChannelState = Literal[
    "waiting",
    "building",
    "ready",
    "blocked",
    "failed",
    "scheduled",
    "live",
    "ended",
    "recalled",
]
TEXT_SHARE = 0.1
"""How much of a channel's bar its texts are; the rest belongs to its files."""
ENDED = (Release.State.SUPERSEDED, Release.State.RECALLED, Release.State.EXPIRED)


@dataclass(frozen=True, slots=True)
class ChannelProgress:
    """One channel in one language of a release."""

    variant: Variant
    """Without its body."""
    channel: str
    name: str
    """The channel's name as people know it; its slug where it is no longer installed."""
    locale: str
    state: ChannelState
    share: float
    """0 to 1."""
    milliseconds: int
    """Time spent on its texts and on each of its files, shared ones included."""
    files: int
    files_ready: int
    issues: tuple[Issue, ...]

    @property
    def first_error(self) -> Issue | None:
        """The first issue that blocks, with the ``field`` to mend."""
        return next((issue for issue in self.issues if issue.severity == "error"), None)


@dataclass(frozen=True, slots=True)
class ReleaseProgress:
    """A release with all its channels."""

    release: Release
    share: float
    rows: tuple[ChannelProgress, ...]
    reason: str
    faults: tuple[Fault, ...]
    """Why it is blocked or failed, as data: channel, locale, message, field to mend."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen by itself."""
        return self.release.state not in (Release.State.BUILDING, Release.State.READY)


def get_progress(
    release: Release,
    variants: Iterable[Variant] | None = None,
    ruling: Ruling | None = None,
) -> ReleaseProgress:
    """Return how far the release and each of its channels are.

    Two queries, and two more where the lock found something in the message. Who has fetched the
    ``variants`` with their renditions already can give them, and so can who knows the ``ruling``
    or reads no issue.
    """
    if variants is None:
        variants = release.variants.defer("body").prefetch_related("renditions")
    variants = list(variants)
    codes = {issue["code"] for variant in variants for issue in variant.issues}
    ruling = ruling or ruling_on(codes, release.campaign)
    rows = tuple(_row(release, variant, ruling) for variant in variants)
    return ReleaseProgress(
        release=release,
        share=sum(row.share for row in rows) / len(rows) if rows else 0.0,
        rows=rows,
        reason=release.reason,
        faults=tuple(Fault.model_validate(issue) for issue in release.issues),
    )


def _row(release: Release, variant: Variant, ruling: Ruling) -> ChannelProgress:
    files = list(variant.renditions.all())
    found = [Issue.model_validate(issue) for issue in variant.issues]
    issues = ruling.settle_all(found, variant.channel, variant.locale)
    if all(file.state == Rendition.State.READY for file in files):
        issues += _file_issues(variant)
    times = [variant.milliseconds, *(file.milliseconds for file in files)]
    return ChannelProgress(
        variant=variant,
        channel=variant.channel,
        name=_name(variant.channel),
        locale=variant.locale,
        state=_state(release, variant, files, issues),
        share=_share(variant, files),
        milliseconds=sum(time or 0 for time in times),
        files=len(files),
        files_ready=sum(file.state == Rendition.State.READY for file in files),
        issues=tuple(issues),
    )


def _file_issues(variant: Variant) -> list[Issue]:
    try:
        return find_file_issues(variant)
    except ValidationError:
        return []  # altered in the store: its seal tells, and others are shown as ever


def _state(
    release: Release, variant: Variant, files: list[Rendition], issues: list[Issue]
) -> ChannelState:
    if release.state == Release.State.LIVE:
        return _on_air(release)
    if release.state == Release.State.RECALLED:
        return "recalled"
    if release.state in ENDED:
        return "ended"
    if any(file.state == Rendition.State.FAILED for file in files):
        return "failed"
    if any(issue.severity == "error" for issue in issues) or _keeps_back(release, variant):
        return "blocked"
    return _building_state(variant, files)


def _on_air(release: Release) -> ChannelState:
    """Return what a release is that is switched on: its time may not have come, or be over."""
    now = timezone.now()
    if release.starts_at and release.starts_at > now:
        return "scheduled"
    return "ended" if release.ends_at and release.ends_at <= now else "live"


def _keeps_back(release: Release, variant: Variant) -> bool:
    """Tell whether the verdict found something in this variant, such as a warning that waits."""
    return any(
        (fault.channel, fault.locale) == (variant.channel, variant.locale) and blocks(fault)
        for fault in map(Fault.model_validate, release.issues)
    )


def _building_state(variant: Variant, files: list[Rendition]) -> ChannelState:
    if variant.state == Variant.State.WAITING:
        return "waiting"
    if any(file.state == Rendition.State.WAITING for file in files):
        return "building"
    return "ready"


def _share(variant: Variant, files: list[Rendition]) -> float:
    if variant.state == Variant.State.WAITING:
        return 0.0
    made = sum(file.progress for file in files) / len(files) if files else 1.0
    return TEXT_SHARE + (1 - TEXT_SHARE) * made


def _name(slug: str) -> str:
    try:
        return channel_label(get_channel(slug).spec)
    except UnknownChannelError:
        return slug
