"""Telephone numbers and mail addresses as people type them."""

import pytest

from omnicontent.message.facts import Contact, Facts
from omnicontent.message.finding import carries
from tests.message.judging import faults

PARIS = Contact(phone="+33 1 23 45 67 89", email="hello@shop.example")
HOME = Contact(phone="01 23 45 67 89")
BOSTON = Contact(phone="+1 555 010 1234")
SHORT = Contact(phone="36 30")
FREE = Contact(phone="0 800 123 456")
LONDON = Contact(phone="+44 20 7946 0958")
BERLIN = Contact(phone="030 1234567")
MADRID = Contact(phone="912 345 678")
ROME = Contact(phone="+39 06 1234 5678")
MAIL = Contact(email="Hello@shop.example")

RIGHT = [
    (PARIS, "Call +33 1 23 45 67 89 or hello@shop.example", "en"),
    (HOME, "Appelez le 01 23 45 67 89", "fr"),
    (HOME, "01.23.45.67.89", "fr"),
    (HOME, "Tél.01-23-45-67-89", "fr"),
    (HOME, "0123456789", "fr"),
    (HOME, "+33123456789", "fr"),
    (HOME, "tel:+33123456789", "fr"),
    (HOME, "(+33) 1 23 45 67 89", "fr"),
    (HOME, "+33 (0)1 23 45 67 89, 75001 Paris", "fr"),
    (HOME, "0033 1 23 45 67 89", "fr"),
    (HOME, "**01\u00a023\u00a045\u00a067\u00a089**", "fr"),
    (HOME, "Infos : 01 23 45 67 89 75001 Paris", "fr"),
    (HOME, "(01) 23 45 67 89", "fr"),
    (BOSTON, "(555) 010-1234", "en"),
    (BOSTON, "555-010-1234", "en"),
    (BOSTON, "1-555-010-1234", "en"),
    (BOSTON, "+1 (555) 010-1234", "en"),
    (BOSTON, "Call us today: 555 010 1234", "en-US"),
    (BOSTON, "555.010.1234", "fr-CA"),
    (SHORT, "Appelez le 3630", "fr"),
    (SHORT, "Composez le 36 30.", "fr"),
    (SHORT, "Tél. : 36 30", "fr"),
    (FREE, "Appelez le 0800 123 456 (gratuit)", "fr"),
    (FREE, "08 00 12 34 56", "fr"),
    (FREE, "0 800 123 456", "fr"),
    (LONDON, "020 7946 0958", "en"),
    (LONDON, "+44 (0)20 7946 0958", "en-GB"),
    (LONDON, "(020) 7946 0958", "en"),
    (BERLIN, "Tel. 030/1234567", "de"),
    (BERLIN, "+49 30 1234567", "de"),
    (MADRID, "Llámenos al 912 345 678", "es"),
    (MADRID, "Tel: 912345678", "es"),
    (MADRID, "Reservas: 912 345 678", "es"),
    (MADRID, "+34 912 345 678", "es"),
    (ROME, "chiama lo 06 1234 5678", "it"),
    (ROME, "+39 06 12345678", "it"),
    (MAIL, "hello@shop.example.", "en"),
    (MAIL, "<HELLO@SHOP.EXAMPLE>", "en"),
    (MAIL, "mailto:hello@shop.example", "en"),
]
WRONG = [
    (HOME, "Appelez le 01 23 45 67 88", "fr", "01 23 45 67 88"),
    (HOME, "01.23.45.67.98", "fr", "01.23.45.67.98"),
    (HOME, "0213456789", "fr", "0213456789"),
    (HOME, "+33 2 23 45 67 89.", "fr", "+33 2 23 45 67 89"),
    (HOME, "+44 1 23 45 67 89", "fr", "+44 1 23 45 67 89"),
    (PARIS, "+32 1 23 45 67 89", "fr", "+32 1 23 45 67 89"),
    (PARIS, "06 12 34 56 78", "fr", "06 12 34 56 78"),
    (PARIS, "tel:+33123456780", "fr", "+33123456780"),
    (HOME, "Appelez le 3949", "fr", "3949"),
    (BOSTON, "(555) 010-1235", "en", "(555) 010-1235"),
    (BOSTON, "1-800-555-0100", "en", "1-800-555-0100"),
    (BOSTON, "Text WINTER30 to 12345", "en", "12345"),
    (SHORT, "Appelez le 36 31", "fr", "36 31"),
    (SHORT, "call us on 115", "en", "115"),
    (SHORT, "Dial 911 in an emergency", "en", "911"),
    (HOME, "Contactez-nous au 0 805 123 456", "fr", "0 805 123 456"),
    (LONDON, "0161 496 0000", "en", "0161 496 0000"),
    (BERLIN, "Hotline: 0711/7654321", "de", "0711/7654321"),
    (MADRID, "Llame al 913 345 678", "es", "913 345 678"),
    (ROME, "Tel. 06 1234 5679", "it", "06 1234 5679"),
    (MAIL, "hallo@shop.example", "en", "hallo@shop.example"),
    (MAIL, "hello@shop.example.com!", "en", "hello@shop.example.com"),
    (MAIL, "hello@shop.test", "en", "hello@shop.test"),
]
HARMLESS = [
    "Commande n° 0123456780",
    "Order #0123456780",
    "order number: 0123456780",
    "Réf. 0123456780",
    "IBAN FR76 3000 6000 0112 3456 7890 189",
    "FR7630006000011234567890189",
    "SIRET 012 345 678 00012",
    "RCS Paris 012 345 678",
    "EAN 0123456789012",
    "3012345678901",
    "le 01.12.2026 à 15 h",
    "01/12/2026-15/12/2026",
    "01.12.26 - 15.12.26",
    "01 12 2026 15 30",
    "2026-12-01 09:00",
    "09.00-18.00",
    "1 234 567,00 €",
    "+10 000 000 vues",
    "+100 000 000 de fans",
    "75001 Paris",
    "1990-2026",
    "10-18",
    "STOP au 36179",
    "STOP SMS au 36179",
    "Envoyez STOP par SMS au 36179",
    "Text STOP to 12345",
    "reply STOP to +1 555 010 9999",
    "iPhone 14 128 GB",
    "Phone 128 GB",
    "Téléphone 5G",
    "Call 24/7",
    "Call 3 times",
    "call us 9-5",
    "Appelez avant 18 h",
    "Appelez-nous 7j/7",
    "Call 200 people",
    "Contact 100 shops",
    "Infos : 2027, 36 30",
    "Call 200 shops",
    "RCS Lyon B 012 345 678",
    "07 99 00 11 22 33",
    "Loto : 05 10 15 20 25",
    "TVA FR 12 345678901",
    "ISBN 978-2-07-036822-8",
    "0.123456789",
    "36179",
    "follow @hello@social.example",
    "https://shop.example/0123456780",
    "shop.example/hello@other.example",
    "4970 1012 3456 7890",
    "model WH-0123456789",
    "P. IVA 01234567890",
    "Bestellnummer 0123456789",
]


@pytest.mark.parametrize(("fact", "text", "locale"), RIGHT)
def test_our_contact_is_carried_and_backed(fact, text, locale):
    assert carries(fact, text, locale)
    assert faults("contact", Facts(contact=fact), text, locale) == []


@pytest.mark.parametrize(("fact", "text", "locale", "said"), WRONG)
def test_another_contact_contradicts_or_is_an_orphan(fact, text, locale, said):
    assert not carries(fact, text, locale)
    assert faults("contact", Facts(contact=fact), text, locale) == [("contradiction", said)]
    assert faults("contact", Facts(), text, locale) == [("orphan", said)]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_contact_is_no_fault(text):
    for locale in ("fr", "en"):
        assert faults("contact", Facts(contact=PARIS), text, locale) == []


def test_one_of_two_ways_to_ask_carries_a_contact():
    assert carries(PARIS, "01 23 45 67 89", "fr")
    assert carries(PARIS, "hello@shop.example", "fr")
    assert not carries(PARIS, "01 23 45 67 88, hallo@shop.example", "fr")


def test_a_national_number_is_at_home_where_the_known_one_is():
    assert carries(PARIS, "From France: 01 23 45 67 89", "en")
    assert not carries(HOME, "+44 1 23 45 67 89", "fr")
    assert carries(HOME, "+81 1 23 45 67 89", "ja")


def test_a_contact_without_a_number_contradicts_none():
    assert faults("contact", Facts(contact=MAIL), "01 23 45 67 89", "fr") == [
        ("orphan", "01 23 45 67 89")
    ]
    assert faults("contact", Facts(contact=HOME), "a@b.example") == [("orphan", "a@b.example")]


def test_two_numbers_are_two():
    text = "01 23 45 67 89 / 01 23 45 67 80 ou +33 1 23 45 67 81 2026"
    assert faults("contact", Facts(contact=HOME), text, "fr") == [
        ("contradiction", "+33 1 23 45 67 81"),
        ("contradiction", "01 23 45 67 80"),
    ]


CHICAGO = Contact(phone="+1 312 555 0142")
VILLAGE = Contact(phone="+44 1632 960123")


@pytest.mark.parametrize(
    ("fact", "text", "language", "wrong"),
    [
        (CHICAGO, "call 555-0142", "en", False),
        (CHICAGO, "call 555-0143", "en", True),
        (VILLAGE, "call 960123", "en", False),
        (VILLAGE, "call 960124", "en", True),
        (PARIS, "appelez le 23 45 67 89", "fr", True),
    ],
)
def test_neighbours_leave_out_the_area_code_where_they_can(fact, text, language, wrong):
    assert bool(faults("contact", Facts(contact=fact), text, language)) == wrong
