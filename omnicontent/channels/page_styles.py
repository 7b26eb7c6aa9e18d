"""A page's one style sheet, in the page and named by its hash.

A content security policy that names the hash lets this sheet in and nothing that is injected:
https://www.w3.org/TR/CSP3/#match-element-to-source-list
"""

import base64
import hashlib
from collections.abc import Mapping

from omnicontent.channels.templates import render_template


def inline_style(template: str, context: Mapping[str, object], locale: str) -> dict[str, str]:
    """Return the filled-in template as ``style``, and ``style_hash`` for the page's policy."""
    style = render_template(template, context, locale)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {"style": style, "style_hash": f"sha256-{digest}"}
