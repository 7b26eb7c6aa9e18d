"""The tiles of a board: what each channel of a release shows, in one language each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from django.urls import reverse
from django.utils.text import capfirst

from omnicontent.channels.content import Content
from omnicontent.channels.registry import all_channels
from omnicontent.previews.board.issue_kinds import kind_of
from omnicontent.previews.board.live import COMMENTS, PAGE, Live
from omnicontent.previews.builds import ROW_STATES
from omnicontent.previews.counters import Counter, text_counters
from omnicontent.previews.drafts import telling_faults
from omnicontent.previews.errors import NoPreviewError
from omnicontent.previews.mending import Mend, mend
from omnicontent.releases.approvals import NOT_APPROVED, Approvals, name_of
from omnicontent.releases.models import Release, Variant
from omnicontent.releases.progress import ChannelProgress, ReleaseProgress


@dataclass(frozen=True, slots=True)
class Tile:
    """One channel in one language, with all that is told beside its mock."""

    row: ChannelProgress
    network: str
    state_label: str
    percent: int
    gauge: Counter | None
    """The text that comes nearest to its limit."""
    issues: Sequence[Mend]
    on_air: str
    """In words, what readers see there now."""
    approved_by: str
    waits_for_approval: bool
    """Whether the release is held back because nobody approved this as it is."""
    comments: int
    """Of reviewers without an account; those that nobody has resolved."""
    mock_url: str
    page_url: str
    comments_url: str

    @property
    def name(self) -> str:
        """What the channel is called."""
        return self.row.name

    @property
    def state(self) -> str:
        """Machine name of its state, for filters and styles."""
        return self.row.state

    @property
    def digest(self) -> str:
        """SHA-256 of the payload; the API says the same."""
        return self.row.variant.digest

    @property
    def kinds(self) -> frozenset[str]:
        """What is wrong with it, for filters."""
        return frozenset(kind_of(issue.code) for issue in self.row.issues)

    @property
    def is_built(self) -> bool:
        """Whether there is something to draw."""
        return self.row.variant.state == Variant.State.READY

    @property
    def errors(self) -> int:
        """How many issues keep it back."""
        return sum(issue.severity == "error" for issue in self.issues)


@dataclass(frozen=True, slots=True)
class Told:
    """What tiles are told from, fetched once for all of them."""

    page_id: int
    """Of what is mended where a language has no page of its own any more."""
    approvals: Approvals
    live: Live
    may_edit: bool
    """Whether the reader may open the form: others are not sent there."""


def tiles_of(build: ReleaseProgress, told: Told) -> list[Tile]:
    """Return the release's tiles, channels of one network beside each other."""
    waiting = _waiting(build)
    tiles = [_tile(row, told, waits=_place(row) in waiting) for row in build.rows]
    return sorted(tiles, key=lambda tile: (tile.network, tile.row.name, tile.row.locale))


def _waiting(build: ReleaseProgress) -> frozenset[tuple[str, str]]:
    """Return the places of which the verdict said that nobody has approved them."""
    if build.release.state != Release.State.BLOCKED:
        return frozenset()
    unapproved = (fault for fault in build.faults if fault.code == NOT_APPROVED)
    return frozenset((fault.channel, fault.locale) for fault in unapproved)


def _place(row: ChannelProgress) -> tuple[str, str]:
    return row.channel, row.locale


def _tile(row: ChannelProgress, told: Told, *, waits: bool) -> Tile:
    variant = row.variant
    channel = all_channels().get(row.channel)
    approval = told.approvals.of(variant) if variant.digest else None
    address = [told.page_id, variant.pk]
    return Tile(
        row=row,
        network=channel.spec.network if channel else row.channel,
        state_label=str(ROW_STATES[row.state]),
        percent=round(100 * row.share),
        gauge=_gauge(variant),
        issues=list(_issues(row, told)),
        on_air=told.live.sentence(variant),
        approved_by=name_of(approval.approved_by) if approval else "",
        waits_for_approval=waits and approval is None,
        comments=getattr(variant, COMMENTS) or 0,
        mock_url=reverse("campaign_mock", args=address),
        page_url=reverse("campaign_variant", args=address),
        comments_url=reverse("campaign_variant_comments", args=address),
    )


def _gauge(variant: Variant) -> Counter | None:
    channel = all_channels().get(variant.channel)
    if channel is None or variant.content is None:
        return None
    try:
        with telling_faults(variant.channel):
            counters = text_counters(channel, Content.model_validate(variant.content))
    except NoPreviewError:
        return None  # the mock says so; others are shown as ever
    return max(counters, key=lambda counter: counter.count / counter.maximum, default=None)


def _issues(row: ChannelProgress, told: Told) -> Iterator[Mend]:
    page_id = getattr(row.variant, PAGE) or told.page_id
    mended = (mend(issue, page_id) for issue in row.issues)
    return (one if told.may_edit else replace(one, url="") for one in mended)


class Placed(Protocol):
    """Anything that stands on a wall."""

    @property
    def network(self) -> str:
        """Machine name of the channel's network."""

    @property
    def name(self) -> str:
        """What the channel is called."""


def by_network[P: Placed](tiles: Sequence[P]) -> list[tuple[str, list[P]]]:
    """Return headings with their tiles, a network's channels under one heading, by heading."""
    groups: dict[str, list[P]] = {}
    for tile in tiles:
        groups.setdefault(tile.network, []).append(tile)
    headed = [(_heading(network, group), group) for network, group in groups.items()]
    return sorted(headed, key=lambda one: one[0].casefold())


def _heading(network: str, tiles: Sequence[Placed]) -> str:
    """Return the words that the names of a network's channels begin with alike."""
    names = [tile.name.split() for tile in tiles]
    alike = []
    for words in zip(*names, strict=False):
        if len(set(words)) > 1:
            break
        alike.append(words[0])
    return " ".join(alike).rstrip(",:") or capfirst(network)
