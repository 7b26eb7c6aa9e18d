"""Dates and months as careless editors type them, and what only looks like one."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from omnicontent.message.facts import Facts, Period
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.texts import Text

PARIS = ZoneInfo("Europe/Paris")
DECEMBER = Period(start="2026-12-01", end="2026-12-31", time_zone="Europe/Paris")
MAY = Period(start="2027-05-03", end="2027-05-15", time_zone="Europe/Paris")
FRIDAY_TO_MONDAY = Period(start="2026-11-27", end="2026-11-30", time_zone="America/New_York")
WEEKEND = Period(start="2026-12-05", end="2026-12-06", time_zone="Europe/London")
KIND = PeriodKind()


def verdicts(text, locale, period):
    """What is judged in a text, and how."""
    claims = KIND.claims(Text(text, locale))
    return [KIND.judge(claim, Facts(period=period), None, locale) for claim in claims]


def carried(text, locale, period):
    shown = Text(text, locale)
    return KIND.carried(period, shown, tuple(KIND.claims(shown)), None)


TRUE = [
    ("en-GB", "right through December"),
    ("en-GB", "for the whole of December"),
    ("en-GB", "1st thru 31st December"),
    ("en-GB", "30% off. Ends 31/12."),
    ("en-GB", "Until close of business on 31 December"),
    ("en-GB", "until the last day of December"),
    ("en-GB", "from the first to the thirty-first of December"),
    ("en-GB", "December 31st is when it stops"),
    ("en-GB", "on 31 December it's game over"),
    ("en-GB", "Offer closes: 31/12/26"),
    ("en-GB", "Expires on the 31 of December"),
    ("en-GB", "use by 31 Dec 2026"),
    ("en-GB", "Valid: 01.12.2026 to 31.12.2026"),
    ("en-GB", "01 / 12 / 2026 – 31 / 12 / 2026"),
    ("en-GB", "all the way to the 31st of December"),
    ("en-GB", "up to and including 31 December"),
    ("en-GB", "all through the month of December"),
    ("en-GB", "not valid after 31 December"),
    ("en-US", "Dec. 1st – 31st"),
    ("en-US", "12/1–12/31: 30% off"),
    ("en-US", "Now thru 12/31"),
    ("en-US", "good thru Dec 31"),
    ("en-US", "ends 12-31-2026"),
    ("en-US", "'til December thirty-first"),
    ("en-US", "December 31 or bust: that's when it ends"),
    ("fr", "durant tout le mois de décembre"),
    ("fr", "sur tout le mois de décembre"),
    ("fr", "pendant le mois de décembre"),
    ("fr", "tout décembre"),
    ("fr", "jusqu'au trente-et-un décembre"),
    ("fr", "du premier au trente et un décembre"),
    ("fr", "jusqu'au 31 / 12 / 2026"),
    ("fr", "Jusqu'au 31/12/26 inclus"),
    ("fr", "Du 01/12/26 au 31/12/26"),
    ("fr", "Offre valable jusqu'au 31-12"),
    ("fr", "l'offre court jusqu'au 31 décembre"),
    ("fr", "fin de l'offre le 31 décembre"),
    ("fr", "valable jusqu'au 31 décembre minuit HNEC"),
    ("fr", "Le 31 décembre, on ferme les vannes"),
    ("fr", "jusqu'au jeudi trente et un décembre"),
    ("de", "im gesamten Dezember"),
    ("de", "den ganzen Dezember lang"),
    ("de", "der komplette Dezember"),
    ("de", "nur im Dezember"),
    ("de", "vom ersten bis einunddreißigsten Dezember"),
    ("de", "bis zum 31. 12. 2026"),
    ("de", "bis 31. 12."),
    ("de", "gültig bis: 31.12.26"),
    ("de", "1. bis 31. Dez."),
    ("de", "Ende: 31. Dezember"),
    ("de", "Läuft bis Silvester"),
    ("de", "bis einschl. 31.12."),
    ("de", "Am 31. Dezember ist Schluss"),
    ("es", "todo el mes de diciembre"),
    ("es", "durante todo diciembre"),
    ("es", "a lo largo de diciembre"),
    ("es", "solo en diciembre"),
    ("es", "hasta el treinta y uno de diciembre"),
    ("es", "del uno al treinta y uno de diciembre"),
    ("es", "hasta el 31 / 12 / 2026"),
    ("es", "válido hasta 31-12-2026"),
    ("es", "El 31 de diciembre se acaba"),
    ("es", "fin: 31/12"),
    ("es", "hasta el 31 de dic."),
    ("it", "per tutto il mese di dicembre"),
    ("it", "per tutto dicembre"),
    ("it", "l'intero mese di dicembre"),
    ("it", "solo a dicembre"),
    ("it", "fino al trentuno dicembre"),
    ("it", "dal primo al trentuno dicembre"),
    ("it", "fino al 31 / 12 / 2026"),
    ("it", "valido fino al 31-12-2026"),
    ("it", "Il 31 dicembre finisce tutto"),
    ("it", "scadenza: 31/12"),
    ("en-US", "Promotion runs December 1 through December 31"),
    ("en-US", "12/1/26 thru 12/31/26"),
    ("en-US", "Offer valid Dec 1-Dec 31"),
    ("en-US", "December 1st to 31st"),
    ("en-US", "thru Thurs, Dec 31"),
    ("en-US", "Ends December 31st at 11:59pm CET"),
    ("en-US", "Sale ends 31-Dec-26"),
    ("en-US", "from Dec. 1 - Dec. 31, 2026"),
    ("en-US", "Dec 1 to the 31st"),
    ("en-US", "Deadline: Thursday Dec. 31"),
    ("en-US", "December only"),
    ("en-US", "ends the 31st of December, 2026."),
    ("fr-CA", "jusqu'au 2026-12-31"),
    ("fr-CA", "Du 1 au 31 décembre 2026"),
    ("fr-CA", "Tout décembre durant"),
    ("fr-CA", "31 déc. : dernier jour"),
    ("fr-CA", "en décembre seulement"),
    ("de-AT", "bis 31.12.2026 um 23:59 (MEZ)"),
    ("de-AT", "1. 12. – 31. 12. 2026"),
    ("de-AT", "01.12. – 31.12."),
    ("de-AT", "den Dezember über"),
    ("de-AT", "Ende Aktion: 31.12."),
    ("de-AT", "bis Do., 31. Dez."),
    ("es", "del 1 al 31/12"),
    ("es", "desde el 1 hasta el 31 de diciembre"),
    ("es", "hasta las 23:59 h del 31 de diciembre"),
    ("es", "hasta el 31 de diciembre de 2026 (hora peninsular)"),
    ("es", "diciembre entero"),
    ("it", "dal 1/12 al 31/12"),
    ("it", "dall'1 al 31 dicembre"),
    ("it", "fino alle 23.59 del 31 dicembre"),
    ("it", "fino a dicembre compreso"),
    ("it", "dicembre intero"),
    ("it", "entro le ore 24 del 31 dicembre"),
    ("fr", "jusqu'à décembre inclus"),
    ("fr", "31/12 : dernier jour"),
    ("fr", "du 1er au 31 décembre 2026 à 23h59"),
    ("fr", "avant le 31 décembre minuit"),
    ("fr", "Du 1.12. au 31.12."),
    ("en-GB", "1 to 31 Dec inc."),
    ("en-GB", "between 1st and 31st of December"),
    ("en-GB", "valid till 31st December"),
    ("en-GB", "Dec 31 is the cut-off"),
    ("en-GB", "cut-off is 31 Dec"),
    ("en-GB", "Offer period: 1/12/26 - 31/12/26"),
    ("en-GB", "Promo dates: 01.12.26 – 31.12.26"),
    ("en-GB", "ends: 31.12"),
    ("en-GB", "T&Cs: ends 23.59 on 31.12.26"),
    ("en-GB", "closes 31 December 2026"),
    ("en-GB", "Start date: 1 December. End date: 31 December."),
    ("en-GB", "Validity: 1-31 December 2026"),
    ("en-GB", "Expiry date: 31/12/2026"),
    ("en-GB", "EXP 31/12/26"),
    ("en-GB", "runs all December"),
    ("en-GB", "Thursday 31st December 2026"),
    ("en-GB", "31st Dec '26"),
    ("en-GB", "til 31.12."),
    ("en-GB", "ends at the end of Dec"),
    ("en-GB", "December 1 – 31, 2026"),
]


@pytest.mark.parametrize(("locale", "text"), TRUE)
def test_a_true_date_says_the_period(locale, text):
    assert carried(text, locale, DECEMBER)
    assert set(verdicts(text, locale, DECEMBER)) == {"backed"}


@pytest.mark.parametrize(
    ("locale", "text"),
    [(locale, text.replace("31", "24")) for locale, text in TRUE if "31" in text],
)
def test_every_way_to_type_it_tells_another_day(locale, text):
    assert "contradiction" in verdicts(text, locale, DECEMBER)


WRONG = [
    ("en-GB", "all through November"),
    ("en-GB", "for the whole of January"),
    ("en-GB", "ends on the fifth of December"),
    ("en-GB", "Offer closes: 1/12/26 to 24/12"),
    ("en-GB", "On the fifteenth of December it's over"),
    ("en-GB", "not valid after 24 December"),
    ("en-GB", "12/24 is the last day"),
    ("en-GB", "right up to Christmas Eve"),
    ("en-GB", "Valid until 31 Nov"),
    ("fr", "durant tout le mois de novembre"),
    ("fr", "jusqu'au quinze décembre"),
    ("fr", "Le 24 décembre, c'est fini"),
    ("fr", "en janvier seulement"),
    ("fr", "jusqu'au 30 / 12 / 2026"),
    ("fr", "se termine le vingt décembre"),
    ("fr", "plus rien après le 24 décembre"),
    ("de", "im ganzen November"),
    ("de", "bis zum fünften Dezember"),
    ("de", "bis 24. 12. 2026"),
    ("de", "Am 24. Dezember ist Schluss"),
    ("de", "läuft am 30.12. ab"),
    ("de", "nur im Januar"),
    ("es", "todo el mes de enero"),
    ("es", "hasta el quince de diciembre"),
    ("es", "El 24 de diciembre se acaba"),
    ("es", "solo en enero"),
    ("es", "hasta el 30 / 12 / 2026"),
    ("it", "per tutto gennaio"),
    ("it", "fino al quindici dicembre"),
    ("it", "Il 24 dicembre finisce tutto"),
    ("it", "solo a gennaio"),
    ("en-US", "Ends 1/12"),
    ("en-US", "Offer valid 12/1–12/30"),
    ("en-US", "thru the end of November"),
    ("en-US", "Ends Dec 31 at 11:59pm PT"),
    ("en-US", "Dec 1 to the 24th"),
    ("en-US", "good through December 28"),
    ("en-US", "Ends on the twenty-fourth of December"),
    ("en-US", "Ends December twenty-fourth"),
    ("en-GB", "valid till 21st December"),
    ("en-GB", "cut-off is 30 Dec"),
    ("en-GB", "Expiry date: 31/10/2026"),
    ("en-GB", "EXP 30/11/26"),
    ("en-GB", "ends: 30.12"),
    ("en-GB", "End date: 30 December"),
    ("en-GB", "ends at the end of Nov"),
    ("en-GB", "runs all November"),
    ("en-GB", "Wednesday 31st December 2026"),
    ("en-GB", "closes 24 December 2026"),
]


@pytest.mark.parametrize(("locale", "text"), WRONG)
def test_another_date_is_a_contradiction(locale, text):
    assert "contradiction" in verdicts(text, locale, DECEMBER)
    assert not carried(text, locale, DECEMBER)


HARMLESS = [
    ("en-GB", "Our fifth December in business"),
    ("en-GB", "The party's over when we say so"),
    ("en-GB", "shop closes at 8 pm on Sundays"),
    ("en-GB", "Fifteen minutes to fame"),
    ("en-GB", "We close tonight at 6 and open tomorrow at 9"),
    ("en-GB", "Free gift with every second coat"),
    ("en-GB", "The show ends at 10 pm"),
    ("en-GB", "first come, first served"),
    ("en-GB", "Prices may rise"),
    ("en-GB", "a march of 20 miles"),
    ("en-GB", "Good things come to those who wait till Friday night fever"),
    ("fr", "Notre boutique ferme à 19 h"),
    ("fr", "deux mars pour le prix d'un"),
    ("fr", "Le magasin ferme ce soir à 18 h"),
    ("fr", "Fini les mauvaises surprises"),
    ("fr", "quinze décembres ensemble"),
    ("fr", "C'est fini, les files d'attente"),
    ("de", "Der Laden schließt um 18 Uhr"),
    ("de", "Schluss mit kalten Füßen"),
    ("de", "Unser fünfter Dezember"),
    ("es", "La tienda cierra a las 20 h"),
    ("es", "Plaza del Dos de Mayo"),
    ("es", "Se acabó el frío"),
    ("it", "Il negozio chiude alle 20"),
    ("it", "Basta freddo: è finita"),
    ("it", "due marzo, uno aprile"),
    ("en", "The December issue is out"),
    ("en", "Only in Paris"),
    ("en", "Two for one, three for two"),
    ("en", "Buy one by one"),
    ("en", "1/2 off the second, 3/4 length coats"),
    ("en", "Over 30 colours"),
    ("en", "the first of many"),
    ("en", "May all your days be bright"),
    ("en", "Every second counts"),
    ("en", "We start where others stop"),
    ("en", "24/7 support, all year long"),
    ("en", "a fifth of the price"),
    ("en", "Table for 6/12 people"),
    ("en", "Good to the last drop"),
    ("en", "Offers end when stocks run out"),
    ("en", "Code: 12-31-26-99"),
    ("en-GB", "Est. 1/12"),
    ("en-GB", "A 3/4 coat, a 1/2 day"),
    ("en-GB", "version 31.12"),
    ("en-GB", "ratio 1:12 and 31:12"),
    ("en-GB", "5/12 people agree"),
    ("en-GB", "30/12 = 2.5"),
    ("en-GB", "Score: 12-31"),
    ("en-GB", "Room 31/12"),
    ("en-GB", "Apt 12/31"),
    ("en-GB", "Serial 31-12"),
    ("en-GB", "all may enter"),
    ("en-GB", "You may only use it once"),
    ("en-GB", "first or second? third!"),
]


@pytest.mark.parametrize(("locale", "text"), HARMLESS)
def test_what_is_no_date_promises_nothing(locale, text):
    claims = KIND.claims(Text(text, locale))
    assert [claim for claim in claims if claim.value.promises] == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "We open on Monday 3 May"),
        ("en", "from 3 May"),
        ("en", "Kicking off Monday, May 3"),
        ("fr", "On ouvre le lundi 3 mai"),
        ("de", "ab 3. Mai"),
        ("es", "desde el 3 de mayo"),
        ("it", "dal 3 maggio"),
    ],
)
def test_a_true_start_alone_is_no_fault(locale, text):
    assert verdicts(text, locale, MAY) == ["backed"]
    other = Period(start="2027-05-04", end="2027-05-15", time_zone="Europe/Paris")
    assert verdicts(text, locale, other) == ["contradiction"]


@pytest.mark.parametrize(
    ("locale", "text", "verdict"),
    [
        ("en", "12/6 is the last day", "backed"),
        ("en-US", "until 12/6", "backed"),
        ("en-US", "6/12 is the last day", "contradiction"),
        ("en-GB", "6/12 is the last day", "backed"),
        ("en-IE", "12/6 is the last day", "contradiction"),
        ("en-AU", "until 12/6", "contradiction"),
        ("fr", "le 6/12, dernier jour", "backed"),
        ("fr", "jusqu'au 12/6", "contradiction"),
    ],
)
def test_an_ambiguous_date_is_read_in_the_locales_order(locale, text, verdict):
    assert verdicts(text, locale, WEEKEND) == [verdict]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "From Black Friday through Cyber Monday"),
        ("en", "until Cyber Monday"),
        ("fr", "du vendredi fou au cyberlundi"),
        ("de", "bis Cyber Monday"),
        ("es", "hasta el ciberlunes"),
        ("it", "fino al Cyber Monday"),
    ],
)
def test_the_days_of_sales_move_with_the_year(locale, text):
    assert carried(text, locale, FRIDAY_TO_MONDAY)
    assert set(verdicts(text, locale, FRIDAY_TO_MONDAY)) == {"backed"}
    a_year_later = Period(start="2027-11-27", end="2027-11-30", time_zone="Europe/Paris")
    assert "contradiction" in verdicts(text, locale, a_year_later)


@pytest.mark.parametrize(
    ("locale", "text"), [("en", "Black Friday only"), ("de", "nur am Black Friday")]
)
def test_one_day_of_four_is_a_contradiction(locale, text):
    assert verdicts(text, locale, FRIDAY_TO_MONDAY) == ["contradiction"]


EVENING = Period(end=datetime(2026, 12, 31, 18, tzinfo=PARIS), time_zone="Europe/Paris")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("fr-CA", "jusqu'au 31 décembre à 12 h (HE)"),
        ("fr-CA", "jusqu'au 31 décembre, 12 h HNE"),
        ("fr-CA", "jusqu'au 31 décembre à 12 h, heure de l'Est"),
        ("fr-CA", "jusqu'au 31 décembre à 12 h (heure de Montréal)"),
        ("fr-CA", "jusqu'au 31 décembre à 9 h HNP"),
        ("fr", "jusqu'au 31 décembre à 18 h (heure suisse)"),
        ("de", "bis 31.12., 18 Uhr MEZ"),
        ("de", "bis 31.12., 18 Uhr deutscher Zeit"),
        ("en", "until 31 December, 5 pm GMT"),
        ("en", "until 31 December, 5 pm UK time"),
        ("en", "until Dec 31, noon ET"),
        ("en", "until Dec 31, 11 am CT"),
        ("en", "until Dec 31, 9 am Pacific time"),
        ("es", "hasta el 31 de diciembre a las 18:00 (hora peninsular)"),
    ],
)
def test_an_hour_is_that_of_the_zone_named(locale, text):
    assert verdicts(text, locale, EVENING) == ["backed"]
    later = EVENING.model_copy(update={"end": datetime(2026, 12, 31, 19, tzinfo=PARIS)})
    assert verdicts(text, locale, later) == ["contradiction"]
