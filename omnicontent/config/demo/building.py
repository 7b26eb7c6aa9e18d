"""Watch the demo campaigns being built."""

import time

from omnicontent.config.demo.stages import say, show
from omnicontent.releases.models import Release
from omnicontent.releases.progress import ReleaseProgress
from omnicontent.releases.selectors import latest_release, progress
from omnicontent.stories.models import CampaignPage

POLL_SECONDS = 0.5
STALL_SECONDS = 300
"""Without any progress for so long, we no longer wait."""
BAR = 24


def published_campaigns() -> list[Release]:
    """Return the newest release of every published campaign."""
    pages = CampaignPage.objects.live().order_by("pk")
    keys = dict.fromkeys(pages.values_list("translation_key", flat=True))
    newest = (latest_release(key) for key in keys)
    return [release for release in newest if release]


def wait_for_builds() -> list[ReleaseProgress]:
    """Show progress until every campaign is live or can't be, and return how it went."""
    said: dict[int, str] = {}
    changed = time.monotonic()
    while True:
        builds = [progress(release) for release in published_campaigns()]
        for build in builds:
            if said.get(build.release.pk) != (line := _line(build)):
                said[build.release.pk] = line
                changed = time.monotonic()
                (say if build.is_over else show)(line)
        if all(build.is_over for build in builds) or time.monotonic() - changed > STALL_SECONDS:
            return builds
        time.sleep(POLL_SECONDS)


def find_not_live(builds: list[ReleaseProgress]) -> list[str]:
    """Return a line for every variant that is not live, with the reason."""
    lines = []
    for build in builds:
        if not build.rows:  # its story could not be told, so no variant was planned
            lines.append(f"{build.release}: {build.release.state}. {build.reason}")
        for row in build.rows:
            if row.state not in ("live", "scheduled"):
                why = row.first_error.message if row.first_error else build.reason
                lines.append(f"{build.release} {row.channel} {row.locale}: {row.state}. {why}")
    return lines


def _line(build: ReleaseProgress) -> str:
    done = round(build.share * BAR)
    ready = sum(row.share >= 1 for row in build.rows)
    busy = [f"{row.channel} {row.locale}" for row in build.rows if row.share < 1]
    rest = f" · {', '.join(busy[:3])}" if busy else ""
    bar = "#" * done + "-" * (BAR - done)
    name = str(build.release)[:40]
    return f"  [{bar}] {name}: {build.release.state}, {ready} of {len(build.rows)}{rest}"
