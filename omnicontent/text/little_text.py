r"""LinkedIn's "little text": plain words with hashtags and mentions in them, and back.

What has no backslash and is no element makes LinkedIn drop the rest of a text, without an error.
A mention is typed as it stands there: ``@[Name](urn:li:organization:1)``.

https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
"""

import re

from omnicontent.text.entities import find_hashtags

_RESERVED = re.compile(r"[|{}@\[\]()<>#\\*_~]")
_URN = r"urn:li:(?:person|organization):[A-Za-z0-9_-]+"
_MENTION = re.compile(rf"@\[([^\]\n]+)\]\(({_URN})\)")
_SHOWN = re.compile(
    r"\\(?P<sign>.)"
    r"|\{hashtag\|\\?#\|(?P<tag>(?:[^}\\]|\\.)*)\}"
    rf"|@\[(?P<name>(?:[^\]\\]|\\.)+)\]\({_URN}\)",
    re.DOTALL,
)


def escape_little(text: str) -> str:
    """Return the text in little text: hashtags as templates, mentions kept, the rest escaped."""
    elements = [
        (named.start(), named.end(), f"@[{_escape(named[1])}]({named[2]})")
        for named in _MENTION.finditer(text)
    ]
    taken = {place for start, end, _element in elements for place in range(start, end)}
    for tag in find_hashtags(text):
        if taken.isdisjoint(range(tag.start, tag.end)):
            elements.append((tag.start, tag.end, rf"{{hashtag|\#|{_escape(tag.value)}}}"))
    parts, done = [], 0
    for start, end, element in sorted(elements):
        parts += [_escape(text[done:start]), element]
        done = end
    return "".join([*parts, _escape(text[done:])])


def unescape_little(little: str) -> str:
    """Return what a reader sees of little text."""
    return _SHOWN.sub(_show, little)


def _show(match: re.Match[str]) -> str:
    if match["sign"] is not None:
        return match["sign"]
    if match["tag"] is not None:
        return f"#{unescape_little(match['tag'])}"
    return unescape_little(match["name"])


def _escape(text: str) -> str:
    return _RESERVED.sub(r"\\\g<0>", text)
