"""Tokens for publishers: easy to spot in a leak, cheap to reject, useless in the database.

A token is ``oc_``, 32 random base-62 characters (190 bits) and a CRC-32 of what stands before it
(six characters), so that secret scanners know one when they see one and a mistyped token costs
no query. The database holds the SHA-256 only: with 190 random bits a slow hash would add nothing.
"""

import hashlib
import secrets
import string
import zlib
from typing import Final

PREFIX: Final = "oc_"
SHOWN: Final = 8
"""How many leading characters tell tokens apart in lists; 160 secret bits remain."""
_ALPHABET: Final = string.digits + string.ascii_uppercase + string.ascii_lowercase
_SECRET_LENGTH: Final = 32
_CHECKSUM_LENGTH: Final = 6


def make_token() -> str:
    """Return a new random token."""
    head = PREFIX + "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET_LENGTH))
    return head + _checksum(head)


def is_well_formed(token: str) -> bool:
    """Tell whether the text can be a token at all: prefix, length, alphabet and checksum."""
    head, tail = token[:-_CHECKSUM_LENGTH], token[-_CHECKSUM_LENGTH:]
    return (
        len(token) == len(PREFIX) + _SECRET_LENGTH + _CHECKSUM_LENGTH
        and token.isascii()
        and token.startswith(PREFIX)
        and tail == _checksum(head)
    )


def token_digest(token: str) -> str:
    """Return the SHA-256 under which the database knows the token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _checksum(head: str) -> str:
    number, digits = zlib.crc32(head.encode()), ""
    for _ in range(_CHECKSUM_LENGTH):
        number, digit = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return digits
