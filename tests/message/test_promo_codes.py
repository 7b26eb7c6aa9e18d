"""Promo codes as people type them: ours, another's, and what only looks like one."""

import pytest

from omnicontent.message.facts import Facts, PromoCode
from omnicontent.message.finding import carries
from tests.message.judging import faults, verdicts

FACT = PromoCode(code="WINTER30")
OURS = Facts(promo_code=FACT)
NONE = Facts()

RIGHT = [
    "Use code WINTER30 at checkout.",
    "Code: WINTER30",
    "code winter30",
    "promo code “WINTER30”",
    "Code promo « WINTER30 » valable jusqu'au 31/12",
    "Your code\nWINTER30",
    "Votre code :\n**WINTER30**",
    "avec le code *WINTER30*",
    "Saisissez WINTER30 au paiement",
    "Enter WINTER30 and save",
    "Gutscheincode: WINTER30",
    "Rabattcode WINTER30 eingeben",
    "Mit dem Gutschein WINTER30 sparen",
    "Código: WINTER30",
    "con el código «WINTER30»",
    "Usa il codice WINTER30",
    "[WINTER30]",
    "WINTER30 is your code",
    "le code suivant : `WINTER30`",
    "winter30 is your code.",
    "Utilisez winter30, votre code",
    "UTILISEZ LE CODE PROMO WINTER30 AVANT NOËL",
    "Tapez WINTER30.",
    "code to use at checkout: WINTER30",
    "coupon Winter30",
    "Sans code, pas de remise : WINTER30",
    "Sans le code WINTER30, pas de remise",
    "the WINTER30 code",
]
WRONG = {
    "Use code WINTER20 at checkout.": "WINTER20",
    "Code: WINTER3O": "WINTER3O",
    "code winter20": "winter20",
    "promo code “SUMMER”": "SUMMER",
    "use code 'spring' today": "spring",
    "Code promo « ETE25 »": "ETE25",
    "Votre code :\n**WINTER50**": "WINTER50",
    "avec le code WINTER-30": "WINTER-30",
    "Saisissez NOEL10 au paiement": "NOEL10",
    "Enter SPRING15 and save": "SPRING15",
    "Use SUMMER at checkout": "SUMMER",
    "use summer20 at checkout": "summer20",
    "Gutscheincode: SOMMER20": "SOMMER20",
    "Aktionscode HERBST10 nutzen": "HERBST10",
    "Código: VERANO20": "VERANO20",
    "cupón OTOÑO20": "OTOÑO20",
    "Usa il codice ESTATE20": "ESTATE20",
    "20% off with SUMMER20": "SUMMER20",
    "20 % avec AUTOMNE20": "AUTOMNE20",
    "WINTRE30 for everyone": "WINTRE30",
    "Just say WINTER300": "WINTER300",
    "Think of WINETR30!": "WINETR30",
    "XWINTER30": "XWINTER30",
    "WINTER29: only this week": "WINTER29",
    "SUMMER20 is your code": "SUMMER20",
    "code to use at checkout: SPRING5": "SPRING5",
    "codes WINTER30 and WINTER31": "WINTER31",
    "Code: SUMMER": "SUMMER",
    "Offert avec le code CADEAU": "CADEAU",
    "summer20 is your code": "summer20",
    "code : été.": "été",
    "SMS: CODE SOLDES": "SOLDES",
    "bon d'achat : code NOEL": "NOEL",
    "promo code 2468": "2468",
    "No code needed.": "No code needed",
    "Sans code promo !": "Sans code promo",
    "Ohne Gutscheincode.": "Ohne Gutscheincode",
    "Sin código.": "Sin código",
    "30% off without a code.": "without a code",
}
HARMLESS = [
    "Scan the QR code at the door",
    "Scannez le QR code",
    "code postal 75001",
    "Dress code: black tie",
    "Code Winter",
    "CODE PROMO EXCLUSIF VALABLE UNE FOIS",
    "UN CODE AVANTAGE",
    "Pay with PAYPAL at checkout",
    "This code CANNOT be combined",
    "SPF50 sunscreen: use SPF50 daily",
    "activation code 998877",
    "Gutschein über 20 €",
    "Le code vous sera envoyé par SMS",
    "a 6-digit code",
    "zip code 90210",
    "Le code-barres 3012345678901",
    "le code de la route",
    "open source code since 2010",
    "Made with HTML5 and CSS3",
    "COVID19 rules",
    "ISO 9001 certified",
    "for your PS5",
    "with WH-1000XM5 headphones",
    "#WINTER2026",
    "@WINTER31",
    "the code inside",
    "le code ci-dessous",
    "Code valid until Sunday",
    "Le code est valable une fois",
    "CODE VALABLE UNE FOIS",
    "Your code is on the card",
    "code civil",
    "Postleitzahl 75001, QR-Code scannen",
    "codice fiscale",
    "codice postale 00184",
    "código postal 28013",
    "código de barras 8412345678905",
    "error code 404",
    "country code +33",
    "WINTER is here, WINTER SALE",
    "winter30 degrees",
    "30 LINES OF CODE",
    "VIP ONLY. BEST PRICE. NEW IN.",
    "Code 30 % off",
    "un bon PC portable",
    "Use USB3 cables",
    "Enter NOW to win",
    "code name Apollo",
    "the RTX4090",
    "Sans code, pas de remise.",
    "a coupon for you",
    "Un coupon par personne",
    "Gutschein einlösen",
]


@pytest.mark.parametrize("text", RIGHT)
def test_our_code_is_carried_and_backed(text):
    assert verdicts("promo_code", OURS, text, "fr") == set()
    assert carries(FACT, text, "fr")


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_another_code_contradicts(text, said):
    assert faults("promo_code", OURS, text, "en") == [("contradiction", said)]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_code_is_no_fault(text):
    assert faults("promo_code", OURS, text, "fr") == []
    assert faults("promo_code", NONE, text, "fr") == []


@pytest.mark.parametrize("text", [*RIGHT[:9], "Use SUMMER at checkout", "code “spring”"])
def test_a_code_of_a_campaign_without_one_is_an_orphan(text):
    assert verdicts("promo_code", NONE, text) == {"orphan"}


@pytest.mark.parametrize("text", ["No code needed.", "sans code", "WINTER30", "Ohne Code."])
def test_without_a_code_these_are_harmless(text):
    assert faults("promo_code", NONE, text) == []


@pytest.mark.parametrize(
    ("code", "text", "fault"),
    [
        ("HELLO", "Say HELO to the code", False),
        ("BONJOUR", "BONJOUT", True),
        ("BONJOUR", "BONJOURS LES AMIS", False),
        ("BONJOUR", "TOUJOUR", False),
        ("NOEL24", "NOEL25", True),
        ("BF25", "BF24 is here", True),
        ("A10", "the A12 motorway", False),
        ("PS50", "for PS5", False),
        ("welcome", "use code WELCOME", False),
        ("welcome", "code welcom", True),
        ("SAVE-20", "code SAVE20", True),
        ("SAVE-20", "Code SAVE-20!", False),
        ("SAVE_20", "code SAVE_20.", False),
        ("2468", "code 2468", False),
        ("2468", "code 2469", True),
    ],
)
def test_how_near_is_too_near(code, text, fault):
    facts = Facts(promo_code=PromoCode(code=code))
    assert (verdicts("promo_code", facts, text) == {"contradiction"}) is fault


def _held(code, text):
    fact = PromoCode(code=code)
    return carries(fact, text, "en"), faults("promo_code", Facts(promo_code=fact), text)


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("TULIP10", "BULBS25 or TULIP10", "BULBS25"),
        ("TULIP10", "TULIP10 ou BULBS25 : au choix", "BULBS25"),
        ("TULIP10", "promo word: SUNSHINE", "SUNSHINE"),
        ("TULIP10", "say TULIPS at the till", "TULIPS"),
        ("TULIP10", 'quote "bulbs25" when you call', "bulbs25"),
        ("BULBS25", "Type BULBS 20 at the till", "BULBS"),
        ("WINTER30", "WINTER10 expires on Sunday", "WINTER10"),
    ],
)
def test_another_code_contradicts_in_further_words(code, text, said):
    assert ("contradiction", said) in _held(code, text)[1]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("VELO15", "Code : VELO 15"),
        ("BULBS25", "Type BULBS 25 at the till"),
        ("BULBS25", 'quote "bulbs25" when you call'),
        ("BULBS25", "mention “bulbs25” at the desk"),
        ("VELO15", "Le code VELO10 est périmé, voici VELO15"),
        ("VELO15", "Le code VELO10 n'est plus valable, voici VELO15"),
        ("WINTER30", "WINTER10 has expired, use WINTER30"),
    ],
)
def test_a_space_a_small_letter_or_an_old_code_is_no_fault(code, text):
    assert _held(code, text) == (True, [])


@pytest.mark.parametrize(
    "text", ["Mention “Instagram” when you book", "WINTER30 or GTX4090", "WINTER30, BULBS25"]
)
def test_what_stands_beside_a_code_is_no_fault(text):
    assert _held("WINTER30", text)[1] == []
