"""What a mail program makes of the two headers that offer to unsubscribe.

RFC 2369 (the addresses), RFC 6068 (``mailto``), RFC 8058 (one click).
"""

import re
from urllib.parse import parse_qs, unquote, urlsplit


def read_headers(addresses: str | None, post: str | None) -> dict[str, object]:
    """Return the way out that a mail program offers: one click, a mail, a page, or none."""
    offered = [urlsplit(found.strip()) for found in re.findall(r"<([^>]*)>", addresses or "")]
    web = [one.geturl() for one in offered if one.scheme in ("http", "https") and one.hostname]
    safe = [url for url in web if url.startswith("https:")]
    mails = [one for one in offered if one.scheme == "mailto" and one.path]
    if safe and (post or "").strip().lower() == "list-unsubscribe=one-click":
        return {"kind": "OneClick", "url": safe[0]}
    if mails:
        subject = parse_qs(mails[0].query).get("subject", [None])[0]
        return {"kind": "Mailto", "address": unquote(mails[0].path), "subject": subject}
    return {"kind": "HttpLink", "url": web[0]} if web else {"kind": "None"}
