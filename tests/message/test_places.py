"""Places: several of them, and their opening hours as people type them."""

from datetime import time

import pytest

from omnicontent.message.facts import Facts, OpeningHours, Place
from omnicontent.message.finding import carries
from omnicontent.message.hours import SaidHours
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.message.saying import say
from omnicontent.message.texts import Text
from tests.message.judging import faults

WEEK = OpeningHours(first="monday", last="friday", opens=time(9), closes=time(18))
SATURDAY = OpeningHours(first="saturday", opens=time(10), closes=time(16, 30))
SHOP = Place(name="Shop", address="1 rue du Lac", hours=(WEEK, SATURDAY))
BARE = Place(name="Shop", address="1 rue du Lac")
OTHER = Place(name="Kiosk")

RIGHT = [
    ("lundi–vendredi 9 h – 18 h", "fr"),
    ("Du lundi au vendredi de 9h à 18h", "fr"),
    ("Horaires : lun-ven 9h-18h, samedi 10h-16h30", "fr"),
    ("ouvert de 9 h à 18 h du lundi au vendredi", "fr"),
    ("Ouvert le samedi de 10:00 à 16:30", "fr"),
    ("Fermé le dimanche", "fr"),
    ("lundi, mardi et jeudi : 9h00 - 18h00", "fr"),
    ("Mon–Fri 9:00 AM – 6:00 PM", "en"),
    ("Monday to Friday, 9am to 6pm", "en"),
    ("Mon-Fri 9-6pm", "en"),
    ("Open 9 a.m. to 6 p.m. Mondays through Fridays", "en"),
    ("Mon-Fri 09:00-18:00, Sat 10:00-16:30", "en-GB"),
    ("Closed on Sundays", "en"),
    ("Montag bis Freitag 9-18 Uhr", "de"),
    ("Mo.–Fr. 09:00–18:00 Uhr", "de"),
    ("Sonntags geschlossen", "de"),
    ("de lunes a viernes de 9:00 a 18:00", "es"),
    ("dal lunedì al venerdì dalle 9:00 alle 18:00", "it"),
]
WRONG = [
    ("lundi–vendredi 9 h – 19 h", "fr", "lundi–vendredi 9 h – 19 h"),
    ("Du lundi au samedi de 9h à 18h", "fr", "lundi au samedi de 9h à 18h"),
    ("Ouvert tous les jours de 9 h à 18 h.", "fr", "tous les jours de 9 h à 18 h"),
    ("Ouvert le dimanche de 10h à 16h", "fr", "dimanche de 10h à 16h"),
    ("Fermé le lundi", "fr", "Fermé le lundi"),
    ("Open Sat 10am-5pm", "en", "Sat 10am-5pm"),
    ("Mon-Fri 8:30-18:00", "en", "Mon-Fri 8:30-18:00"),
    ("Open 10 a.m. to 6 p.m. Monday to Friday", "en", "10 a.m. to 6 p.m. Monday to Friday"),
    ("Open daily 9am-6pm", "en", "daily 9am-6pm"),
    ("Montag bis Freitag 9-17 Uhr", "de", "Montag bis Freitag 9-17 Uhr"),
    ("de lunes a viernes de 9:00 a 20:00", "es", "lunes a viernes de 9:00 a 20:00"),
    (
        "dal lunedì al venerdì dalle 9:00 alle 12:00",
        "it",
        "lunedì al venerdì dalle 9:00 alle 12:00",
    ),
]
HARMLESS = [
    ("Atelier samedi de 14 h à 15 h", "fr"),
    ("Lundi 24 décembre de 9 h à 12 h", "fr"),
    ("le vendredi 12/12 à 10h", "fr"),
    ("Vente flash samedi 10h-12h", "fr"),
    ("Workshop on Sunday, 2pm to 4pm", "en"),
    ("Black Friday: 30% off", "en"),
    ("Monday 12-18 December", "en"),
    ("Sun 10, Mon 11", "en"),
    ("mar 3-4 pièces", "fr"),
    ("from 9am to 6pm", "en"),
    ("Closed", "en"),
    ("Happy hour Thu & Fri 5pm-7pm", "en"),
    ("Our helpline is open Monday to Friday, 8am to 8pm", "en"),
    ("Appelez-nous du lundi au vendredi de 8 h à 20 h", "fr"),
    ("Livraison du lundi au vendredi entre 8h et 20h", "fr"),
    ("Soldes du vendredi 12 au dimanche 14, de 9h à 20h", "fr"),
    ("Vendredi et samedi : nocturne de 19h à 22h", "fr"),
    ("lun. - ven. : 9h-18h ; sam. : 10h-16h30 ; dim. : fermé", "fr"),
    ("livraison en 24-48 h", "fr"),
    ("Sat nav for €10-20", "en"),
    ("Fermé le lundi 24 décembre", "fr"),
]


@pytest.mark.parametrize(("text", "locale"), RIGHT)
def test_the_typed_hours_are_backed_in_any_spelling(text, locale):
    assert list(all_kinds()["place"].claims(Text(text, locale)))
    assert faults("place", Facts(place=SHOP), text, locale) == []


@pytest.mark.parametrize(("text", "locale", "said"), WRONG)
def test_other_hours_contradict(text, locale, said):
    assert faults("place", Facts(place=SHOP), text, locale) == [("contradiction", said)]


@pytest.mark.parametrize(("text", "locale", "said"), WRONG)
def test_without_typed_hours_they_promise_nothing(text, locale, said):
    assert faults("place", Facts(place=BARE), text, locale) == []
    assert faults("place", Facts(), text, locale) == []


@pytest.mark.parametrize(("text", "locale"), HARMLESS)
def test_what_are_no_opening_hours_is_no_fault(text, locale):
    assert faults("place", Facts(place=SHOP), text, locale) == []


@pytest.mark.parametrize("locale", ["en", "en-GB", "fr", "fr-CA", "de", "es", "it", "pt-BR", "nl"])
def test_hours_are_read_in_every_form_we_say_them(locale):
    said = say(SHOP, locale)
    claims = all_kinds()["place"].claims(Text(said, locale))
    assert sum(isinstance(claim.value, SaidHours) for claim in claims) == 2
    assert faults("place", Facts(place=SHOP), said, locale) == []


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("fr", "Shop, 1 rue du Lac, lundi–vendredi 9 h – 18 h, samedi 10 h – 16 h 30"),
        ("en", "Shop, 1 rue du Lac, Mon–Fri 9:00 AM – 6:00 PM, Sat 10:00 AM – 4:30 PM"),
        ("de", "Shop, 1 rue du Lac, Montag–Freitag 09:00 – 18:00, Samstag 10:00 – 16:30"),
    ],
)
def test_the_long_form_says_the_hours(locale, said):
    assert " ".join(say(SHOP, locale).split()) == said
    assert say(SHOP, locale, "short") == "Shop"


def test_each_of_several_places_is_named():
    both = Place(name="Shop", also=(OTHER,))
    assert say(both, "fr") == "Shop; Kiosk"
    assert carries(both, "at the kiosk and in the shop", "en")
    assert not carries(both, "in the shop", "en")
    assert not carries(both, "shop and kiosks", "en")


def test_hours_of_any_of_the_places_are_backed():
    late = OpeningHours(first="monday", last="sunday", opens=time(12), closes=time(0))
    facts = Facts(
        place=Place(name="Shop", hours=(WEEK,), also=(Place(name="Bar", hours=(late,)),))
    )
    assert faults("place", facts, "Mon-Fri 9am-6pm, every day from noon to midnight") == []
    assert faults("place", facts, "every day from noon to 1am") != []
    assert faults("place", facts, "Closed on Sunday") == []
    assert faults("place", facts, "Closed on Monday") != []


def test_two_spans_of_a_day():
    morning = OpeningHours(first="monday", last="friday", opens=time(9), closes=time(12))
    afternoon = OpeningHours(first="monday", last="friday", opens=time(14), closes=time(18))
    facts = Facts(place=Place(name="Shop", hours=(morning, afternoon)))
    assert faults("place", facts, "lundi-vendredi 9h-12h et 14h-18h", "fr") == []
    assert faults("place", facts, "lundi-vendredi 9h-12h et 14h-19h", "fr") != []
    assert faults("place", facts, "lundi-vendredi 9h-18h", "fr") != []


STREETS = [
    ("1 rue du Lac, 75001 Paris", "Au 1, rue du Lac", "Au 2 rue du Lac", "2 rue du Lac"),
    ("14 Harbour Street, Bristol", "at 14 Harbour St", "at 41 Harbour St", "41 Harbour St"),
    ("14 Harbour Street", "14 Harbour Street!", "14 Mill Lane", "14 Mill Lane"),
    ("Lindenstraße 5, Berlin", "Lindenstr. 5", "Lindenstraße 6", "Lindenstraße 6"),
    ("Calle Mayor, 12", "calle Mayor 12", "Calle Mayor, 21", "Calle Mayor, 21"),
    ("Via Roma 8, Torino", "in Via Roma, 8", "in Via Milano, 8", "Via Milano, 8"),
    ("8 quai des Glycines", "8 quai des Glycines", "72 quai des Glycines", "72 quai des Glycines"),
]


@pytest.mark.parametrize(("address", "right", "wrong", "said"), STREETS)
def test_another_street_address_contradicts(address, right, wrong, said):
    facts = Facts(place=Place(name="Shop", address=address))
    assert faults("place", facts, right) == []
    assert faults("place", facts, f"Shop, {wrong}, open") == [("contradiction", said)]
    assert faults("place", Facts(place=Place(name="Shop")), wrong) == []
    assert faults("place", Facts(), wrong) == []


@pytest.mark.parametrize(
    "text",
    [
        "3 places gratuites, 2 cours offerts",
        "30 Minutes, 5 Happy People",
        "en route pour 24 h",
        "via WhatsApp 24/7",
        "1 place de parking",
        "Marktplatz 20%",
        "3 cours de Yoga au choix",
    ],
)
def test_what_is_no_street_address_is_no_fault(text):
    facts = Facts(place=Place(name="Shop", address="1 rue du Lac"))
    assert faults("place", facts, text, "fr") == []


def test_the_address_of_another_building_is_no_fault():
    facts = Facts(place=Place(name="Shop", address="1 rue du Lac"))
    assert faults("place", facts, "Museum, 12 rue des Fleurs", "fr") == []
    assert faults("place", facts, "Shop, 12 rue des Fleurs", "fr") != []
    assert faults("place", facts, "Museum, 12 rue du Lac", "fr") != []


@pytest.mark.parametrize(
    ("address", "text", "said"),
    [
        ("8 rue du Marché, 44000 Nantes", "8, rue du Marché à Nantes", True),
        ("8 rue du Marché, 44000 Nantes", "18, rue du Marché à Nantes", False),
        ("14 Mill Lane, Leeds", "14 Mill Ln", True),
        ("14 Mill Ln, Leeds", "at 14 Mill Lane", True),
        ("14 Mill Lane, Leeds", "14 Mill St", False),
        ("Hauptstraße 5, Bonn", "Hauptstr. 5", True),
    ],
)
def test_a_street_is_said_in_short_or_with_a_comma(address, text, said):
    assert carries(Place(name="Blue Door", address=address), text, "en") == said


def test_a_name_is_said_in_a_mail_address_to_nobody():
    place = Place(name="Blue")
    assert not carries(place, "Write to Blue@door.example", "en")
    assert carries(place, "@Blue", "en")
