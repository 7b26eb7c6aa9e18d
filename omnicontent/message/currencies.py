"""How people write currencies: signs, codes and names, and which currencies each may mean."""

import re
from functools import cache

from babel.core import get_global

from omnicontent.message.locales import currency_names

DOLLARS = frozenset(["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD"])
KRONER = frozenset(["SEK", "NOK", "DKK", "ISK", "CZK"])
COMMON = ("EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK")
"""Currencies whose names are read in every text."""
_SIGNS: dict[str, frozenset[str]] = {
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "$": DOLLARS,
    "us$": frozenset({"USD"}),
    "$us": frozenset({"USD"}),
    "$ us": frozenset({"USD"}),
    "ca$": frozenset({"CAD"}),
    "c$": frozenset({"CAD"}),
    "$ca": frozenset({"CAD"}),
    "$ ca": frozenset({"CAD"}),
    "a$": frozenset({"AUD"}),
    "au$": frozenset({"AUD"}),
    "nz$": frozenset({"NZD"}),
    "hk$": frozenset({"HKD"}),
    "s$": frozenset({"SGD"}),
    "¥": frozenset({"JPY", "CNY"}),
    "円": frozenset({"JPY"}),
    "元": frozenset({"CNY"}),
    "₹": frozenset({"INR"}),
    "₩": frozenset({"KRW"}),
    "₺": frozenset({"TRY"}),
    "₽": frozenset({"RUB"}),
    "zł": frozenset({"PLN"}),
    "kč": frozenset({"CZK"}),
    "kr": KRONER,
    "kr.": KRONER,
    "fr.": frozenset({"CHF"}),
    "sfr.": frozenset({"CHF"}),
    "francs": frozenset({"CHF"}),
    "franken": frozenset({"CHF"}),
    "euro": frozenset({"EUR"}),
    "euros": frozenset({"EUR"}),
    "dollar": DOLLARS,
    "dollars": DOLLARS,
    "dólares": DOLLARS,
    "dollari": DOLLARS,
    "pounds": frozenset({"GBP"}),
    "quid": frozenset({"GBP"}),
    "bucks": DOLLARS,
    "livres sterling": frozenset({"GBP"}),
    "pfund": frozenset({"GBP"}),
    "sterline": frozenset({"GBP"}),
    "libras": frozenset({"GBP"}),
    "franchi": frozenset({"CHF"}),
    "francos": frozenset({"CHF"}),
}
_WORDS_TOO = frozenset(
    [
        "ALL",
        "TOP",
        "TRY",
        "MAD",
        "PEN",
        "CUP",
        "COP",
        "SOS",
        "BAM",
        "MOP",
        "ANG",
        "LAK",
        "GEL",
        "KID",
        "STD",
        "SLE",
        "SPL",
        "VED",
        "ERN",
        "MUR",
        "BOB",
        "CHE",
        "CHW",
        "BOV",
        "COU",
        "WIR",
        "XXX",
        "XTS",
    ]
)
"""Codes that are words or names as well: never read, so not in a campaign of that currency."""


@cache
def currencies_by_sign(locale: str) -> dict[str, frozenset[str]]:
    """Return every spelling, folded, with the currencies that it may mean."""
    signs = dict(_SIGNS)
    for currency in COMMON:
        for name in currency_names(currency, locale):
            signs.setdefault(name.casefold(), frozenset({currency}))
    for code in _current_codes():
        if code not in _WORDS_TOO:
            signs.setdefault(code.casefold(), frozenset({code}))
    return signs


@cache
def sign_pattern(locale: str) -> str:
    """Return an expression for every spelling, the longest first; codes only in capitals."""
    spellings = sorted(currencies_by_sign(locale), key=len, reverse=True)
    codes = {code.casefold() for code in _current_codes()}
    written = [spelling.upper() for spelling in spellings if spelling in codes]
    names = [spelling for spelling in spellings if spelling not in codes]
    common = [code.casefold() for code in COMMON]
    loose = "|".join(re.escape(name) for name in [*names, *common])
    return rf"(?i:{loose})|{'|'.join(written)}"


@cache
def _current_codes() -> frozenset[str]:
    """Return the codes of the currencies that are legal tender somewhere today."""
    tenders = get_global("territory_currencies").values()
    return frozenset(
        code for uses in tenders for code, _start, end, tender in uses if tender and not end
    )
