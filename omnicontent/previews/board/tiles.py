"""The tiles of a board: what each channel of a release shows, in one language each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from omnicontent.channels.content import Content
from omnicontent.channels.registry import all_channels
from omnicontent.previews.board.live import PAGE, Live
from omnicontent.previews.builds import ROW_STATES
from omnicontent.previews.counters import Counter, text_counters
from omnicontent.previews.mending import Mend, mend
from omnicontent.releases.approvals import Approvals, name_of
from omnicontent.releases.models import Release, Variant
from omnicontent.releases.progress import ChannelProgress, ReleaseProgress

STATES = {**ROW_STATES, "recalled": gettext_lazy("recalled")}
"""What a tile's state is called."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One channel in one language, with all that is told beside its mock."""

    row: ChannelProgress
    network: str
    state: str
    """Machine name, for filters and styles."""
    state_label: str
    percent: int
    gauge: Counter | None
    """The text that comes nearest to its limit."""
    issues: Sequence[Mend]
    on_air: str
    """In words, what readers see there now."""
    differs: bool
    """Whether readers see something else than this."""
    approved_by: str
    mock_url: str
    page_url: str

    @property
    def digest(self) -> str:
        """SHA-256 of the payload; the API says the same."""
        return self.row.variant.digest

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


def tiles_of(build: ReleaseProgress, told: Told) -> list[Tile]:
    """Return the release's tiles, channels of one network beside each other."""
    tiles = [_tile(build.release, row, told) for row in build.rows]
    return sorted(tiles, key=lambda tile: (tile.network, tile.row.name, tile.row.locale))


def _tile(release: Release, row: ChannelProgress, told: Told) -> Tile:
    variant, state = row.variant, _state(release, row)
    channel = all_channels().get(row.channel)
    approval = told.approvals.of(variant) if variant.digest else None
    address = [told.page_id, variant.pk]
    return Tile(
        row=row,
        network=channel.spec.network if channel else row.channel,
        state=state,
        state_label=str(STATES[state]),
        percent=round(100 * row.share),
        gauge=_gauge(variant),
        issues=list(_issues(row, told)),
        on_air=told.live.sentence(variant),
        differs=told.live.differs(variant),
        approved_by=name_of(approval.approved_by) if approval else "",
        mock_url=reverse("campaign_mock", args=address),
        page_url=reverse("campaign_variant", args=address),
    )


def _state(release: Release, row: ChannelProgress) -> str:
    return "recalled" if release.state == Release.State.RECALLED else row.state


def _gauge(variant: Variant) -> Counter | None:
    channel = all_channels().get(variant.channel)
    if channel is None or variant.content is None:
        return None
    counters = text_counters(channel, Content.model_validate(variant.content))
    enforced = [counter for counter in counters if counter.limit.enforced] or counters
    return max(enforced, key=lambda counter: counter.count / counter.maximum, default=None)


def _issues(row: ChannelProgress, told: Told) -> Iterator[Mend]:
    page_id = getattr(row.variant, PAGE) or told.page_id
    return (mend(issue, page_id) for issue in row.issues)


def by_network(tiles: Sequence[Tile]) -> dict[str, list[Tile]]:
    """Return heading -> tiles, a network's channels under one heading."""
    groups: dict[str, list[Tile]] = {}
    for tile in tiles:
        groups.setdefault(tile.network, []).append(tile)
    return {_heading(network, group): group for network, group in groups.items()}


def _heading(network: str, tiles: Sequence[Tile]) -> str:
    """Return the words that the names of a network's channels begin with alike."""
    names = [tile.row.name.split() for tile in tiles]
    alike = []
    for words in zip(*names, strict=False):
        if len(set(words)) > 1:
            break
        alike.append(words[0])
    return " ".join(alike).rstrip(",:") or capfirst(network)
