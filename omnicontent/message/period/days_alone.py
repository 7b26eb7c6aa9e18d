"""Days without their month: ``until the 31st``, ``du 1er au 31``."""

import re
from collections.abc import Iterator
from functools import cache

from omnicontent.message.period.grammar import any_of, before_words, grammar_for
from omnicontent.message.period.values import Day, Found


def find_days_alone(text: str, locale: str) -> Iterator[Found]:
    """Yield the days of ``until the 31st`` and ``du 1er au 31``: they leave out the month."""
    last, deadline, span = _alone_patterns(locale)
    weekdays = grammar_for(locale).weekdays
    for match in last.finditer(text):
        front = max(0, match.start() - 40)
        first = span.search(text, front, match.start())
        until = deadline.search(text, front, match.start())
        if not (first or until) or not 1 <= int(match["day"]) <= 31:
            continue
        if first and 1 <= int(first["first"]) <= 31:
            yield Found(*first.span("first"), Day(int(first["first"])), "role")
        name = until["weekday"] if until else None
        start = until.start("weekday") if until and name else match.start()
        weekday = weekdays[name] if name else None
        yield Found(start, match.end(), Day(int(match["day"]), weekday=weekday), "role")


@cache
def _alone_patterns(locale: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the last day, of "until the", and of "from the 1st to the"."""
    grammar = grammar_for(locale)
    words = grammar.words
    on = rf"(?:(?:{words.on}) )?"
    weekday = rf"(?:(?P<weekday>{any_of(grammar.weekdays)})\.?,? {on})?"
    deadline = rf"\b(?:{words.bare_day}) {on}"
    if words.bare_ordinal:
        names = rf"{grammar.until}|{words.until_date}|{words.by}|{words.since}"
        deadline = before_words(names, words.filler)
    any_ordinal = rf"(?:{words.ordinal})?"
    ordinal = rf"(?:{words.ordinal})" if words.bare_ordinal else any_ordinal
    behind = rf"(?= ?(?:[,.;:!?)\"]|$)(?!\d)| (?:{words.follows})(?!\w))(?![.,:]\d)"
    sizes = r"(?<!tailles )(?<!taille )(?<!pointures )(?<!tallas )(?<!taglie )(?<!sizes )"
    begins = rf"(?:{words.between}|{words.since}|{words.on})"
    return (
        re.compile(rf"(?<![\w.,:/$€£-])(?P<day>\d{{1,2}}){ordinal}(?!\w){behind}"),
        re.compile(rf"{deadline}{weekday}$"),
        re.compile(
            rf"\b{sizes}{begins} {on}(?P<first>\d{{1,2}}){any_ordinal} "
            rf"(?:{words.to}|{words.both}) {on}$"
        ),
    )
