"""What the words around a moment make of it: the start, the end, or neither."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from omnicontent.message.period.grammar import MARKS, Pattern, after, any_of, before, grammar_for
from omnicontent.message.period.values import Role

_WINDOW = 60
_SENTENCE_END = re.compile(r"[!?;\n]|(?<!\btel)\.(?: |$)")


@dataclass(frozen=True, slots=True)
class Roles:
    """The patterns of one locale. All but ``closing`` are searched in front of a moment."""

    until: Pattern
    until_date: Pattern
    until_word: Pattern
    valid: Pattern
    by: Pattern
    since: Pattern
    at_once: Pattern
    between: Pattern
    only: Pattern
    notes: Pattern
    closing: Pattern
    only_behind: Pattern
    since_behind: Pattern
    ends_behind: Pattern
    """All that stands between the end and ``ends``, and that verb itself."""
    split: Pattern
    split_end: Pattern
    offer_ends: Pattern
    dearer: Pattern
    dearer_behind: Pattern
    opening: Pattern
    afterwards: Pattern
    to: Pattern
    """All that stands between the two ends of a span."""
    both: Pattern
    at: Pattern
    """All that stands between a day and its hour ..."""
    until_hour: Pattern
    ends_hour: Pattern
    on: Pattern
    """... or an hour and its day."""
    label: Pattern
    """All that stands between "last day" and a date."""


@cache
def roles_for(locale: str) -> Roles:
    """Return the patterns of a locale."""
    grammar = grammar_for(locale)
    words = grammar.words
    on = rf"(?:(?:{words.on}|{words.filler})(?:(?<=')|\b) ?)*"
    whole = re.compile
    subject = rf"(?:{words.subjects}|{words.filler}|{words.offers})(?:(?<=')|\b){MARKS}"
    subjects = rf"{MARKS}[-.]{{0,3}}{MARKS}(?:{subject}){{0,6}}"
    behind = rf"{subjects}(?:{grammar.ends}|{words.particles})"
    offer_ends = rf"(?:[ld]')?(?:{words.offers})(?: [\w']+){{0,4}} (?:{words.ends}|{words.closes})"
    return Roles(
        until=before(grammar.until, words.filler),
        until_date=before(rf"{grammar.until}|{words.until_date}", words.filler),
        ends_behind=whole(rf"{behind}(?!\w)"),
        split=before(words.split, words.filler),
        split_end=after(words.split_end),
        dearer=before(words.dearer, words.filler),
        dearer_behind=whole(rf"{subjects}(?:{words.dearer})(?!\w)"),
        offer_ends=before(offer_ends, words.filler),
        ends_hour=whole(rf"{behind} ?(?:(?:{words.at}|{words.filler})\b ?)*"),
        until_word=before(words.until_word, words.filler),
        valid=before(words.valid),
        by=before(words.by, words.filler),
        since=before(words.since, words.filler),
        at_once=before(words.at_once),
        between=before(words.between, rf"{words.filler}|{words.on}"),
        only=before(words.only, words.filler),
        notes=before(words.notes, rf"{words.filler}|{words.on}"),
        closing=after(words.closing),
        only_behind=after(rf"(?:{words.only})(?! ?[€$£]?\d)"),
        since_behind=whole(r" ?->"),
        opening=whole(rf"(?<!\w)(?:{words.opening}|{any_of(grammar.full_weekdays)})s?(?!\w)"),
        afterwards=whole(rf"(?<!\w)(?:{words.afterwards})(?!\w)"),
        to=whole(rf"[ ,().]*(?:{words.to})(?:(?<=')|(?<=[->])|\b) ?{on}"),
        both=whole(rf"\.? (?:{words.both}) {on}"),
        at=whole(rf"[ ,(:-]*(?:(?:{words.at})\b)? ?(?:{words.filler})? ?"),
        until_hour=whole(rf"[ ,(:-]*(?:{words.until}) ?(?:{words.filler})? ?"),
        on=whole(rf"[ ,(]*{on}"),
        label=whole(rf"{MARKS}-?{MARKS}(?:(?:{words.filler}|{words.on}){MARKS})*"),
    )


def role_of_date(text: str, start: int, end: int, locale: str, limit: int) -> Role:
    """Return the role of a day or a month that stands at ``text[start:end]``.

    ``limit``: where the next moment begins.
    """
    roles = roles_for(locale)
    front = _in_front(text, start)
    if front(roles.by):
        return "before"
    if front(roles.until_date) or roles.closing.match(text, end):
        return "end"
    if _is_near(roles.afterwards, text, start, end):
        return "after"
    if front(roles.since) or roles.since_behind.match(text, end):
        return "start"
    return "end" if _is_behind(roles.ends_behind, text, end, locale, limit) else ""


def role_of_word(text: str, start: int, end: int, locale: str, limit: int) -> Role:
    """Return the role of a word such as "today" that stands at ``text[start:end]``."""
    roles = roles_for(locale)
    front = _in_front(text, start)
    if front(roles.until) or is_alone(text, start, end, locale):
        return "end"
    if front(roles.until_word) and not is_of_opening(text, start, end, locale):
        return "end"
    if front(roles.split) and roles.split_end.match(text, end):
        return "end"
    if front(roles.dearer) or _is_behind(roles.dearer_behind, text, end, locale, limit):
        return "after"
    if front(roles.since):
        return "" if front(roles.at_once) else "start"
    return "end" if _is_behind(roles.ends_behind, text, end, locale, limit) else ""


def _is_behind(pattern: Pattern, text: str, end: int, locale: str, limit: int) -> bool:
    """Tell whether such words stand behind a moment, and not in front of the next one."""
    match = pattern.match(text, end, limit)
    if match is None or limit == len(text):
        return match is not None
    return roles_for(locale).label.fullmatch(text, match.end(), limit) is None


def is_alone(text: str, start: int, end: int, locale: str) -> bool:
    """Tell whether "only" stands beside a moment."""
    roles = roles_for(locale)
    return bool(roles.only_behind.match(text, end)) or _in_front(text, start)(roles.only)


def is_deadline(text: str, start: int, locale: str) -> bool:
    """Tell whether the words in front name an end and nothing else: no "by", no "au"."""
    return _in_front(text, start)(roles_for(locale).until)


def is_after(name: str, text: str, start: int, locale: str) -> bool:
    """Tell whether the words in front are those of a :class:`Roles` pattern."""
    return _in_front(text, start)(getattr(roles_for(locale), name))


def is_of_opening(text: str, start: int, end: int, locale: str) -> bool:
    """Tell whether the sentence around an hour is about opening hours, meals or service."""
    roles = roles_for(locale)
    if _in_front(text, start)(roles.offer_ends):
        return False
    return _is_near(roles.opening, text, start, end)


def _is_near(pattern: Pattern, text: str, start: int, end: int) -> bool:
    """Tell whether words stand in the same sentence, not far away."""
    front = _SENTENCE_END.split(text[max(0, start - 70) : start])[-1]
    behind = _SENTENCE_END.split(text[end : end + 40])[0]
    return bool(pattern.search(front) or pattern.search(behind))


def _in_front(text: str, start: int) -> Callable[[Pattern], bool]:
    return lambda pattern: pattern.search(text, max(0, start - _WINDOW), start) is not None
