"""Time zones by the names that people give them."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from omnicontent.message.period.folding import fold_letters

_BERLIN, _NEW_YORK = "Europe/Berlin", "America/New_York"
_NAMES = {
    **dict.fromkeys(("cet", "cest", "mez", "mesz", "hnec", "heec"), "Europe/Paris"),
    **dict.fromkeys(
        ("et", "est", "edt", "eastern", "us eastern", "he", "hne", "hae", "del este"), _NEW_YORK
    ),
    **dict.fromkeys(
        ("ct", "cst", "cdt", "central", "hc", "hnc", "hac", "centre"), "America/Chicago"
    ),
    **dict.fromkeys(
        ("mt", "mst", "mdt", "mountain", "hr", "hnr", "har", "rocheuses"), "America/Denver"
    ),
    **dict.fromkeys(
        ("pt", "pst", "pdt", "pacific", "hp", "hnp", "hap", "pacifique", "pacifico"),
        "America/Los_Angeles",
    ),
    **dict.fromkeys(
        ("at", "ast", "adt", "atlantic", "ha", "hna", "haa", "atlantique"), "America/Halifax"
    ),
    **dict.fromkeys(("uk", "british", "britannique", "bst"), "Europe/London"),
    **dict.fromkeys(("nzst", "nzdt"), "Pacific/Auckland"),
    **dict.fromkeys(("aet", "aest", "aedt"), "Australia/Sydney"),
    **dict.fromkeys(("wet", "west"), "Europe/Lisbon"),
    **dict.fromkeys(("eet", "eest"), "Europe/Athens"),
    **dict.fromkeys(("gmt", "utc"), "UTC"),
    "ist": "Asia/Kolkata",
    "jst": "Asia/Tokyo",
    "sgt": "Asia/Singapore",
    "bruxelles": "Europe/Brussels",
    "geneve": "Europe/Zurich",
    "geneva": "Europe/Zurich",
    "londres": "Europe/London",
    "londra": "Europe/London",
    "lisbonne": "Europe/Lisbon",
    "parigi": "Europe/Paris",
    "berlino": _BERLIN,
    "berlin": _BERLIN,
    "francaise": "Europe/Paris",
    "france": "Europe/Paris",
    "peninsular": "Europe/Madrid",
    "quebec": "America/Montreal",
    "milano": "Europe/Rome",
    "roma": "Europe/Rome",
    "wien": "Europe/Vienna",
    "mitteleuropaisch": _BERLIN,
    "deutsch": _BERLIN,
    "kst": "Asia/Seoul",
    "hkt": "Asia/Hong_Kong",
    "suisse": "Europe/Zurich",
    "belge": "Europe/Brussels",
    "italiana": "Europe/Rome",
    "espana": "Europe/Madrid",
    "espanola": "Europe/Madrid",
    "mexico": "America/Mexico_City",
    "mexiko-stadt": "America/Mexico_City",
    "schweiz": "Europe/Zurich",
}


def zone_called(name: str) -> ZoneInfo | None:
    """Return the zone of ``CET``, ``ET``, ``Paris`` or ``New York``; None for "local"."""
    folded = fold_letters(name)
    key = _NAMES.get(folded) or _cities().get(folded)
    return ZoneInfo(key) if key else None


@cache
def _cities() -> dict[str, str]:
    zones = sorted(zone for zone in available_timezones() if "/" in zone)
    return {fold_letters(zone.rsplit("/", 1)[1].replace("_", " ")): zone for zone in zones}
