"""Words that mean another day tomorrow, held against the day on which they are read."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from omnicontent.message.facts import Facts, Period
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.lock import Wanted, check_text
from omnicontent.message.period.moments import words_that_age
from omnicontent.message.texts import Text

PARIS = ZoneInfo("Europe/Paris")
DECEMBER = Period(start="2026-12-01", end="2026-12-31", time_zone="Europe/Paris")
SUNDAY = Period(start="2026-12-01", end="2026-12-13", time_zone="Europe/Paris")
NOON = Period(end=datetime(2026, 12, 31, 12, tzinfo=PARIS), time_zone="Europe/Paris")
KIND = PeriodKind()


def day(number, month=12, hour=10):
    return datetime(2026, month, number, hour, tzinfo=PARIS)


def verdicts(text, locale, period, at=None):
    claims = KIND.claims(Text(text, locale))
    return [KIND.judge(claim, Facts(period=period), at, locale) for claim in claims]


def carried(text, locale, period, at=None):
    shown = Text(text, locale)
    return KIND.carried(period, shown, tuple(KIND.claims(shown)), at)


NAMES_THE_END = [
    ("Ends tonight", "en", 31),
    ("today only", "en", 31),
    ("Only today!", "en", 31),
    ("Last day!", "en", 31),
    ("Today is the last day", "en", 31),
    ("Last chance today", "en", 31),
    ("tonight at midnight", "en", 31),
    ("Ends today at 11:59 pm", "en", 31),
    ("Ends tomorrow", "en", 30),
    ("Tomorrow is the last day", "en", 30),
    ("until tomorrow at midnight", "en", 30),
    ("Ends in 2 days", "en", 29),
    ("Only 3 days left", "en", 29),
    ("three days to go", "en", 28),
    ("until Thursday", "en", 28),
    ("ends this Thursday", "en", 25),
    ("Ends at the end of the month", "en", 10),
    ("Ce soir minuit", "fr", 31),
    ("Jusqu'à ce soir", "fr", 31),
    ("aujourd'hui seulement", "fr", 31),
    ("Uniquement aujourd’hui", "fr", 31),
    ("Dernier jour !", "fr", 31),
    ("Dernier jour aujourd'hui", "fr", 31),
    ("Demain, dernier jour", "fr", 30),
    ("se termine demain", "fr", 30),
    ("jusqu'à demain soir", "fr", 30),
    ("plus que 3 jours", "fr", 29),
    ("Encore 2 jours", "fr", 30),
    ("Il ne reste que deux jours", "fr", 30),
    ("J-3", "fr", 28),
    ("Fin dans 2 jours", "fr", 29),
    ("jusqu'à jeudi", "fr", 28),
    ("jusqu'à jeudi minuit", "fr", 28),
    ("jusqu'à la fin du mois", "fr", 4),
    ("Nur heute", "de", 31),
    ("endet heute um Mitternacht", "de", 31),
    ("Letzter Tag", "de", 31),
    ("bis morgen", "de", 30),
    ("Nur noch 3 Tage", "de", 29),
    ("bis Donnerstag", "de", 28),
    ("endet in 2 Tagen", "de", 29),
    ("Solo hoy", "es", 31),
    ("Último día", "es", 31),
    ("hasta mañana", "es", 30),
    ("Quedan 3 días", "es", 29),
    ("hasta el jueves", "es", 28),
    ("Solo oggi", "it", 31),
    ("Ultimo giorno", "it", 31),
    ("fino a domani", "it", 30),
    ("Ancora 3 giorni", "it", 29),
    ("fino a giovedì", "it", 28),
    ("scade tra 2 giorni", "it", 29),
]


@pytest.mark.parametrize(("text", "locale", "number"), NAMES_THE_END)
def test_the_right_word_names_the_end_on_its_day(text, locale, number):
    at = day(number)
    assert set(verdicts(text, locale, DECEMBER, at)) == {"backed"}
    assert carried(text, locale, DECEMBER, at)


@pytest.mark.parametrize(("text", "locale", "number"), NAMES_THE_END)
def test_without_a_day_it_is_neither_proof_nor_fault(text, locale, number):
    assert set(verdicts(text, locale, DECEMBER)) == {"backed"}
    assert not carried(text, locale, DECEMBER)


@pytest.mark.parametrize(("text", "locale", "number"), NAMES_THE_END)
def test_it_is_wrong_after_the_end_and_made_up_without_a_period(text, locale, number):
    assert "contradiction" in verdicts(text, locale, DECEMBER, day(31) + timedelta(days=20))
    assert "orphan" in verdicts(text, locale, None, day(number))


OF_ONE_DAY = [row for row in NAMES_THE_END if "month" not in row[0] and "mois" not in row[0]]


@pytest.mark.parametrize(("text", "locale", "number"), OF_ONE_DAY)
def test_it_is_wrong_four_days_before(text, locale, number):
    wrong = day(number) - timedelta(days=4)
    assert "contradiction" in verdicts(text, locale, DECEMBER, wrong)
    assert not carried(text, locale, DECEMBER, wrong)


@pytest.mark.parametrize(
    ("text", "locale", "number"),
    [
        ("Order today!", "en", 5),
        ("Order now", "en", 5),
        ("Commandez aujourd'hui", "fr", 1),
        ("Commandez dès aujourd'hui", "fr", 20),
        ("this week", "en", 31),
        ("This month", "en", 3),
        ("ce week-end", "fr", 9),
        ("Last days", "en", 24),
        ("Derniers jours", "fr", 28),
        ("Dernières heures", "fr", 30),
        ("Starts today", "en", 1),
        ("Available from tomorrow", "en", 30 - 30 + 1),
        ("Heute bestellen", "de", 5),
        ("Letzte Tage", "de", 30),
        ("Últimos días", "es", 30),
        ("Ultimi giorni", "it", 30),
        ("Only 48 hours left", "en", 30),
        ("plus que 24 h", "fr", 31),
    ],
)
def test_words_that_are_right_without_naming_the_end(text, locale, number):
    at = day(number)
    if "from tomorrow" in text:
        at = day(30, month=11)
    assert "contradiction" not in verdicts(text, locale, DECEMBER, at)
    assert not carried(text, locale, DECEMBER, at)


@pytest.mark.parametrize(
    ("text", "locale", "at"),
    [
        ("Order today!", "en", day(30, month=11)),
        ("Today only", "en", day(30, month=11)),
        ("Today only", "en", day(30)),
        ("Starts today", "en", day(2)),
        ("Starts tomorrow", "en", day(5)),
        ("Last days", "en", day(10)),
        ("Derniers jours", "fr", day(23)),
        ("Ends this weekend", "en", day(10)),
        ("this weekend only", "en", day(10)),
        ("until Sunday", "en", day(10)),
        ("jusqu'à dimanche", "fr", day(29)),
        ("ends this week", "en", day(10)),
        ("Plus que 24 h", "fr", day(29)),
        ("Nur dieses Wochenende", "de", day(10)),
        ("solo este fin de semana", "es", day(10)),
        ("solo questo weekend", "it", day(10)),
    ],
)
def test_words_on_a_day_that_makes_them_wrong(text, locale, at):
    assert "contradiction" in verdicts(text, locale, DECEMBER, at)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("until Sunday", "en"),
        ("this weekend only", "en"),
        ("Ends this weekend", "en"),
        ("until the end of the week", "en"),
        ("jusqu'à dimanche minuit", "fr"),
        ("seulement ce week-end", "fr"),
        ("nur dieses Wochenende", "de"),
        ("fino a domenica", "it"),
    ],
)
def test_a_period_that_ends_with_the_weekend(text, locale):
    assert verdicts(text, locale, SUNDAY, day(10)) == ["backed"]
    assert verdicts(text, locale, SUNDAY, day(2)) == ["contradiction"]


@pytest.mark.parametrize("text", ["Order today", "Book now", "See you this weekend, tomorrow"])
def test_plain_words_promise_nothing_where_there_is_no_period(text):
    assert set(verdicts(text, "en", None, day(5))) <= {"backed"}


def test_an_end_at_noon_is_not_tonight():
    assert verdicts("Ends tonight", "en", NOON, day(31)) == ["contradiction"]
    assert verdicts("Ends today", "en", NOON, day(31)) == ["backed"]
    assert verdicts("Ends today at noon", "en", NOON, day(31)) == ["backed"]
    assert verdicts("Ends today at 1 pm", "en", NOON, day(31)) == ["contradiction"]


def test_the_last_moment_of_a_period_is_still_its_last_day():
    assert verdicts("Last day", "en", DECEMBER, DECEMBER.end) == ["backed"]
    later = DECEMBER.end + timedelta(minutes=1)
    assert verdicts("Last day", "en", DECEMBER, later) == ["contradiction"]


def test_a_day_is_that_of_the_periods_zone():
    auckland = Period(start="2026-12-31", end="2026-12-31", time_zone="Pacific/Auckland")
    assert verdicts("Today only", "en", auckland, day(30, hour=13)) == ["backed"]


def test_only_words_that_age_are_selected():
    claims = words_that_age("Ends tomorrow, December 31. Order today before 6 pm.", "en")
    assert [claim.value.what.name for claim in claims] == ["tomorrow", "today"]
    assert all(claim.value.relative for claim in claims)
    assert words_that_age("until December 31, open until 8 pm", "en") == ()


def test_the_lock_marks_the_word_where_it_stands():
    proof = check_text(
        Facts(period=DECEMBER), "Hurry!\n\nIt ends tomorrow.", "en", Wanted(), at=day(3)
    )
    (finding,) = proof.findings
    assert (finding.kind, finding.span, finding.start) == ("contradiction", "tomorrow", 16)
