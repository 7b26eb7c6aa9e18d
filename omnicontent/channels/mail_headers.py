"""What may stand in a mail's headers, and the two that offer to unsubscribe in one click.

https://www.rfc-editor.org/rfc/rfc5322#section-2.2, https://www.rfc-editor.org/rfc/rfc2369,
https://www.rfc-editor.org/rfc/rfc8058. Folding and encoding are the mail library's that sends it.
"""

import re
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https://[!-~]+", re.IGNORECASE)
"""Printable ASCII: all else would have to be escaped first."""


def one_line(text: str) -> str:
    """Return the text without line breaks: in a header they would begin another header."""
    return " ".join(text.split())


def one_click_address(url: str) -> str:
    """Return the address where one click may unsubscribe, "" where it may not stand in a header.

    RFC 8058 asks for https; RFC 2369 puts addresses in angle brackets, parted by commas.
    """
    if not _ADDRESS.fullmatch(url) or set(url) & set('<>"'):
        return ""
    try:
        parts = urlsplit(url)
        port_is_a_number = parts.port is None or parts.port > 0
    except ValueError:
        return ""
    return url if parts.hostname and port_is_a_number else ""


def one_click_headers(url: str) -> dict[str, str]:
    """Return both headers, none where the address may not stand there.

    The sender's DKIM signature must cover both (RFC 8058, section 4).
    """
    address = one_click_address(url)
    if not address:
        return {}
    return {
        "List-Unsubscribe": f"<{address}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
