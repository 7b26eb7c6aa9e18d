"""What readers see of a campaign now, against what a board shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from omnicontent.previews.sharing.selectors import count_open_beside, count_open_on_all
from omnicontent.releases.models import PinnedStory, Release, Variant
from omnicontent.releases.selectors import live_release

LIVE_DIGEST, PAGE = "live_digest", "told_page"
COMMENTS, COMMENTS_ON_ALL = "open_comments", "open_comments_on_all"
"""Names of what is fetched along with the variants of a board."""


@dataclass(frozen=True, slots=True)
class Live:
    """The live release, and the digest of what it shows in each place."""

    release: Release | None
    digests: Mapping[tuple[str, str], str]

    def sentence(self, variant: Variant) -> str:
        """Say which release is live in the variant's place, and whether it says the same."""
        digest = self._digest(variant)
        if self.release is None or digest is None:
            return _("Not live.")
        number = {"number": self.release.number}
        if variant.release_id == self.release.pk:
            return _("Live.")
        if digest == variant.digest:
            return _("Release %(number)s is live, with the same bytes.") % number
        return _("Release %(number)s is live, with other bytes.") % number

    def differs(self, variant: Variant) -> bool:
        """Tell whether something else is live in the variant's place."""
        return self._digest(variant) not in (None, variant.digest)

    def _digest(self, variant: Variant) -> str | None:
        return self.digests.get((variant.channel, variant.locale))


def live_among(releases: Sequence[Release]) -> Release | None:
    """Return which of a campaign's newest releases is live; asks only where it is older.

    Their ``live_pointer`` must have been fetched.
    """
    now = timezone.now()
    for release in releases:
        if hasattr(release, "live_pointer"):
            started = release.starts_at is None or release.starts_at <= now
            lasts = release.ends_at is None or release.ends_at > now
            return release if started and lasts else None
    older = bool(releases) and releases[-1].number > 1
    return live_release(releases[0].campaign) if older else None


def variants_beside(release: Release, live: Release | None) -> QuerySet[Variant]:
    """Return a release's variants without bodies, each with what is live in its place.

    Also with the page whose words it says, and how many comments wait there and on the whole.
    """
    same = Variant.objects.filter(
        release=live, channel=OuterRef("channel"), locale=OuterRef("locale")
    )
    told = PinnedStory.objects.filter(release=release, locale=OuterRef("locale"))
    beside = {
        LIVE_DIGEST: Subquery(same.values("digest")[:1]),
        PAGE: Subquery(told.values("page_id")[:1]),
        COMMENTS: count_open_beside(release.campaign),
        COMMENTS_ON_ALL: count_open_on_all(release.campaign),
    }
    return release.variants.defer("body").prefetch_related("renditions").annotate(**beside)


def live_beside(variants: Sequence[Variant], live: Release | None) -> Live:
    """Return what is live in the places of variants that :func:`variants_beside` fetched."""
    digests = {(one.channel, one.locale): getattr(one, LIVE_DIGEST) for one in variants}
    return Live(live, {place: digest for place, digest in digests.items() if digest})
