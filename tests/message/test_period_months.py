"""Months by their names, short and long, and as the end of an offer."""

from datetime import datetime

import pytest

from omnicontent.message.facts import Facts, Period
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.texts import Text

KIND = PeriodKind()
ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split()
SHORT = {
    **dict.fromkeys(("en", "en-GB", "en-AU", "en-IE", "en-US", "en-CA"), ENGLISH),
    "fr": "jan fev mars avr mai juin juil aou sep oct nov dec".split(),
    "fr-CH": "janv fév mars avr mai jun jul août sept oct nov déc".split(),
    "de": "jan feb mär apr mai jun jul aug sep okt nov dez".split(),
    "de-AT": "jän feb mrz apr mai jun jul aug sept okt nov dez".split(),
    "es": "ene feb mar abr may jun jul ago sep oct nov dic".split(),
    "es-MX": "ene feb mar abr may jun jul ago sept oct nov dic".split(),
    "it": "gen feb mar apr mag giu lug ago set ott nov dic".split(),
}


def verdicts(text, end, locale="en", at=None, start=None):
    """What is judged in a text for an offer until the end of a day."""
    facts = Facts(period=Period(start=start, end=end, time_zone="Europe/Paris") if end else None)
    moment = datetime.fromisoformat(f"{at}:00+01:00") if at else None
    claims = KIND.claims(Text(text, locale))
    return [KIND.judge(claim, facts, moment, locale) for claim in claims]


@pytest.mark.parametrize("locale", SHORT)
def test_every_short_month_is_read(locale):
    for number, name in enumerate(SHORT[locale], start=1):
        assert verdicts(f"17 {name}", f"2026-{number:02}-17", locale) == ["backed"], name
        assert verdicts(f"17 {name}", f"2026-{number:02}-16", locale) == ["contradiction"], name
