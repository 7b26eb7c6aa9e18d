"""The period as we say it ourselves is carried and never held against itself; other days are."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnicontent.message.facts import Facts, Period
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.lock import Wanted, check_text
from omnicontent.message.saying import say
from omnicontent.message.texts import Text

KIND = PeriodKind()
LANGUAGES = ["en", "fr", "de", "es", "it", "en-GB", "fr-CA", "de-AT", "es-MX"]
OTHERS = ["ja", "ar", "hi", "ru", "zh-TW", "th", "ko", "hu", "pl", "pt-BR", "nl", "sv", "tr", "vi"]
FORMS = st.sampled_from(["long", "short"])
ZONES = st.sampled_from(["UTC", "Europe/Paris", "America/Montreal", "Pacific/Auckland"])
MOMENTS = st.integers(1_600_000_000, 2_100_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))
DAYS = st.dates(date(2025, 1, 1), date(2029, 12, 31))


@st.composite
def periods(draw):
    zone = draw(ZONES)
    end = draw(MOMENTS).replace(second=0, microsecond=0)
    if draw(st.booleans()):
        end = end.astimezone(ZoneInfo(zone)).replace(hour=0, minute=0)
    start = end - timedelta(minutes=draw(st.integers(1, 400 * 24 * 60)))
    shape = draw(st.sampled_from(["both", "start", "end"]))
    ends = {"start": start} if shape != "end" else {}
    ends |= {"end": end} if shape != "start" else {}
    return Period(**ends, time_zone=zone)


@settings(deadline=None)  # the first text of a locale compiles its patterns
@given(periods(), st.sampled_from(LANGUAGES + OTHERS), FORMS)
def test_what_we_say_is_carried_and_agrees_with_itself(period, locale, form):
    text = f"Go! {say(period, locale, form)}. Fin."
    proof = check_text(Facts(period=period), text, locale, Wanted(("period",)))
    assert proof.carries == ("period",)
    assert proof.findings == ()


@settings(deadline=None)  # the first text of a locale compiles its patterns
@given(periods(), st.sampled_from(LANGUAGES), FORMS)
def test_what_we_say_is_read_back(period, locale, form):
    shown = Text(say(period, locale, form), locale)
    assert KIND.carried(period, shown, tuple(KIND.claims(shown)), None)


@settings(deadline=None)  # the first text of a locale compiles its patterns
@given(DAYS, st.integers(0, 60), DAYS, st.sampled_from(LANGUAGES), FORMS)
def test_any_other_day_is_found(end, length, other, locale, form):
    period = Period(start=end - timedelta(days=length), end=end)
    if other in {end, end - timedelta(days=length)}:
        return
    if form == "short" and (other.month, other.day) in {
        (day.month, day.day) for day in (end, end - timedelta(days=length))
    }:
        return
    for wrong in (Period(end=other), Period(start=other), Period(start=other, end=other)):
        proof = check_text(Facts(period=period), say(wrong, locale, form), locale)
        assert "contradiction" in {finding.kind for finding in proof.findings}


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("number", range(1, 32))
def test_every_day_of_a_month_is_an_orphan_without_a_period(locale, number):
    said = Period(end=date(2026, 12, number))
    proof = check_text(Facts(), say(said, locale, "short"), locale)
    assert [finding.kind for finding in proof.findings] == ["orphan"]


@settings(deadline=None)  # the first text of a locale compiles its patterns
@given(st.text(), st.sampled_from(LANGUAGES + OTHERS))
def test_any_text_can_be_read(text, locale):
    shown = Text(text, locale)
    for claim in KIND.claims(shown):
        assert 0 <= claim.start < claim.end <= len(shown.plain)
        assert KIND.say_claim(claim, shown)


WORDS = ["until", "31", "Dec", "1", "jusqu'au", "/", "décembre", "-", "6 pm", "18 h", "Sunday"]
WORDS += [
    "today",
    "le",
    "bis",
    "12.",
    "fin",
    "mois",
    "'",
    ":",
    "midnight",
    "minuit",
    "2 days left",
]


@settings(deadline=None)  # the first text of a locale compiles its patterns
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from(LANGUAGES))
def test_any_heap_of_words_can_be_judged(words, locale):
    period = Period(start=date(2026, 12, 1), end=date(2026, 12, 31))
    for glue in ("", " "):
        shown = Text(glue.join(words), locale)
        for claim in KIND.claims(shown):
            for at in (None, period.start, period.end):
                KIND.judge(claim, Facts(period=period), at, locale)
                KIND.carried(period, shown, (claim,), at)
