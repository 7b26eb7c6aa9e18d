r"""LinkedIn's "little text": plain words with hashtags and mentions in them, and back.

What has no backslash and is no element makes LinkedIn drop the rest of a text, without an error.
A mention is typed as it stands there: ``@[Name](urn:li:organization:1)``.

https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
"""

import re
from collections.abc import Iterator

from omnicontent.text.entities import find_hashtags

_RESERVED = re.compile(r"[|{}@\[\]()<>#\\*_~]")
_URN = r"urn:li:(?:person|organization):[A-Za-z0-9_-]+"
_UP_TO_NAME_S_END = re.compile(rf"([^\]\n]*+)(?:\]\(({_URN})\)|[\]\n]|\Z)")
"""A text in runs, so that no bracket asks for the end of its name anew."""
_SHOWN = re.compile(
    r"\\(?P<sign>.)"
    r"|\{hashtag\|\\?#\|(?P<tag>(?:[^}\\]|\\.)*)\}"
    rf"|@\[(?P<name>(?:[^\]\\]|\\.)+)\]\({_URN}\)",
    re.DOTALL,
)


def escape_little(text: str) -> str:
    """Return the text in little text: hashtags as templates, mentions kept, the rest escaped."""
    elements = list(_mentions(text))
    taken = {place for start, end, _element in elements for place in range(start, end)}
    for tag in find_hashtags(text):
        if taken.isdisjoint(range(tag.start, tag.end)):
            elements.append((tag.start, tag.end, rf"{{hashtag|\#|{_escape(tag.value)}}}"))
    parts, done = [], 0
    for start, end, element in sorted(elements):
        parts += [_escape(text[done:start]), element]
        done = end
    return "".join([*parts, _escape(text[done:])])


def _mentions(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each mention stands, and its element."""
    for run in _UP_TO_NAME_S_END.finditer(text):
        before, sign, name = run[1].partition("@[")
        if sign and name and run[2]:
            yield run.start() + len(before), run.end(), f"@[{_escape(name)}]({run[2]})"


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
