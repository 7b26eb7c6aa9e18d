"""A long text, made to be slow, takes no more than its length."""

from time import process_time

import pytest

from omnicontent.message.facts import Facts
from omnicontent.message.kinds.call_to_action import CallToActionKind
from omnicontent.message.kinds.contact import ContactKind
from omnicontent.message.kinds.place import PlaceKind
from omnicontent.message.kinds.promo_code import PromoCodeKind
from omnicontent.message.texts import Text

KINDS = (PlaceKind(), CallToActionKind(), ContactKind(), PromoCodeKind())
FACTS = Facts.model_validate(
    {
        "promo_code": {"code": "WINTER30"},
        "call_to_action": {"verb": "Go", "url": "https://shop.example/x"},
        "place": {"name": "Blue Door", "address": "12 rue de la Paix"},
        "contact": {"phone": "+33 1 23 45 67 89", "email": "a@b.example"},
    }
)
UNITS = (
    *("1", "%", "-", "€", "a", "a-", "a.co ", "A1-", "@", "1 ", "+1 ", "12 rue ", "\u202e"),
    *("\u0301", "é", "code ", "x@x ", "https://a.example/ ", "aa1", "Haupt-", "code: A1, "),
)
FEW, MANY, TIMES = 5_000, 20_000, 8
NOISE = 0.03
"""Seconds: what takes less can't be measured."""


def hold(original: str) -> None:
    text = Text(original, "en")
    for kind in KINDS:
        claims = tuple(kind.claims(text))
        kind.carried(FACTS.get(kind.name), text, claims, None)
        for claim in claims:
            kind.judge(claim, FACTS, None, "en")
            kind.say_claim(claim, text)


def seconds(original: str) -> float:
    return min(_once(original) for _ in range(2))


def _once(original: str) -> float:
    start = process_time()
    hold(original)
    return process_time() - start


def hosts(length: int) -> str:
    return " ".join(f"a{number}.co" for number in range(length // 8))


def digits(length: int) -> str:
    return "+" + "1 " * (length // 2)


def code(length: int) -> str:
    return "code aa" + "1" * length


def mail(length: int) -> str:
    return "@ " + "a%" * (length // 2)


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_length(unit):
    few, many = (seconds((unit * length)[:length]) for length in (FEW, MANY))
    assert many < TIMES * max(few, NOISE)


@pytest.mark.parametrize("shape", [hosts, digits, code, mail])
def test_work_grows_with_the_length_of_other_shapes(shape):
    few, many = (seconds(shape(length)) for length in (FEW, MANY))
    assert many < TIMES * max(few, NOISE)
