from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from omnicontent.message.facts import (
    CallToAction,
    Facts,
    LegalLine,
    Offer,
    Period,
    Place,
    PromoCode,
)
from omnicontent.message.saying import say, say_all

PARIS = ZoneInfo("Europe/Paris")
PRICE = Offer(type="price", value=Decimal(49), currency="EUR", old_price=Decimal(79))
ODD_PRICE = Offer(type="price", value=Decimal("1299.50"), currency="EUR")
PERCENT = Offer(type="percent", value=Decimal(30))
HALF_PERCENT = Offer(type="percent", value=Decimal("12.50"))
AMOUNT = Offer(type="amount", value=Decimal(20), currency="EUR")

THREE_FOR_TWO = Offer(type="n_for_m", get=3, pay=2)


def words(fact, locale, form="long"):
    """Our words with every kind of space as a plain one."""
    return " ".join(say(fact, locale, form).split())


def period(end=None, start=None):
    start, end = (datetime(*at, tzinfo=PARIS) if at else None for at in (start, end))
    return Period(start=start, end=end, time_zone="Europe/Paris")


@pytest.mark.parametrize(
    ("offer", "locale", "long", "short"),
    [
        (PRICE, "en", "€49.00 instead of €79.00", "€49"),
        (PRICE, "fr", "49,00 € au lieu de 79,00 €", "49 €"),
        (ODD_PRICE, "en", "€1,299.50", "€1,299.50"),
        (ODD_PRICE, "fr", "1 299,50 €", "1 299,50 €"),
        (PERCENT, "en", "30% off", "-30%"),
        (PERCENT, "fr", "30 % de réduction", "-30 %"),
        (HALF_PERCENT, "fr", "12,5 % de réduction", "-12,5 %"),
        (AMOUNT, "en", "€20.00 off", "-€20"),
        (AMOUNT, "fr", "20,00 € de réduction", "-20 €"),
        (PRICE, "de", "49,00 € statt 79,00 €", "49 €"),
        (PERCENT, "de", "30 % Rabatt", "-30 %"),
        (AMOUNT, "de", "20,00 € Rabatt", "-20 €"),
        (PRICE, "es", "49,00 € en lugar de 79,00 €", "49 €"),
        (PERCENT, "es", "30 % de descuento", "-30 %"),
        (PRICE, "it", "49,00 € invece di 79,00 €", "49 €"),
        (PERCENT, "it", "30% di sconto", "-30%"),
        (AMOUNT, "it", "20,00 € di sconto", "-20 €"),
        (THREE_FOR_TWO, "en", "3 for 2", "3 for 2"),
        (THREE_FOR_TWO, "fr", "3 pour 2", "3 pour 2"),
        (THREE_FOR_TWO, "de", "3 für 2", "3 für 2"),
        (THREE_FOR_TWO, "es", "3 por 2", "3 por 2"),
        (THREE_FOR_TWO, "it", "3 al prezzo di 2", "3 al prezzo di 2"),
        (THREE_FOR_TWO, "ja", "3 = 2", "3 = 2"),
        (PRICE, "ja", "€49.00 (€79.00)", "€49"),
    ],
)
def test_offers(offer, locale, long, short):
    assert words(offer, locale) == long
    assert words(offer, locale, "short") == short


LAST_MINUTE = (2026, 12, 31, 23, 59)
NEW_YEAR = (2027, 1, 1)
AFTERNOON = (2026, 12, 24, 14, 0)
FIRST = (2026, 12, 1)
OPENING = (2026, 12, 1, 9, 0)


@pytest.mark.parametrize(
    ("end", "start", "en", "fr"),
    [
        (
            LAST_MINUTE,
            None,
            ("until December 31, 2026 at 11:59 PM", "until Dec 31"),
            ("jusqu'au 31 décembre 2026 à 23:59", "jusqu'au 31/12"),
        ),
        (
            AFTERNOON,
            OPENING,
            (
                "from December 1, 2026 at 9:00 AM until December 24, 2026 at 2:00 PM",
                "from Dec 1 at 9:00 AM until Dec 24 at 2:00 PM",
            ),
            (
                "du 1er décembre 2026 à 09:00 au 24 décembre 2026 à 14:00",
                "du 01/12 à 09:00 au 24/12 à 14:00",
            ),
        ),
        (
            None,
            OPENING,
            ("from December 1, 2026 at 9:00 AM", "from Dec 1 at 9:00 AM"),
            ("à partir du 1er décembre 2026 à 09:00", "à partir du 01/12 à 09:00"),
        ),
        (None, None, ("", ""), ("", "")),
    ],
)
def test_periods(end, start, en, fr):
    fact = period(end, start)
    assert (words(fact, "en"), words(fact, "en", "short")) == en
    assert (words(fact, "fr"), words(fact, "fr", "short")) == fr


def test_an_end_at_midnight_names_the_last_day_as_a_whole():
    fact = period(NEW_YEAR, FIRST)
    assert words(fact, "en") == "from December 1, 2026 through December 31, 2026"
    assert words(fact, "fr") == "du 1er décembre 2026 au 31 décembre 2026 inclus"
    assert words(fact, "fr", "short") == "du 01/12 au 31/12 inclus"
    assert words(period(NEW_YEAR), "en", "short") == "through Dec 31"


def test_one_whole_day_is_said_once():
    fact = period((2026, 12, 25), (2026, 12, 24))
    assert words(fact, "en") == "on December 24, 2026"
    assert words(fact, "fr") == "le 24 décembre 2026"


def test_a_start_in_the_last_minute_keeps_its_hour():
    assert words(period(None, LAST_MINUTE), "en", "short") == "from Dec 31 at 11:59 PM"


def test_a_period_is_said_in_its_own_zone():
    end = datetime(2026, 12, 31, 23, 59, tzinfo=PARIS)
    assert "5:59 PM" in words(Period(end=end, time_zone="America/New_York"), "en")


def test_the_other_facts():
    action = CallToAction(verb="Réserver", url="https://a.example/hiver")
    place = Place(name="Café", address="1 rue du Lac")
    assert words(PromoCode(code="WINTER30"), "en") == "Code WINTER30"
    assert words(PromoCode(code="WINTER30"), "fr") == "Code WINTER30"
    assert words(action, "en") == "Réserver: https://a.example/hiver"
    assert words(action, "fr") == "Réserver : https://a.example/hiver"
    assert words(action, "fr", "short") == "Réserver https://a.example/hiver"
    assert words(LegalLine(text="While stocks last."), "fr") == "While stocks last."
    assert (words(place, "fr"), words(place, "fr", "short")) == ("Café, 1 rue du Lac", "Café")


def test_a_price_is_never_parted_from_its_sign():
    assert " " not in say(PRICE, "fr", "short")


@pytest.mark.parametrize("locale", ["ja", "zz", "pt-BR", "en-ZZ"])
def test_an_unknown_language_gets_no_words_of_another(locale):
    said = say(PERCENT, locale)
    assert "30" in said
    assert ("off" in said) is (locale == "en-ZZ")


def test_all_facts_but_the_call_to_action():
    facts = Facts(
        offer=PERCENT,
        period=Period(),
        promo_code=PromoCode(code="AB"),
        call_to_action=CallToAction(verb="Go", url="https://a.example"),
        place=Place(name="Here"),
    )
    assert say_all(facts, "en", "short") == {
        "offer": "-30%",
        "promo_code": "Code AB",
        "place": "Here",
    }


@pytest.mark.parametrize(
    ("verb", "locale", "said"),
    [
        ("Buy now!", "en", "Buy now! https://a.example/"),
        ("Achetez\u00a0:", "fr", "Achetez\u00a0: https://a.example/"),
        ("Buy now:", "en", "Buy now: https://a.example/"),
    ],
)
def test_a_call_has_one_mark_before_its_link(verb, locale, said):
    assert say(CallToAction(verb=verb, url="https://a.example"), locale) == said


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "free gift: une housse"),
        ("fr", "en cadeau : une housse"),
        ("de", "gratis dazu: une housse"),
        ("es", "de regalo: une housse"),
        ("it", "in omaggio: une housse"),
    ],
)
def test_a_free_item_needs_no_agreement(locale, said):
    assert words(Offer(type="free_item", item="une housse"), locale) == said


@pytest.mark.parametrize(
    ("locale", "said"),
    [("de", "Code AB1"), ("es", "Código AB1"), ("it", "Codice AB1"), ("ja", "AB1")],
)
def test_a_code_in_the_words_of_a_language(locale, said):
    assert words(PromoCode(code="AB1"), locale) == said
