"""``31/12``, ``31.12.``, ``2026-12-31``: dates in digits, and what only looks like one."""

import re
from collections.abc import Iterator
from functools import cache

from omnicontent.message.period.grammar import after, any_of, before, grammar_for
from omnicontent.message.period.values import Day, Found

_NUMERIC = re.compile(
    r"(?<![\d/.,$€£])(?:(?P<iso>(?:19|20)\d\d)(?P<iso_sep>[-/.])(?P<iso_month>\d{1,2})"
    r"(?P=iso_sep)(?P<iso_day>\d{1,2})"
    r"|(?P<first>\d{1,2})(?:er)?(?P<sep> ?[/.-] ?)(?P<second>\d{1,2})"
    r"(?:(?P=sep)(?P<year>(?:19|20)\d\d|\d{2})|(?P<open>\.)?))(?![\d/]|[.,]\d|[^\W\d_])"
)
_RATIOS = frozenset({"16/9", "16/10", "21/9", "24/7", "24/24", "7/7"})
_THING = re.compile(
    r" ?(?:[%€$£\"]|= ?\d|(?:gb|go|tb|to|mb|mm|cm|m|kg|g|ml|cl|l|px|eur|usd|chf|gbp|euros?|ans|"
    r"years|"
    r"mois|months?|monate?|meses|mesi|"
    r"zoll|pouces|inch(?:es)?|stars?|etoiles|points?)\b)"
)
_LABEL = re.compile(
    r"\b(?:versions?|v|looks?|outfit|route|room|apt|flat|suite|zimmer|chambre|bus|line|ligne|"
    r"linie|silhouettes?|tenues?|case|door|"
    r"fenetre|turchen|casilla|"
    r"casella|"
    r"photos?|foto|figure|image|slide|card|carte|karte|tip|tipp|conseil|ios|android|windows|"
    r"macos|release|update|bluetooth|usb|hdmi|model|modell|"
    r"page|seite|step|etape|schritt|lot|part|issue|numero|partie|teil|note|vol|volume|episode|"
    r"chapitre|kapitel|"
    r"chapter|taille|size|ratio|format|art|nr|no|n|score|rated|rating|noten?|punkt|abschnitt|ch|"
    r"eur|usd|chf|gbp)\.?[ :°]*$"
)


def find_numeric_dates(folded: str, locale: str) -> Iterator[Found]:
    """Read ``31/12`` in the one order that makes a date, ``5/6`` in the locale's order."""
    matches = list(_NUMERIC.finditer(folded))
    day_first = _is_day_first(matches, locale)
    for match in matches:
        what = _read(match, day_first)
        if (
            what is None
            or (" " in (match["sep"] or "") and not _is_spaced_date(match, locale))
            or _is_number(match)
            or _LABEL.search(folded, max(0, match.start() - 14), match.start())
        ):
            continue
        if match["iso"] or match["year"] or _is_date(match, locale):
            start, weekday = weekday_before(folded, match.start(), locale)
            yield Found(start, match.end(), Day(what.day, what.month, what.year, weekday))


def weekday_before(folded: str, start: int, locale: str) -> tuple[int, int | None]:
    """Return where the date that stands at ``start`` begins with its weekday, and which it is."""
    front = _weekday(locale).search(folded, max(0, start - 24), start)
    if front is None:
        return start, None
    return front.start(), grammar_for(locale).weekdays[front["weekday"]]


def _is_day_first(matches: list[re.Match[str]], locale: str) -> bool:
    """Tell in which order a text writes its dates: ``31/12`` tells it for ``1/12``, too."""
    for match in matches:
        spaced = " " in (match["sep"] or " ")
        if not spaced and (first := int(match["first"])) != (second := int(match["second"])):
            if 12 < first <= 31 and second <= 12:
                return True
            if 12 < second <= 31 and first <= 12:
                return False
    return grammar_for(locale).day_first


def _read(match: re.Match[str], day_first: bool) -> Day | None:
    if match["iso"]:
        day, month, year = int(match["iso_day"]), int(match["iso_month"]), int(match["iso"])
        return Day(day, month, year) if valid(day, month) else None
    first, second = int(match["first"]), int(match["second"])
    day_first = first > 12 or (second <= 12 and (day_first or "." in match["sep"]))
    day, month = (first, second) if day_first else (second, first)
    written = int(match["year"]) if match["year"] else None
    year_said = written + 2000 if written is not None and written < 100 else written
    return Day(day, month, year_said) if valid(day, month) else None


def valid(day: int, month: int) -> bool:
    """Tell whether it reads as a day; a slip such as "31 November" does, and agrees with none."""
    return 1 <= month <= 12 and 1 <= day <= 31


def _is_spaced_date(match: re.Match[str], locale: str) -> bool:
    """Tell ``28 / 03 / 2027`` and the German ``28. 3.`` from numbers beside each other."""
    if match["year"]:
        return len(match["year"]) == 4 and match["sep"] in {" / ", " - ", " . ", ". ", "/ ", "- "}
    return grammar_for(locale).words.dotted and match["sep"] == ". " and bool(match["open"])


def _is_number(match: re.Match[str]) -> bool:
    """Tell whether more groups of digits stand beside it: ``01-12-26-31`` is a telephone's."""
    text, (start, end) = match.string, match.span()
    dashes = "-" in (match["sep"] or match["iso_sep"])
    return dashes and bool(
        re.search(r"-$|\d $", text[max(0, start - 2) : start]) or re.match(r"-\d", text[end:])
    )


def _is_date(match: re.Match[str], locale: str) -> bool:
    """Tell a date without a year from a fraction, a score, a price or a version."""
    text, (start, end) = match.string, match.span()
    if (thing := _THING.match(text, end)) and not _to(locale).fullmatch(thing[0]):
        return False
    front = max(0, start - 40)
    deadline = _deadline(locale).search(text, front, start) or _end_behind(locale).match(text, end)
    if "." in match["sep"] and int(match["second"]) > 12:
        hours = number_span(locale).search(text, front, start)  # "9 to 5.30"
        return bool(deadline) and not hours and not grammar_for(locale).day_first
    if "-" in match["sep"]:
        return bool(deadline) and match["open"] is None
    if deadline or _weekday(locale).search(text, front, start) or _in_span(match, locale):
        return True
    if "." in match["sep"]:
        return match["open"] is not None and grammar_for(locale).words.dotted
    shown = match[0].rstrip(".")
    if shown in _RATIOS:
        return False
    certain = "0" in {match["first"][0], match["second"][0]}
    certain = certain or max(int(match["first"]), int(match["second"])) > 12
    return certain or _article(locale).search(text, front, start) is not None


def _in_span(match: re.Match[str], locale: str) -> bool:
    """Tell whether another date in digits stands right before or behind: ``1/12 - 5/12``."""
    front, behind = _partners(locale)
    text, (start, end) = match.string, match.span()
    return bool(front.search(text, max(0, start - 30), start) or behind.match(text, end))


@cache
def _partners(locale: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = grammar_for(locale).words
    date = r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\.?"
    to = rf" ?(?:{words.to}) ?(?:(?:{words.on})\b ?)?"
    in_front = rf"(?<![\d/.,]){date}{to}$|(?<![\d/.,])\d{{1,2}}\.?{to}(?<= )$"
    return re.compile(in_front), re.compile(rf"{to}{date}(?!\d)")


@cache
def _deadline(locale: str) -> re.Pattern[str]:
    grammar = grammar_for(locale)
    words = grammar.words
    return before(rf"{grammar.until}|{words.until_date}|{words.by}", words.filler)


@cache
def _end_behind(locale: str) -> re.Pattern[str]:
    """Return the pattern of "is the last day" and "it ends" behind a date."""
    grammar = grammar_for(locale)
    last_day = grammar.words.words.get("last_day", "(?!)")
    return after(rf"(?:[^\W\d_]+[ ']){{0,3}}(?:{last_day})|{grammar.words.closing}|{grammar.ends}")


@cache
def _article(locale: str) -> re.Pattern[str]:
    words = grammar_for(locale).words
    return before(rf"{words.since}|{words.on}", words.filler)


@cache
def _weekday(locale: str) -> re.Pattern[str]:
    grammar = grammar_for(locale)
    on = rf"(?:(?:{grammar.words.on})\b ?)?"
    return re.compile(rf"\b(?P<weekday>{any_of(grammar.weekdays)})\b\.?,? ?\(?{on}$")


@cache
def _to(locale: str) -> re.Pattern[str]:
    """Return the pattern of a word between two days, even where others count bytes by it."""
    return re.compile(rf" ?(?:{grammar_for(locale).words.to})")


@cache
def number_span(locale: str) -> re.Pattern[str]:
    """Return the pattern of a bare number that begins a span: ``9 - `` in front of ``18 h``."""
    words = grammar_for(locale).words
    return re.compile(rf"(?<![\d.,:/])\d{{1,2}} ?(?:{words.to}|{words.both}) ?$")
