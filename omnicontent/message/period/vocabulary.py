"""The words of time of one language, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from omnicontent.message.period.values import BLACK_FRIDAY, CYBER_MONDAY, Day, WordName

Holiday = tuple[str, tuple[tuple[int, int], ...]]
"""Words, and the days (day, month) that they may mean."""


def days_called(names: str) -> dict[str, int]:
    """Return the number of each day of a month by its name: from one to 31, apart by spaces.

    A "_" is a space, and "|" stands between the names of one day.
    """
    return {
        name.replace("_", " "): number
        for number, alternatives in enumerate(names.split(), start=1)
        for name in alternatives.split("|")
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Alternatives of regular expressions, without groups; ``#`` stands for a number.

    They are read without case and accents.
    """

    until: str = "(?<!-)->"
    """In front of the end."""
    until_date: str = "(?<!-)->"
    """In front of the end, but only where that is a date: "au 31 décembre"."""
    by: str = "(?!)"
    """In front of the end, or of what the customer gets by then."""
    ends: str = "(?!)"
    """What an offer does at its end, before or behind that: "Ends Sunday", "Sunday it's over"."""
    particles: str = "(?!)"
    """The same, behind the end only."""
    split: str = "(?!)"
    """The first half of such a verb, in front of the end ..."""
    split_end: str = "(?!)"
    """... and its second half, behind: "läuft morgen ab"."""
    after: str = "(?!)"
    """Between such a verb and the end: "nothing left after Sunday"."""
    this: str = "(?!)"
    """In front of a weekday's short form."""
    closes: str = "(?!)"
    """What a shop does every evening, and an offer only once."""
    offers: str = "(?!)"
    """What closes only once."""
    subjects: str = "(?!)"
    """Between the end and the verb behind it: "Sunday the whole thing ends"."""
    since: str = "(?!)"
    """In front of the start."""
    filler: str = "(?!)"
    """Between these words and the day."""
    to: str = "-|->"
    """Between the two ends of a span."""
    between: str = "(?!)"
    both: str = "&"
    """Between two days: "and"."""
    on: str = "(?!)"
    """In front of any date."""
    closing: str = "(?!)"
    """Behind the end."""
    under: str = "(?!)"
    """In front of a count of hours: at most so many."""
    only: str = "(?!)"
    """Before or behind a word such as "today", which makes it the end."""
    of: str = "(?!)"
    """Between day and month."""
    ordinal: str = "(?!)"
    """Behind the number of a day."""
    at: str = "(?!)"
    """Between a day and its hour."""
    end_of: str = "(?!)"
    """In front of a month: its last day."""
    early_of: str = "(?!)"
    """In front of a month: one of its first days."""
    middle_of: str = "(?!)"
    all_of: str = "(?!)"
    """In front of a month: from its first day to its last."""
    all_behind: str = "(?!)"
    """The same behind a month: "December long"."""
    through: str = "(?!)"
    """In front of a month: to its last day."""
    day_part: str = "(?!)"
    """Behind a weekday: its evening."""
    within: str = "(?!)"
    """Between "only", or a verb such as "ends", and a month."""
    valid: str = "(?!)"
    """In front of "this week", which makes it the end."""
    until_word: str = "(?!)"
    """In front of a word such as "tomorrow" only: the end, or when a parcel comes."""
    year_end: str = "(?!)"
    bare_day: str = "(?!)"
    """In front of a day without its month: "until the"."""
    bare_ordinal: bool = False
    """Whether such a day needs its ordinal, so that it is no number of things."""
    follows: str = "(?!)"
    """Words that may stand behind a day without its month."""
    at_once: str = "(?!)"
    """In front of "today": no start, but "as of now"."""
    next_week: str = "(?!)"
    """Beside a weekday: the next one, or the one after."""
    midnight: str = "(?!)"
    noon: str = "(?!)"
    opening: str = "(?!)"
    """Words of opening hours, of meals and of service: an hour near them is no end."""
    notes: str = "(?!)"
    """In front of a date that dates the text itself, or names a street: "updated on"."""
    afterwards: str = "(?!)"
    """What happens on the day after the end: "full price again"."""
    dearer: str = "(?!)"
    """The same, right beside a word such as "tomorrow", and of the price only."""
    months: Mapping[str, int] = field(default_factory=dict)
    """Short forms besides Babel's."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Short forms besides Babel's; Monday is 0."""
    day_words: Mapping[str, int] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    """One, two, three ...; several words for one number stand apart by "|"."""
    holidays: tuple[Holiday, ...] = ()
    shopping_days: tuple[tuple[str, Day], ...] = (
        ("black[- ]?friday", BLACK_FRIDAY),
        ("cyber[- ]?monday", CYBER_MONDAY),
    )
    """Days that move from year to year, with their names."""
    words: Mapping[WordName, str] = field(default_factory=dict)
    ambiguous: frozenset[WordName] = frozenset()
    """Words that mean something else, too, unless a role stands in front: "morgen"."""
    month_first: bool = False
    """Whether ``Dec 31`` is a date."""
    dotted: bool = False
    """Whether ``31.12.`` is a date without further words."""
