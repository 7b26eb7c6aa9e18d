"""How far a campaign's newest release is, in words and numbers, as the build bar reads it."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from omnicontent.channels.registry import all_channels
from omnicontent.previews.mending import mend
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import Release
from omnicontent.releases.progress import ChannelProgress, ReleaseProgress
from omnicontent.releases.selectors import latest_release, live_release, progress
from omnicontent.stories.models import CampaignPage

State = Release.State
ROW_STATES = {
    "waiting": gettext_lazy("waiting"),
    "building": gettext_lazy("building"),
    "ready": gettext_lazy("ready"),
    "blocked": gettext_lazy("blocked"),
    "failed": gettext_lazy("failed"),
    "live": gettext_lazy("live"),
    "ended": gettext_lazy("ended"),
}
SENTENCES = {
    State.BUILDING: gettext_lazy(
        "Release %(number)s is being built: %(ready)s of %(all)s variants are ready."
    ),
    State.READY: gettext_lazy("Release %(number)s is ready and goes live."),
    State.BLOCKED: gettext_lazy("Release %(number)s is blocked."),
    State.FAILED: gettext_lazy("Release %(number)s failed."),
    State.LIVE: gettext_lazy("Release %(number)s is live since %(live)s."),
    State.SUPERSEDED: gettext_lazy("Release %(number)s was replaced."),
    State.RECALLED: gettext_lazy("Release %(number)s was recalled."),
    State.EXPIRED: gettext_lazy("Release %(number)s has ended."),
}
GOES_LIVE = gettext_lazy("Release %(number)s goes live at %(start)s.")
"""A release that is switched on but whose time has not come."""


def build_of(page: CampaignPage) -> dict[str, object] | None:
    """Return the state of the campaign's newest release, ``None`` before the first one."""
    release = latest_release(page.translation_key)
    if release is None:
        return None
    build = progress(release)
    faults = _faults(build, page)
    return {
        "number": release.number,
        "state": release.state,
        "label": _("Release %(number)s") % {"number": release.number},
        "sentence": " ".join(filter(None, (sentence(build), _what_else_is_live(release)))),
        "reason": "" if faults else build.reason,
        "busy": not build.is_over,
        "percent": round(100 * build.share),
        "toggle": _variants(len(build.rows)),
        "rows": [_row(row) for row in build.rows],
        "faults": faults,
    }


def sentence(build: ReleaseProgress) -> str:
    """Say in one sentence where the release is."""
    release = build.release
    words = {
        "number": release.number,
        "ready": sum(row.share >= 1 for row in build.rows),
        "all": len(build.rows),
        "start": _moment(release.starts_at),
        "live": _moment(release.live_at),
    }
    return str(_pattern(release) % words)


def _pattern(release: Release) -> str:
    now = timezone.now()
    if release.state == State.LIVE and release.starts_at and release.starts_at > now:
        return str(GOES_LIVE)
    if release.state == State.LIVE and release.ends_at and release.ends_at <= now:
        return str(SENTENCES[State.EXPIRED])
    return str(SENTENCES[State(release.state)])


def _what_else_is_live(release: Release) -> str:
    """Say which release readers see meanwhile: one that fails takes nothing down."""
    if release.state == State.LIVE:
        return ""
    live = live_release(release.campaign)
    if live is None:
        return _("Nothing is live.")
    return _("Release %(number)s stays live.") % {"number": live.number}


def _row(row: ChannelProgress) -> dict[str, object]:
    return {
        "key": f"{row.channel}/{row.locale}",
        "channel": row.channel,
        "name": row.name,
        "locale": row.locale,
        "state": row.state,
        "state_label": str(ROW_STATES[row.state]),
        "percent": round(100 * row.share),
        "milliseconds": row.milliseconds,
        "files": row.files,
        "note": _note(row),
    }


def _note(row: ChannelProgress) -> str:
    if row.state == "waiting":
        return ""
    counted = {"made": row.files_ready, "n": row.files}
    files = ngettext("%(made)s of %(n)s file", "%(made)s of %(n)s files", row.files) % counted
    seconds = _("%(seconds).1f s") % {"seconds": row.milliseconds / 1000}
    return f"{files} · {seconds}" if row.files else seconds


def _faults(build: ReleaseProgress, page: CampaignPage) -> list[dict[str, str]]:
    if not build.faults:
        return []
    pages = {
        translation.locale.language_code: translation.pk
        for translation in page.get_translations(inclusive=True).select_related("locale")
    }
    return [_fault(fault, pages, page.pk) for fault in build.faults]


def _fault(fault: Fault, pages: Mapping[str, int], page_id: int) -> dict[str, str]:
    mended = mend(fault, pages.get(fault.locale, page_id))
    channel = all_channels().get(fault.channel)
    name = channel.spec.name if channel else capfirst(fault.channel)
    return asdict(mended) | {
        "where": " · ".join(filter(None, (name, fault.locale))),
        "mend": _("Go to “%(field)s”") % {"field": mended.field_label},
    }


def _variants(number: int) -> str:
    return ngettext("%(n)s variant", "%(n)s variants", number) % {"n": number}


def _moment(when: datetime | None) -> str:
    return date_format(timezone.localtime(when), "SHORT_DATETIME_FORMAT") if when else ""
