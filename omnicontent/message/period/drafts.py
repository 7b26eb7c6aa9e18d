"""Days of a text with the hour beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from omnicontent.message.period.numeric_dates import number_span
from omnicontent.message.period.roles import is_of_opening, roles_for
from omnicontent.message.period.values import Clock, Day, Found, Month, Role, Word

WEEKDAYS = frozenset({"weekday", "next_weekday"})


@dataclass(slots=True)
class Draft:
    """A moment while it is read: what stands around it may still change it."""

    start: int
    end: int
    what: Day | Month | Word | None
    clock: Clock | None
    needs: str
    role: Role = ""
    since: Day | Month | Word | None = None
    dropped: bool = False


def without_hour_spans(found: Sequence[Found], text: str, locale: str) -> list[Found]:
    """Leave out ``9 am - 6 pm``: hours of opening."""
    out: set[int] = set()
    spans = roles_for(locale)
    for place, one in enumerate(found):
        if not isinstance(one.what, Clock):
            continue
        if number_span(locale).search(text, max(0, one.start - 20), one.start):
            out.add(place)
        after = found[place + 1] if place + 1 < len(found) else None
        if after and isinstance(after.what, Clock):
            between = text[one.end : after.start]
            if spans.to.fullmatch(between) or spans.both.fullmatch(between):
                out |= {place, place + 1}
    return [one for place, one in enumerate(found) if place not in out]


def with_hours(found: Sequence[Found], text: str, locale: str) -> Iterator[Draft]:
    """Yield every day and every hour, as one where they belong together."""
    place = 0
    while place < len(found):
        pair = _pair(found[place : place + 3], text, locale) if found[place + 1 :] else None
        yield pair or _alone(found[place])
        place += 2 if pair else 1


def _alone(one: Found) -> Draft:
    if isinstance(one.what, Clock):
        return Draft(one.start, one.end, None, one.what, "")
    return Draft(one.start, one.end, one.what, None, one.needs)


def _pair(near: Sequence[Found], text: str, locale: str) -> Draft | None:
    """Return a day with the hour beside it, None if they don't belong together."""
    roles = roles_for(locale)
    one, other, *rest = near
    between = text[one.end : other.start]
    if isinstance(one.what, Clock):
        if isinstance(other.what, Clock) or not roles.on.fullmatch(between):
            return None
        return Draft(one.start, other.end, other.what, one.what, other.needs)
    if not isinstance(other.what, Clock):
        return None
    until = roles.until_hour.fullmatch(between)
    ends = roles.ends_hour.fullmatch(between)
    if not until and not ends and not roles.at.fullmatch(between):
        return None
    if until and rest and roles.on.fullmatch(text[other.end : rest[0].start]):
        return None  # "from 1 December until 6 pm on the 31st"
    if isinstance(one.what, Word) and one.what.name in WEEKDAYS and until and not ends:
        return None
    if until and is_of_opening(text, one.start, other.end, locale):
        return Draft(one.start, other.end, one.what, None, one.needs)
    return Draft(
        one.start, other.end, one.what, other.what, one.needs, "end" if until or ends else ""
    )
