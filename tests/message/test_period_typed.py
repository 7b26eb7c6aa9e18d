"""The period as people type it, right and wrong, and what only looks like one."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from omnicontent.message.facts import Facts, Period
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.texts import Text

PARIS = ZoneInfo("Europe/Paris")
DECEMBER = Period(start="2026-12-01", end="2026-12-31", time_zone="Europe/Paris")
"""Whole days: until the midnight of New Year."""
LAST_MINUTE = Period(
    start=datetime(2026, 12, 1, tzinfo=PARIS),
    end=datetime(2026, 12, 31, 23, 59, tzinfo=PARIS),
    time_zone="Europe/Paris",
)
EVENING = Period(
    start=datetime(2026, 12, 1, 9, tzinfo=PARIS),
    end=datetime(2026, 12, 31, 18, tzinfo=PARIS),
    time_zone="Europe/Paris",
)
OPEN = Period(start="2026-05-01", time_zone="Europe/Paris")
KIND = PeriodKind()


def verdicts(text, locale, period, at=None):
    """What is judged in a text, and how."""
    facts = Facts(period=period)
    claims = KIND.claims(Text(text, locale))
    return [KIND.judge(claim, facts, at, locale) for claim in claims]


def carried(text, locale, period, at=None):
    shown = Text(text, locale)
    return KIND.carried(period, shown, tuple(KIND.claims(shown)), at)


RIGHT = {
    "en": [
        "until Dec 31",
        "until Dec 31st, 2026",
        "through the 31st of December",
        "by December 31",
        "before January 1",
        "Ends 12/31.",
        "Sale ends: 31 December 2026",
        "Dec 1-31",
        "December 1–31, 2026",
        "from 1 to 31 December",
        "between December 1 and December 31",
        "Valid from December 1st to December 31st",
        "until Thursday, December 31",
        "Thu Dec 31 is the last day",
        "Last day: December 31",
        "until midnight on Dec 31",
        "until 11:59 pm on Thursday 31 December",
        "until Dec 31 at midnight",
        "until January 1 at midnight",
        "midnight on Jan 1",
        "Ends on New Year's Eve!",
        "until 2026-12-31",
        "until １２/３１",
        "Offer valid until 31 Dec '26",
        "The deadline is December 31",
        "until the end of December",
        "until the end of the year",
        "Expires Dec. 31, 2026 (11:59 pm Paris time)",
        "no later than December 31, 23:59 CET",
        "Starts Dec 1 and ends Dec 31",
        "12/1 - 12/31",
        "12/01/2026–12/31/2026",
        "DECEMBER 31 ONLY IN STORES",
        "Ends Thurs 31 Dec",
        "Valid 1/12/2026 - 31/12/2026",
        "It's on from 1 December until 11.59pm on 31 December",
        "sale ends dec 31 2026 11:59 pm cet",
        "Deal ends 12.31.2026",
        "Ends: 31-Dec-2026",
        "31.12.2026 23:59",
        "December 31 = last day",
        "Runs December 1 through 31, 2026",
        "3 for 2 until 31 December",
        "3-for-2 until Dec 31",
        "ends on the thirty-first of December",
        "Prices go back up on January 1",
        "1-31 December",
        "by the end of the year",
        "December 1 to December 31, daily from 9 am to 6 pm",
    ],
    "fr": [
        "31 décembre",
        "jusqu'au 31 déc. 2026",
        "jusqu’au jeudi 31 décembre inclus",
        "du 1er au 31 décembre",
        "Du mardi 1er au jeudi 31 décembre 2026",
        "entre le 1er et le 31 décembre",
        "jusqu'au 31/12",
        "jusqu'au 31.12",
        "jusqu'au 31-12-2026",
        "du 01/12 au 31/12/26",
        "du 1 au 31/12",
        "avant le 1er janvier",
        "avant le 1er janvier 2027",
        "Fin le 31 décembre à minuit",
        "se termine le 31 décembre à 23 h 59",
        "le 1er janvier à minuit",
        "jusqu'à la Saint-Sylvestre",
        "jusqu'au réveillon du Nouvel An",
        "d'ici au 31 décembre",
        "Date limite : jeudi 31 décembre, minuit",
        "31 décembre, dernier jour",
        "Dernier jour : le 31 décembre",
        "jusqu'à fin décembre",
        "jusqu'à la fin de l'année",
        "Offre valable jusqu'au 31 décembre minuit (heure de Paris)",
        "Les soldes se terminent le 31/12 à 23h59",
        "JUSQU'AU 31 DÉCEMBRE",
        "à partir du 1er décembre et jusqu'au 31",
        "Clôture le 31/12/2026",
        "Offre valable du 1/12 au 31/12/2026 dans la limite des stocks disponibles",
        "À saisir avant le 31/12",
        "3 pour 2 jusqu'au 31 décembre",
        "jusqu'au trente et un décembre",
        "Le 1er janvier, les prix remontent",
        "À partir du 1er janvier, retour au prix normal",
        "jusqu'au 31 décembre de 9 h à 18 h",
        "à 23 h 59 le 31 décembre",
        "Date de fin : 31/12/2026 23:59",
        "jusqu'au 31 décembre 2026, 23 h 59, heure de Paris",
        "Du 1er/12 au 31/12",
        "Du mardi 1er/12 au 31/12",
    ],
    "de": [
        "bis 31. Dezember",
        "bis zum 31.12.",
        "bis 31.12.2026",
        "vom 1. bis 31. Dezember",
        "1.–31. Dezember",
        "1.-31.12.",
        "vom 01.12. bis zum 31.12.2026",
        "bis Donnerstag, den 31. Dezember",
        "bis Do, 31.12.",
        "vor dem 1. Januar",
        "endet am 31. Dezember um Mitternacht",
        "bis Silvester",
        "bis 31.12., 23:59 Uhr",
        "Letzter Tag: 31. Dezember",
        "spätestens am 31.12.",
        "bis Ende Dezember",
        "Nur bis einschließlich 31. Dezember 2026",
        "Ab 1. Januar wieder zum Normalpreis",
        "zwischen dem 1. und 31. Dezember",
        "3 für 2 bis 31. Dezember",
        "bis 31. Dezember 24 Uhr",
    ],
    "es": [
        "hasta el 31 de diciembre",
        "del 1 al 31 de diciembre",
        "hasta el 31/12",
        "hasta el jueves 31 de diciembre de 2026",
        "hasta el 31 de diciembre a medianoche",
        "antes del 1 de enero",
        "entre el 1 y el 31 de diciembre",
        "desde el 1 de diciembre hasta el 31 de diciembre",
        "termina el 31 de diciembre a las 23:59",
        "hasta Nochevieja",
        "31 de dic.",
        "Último día: 31 de diciembre",
        "hasta finales de diciembre",
        "1.º de diciembre a 31 de diciembre",
        "El 1 de enero vuelven los precios normales",
    ],
    "it": [
        "fino al 31 dicembre",
        "dal 1 al 31 dicembre",
        "dal 1° al 31 dicembre 2026",
        "entro il 31/12",
        "entro giovedì 31 dicembre",
        "prima del 1° gennaio",
        "tra il 1 e il 31 dicembre",
        "scade il 31 dicembre alle 23:59",
        "fino al 31 dicembre a mezzanotte",
        "fino a San Silvestro",
        "Ultimo giorno: 31 dicembre",
        "fino a fine dicembre",
        "Entro e non oltre il 31 dicembre",
        "Dal 1° gennaio si torna al prezzo pieno",
    ],
}


@pytest.mark.parametrize("period", [DECEMBER, LAST_MINUTE], ids=["whole", "last minute"])
@pytest.mark.parametrize(
    ("locale", "text"), [(locale, text) for locale, texts in RIGHT.items() for text in texts]
)
def test_the_end_as_people_type_it(locale, text, period):
    assert carried(text, locale, period)
    assert set(verdicts(text, locale, period)) == {"backed"}
    assert set(verdicts(text, locale, None)) == {"orphan"}


WRONG = {
    "en": [
        "until Dec 30",
        "until Dec 13",
        "until December 31, 2025",
        "Ends January 31",
        "until January 1",
        "Ends 11/30",
        "from December 2",
        "From Dec 1 to Dec 30",
        "Dec 1-30",
        "starting December 31",
        "until December 1",
        "until Friday, December 31",
        "Sat 31 December 2026",
        "until Dec 31 at 6 pm",
        "until 6 pm",
        "Sale ends at noon",
        "until Dec 31, 11:59 pm PST",
        "until midnight ET on Dec 31",
        "Ends on Christmas Eve",
        "until Christmas",
        "starts New Year's Day",
        "July 4 special",
        "by the 24th",
        "until the end of January",
        "all January long",
        "until February",
        "until 2026-12-30",
        "12/1 - 12/24",
        "Ends on the 30th",
        "Starts on the 5th",
        "Runs 1–24 December",
        "sale ends dec 31 2026 11:59 pm est",
        "until mid-December",
        "Prices go back up on January 5",
        "At 18:30 on 31 December the sale is over",
    ],
    "fr": [
        "jusqu'au 30 décembre",
        "jusqu'au 31 janvier",
        "du 1er au 24 décembre",
        "dès le 2 décembre",
        "samedi 31 décembre 2026",
        "jusqu'au vendredi 31/12",
        "le 14 juillet",
        "le 15 décembre",
        "jusqu'à 18 h",
        "jusqu'au 31 décembre à 18 h",
        "jusqu'au 31 décembre 23h59 (heure de Montréal)",
        "avant le 24 décembre",
        "jusqu'au 24",
        "jusqu'à Noël",
        "Fin le 31/01",
        "jusqu'au 31.12.2027",
        "jusqu'à fin novembre",
        "jusqu'au 1er décembre",
        "à partir du 31 décembre",
        "jusqu'au 24/12",
        "Ça se termine le 30 !",
        "jusqu'au vendredi 31, pas un jour de plus",
        "Jusqu'à mi-décembre",
        "Les 30 et 31 décembre",
        "mercredi 1er décembre",
        "jusqu'au 31 décembre 2026, 23 h 59, heure de New York",
        "Du 5 /12 au 30/12",
        "Prolongation jusqu'au 7 janvier !",
    ],
    "de": [
        "bis 30. Dezember",
        "bis zum 24.12.",
        "ab 2. Dezember",
        "bis Samstag, 31. Dezember",
        "bis 18 Uhr",
        "endet am 31.12. um 18 Uhr",
        "vom 1. bis 24. Dezember",
        "bis Heiligabend",
        "bis Ende Januar",
    ],
    "es": [
        "hasta el 30 de diciembre",
        "del 1 al 24 de diciembre",
        "desde el 5 de diciembre",
        "hasta el sábado 31 de diciembre",
        "hasta las 18:00",
        "hasta el 24/12",
        "hasta Nochebuena",
    ],
    "it": [
        "fino al 30 dicembre",
        "dal 1 al 24 dicembre",
        "dal 5 dicembre",
        "entro sabato 31 dicembre",
        "fino alle 18",
        "scade il 24/12",
        "fino a Natale",
        "fino all'8 dicembre",
    ],
}


@pytest.mark.parametrize("period", [DECEMBER, LAST_MINUTE], ids=["whole", "last minute"])
@pytest.mark.parametrize(
    ("locale", "text"), [(locale, text) for locale, texts in WRONG.items() for text in texts]
)
def test_another_time_is_a_contradiction(locale, text, period):
    assert "contradiction" in verdicts(text, locale, period)
    says_end = "31" in text and "contradiction" not in verdicts(text, locale, period)[-1:]
    assert carried(text, locale, period) is says_end


@pytest.mark.parametrize("period", [DECEMBER, LAST_MINUTE], ids=["whole", "last minute"])
@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Dec 5–31"),
        ("en", "from November 1 to December 31"),
        ("fr", "du 5 au 31 décembre"),
        ("fr", "entre le 10 et le 31 décembre"),
        ("fr", "du 1er novembre au 31 décembre"),
        ("de", "vom 5. bis 31. Dezember"),
        ("es", "del 5 al 31 de diciembre"),
        ("it", "dal 5 al 31 dicembre"),
    ],
)
def test_a_span_with_a_wrong_start_does_not_say_the_period(locale, text, period):
    assert "contradiction" in verdicts(text, locale, period)
    assert not carried(text, locale, period)


HARMLESS = {
    "en": [
        "1/2 price, 3/4 of our shop, rated 4.5/5 and 9/10",
        "Black Friday is back, and so is Sunday roast",
        "May I help you? March of the penguins. The cat sat on the mar.",
        "Version 1.2.3, iOS 17.2, €12.50 and 12.50 €",
        "Call 01 12 26 31 12 or +33 1.12.26.31.12",
        "since 2010; collection 2027",
        "Open 24/7, 24h/24",
        "Open 9am-6pm, Monday to Saturday",
        "open until 8 pm",
        "Breakfast served until 11 am",
        "30 minutes, 48 h, 3 days only",
        "Merry Christmas! Our Christmas gifts for New Year's Eve parties",
        "Order now. Delivered in 2 days.",
        "founded on 12 March 1998",
        "Lowest price of the last 30 days",
        "16/9 screen with 8/16 GB",
        "Every Sunday is family day",
        "from Monday to Friday",
        "Updated on November 20, 2026",
        "In December 20% off",
        "Sizes 34 to 44, 10 to 31",
        "Get it by Friday",
        "the 2nd item is free, the 3rd too",
        "Windows 11, Route 66, Formula 1, 7 for all",
        "2 for 1 until stocks last",
        "Chapter 12.3. More",
        "Issue 12/24, model 31/12-B",
        "4/12 High Street",
        "0800 31-12-26",
        "iPhone 15, Galaxy S24, WINTER31, DEC31OFF",
        "the 1st, the 2nd and the 3rd prize",
        "00:00.000 --> 00:01.000",
        "00:00:01,000 --> 00:00:02,500",
        "Don't wait: 3 days until Christmas",
    ],
    "fr": [
        "1/2 tarif, 3/4 des articles, 4,5/5",
        "de 9 h à 18 h",
        "du lundi au samedi, 9h-19h",
        "ouvert jusqu'à 20 h",
        "le samedi jusqu'à 20 h",
        "7j/7 et 24h/24",
        "depuis 1998, collection 2027",
        "La planète Mars vue de près, mars 2027",
        "Joyeux Noël ! Nos cadeaux de Noël et le menu du réveillon",
        "Le prix le plus bas des 30 derniers jours",
        "livré en 48 h ou dans 2 jours",
        "12,50 € les 2",
        "du 36 au 44",
        "Pointures du 20 au 31",
        "brunch jusqu'à 15 h",
        "Commandez avant 14 h, livré demain matin",
        "Tél. 01 31 12 20 26",
        "un marathon de 31 km",
        "Mis à jour le 20 novembre 2026",
        "sept jours de soldes, jusqu'à -50 %",
        "jusqu'à 31 % de remise",
        "pendant 3 jours",
        "à 2 h de Paris",
        "12 rue du 8 mai 1945, place du 14 Juillet",
        "T. 36/38, 3/4 ans, 12/18 mois",
        "Réf. 12-31-A, page 12/31",
        "avant Noël",
        "Nos conseillers répondent jusqu'à 19 h",
        "2026-12-01T09:30:00Z",
        "Le n° 31/12",
    ],
    "de": [
        "Guten Morgen! Am Morgen frisch.",
        "Mo-Fr von 9 bis 18 Uhr geöffnet",
        "geöffnet bis 20 Uhr",
        "bis 50 %",
        "ab 12,50 €",
        "in 2 Tagen bei dir",
        "seit 1998",
    ],
    "es": ["por la mañana", "abierto hasta las 20:00", "hasta 50 %", "de lunes a viernes"],
    "it": ["aperto fino alle 20", "fino al 50 %", "dal lunedì al venerdì", "dal 1998"],
}


@pytest.mark.parametrize(
    ("locale", "text"), [(locale, text) for locale, texts in HARMLESS.items() for text in texts]
)
def test_what_says_nothing_of_the_period(locale, text):
    shown = Text(text, locale)
    claims = [claim for claim in KIND.claims(shown) if getattr(claim.value, "promises", True)]
    assert [shown.plain[claim.start : claim.end] for claim in claims] == []


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("until 6 pm", "en"),
        ("until Dec 31, 6 pm", "en"),
        ("6:00 p.m. on December 31", "en"),
        ("until December 31 at noon ET", "en"),
        ("until December 31, 5 pm London time", "en"),
        ("until December 31 at 18:00 CET", "en"),
        ("before December 31, 6 pm", "en"),
        ("from Dec 1 at 9 am", "en"),
        ("jusqu'à 18 h", "fr"),
        ("jusqu'au 31 décembre 18h00", "fr"),
        ("fin le 31/12 à 18 heures", "fr"),
        ("bis 18 Uhr", "de"),
        ("bis 31.12., 18.00 Uhr", "de"),
        ("hasta las 18", "es"),
        ("hasta el 31 de diciembre a las 6 de la tarde", "es"),
        ("fino alle ore 18", "it"),
    ],
)
def test_the_right_hour(text, locale):
    assert verdicts(text, locale, EVENING) == ["backed"]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("until 7 pm", "en"),
        ("until midnight", "en"),
        ("until Dec 31, 11:59 pm", "en"),
        ("until 6 pm ET", "en"),
        ("until December 31 at 6 pm GMT", "en"),
        ("from Dec 1 at 10 am", "en"),
        ("jusqu'à minuit", "fr"),
        ("jusqu'au 31 décembre 17 h", "fr"),
        ("jusqu'au 1er janvier à minuit", "fr"),
        ("avant le 1er janvier", "fr"),
    ],
)
def test_another_hour(text, locale):
    assert "contradiction" in verdicts(text, locale, EVENING)


def test_a_start_without_an_end():
    assert carried("à partir du 1er mai", "fr", OPEN)
    assert not carried("à partir du 2 mai", "fr", OPEN)
    assert verdicts("jusqu'au 1er mai", "fr", OPEN) == ["contradiction"]


def test_being_back_is_the_start_or_the_day_behind_the_end():
    assert verdicts("We're back on December 1", "en", DECEMBER) == ["backed"]
    assert verdicts("Back to full price on January 1", "en", DECEMBER) == ["backed"]
    assert verdicts("Back to full price on January 2", "en", DECEMBER) == ["contradiction"]


@pytest.mark.parametrize(
    ("text", "locale"), [("until November 31", "en"), ("jusqu'au 31/11", "fr"), ("31 avril", "fr")]
)
def test_a_day_that_no_calendar_has_is_wrong(text, locale):
    assert verdicts(text, locale, DECEMBER) == ["contradiction"]


OTHER_DAYS = [
    (locale, text.replace("31", day))
    for locale, texts in RIGHT.items()
    for text in texts
    if "31" in text and "31st" not in text
    for day in ("17", "24", "30")
]


@pytest.mark.parametrize(("locale", "text"), OTHER_DAYS)
def test_every_way_to_type_it_tells_another_day(locale, text):
    assert "contradiction" in verdicts(text, locale, DECEMBER)


def test_a_year_in_digits_only_is_no_date():
    assert verdicts("2026", "en", None) == []
