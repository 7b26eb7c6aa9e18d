"""Telephone numbers in a text, as people write them."""

import regex

_PHONE = regex.compile(
    r"(?<![\w/.=+-])"
    r"(?!\d{1,2}[./-]\d{1,2}[./-]\d{4})"  # a date
    r"(?:\+|\(?0|\(\d)(?:[ ./()-]{0,2}\d){7,13}(?!\w)"
)
"""With a plus sign, a zero or brackets at its head."""


def find_phone_number(text: str) -> str:
    """Return the first telephone number in ``text`` as it stands there, or ""."""
    found = _PHONE.search(text)
    return found[0] if found else ""
