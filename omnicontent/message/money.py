"""Money and percentages as a locale writes them. Babel knows how."""

from decimal import Decimal
from typing import Literal

from babel.numbers import format_currency, format_percent

from omnicontent.message.locales import babel_locale


def say_money(
    value: Decimal, currency: str, locale: str, form: Literal["long", "short"] = "long"
) -> str:
    """Return an amount as the locale writes it; the short form drops the cents of whole ones."""
    known = babel_locale(locale)
    if form == "long" or value != value.to_integral_value():
        return str(format_currency(value, currency, locale=known))
    pattern = known.currency_formats["standard"].pattern.replace(".00", "")
    return str(format_currency(value, currency, pattern, locale=known, currency_digits=False))


def say_percent(value: Decimal, locale: str) -> str:
    """Return ``30%`` or ``12,5 %`` as the locale writes it."""
    known = babel_locale(locale)
    pattern = known.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
    return str(format_percent(value / 100, pattern, locale=known))
