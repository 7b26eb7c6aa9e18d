"""Every claim of time in a text: days with their hours, what they begin or end, and no more."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from omnicontent.message.claims import Claim
from omnicontent.message.period.calendar_words import ALWAYS_LIMITS, find_words
from omnicontent.message.period.dates import find_dates
from omnicontent.message.period.drafts import WEEKDAYS, Draft, with_hours, without_hour_spans
from omnicontent.message.period.folding import fold_letters
from omnicontent.message.period.hours import find_hours
from omnicontent.message.period.roles import (
    is_after,
    is_alone,
    is_deadline,
    is_of_opening,
    role_of_date,
    role_of_word,
    roles_for,
)
from omnicontent.message.period.values import Day, Found, Moment, Month, Word
from omnicontent.message.texts import Text

HISTORY = 2015
"""A full date before that year is no end of an offer, unless words say so: "since 1 May 1998"."""
_CURRENT = frozenset({"today", "weekend", "week", "whole_week", "month", "whole_month"})
_LATE = frozenset({None, 23 * 60 + 59, 24 * 60})


def find_moments(text: Text) -> Iterator[Claim]:
    """Yield the period's claims in ``text``, whatever the campaign's facts are."""
    folded = fold_letters(text.plain)
    found = _without_overlaps(
        [
            *find_dates(folded, text.locale),
            *find_words(folded, text.locale),
            *find_hours(folded, text.plain, text.locale),
        ]
    )
    if not found:
        return
    drafts = list(with_hours(without_hour_spans(found, folded, text.locale), folded, text.locale))
    limits = (*(draft.start for draft in drafts[1:]), len(folded))
    for draft, limit in zip(drafts, limits, strict=False):
        _give_role(draft, folded, text.locale, limit)
    for first, second in pairwise(drafts):
        _join(first, second, folded, text.locale)
    for draft in drafts:
        if not draft.dropped and _is_claim(draft, text, folded):
            moment = Moment(draft.what, draft.role, draft.clock, draft.since)
            yield Claim("period", draft.start, draft.end, moment)


def words_that_age(text: str, locale: str) -> tuple[Claim, ...]:
    """Return the claims that hold on some days only, whatever the period: "ends tomorrow"."""
    moments = find_moments(Text(text, locale))
    return tuple(claim for claim in moments if _ages(claim.value))


def _ages(value: object) -> bool:
    return isinstance(value, Moment) and value.relative


def _without_overlaps(found: Iterable[Found]) -> list[Found]:
    """Return what does not stand inside something longer, in order of place."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _give_role(draft: Draft, text: str, locale: str, limit: int) -> None:
    if draft.role:
        return
    if draft.what is None or isinstance(draft.what, Word):
        draft.role = role_of_word(text, draft.start, draft.end, locale, limit)
        _give_words_own_role(draft, text, locale)
    else:
        behind = draft.end if draft.needs else limit  # "Christmas is over" names no end
        draft.role = role_of_date(text, draft.start, draft.end, locale, behind)
        if draft.needs:
            _give_named_day_role(draft, text, locale)


def _give_named_day_role(draft: Draft, text: str, locale: str) -> None:
    """Read "Black Friday only" as an end, and "Black Friday is back" as nothing."""
    if not isinstance(draft.what, Day):
        return
    if draft.role == "after":
        draft.role = ""
    elif not draft.role and is_alone(text, draft.start, draft.end, locale):
        draft.role = "end"


def _give_words_own_role(draft: Draft, text: str, locale: str) -> None:
    if draft.what is None:
        return
    name = draft.what.name if isinstance(draft.what, Word) else ""
    if name in ALWAYS_LIMITS or (name in _CURRENT and _is_valid_only(draft, text, locale)):
        draft.role = "end"
    elif name in {"today", "tonight"} and draft.clock and not draft.role:
        if is_of_opening(text, draft.start, draft.end, locale):
            draft.clock = None
        elif draft.clock.minutes in _LATE:
            draft.role = "end"
    elif (
        draft.role == "end" and draft.clock and is_of_opening(text, draft.start, draft.end, locale)
    ):
        draft.role, draft.clock = "", None


def _is_valid_only(draft: Draft, text: str, locale: str) -> bool:
    """Tell "valid this week" from "valid this week and the next"."""
    roles = roles_for(locale)
    goes_on = roles.both.match(text, draft.end) or roles.to.match(text, draft.end)
    return not draft.role and not goes_on and is_after("valid", text, draft.start, locale)


def _join(first: Draft, second: Draft, text: str, locale: str) -> None:
    """Read two neighbors as a span, or one of them as the label of the other."""
    between = text[first.end : second.start]
    roles = roles_for(locale)
    if roles.label.fullmatch(between):
        _read_label(first, second)
    if first.dropped or second.dropped or first.what is None or second.what is None:
        return
    if _are_weekdays(first, second):
        first.dropped = second.dropped = bool(roles.to.fullmatch(between))
        return
    if isinstance(first.what, Word) or isinstance(second.what, Word):
        if roles.to.fullmatch(between) or roles.both.fullmatch(between):
            _join_words(first, second)
        return
    spans = roles.to.fullmatch(between) or (
        roles.both.fullmatch(between) and is_after("between", text, first.start, locale)
    )
    if spans and first.role in {"", "start"}:
        first.role, second.role, second.since = "start", "end", first.what
    _lend_month(first.what, second)


def _join_words(first: Draft, second: Draft) -> None:
    """Read "only today and tomorrow": the end is the second."""
    second.since = first.what
    if first.role == "end":
        first.role, second.role = "", "end"


def _lend_month(first: Day | Month, second: Draft) -> None:
    """Read "from 1 December until the 31st" as one month."""
    day = second.what
    if not (isinstance(first, Day) and isinstance(day, Day)) or day.month is not None:
        return
    if first.month is not None and first.day < day.day:
        second.what = replace(day, month=first.month, year=first.year)


def _read_label(first: Draft, second: Draft) -> None:
    """Drop "last day" where the day itself stands beside it."""
    for label, day in ((first, second), (second, first)):
        if label.what != Word("last_day") or label.dropped or day.what is None:
            continue
        if not (isinstance(day.what, Word) and day.what.name in ALWAYS_LIMITS):
            label.dropped, day.role = True, "end"
            if isinstance(day.what, Word):  # "last day today" is wrong as a whole
                day.start = min(label.start, day.start)


def _are_weekdays(*drafts: Draft) -> bool:
    return all(isinstance(one.what, Word) and one.what.name in WEEKDAYS for one in drafts)


def _is_claim(draft: Draft, text: Text, folded: str) -> bool:
    locale = text.locale
    if draft.what is None:
        return is_deadline(folded, draft.start, locale) and not is_of_opening(
            folded, draft.start, draft.end, locale
        )
    if draft.needs and not draft.role:
        return False
    if isinstance(draft.what, Month) and _is_verb(draft, text):
        return False
    if isinstance(draft.what, Day):
        return _is_date(draft, text, folded)
    if draft.needs == "until":
        return draft.role == "end"
    return True


def _is_verb(draft: Draft, text: Text) -> bool:
    """Tell "prices may rise" and "they all may come" from the month."""
    small = text.plain[: draft.end].endswith(("may", "march"))
    return small and text.language == "en" and draft.role != "end"


def _is_date(draft: Draft, text: Text, folded: str) -> bool:
    day = draft.what
    if draft.needs == "until" and draft.role != "end":
        return False
    if draft.role == "" and isinstance(day, Day):
        if day.year is not None and day.year < HISTORY:
            return False
        if text.plain.startswith(("may ", "march "), draft.start) and day.year is None:
            return False
    return not is_after("notes", folded, draft.start, text.locale)
