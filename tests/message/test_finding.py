from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnicontent.message.facts import CallToAction, LegalLine, Offer, Period, Place, PromoCode
from omnicontent.message.finding import carries
from omnicontent.message.saying import say

PARIS = ZoneInfo("Europe/Paris")
PRICE = Offer(type="price", value=Decimal(49), currency="EUR", old_price=Decimal(79))
PERCENT = Offer(type="percent", value=Decimal(30))
AMOUNT = Offer(type="amount", value=Decimal(20), currency="EUR")
NEW_YEAR = Period(end=datetime(2026, 12, 31, 23, 59, tzinfo=PARIS), time_zone="Europe/Paris")
CODE = PromoCode(code="WINTER30")

LOCALE_NAMES = ["en", "fr", "en-GB", "fr-CA", "de", "es", "ja", "ar", "hi", "ru", "zh-TW", "th"]
LOCALES = st.sampled_from(LOCALE_NAMES)
FORMS = st.sampled_from(["long", "short"])
VALUES = st.decimals("0.01", "99999", places=2)
CURRENCIES = st.sampled_from(["EUR", "USD", "GBP", "CHF", "CAD", "JPY"])
ZONES = st.sampled_from(["UTC", "Europe/Paris", "America/Montreal", "Pacific/Auckland"])
MOMENTS = st.integers(1_600_000_000, 2_100_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))


@st.composite
def offers(draw):
    kind = draw(st.sampled_from(["price", "percent", "amount"]))
    if kind == "percent":
        return Offer(type=kind, value=draw(st.decimals("0.01", "100", places=2)))
    currency = draw(CURRENCIES)
    value = draw(VALUES)
    if currency == "JPY":
        value = value.to_integral_value() + 1
    old = value * 2 if kind == "price" and draw(st.booleans()) else None
    return Offer(type=kind, value=value, currency=currency, old_price=old)


@st.composite
def periods(draw):
    zone = draw(ZONES)
    end = draw(MOMENTS).replace(second=0, microsecond=0)
    if draw(st.booleans()):
        end = end.astimezone(ZoneInfo(zone)).replace(hour=0, minute=0)
    start = end - timedelta(days=draw(st.integers(1, 400)))
    return Period(start=start if draw(st.booleans()) else None, end=end, time_zone=zone)


@settings(deadline=None)  # the first number word of a language reads them all
@given(offers(), LOCALES, FORMS, st.sampled_from(["", "Now: ", "Hurry! "]))
def test_an_offer_is_found_in_every_form_we_say_it(offer, locale, form, before):
    assert carries(offer, f"{before}{say(offer, locale, form)}. The end.", locale)


@given(periods(), LOCALES, FORMS)
def test_a_period_is_found_in_every_form_we_say_it(period, locale, form):
    assert carries(period, f"Go {say(period, locale, form)}. Fin.", locale)


@given(VALUES, CURRENCIES, st.sampled_from(["en", "fr"]), st.integers(0, 9))
def test_a_number_with_one_more_digit_is_another_price(value, currency, locale, digit):
    offer = Offer(type="price", value=value, currency=currency)
    assert not carries(offer, f"{value}{digit} {currency}", locale) or digit == 0
    assert not carries(offer, f"{digit + 1}{value} {currency}", locale)


@pytest.mark.parametrize(
    "text",
    [
        "€49",
        "only €49.00!",
        "49 €",
        "49€",
        "49,00 €",
        "49 EUR",
        "EUR 49",
        "49 euros",
        "49\u202f€",
        "(49 €)",
        "49,- €",
        "€49, not €79",
        "49 € au lieu de 79 €",
        "was €79, now €49",
        "４９€",
        "dès 49 €, livré",
        "Price: €49.",
        "€49 plus shipping",
    ],
)
def test_a_price_as_people_type_it(text):
    assert carries(PRICE, text, "fr")
    assert carries(PRICE, text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "€490",
        "€149",
        "€49.90",
        "49,90 €",
        "49€90",
        "1 049 €",
        "2.049 €",
        "€49,000",
        "$49",
        "49 %",
        "49",
        "-49 €",
        "€49 off",
        "49 € de réduction",
        "instead of €49",
        "au lieu de 49 €",
        "$49 €79",
        "49 eurosceptics",
        "€49k",
        "49 € de plus",
        "https://a.example/49€",
        "",
    ],
)
def test_what_is_no_such_price(text):
    assert not carries(PRICE, text, "fr")
    assert not carries(PRICE, text, "en")


@pytest.mark.parametrize(
    "text",
    ["1.299 €", "1 299 €", "1\u202f299,00 €", "€1,299", "€1,299.00", "1299€", "1'299 EUR"],
)
def test_thousands_in_any_grouping(text):
    offer = Offer(type="price", value=Decimal(1299), currency="EUR")
    assert carries(offer, text, "fr")
    assert carries(offer, text, "en")
    assert not carries(Offer(type="price", value=Decimal(299), currency="EUR"), text, "fr")


def test_a_year_before_a_price_is_no_part_of_it():
    offer = Offer(type="price", value=Decimal(299), currency="EUR")
    assert carries(offer, "le 31 décembre 2026 299 €", "fr")


@pytest.mark.parametrize(
    "text",
    [
        "-30%",
        "\u221230\u202f%",
        "–30 %",
        "30% off",
        "30 % off everything",
        "moins 30 %",
        "30 % de réduction",
        "30 percent off",
        "Save 30%!",
        "30 % sur tout",
        "30,0 % de remise",
        "30 pour cent",
        "30% extra off",
    ],
)
def test_a_percentage_as_people_type_it(text):
    assert carries(PERCENT, text, "fr")
    assert carries(PERCENT, text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "130 %",
        "30.5%",
        "1,30 %",
        "300%",
        "3 0%",
        "30 €",
        "+30 %",
        "30 % de plus",
        "30% more",
        "30",
    ],
)
def test_what_is_no_such_percentage(text):
    assert not carries(PERCENT, text, "fr")


@pytest.mark.parametrize(
    "text",
    ["-€20", "€20 off", "20 € de réduction", "-20 €", "moins 20 €", "Save €20", "20 € offerts"],
)
def test_an_amount_off_as_people_type_it(text):
    assert carries(AMOUNT, text, "fr")


@pytest.mark.parametrize(
    "text", ["20 €", "only €20", "-200 €", "-20 %", "€20 off-season", "au moins 20 €"]
)
def test_a_bare_price_is_no_amount_off(text):
    assert not carries(AMOUNT, text, "en")


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("until Dec 31", "en"),
        ("by December 31st, 2026", "en"),
        ("Ends 31 December.", "en"),
        ("ends 12/31", "en"),
        ("ends 12/31/26", "en"),
        ("December 1-31, 2026", "en"),
        ("2026-12-31", "en"),
        ("until January 1 at midnight", "en"),
        ("jusqu'au 31/12", "fr"),
        ("jusqu’au 31.12.2026", "fr"),
        ("Fin le 31 decembre", "fr"),
        ("du 1er au 31 décembre", "fr"),
        ("31 déc. à 23 h 59", "fr"),
        ("31 DÉCEMBRE 2026", "fr"),
        ("31\u00a0de\u0301cembre", "fr"),
        ("le 1er janvier 2027 à minuit", "fr"),
        ("bis 31. Dezember", "de"),
    ],
)
def test_a_deadline_as_people_type_it(text, locale):
    midnight = Period(end=datetime(2027, 1, 1, tzinfo=PARIS), time_zone="Europe/Paris")
    assert carries(midnight, text, locale)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("until Dec 3", "en"),
        ("until Dec 31, 2027", "en"),
        ("until Nov 31", "en"),
        ("131/12", "en"),
        ("31/12/27", "fr"),
        ("31.12 €", "fr"),
        ("31 décembrement", "fr"),
        ("version 12.31", "en"),
        ("until January 1", "en"),
        ("soon", "en"),
    ],
)
def test_what_is_no_such_deadline(text, locale):
    assert not carries(NEW_YEAR, text, locale)


def test_a_day_is_read_in_the_order_of_the_locale():
    june = Period(end=datetime(2026, 6, 5, 12, tzinfo=UTC))
    assert carries(june, "until 6/5", "en")
    assert carries(june, "jusqu'au 5/6", "fr")
    assert not carries(june, "until 5/6", "en")
    assert carries(june, "until 5/6", "en-GB")


def test_open_around_the_clock_is_no_date():
    july = Period(end=datetime(2026, 7, 24, 12, tzinfo=UTC))
    assert not carries(july, "open 24/7", "fr")


def test_a_period_without_an_end_is_carried_by_its_start():
    opening = Period(start=datetime(2026, 5, 1, 9, tzinfo=UTC))
    assert carries(opening, "à partir du 1er mai", "fr")
    assert not carries(opening, "à partir du 2 mai", "fr")
    assert carries(Period(), "anything", "fr")


@pytest.mark.parametrize(
    "text", ["Code WINTER30", "code: WINTER30.", "“WINTER30”", "(WINTER30)", "コードWINTER30で"]
)
def test_a_code_is_found_as_a_whole(text):
    assert carries(CODE, text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "WINTER300",
        "XWINTER30",
        "WINTER30-XL",
        "A-WINTER30",
        "winter30",
        "WINTER 30",
        "WINTER30_2",
        "https://a.example/WINTER30",
    ],
)
def test_a_longer_or_other_code_is_not_it(text):
    assert not carries(CODE, text, "en")


def test_a_link_is_found_whatever_its_tracking_and_spelling():
    action = CallToAction(verb="Book", url="https://bücher.example/été?a=1")
    assert carries(
        action, "Go: https://xn--bcher-kva.example/%C3%A9t%c3%a9?a=1&utm_source=x.", "en"
    )
    assert carries(action, "Allez sur bücher.example/été?a=1 !", "fr")
    assert not carries(action, "https://bücher.example/été?a=12", "en")
    assert not carries(action, "Book now", "en")


def test_a_place_is_found_by_its_name():
    place = Place(name="Café de l’Été", address="1 rue du Lac")
    assert carries(place, "RDV au café de l'été !", "fr")
    assert not carries(place, "au café de l'étée", "fr")
    assert carries(place, "1 rue du Lac", "fr")
    assert not carries(place, "11 rue du Lac", "fr")


def test_a_name_in_a_script_without_spaces_is_found():
    assert carries(Place(name="東京駅"), "場所は東京駅です", "ja")


def test_a_legal_line_is_found_in_any_typography():
    line = LegalLine(text="While stocks last. One per customer.")
    assert carries(line, "* while stocks\u00a0last.\nOne per customer", "en")
    assert not carries(line, "While stocks last.", "en")


@given(st.text(), LOCALES)
def test_any_text_can_be_searched(text, locale):
    for fact in (PRICE, PERCENT, AMOUNT, NEW_YEAR, CODE, Place(name="x"), LegalLine(text="y")):
        assert carries(fact, text, locale) in {True, False}
