"""Months by their names, short and long, and as the end of an offer."""

from datetime import datetime

import pytest

from omnicontent.message.facts import Facts, Period
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.texts import Text

KIND = PeriodKind()
ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec"
SHORT = {
    **dict.fromkeys(("en", "en-GB", "en-AU", "en-IE", "en-US", "en-CA"), ENGLISH),
    "fr": "jan fev mars avr mai juin juil aou sep oct nov dec",
    "fr-CH": "janv fév mars avr mai jun jul août sept oct nov déc",
    "de": "jan feb mär apr mai jun jul aug sep okt nov dez",
    "de-AT": "jän feb mrz apr mai jun jul aug sept okt nov dez",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "es-MX": "ene feb mar abr may jun jul ago sept oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
}


def verdicts(text, end, locale="en", at=None, start=None):
    """What is judged in a text for an offer until the end of a day."""
    facts = Facts(period=Period(start=start, end=end, time_zone="Europe/Paris") if end else None)
    moment = datetime.fromisoformat(f"{at}:00+01:00") if at else None
    claims = KIND.claims(Text(text, locale))
    return [KIND.judge(claim, facts, moment, locale) for claim in claims]


@pytest.mark.parametrize("locale", SHORT)
def test_every_short_month_is_read(locale):
    for number, name in enumerate(SHORT[locale].split(), start=1):
        assert verdicts(f"17 {name}", f"2026-{number:02}-17", locale) == ["backed"], name
        assert verdicts(f"17 {name}", f"2026-{number:02}-16", locale) == ["contradiction"], name


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Ends in {}", "en"),
        ("Sale ends in early {}", "en"),
        ("Se termine en {}", "fr"),
        ("jusqu'à début {}", "fr"),
        ("endet im {}", "de"),
        ("bis Anfang {}", "de"),
        ("termina en {}", "es"),
        ("hasta principios de {}", "es"),
        ("finisce a {}", "it"),
        ("fino a inizio {}", "it"),
    ],
)
def test_an_end_in_a_month_is_in_no_other(text, locale):
    november, december = {
        "en": ("November", "December"),
        "fr": ("novembre", "décembre"),
        "de": ("November", "Dezember"),
        "es": ("noviembre", "diciembre"),
        "it": ("novembre", "dicembre"),
    }[locale]
    assert verdicts(text.format(december), "2026-11-30", locale) == ["contradiction"]
    assert verdicts(text.format(november), "2026-11-05", locale) == ["backed"]


@pytest.mark.parametrize(
    ("text", "end", "verdict"),
    [
        ("until the first week of October", "2026-11-30", "contradiction"),
        ("until the first week of October", "2026-10-04", "backed"),
        ("Ends in October", "2026-11-30", "contradiction"),
        ("Ends in early November", "2026-11-30", "contradiction"),
        ("until November", "2026-10-31", "backed"),
        ("until November", "2026-10-30", "contradiction"),
        ("until November", "2026-11-01", "contradiction"),
        ("before April", "2026-03-31", "backed"),
        ("before April", "2026-04-30", "contradiction"),
        ("full price again in April", "2026-03-31", "backed"),
    ],
)
def test_a_month_as_the_end(text, end, verdict):
    assert verdicts(text, end) == [verdict]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Il balcone vi guarda male da settembre.", "it"),
        ("With you since September", "en"),
        ("Depuis septembre", "fr"),
        ("Seit September", "de"),
        ("Desde septiembre", "es"),
    ],
)
def test_a_month_behind_since_promises_nothing(text, locale):
    assert verdicts(text, None, locale) == ["backed"]
    assert verdicts(text, "2026-05-31", locale) == ["backed"]
    assert verdicts(text, "2026-12-31", locale, start="2026-10-01") == ["contradiction"]
