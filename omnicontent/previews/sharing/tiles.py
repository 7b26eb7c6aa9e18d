"""The tiles that guests see: a mock, its channel and language, and how much was said of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from omnicontent.channels.registry import all_channels
from omnicontent.previews.sharing.selectors import Shared
from omnicontent.previews.variants import language_name, name_channel, place_in_words
from omnicontent.releases.models import Variant


@dataclass(frozen=True, slots=True)
class GuestTile:
    """One channel in one language."""

    variant: Variant
    name: str
    network: str
    comments: int
    page_url: str
    mock_url: str

    @property
    def is_built(self) -> bool:
        """Whether there is something to draw."""
        return self.variant.state == Variant.State.READY


def guest_tiles(shared: Shared) -> list[GuestTile]:
    """Return what the link shows, channels of one network beside each other."""
    if shared.release is None:
        return []
    said = shared.link.comments.order_by().values_list("channel", "locale")
    counts = {(channel, locale): n for channel, locale, n in said.annotate(n=Count("pk"))}
    variants = shared.release.variants.defer("body", "content", "issues")
    tiles = [
        _tile(one, shared.token, counts.get((one.channel, one.locale), 0)) for one in variants
    ]
    return sorted(tiles, key=lambda tile: (tile.network, tile.name, tile.variant.locale))


def name_in_words(variant: Variant) -> str:
    """Return channel and language as people call them."""
    return place_in_words(variant.channel, variant.locale)


def languages_of(tiles: Sequence[GuestTile]) -> dict[str, str]:
    """Return code -> name of the languages that there are tiles in."""
    codes = sorted({tile.variant.locale for tile in tiles})
    return {code: language_name(code) for code in codes}


def _tile(variant: Variant, token: str, comments: int) -> GuestTile:
    channel = all_channels().get(variant.channel)
    return GuestTile(
        variant=variant,
        name=name_channel(variant.channel),
        network=channel.spec.network if channel else variant.channel,
        comments=comments,
        page_url=reverse("share_variant", args=[token, variant.pk]),
        mock_url=reverse("share_mock", args=[token, variant.pk]),
    )
