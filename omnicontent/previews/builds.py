"""How far a campaign's newest release is, in words and numbers, as the build bar reads it."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from omnicontent.previews.issues import settle_link
from omnicontent.previews.mending import mend
from omnicontent.previews.numbers import say_moment, say_number, say_share
from omnicontent.previews.variants import language_name, name_channel, place_in_words
from omnicontent.releases.approvals import NOT_APPROVED
from omnicontent.releases.gate import Fault
from omnicontent.releases.judging import say_fault
from omnicontent.releases.models import Release
from omnicontent.releases.policy import needs_acknowledgement
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
    "scheduled": gettext_lazy("scheduled"),
    "live": gettext_lazy("live"),
    "ended": gettext_lazy("ended"),
    "recalled": gettext_lazy("recalled"),
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
PLACES_NAMED = 3
"""More variants of which one thing is told are counted instead."""
GOES_LIVE = gettext_lazy("Release %(number)s goes live on %(start)s.")
"""A release that is switched on but whose time has not come."""


def build_of(
    page: CampaignPage, *, may_edit: bool = True, may_settle: bool = False
) -> dict[str, object] | None:
    """Return the state of the campaign's newest release, ``None`` before the first one.

    ``may_edit``: whether its reader may open the form, where issues are mended. ``may_settle``:
    whether promises may be accepted and warnings acknowledged.
    """
    release = latest_release(page.translation_key)
    if release is None:
        return None
    build = progress(release)
    percent = round(100 * build.share)
    faults = _faults(build, page, may_edit, may_settle and release.state == State.BLOCKED)
    return {
        "number": release.number,
        "state": release.state,
        "label": _("Release %(number)s") % {"number": release.number},
        "sentence": whole_sentence(build, live_release(release.campaign)),
        "reason": "" if faults else build.reason,
        "busy": not build.is_over,
        "percent": percent,
        "share": say_share(percent),
        "toggle": _("Channels"),
        "board": _("Board"),
        "board_url": reverse("campaign_board", args=[page.pk]),
        "channels": [_channel(rows) for rows in _by_channel(build.rows)],
        "faults": faults,
    }


def whole_sentence(build: ReleaseProgress, live: Release | None) -> str:
    """Say where the release is, and which one readers see meanwhile: ``live``."""
    return " ".join(filter(None, (sentence(build), _what_else_is_live(build.release, live))))


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


def _what_else_is_live(release: Release, live: Release | None) -> str:
    """Say which release readers see meanwhile: one that fails takes nothing down."""
    if release.state == State.LIVE:
        return ""
    if live is None:
        return _("Nothing is live.")
    return _("Release %(number)s stays live.") % {"number": live.number}


def _by_channel(rows: Iterable[ChannelProgress]) -> list[list[ChannelProgress]]:
    groups: dict[str, list[ChannelProgress]] = {}
    for row in rows:
        groups.setdefault(row.channel, []).append(row)
    return list(groups.values())


def _channel(rows: list[ChannelProgress]) -> dict[str, object]:
    """Return one channel with its variants, one a language."""
    return {
        "channel": rows[0].channel,
        "name": rows[0].name,
        "percent": round(100 * sum(row.share for row in rows) / len(rows)),
        "note": _note(rows),
        "variants": [
            {
                "locale": row.locale,
                "language": language_name(row.locale),
                "state": row.state,
                "label": str(ROW_STATES[row.state]),
                "percent": round(100 * row.share),
                "milliseconds": row.milliseconds,
                "files": row.files,
            }
            for row in rows
        ],
    }


def _note(rows: list[ChannelProgress]) -> str:
    """Say how many files are made, and how long it took; nothing before it began."""
    files = sum(row.files for row in rows)
    counted = {"made": sum(row.files_ready for row in rows), "n": files}
    made = ngettext("%(made)s of %(n)s file", "%(made)s of %(n)s files", files) % counted
    spent = sum(row.milliseconds for row in rows)
    seconds = _("%(seconds)s s") % {"seconds": number_format(spent / 1000, 1)}
    return " · ".join(filter(None, (made if files else "", seconds if spent else "")))


def _faults(
    build: ReleaseProgress, page: CampaignPage, may_edit: bool, may_settle: bool
) -> list[dict[str, str]]:
    if not build.faults:
        return []
    pages = {
        translation.locale.language_code: translation.pk
        for translation in page.get_translations(inclusive=True).select_related("locale")
    }
    return _grouped(
        _fault(fault, pages.get(fault.locale, page.pk), may_edit)
        | (settle_link(fault, page) if may_settle else {})
        | _settled(fault, build.release)
        for fault in build.faults
    )


def _settled(fault: Fault, release: Release) -> dict[str, str]:
    """Say that somebody answers for a warning, without whom the release would not have passed."""
    passed = release.state in (State.READY, State.LIVE)
    return {"settled": _("Acknowledged.")} if passed and needs_acknowledgement(fault) else {}


def _grouped(faults: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Return what is told alike of several variants as one line that names or counts them."""
    groups: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for fault in faults:
        key = (fault["message"], fault["url"], fault.get("settle_url", ""))
        groups.setdefault(key, []).append(fault)
    return [
        same[0] | {"where": _places(dict.fromkeys(one["where"] for one in same))}
        for same in groups.values()
    ]


def _places(names: Collection[str]) -> str:
    if len(names) <= PLACES_NAMED:
        return ", ".join(names)
    words = ngettext("%(n)s variant:", "%(n)s variants:", len(names))
    return words % {"n": say_number(len(names))}


def _fault(fault: Fault, page_id: int | None, may_edit: bool) -> dict[str, str]:
    mended = mend(fault, page_id, say_fault(fault))
    link = {"mend": _("Go to “%(field)s”") % {"field": mended.field_label}}
    if not may_edit:
        link["url"] = ""
    if fault.code == NOT_APPROVED:
        url = reverse("campaign_approval", args=[page_id])
        link = {"url": url, "mend": _("Look at the difference")}
    return asdict(mended) | {"where": _where(fault)} | link


def _where(fault: Fault) -> str:
    """Say of what the fault is told: a variant, a channel, a language, or the whole."""
    if fault.channel and fault.locale:
        return place_in_words(fault.channel, fault.locale)
    if fault.channel:
        return name_channel(fault.channel)
    return language_name(fault.locale) if fault.locale else ""


def _moment(when: datetime | None) -> str:
    return say_moment(when) if when else ""
