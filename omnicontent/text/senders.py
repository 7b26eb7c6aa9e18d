"""Who an SMS may come from: a name that nobody can answer, a number, or a short code.

3GPP TS 23.040 gives a name eleven characters; networks take letters without accents, digits and
spaces: https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id
"""

import re
import unicodedata

_NAME = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 ]+")
_NUMBER = re.compile(r"\+[1-9]\d{1,14}|\d{3,8}")
"""A number in E.164, or a short code."""


def is_number(sender: str) -> bool:
    """Tell whether the sender is a number, which can be answered."""
    return _NUMBER.fullmatch(sender.strip()) is not None


def takes_answers(sender: str) -> bool:
    """Tell whether a reader can answer: not to a name; nothing named is a provider's number."""
    return not sender.strip() or is_number(sender)


def is_name(sender: str) -> bool:
    """Tell whether networks take the sender as a name, however long it is."""
    return _NAME.fullmatch(sender.strip()) is not None


def sender_names(brand: str) -> list[str]:
    """Return the brand's name as a sender, then its first words, one fewer each time.

    Accents are left out: networks refuse them, and a name is read in spite of it.
    """
    marked = unicodedata.normalize("NFKD", brand)
    words = "".join(sign for sign in marked if not unicodedata.combining(sign)).split()
    words = [word.strip(",.;:!") for word in words]
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return [start for start in starts if is_name(start)]
