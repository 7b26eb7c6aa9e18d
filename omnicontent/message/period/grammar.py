"""A vocabulary as patterns, compiled once a locale. They read folded text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache

from babel import Locale

from omnicontent.message.locales import babel_locale
from omnicontent.message.period.folding import fold_letters
from omnicontent.message.period.languages import vocabulary_for
from omnicontent.message.period.vocabulary import Vocabulary

Pattern = re.Pattern[str]
MARKS = r"[ :,(\"*_=/]*"
"""What may stand between words that belong together."""


_SHOPS = "shop|store|door|magasin|boutique|porte|laden|filiale|tienda|negozi|bar"
"""Between an offer and "closes" these close, not the offer."""
_OPTIONAL = re.compile(r"\(\?(?:<!|!|<=|=)[^()]*\)|\(\?:[^()]*\)\?|[^)\]]\?(?=.|$)|\\.")
_CHOICE = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_ALTERNATIVE = re.compile(rf"(?:[^()|]|{_CHOICE.pattern})+")
_RUN = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that a locale's finders need, as folded alternatives and ready patterns."""

    words: Vocabulary
    """The vocabulary, folded."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Full names and short forms; Monday is 0."""
    full_weekdays: Mapping[str, int]
    month_hints: tuple[str, ...]
    year_end_hints: tuple[str, ...]
    full_months: tuple[str, ...]
    holiday_hints: tuple[str, ...]
    midnight_hints: tuple[str, ...]
    month_names: str
    """The months as alternatives."""
    ends: str
    """The verbs of an end as alternatives, with "the sale closes" but without "closes" alone."""
    until: str
    """All that stands in front of an end only."""
    day_first: bool
    """Whether ``5/6`` is in June."""


@cache
def grammar_for(locale: str) -> Grammar:
    """Return the grammar of a locale; of signs and Babel's names for an unknown language."""
    known = babel_locale(locale)
    words = _folded(vocabulary_for(locale))
    weekdays = {**dict(_names(known.days)), **words.weekdays}
    months = {**_months(known), **words.months}
    all_months = {**_short_months(months, weekdays), **months}
    return Grammar(
        words,
        all_months,
        weekdays,
        dict(_names(known.days, ("wide",))),
        tuple(all_months),
        hints([words.year_end]),
        tuple(name for name in all_months if len(name) > 3 or name in {"mai", "may"}),
        hints(names for names, _days in (*words.holidays, *words.shopping_days)),
        hints([words.midnight, words.noon]),
        any_of(all_months),
        _ends(words),
        rf"{words.until}|{_ends(words)}",
        not known.date_formats["short"].pattern.startswith("M"),
    )


def _ends(words: Vocabulary) -> str:
    some = rf"(?: (?!{_SHOPS})[\w']+){{0,2}}"
    closes = rf"(?:[ld]')?(?:{words.offers}){some} (?:{words.closes})"
    turned = rf"(?:{words.closes}){some} (?:[\w']+')?(?:{words.offers})"
    by = rf"(?: (?:{words.by})|{some} (?:{words.after}))?"
    return rf"(?:{words.ends}|{closes}|{turned}){by}"


def any_of(names: Iterable[str]) -> str:
    """Return names as alternatives, the longest first."""
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name) for name in longest_first) or "(?!)"


def hints(patterns: Iterable[str]) -> tuple[str, ...]:
    """Return letters of which a match has at least some: without them no search is needed.

    Of each alternative these are its longest letters that no other choice replaces.
    """
    runs: set[str] = set()
    for pattern in patterns:
        required = pattern
        while (shorter := _OPTIONAL.sub(" ", required)) != required:
            required = shorter
        for alternative in _ALTERNATIVE.findall(required):
            sure = _RUN.findall(_CHOICE.sub(" ", alternative))
            runs.update([max(sure, key=len)] if sure else _RUN.findall(alternative))
    return tuple(sorted(runs))


def has_any(text: str, runs: tuple[str, ...]) -> bool:
    """Tell whether one of ``runs`` stands in ``text``, wherever."""
    return any(run in text for run in runs)


def before(words: str, filler: str = "(?!)") -> Pattern:
    """Return a pattern for words that end right where a moment begins."""
    return re.compile(before_words(words, filler) + "$")


def before_words(words: str, filler: str) -> str:
    """Return the same as the beginning of a pattern."""
    own = rf"(?<![\w'])(?:{words})(?:(?<=')|\b|(?<!\w)){MARKS}"
    return rf"{own}(?:(?:{filler})(?:(?<=')|\b){MARKS})*"


def after(words: str) -> Pattern:
    """Return a pattern for words that begin right where a moment ends."""
    return re.compile(rf"{MARKS}-?{MARKS}(?:{words})(?!\w)")


def _names(
    table: Mapping[str, Mapping[str, Mapping[int, str]]],
    widths: tuple[str, ...] = ("wide", "abbreviated"),
) -> Iterable[tuple[str, int]]:
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in table[context][width].items():
                yield fold_letters(name).rstrip("."), number


def _months(known: Locale) -> dict[str, int]:
    """Return a locale's months and its language's: Australians type "Jun", Babel says "June"."""
    language = Locale(known.language)
    return {**dict(_names(language.months)), **dict(_names(known.months))}


def _short_months(months: Mapping[str, int], weekdays: Mapping[str, int]) -> dict[str, int]:
    """Return the first three letters of each month, where they can be nothing else."""
    meant: dict[str, set[int]] = {}
    for name, number in months.items():
        if name[:3].isalpha():
            meant.setdefault(name[:3], set()).add(number)
    return {
        short: min(numbers)
        for short, numbers in meant.items()
        if len(short) == 3 and len(numbers) == 1 and short not in weekdays
    }


def _folded(words: Vocabulary) -> Vocabulary:
    changes = {
        field.name: fold_letters(value)
        for field in fields(words)
        if isinstance(value := getattr(words, field.name), str)
    }
    return replace(
        words,
        **changes,  # type: ignore[arg-type]
        numbers=tuple(fold_letters(number) for number in words.numbers),
        holidays=tuple((fold_letters(names), days) for names, days in words.holidays),
        shopping_days=tuple((fold_letters(names), day) for names, day in words.shopping_days),
        day_words={fold_letters(name): day for name, day in words.day_words.items()},
        words={name: fold_letters(pattern) for name, pattern in words.words.items()},
    )
