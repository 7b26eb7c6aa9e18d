r"""Plain words in the Markdown of chats, and back: a backslash before every sign with a meaning.

https://support.discord.com/hc/en-us/articles/210298617
"""

import re

from omnicontent.text.links import find_links

_SIGNS = re.compile(r"[\\*_~|`\[<]|^(?:-?#|>)", re.MULTILINE)
_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")


def escape_markdown(text: str) -> str:
    """Return Markdown that shows ``text`` as it is; addresses stay bare, and thus links."""
    if not _SIGNS.search(text):
        return text
    parts, end = [], 0
    for link in find_links(text):
        if link.url.lower().startswith("http"):
            parts += [_escape(text[end : link.start]), link.url]
            end = link.end
    return "".join([*parts, _escape(text[end:])])


def unescape_markdown(markdown: str) -> str:
    """Return what a reader sees of escaped signs."""
    return _ESCAPED.sub(r"\1", markdown)


def _escape(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)
