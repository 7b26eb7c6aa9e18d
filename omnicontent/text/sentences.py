"""Where sentences end, in English and French. In doubt two sentences stay together.

Own code: the kept libraries split at "M. Durand" or inside « ... », and a sentence is what this
project never cuts.
"""

import re
from collections.abc import Iterator

_NEVER_LAST_WORDS = (
    "mr mrs ms dr prof st ste sr mme mlle mm me messrs mgr gen sen rep hon rev capt lt col sgt "
    "e.g i.e eg ie cf vs viz resp env approx incl excl ca c.-à-d p.ex par.ex av bd boul dept est "
    "u.s u.k u.n d.c ph.d j.-c n.b p.s tél tel"
)
_NEVER_LAST = frozenset(_NEVER_LAST_WORDS.split())
"""Before a period these do not end a sentence, whatever follows."""
_NUMBERED_WORDS = (
    "no nos nr num art p pp vol fig ch chap sec sect éd ed jan feb mar apr jun jul aug sep sept "
    "oct nov dec janv févr avr juil déc min max tel ext"
)
_NUMBERED = frozenset(_NUMBERED_WORDS.split())
"""Before a period these do not end a sentence when a number follows."""

_CLOSERS = "\"'»”’)\\]"
_END = re.compile(rf"(?:[.!?…]+|[。！？]+)(?:[ \u00a0\u202f]?[»”]|[{_CLOSERS}])*")  # noqa: RUF001
_TOGETHER = re.compile(
    r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\([^()]*\)|(?:https?://|www\.)\S+", re.IGNORECASE
)
_LOOK = 80
"""Characters around a mark that are looked at: more than any word or run of spaces."""
_WORD_BEFORE = re.compile(r"[^\s«“\"(\[’']+$")


def sentences(text: str) -> list[str]:
    """Return whole sentences, each with its closing mark; abbreviations and prices stay whole.

    A line break ends a sentence. What stands in quotes, brackets or a link is never parted.
    """
    return [sentence for line in text.splitlines() for sentence in _split(line.strip())]


def _split(line: str) -> Iterator[str]:
    start = 0
    for before_mark, end in _marks_outside(line, _TOGETHER.finditer(line)):
        before = line[max(start, before_mark - _LOOK) : before_mark]
        if _ends(before, line[before_mark:end], line[end : end + _LOOK]):
            yield line[start:end].strip()
            start = end
    if line[start:].strip():
        yield line[start:].strip()


def _marks_outside(line: str, together: Iterator[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield where each closing mark begins and ends, except inside what stays together."""
    held = next(together, None)
    for mark in _END.finditer(line):
        while held and held.end() <= mark.end():
            held = next(together, None)
        if not held or mark.end() <= held.start():
            yield mark.span()


def _ends(before: str, mark: str, after: str) -> bool:
    """Tell whether ``mark`` closes the sentence ``before`` it."""
    if mark[0] in "。！？":  # noqa: RUF001
        return True
    following = after.lstrip()
    if not following or not before.strip():
        return False
    if following == after or following[0].islower():
        return False
    if following[0] in ",;:!?…»)":
        return False
    return mark != "." or not _is_abbreviated(before, following)


def _is_abbreviated(before: str, following: str) -> bool:
    """Tell whether the period after ``before`` belongs to a short form, initial or number."""
    found = _WORD_BEFORE.search(before)
    word = found[0] if found else ""
    if len(word) == 1 and word.isupper() and word != "I":
        return True
    if word.isdecimal() and word == before.strip():
        return True
    if word.lower() in _NEVER_LAST:
        return True
    return word.lower() in _NUMBERED and following[0].isdecimal()
