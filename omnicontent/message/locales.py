"""Babel's locale for a story's locale, and how it writes money."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_name, get_currency_symbol


@cache
def babel_locale(locale: str) -> Locale:
    """Return Babel's locale for ``fr-CA``; the nearest that Babel knows for an unknown one."""
    tags = locale.split("-")
    while tags:
        try:
            return Locale.parse("-".join(tags), sep="-")
        except (UnknownLocaleError, ValueError):
            tags.pop()
    return Locale.parse("en")


@cache
def currency_names(currency: str, locale: str) -> frozenset[str]:
    """Return every way to write a currency: code, signs, names; in the locale and in English."""
    names = {currency}
    for known in (babel_locale(locale), Locale.parse("en")):
        symbol = get_currency_symbol(currency, known)
        bare = symbol.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00a0\u202f ")
        names |= {symbol, bare}
        names |= {get_currency_name(currency, count, known).lower() for count in (None, 1, 2)}
    names |= {"US$"} if currency == "USD" else set()
    return frozenset(names - {""})
