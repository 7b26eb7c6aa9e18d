"""Texts with numbered variables, ``{{1}}``, ``{{2}}``, ...: message templates that are reviewed.

Reviewers refuse a variable at the start or end of a text, two side by side, and a text with fewer
than three words a variable and one more.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

_VARIABLE = re.compile(r"\{\{([1-9][0-9]{0,2})\}\}")
_SIDE_BY_SIDE = re.compile(r"(?<=\{)(?=\{)|(?<=\})(?=\})")


def place_variables(text: str, values: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with variables for those ``values`` that it holds, and these in order.

    A value stays in the text where a variable may not stand.
    """
    spans = list(_allowed(text, _find(text, values)))
    while spans and len(_numbered(text, spans).split()) < 3 * len(spans) + 1:
        spans.pop()
    return _numbered(text, spans), tuple(text[start:end] for start, end in spans)


def fill_variables(template: str, values: Sequence[str]) -> str:
    """Return the text that a reader sees; variables without a value stay as they are."""
    by_number = {str(number): value for number, value in enumerate(values, start=1)}
    return _VARIABLE.sub(lambda found: by_number.get(found[1], found[0]), template)


def part_braces(text: str) -> str:
    """Return ``text`` with spaces between braces side by side: words never act as a variable."""
    return _SIDE_BY_SIDE.sub(" ", text)


def _find(text: str, values: Iterable[str]) -> list[tuple[int, int]]:
    """Return where the values stand as whole words, the last time each, longer ones first.

    Inside braces they stay text: with those of a variable they would be three.
    """
    spans: list[tuple[int, int]] = []
    for value in sorted(set(values) - {""}, key=lambda value: (-len(value), value)):
        found = [m.span() for m in re.finditer(rf"(?<![\w{{]){re.escape(value)}(?![\w}}])", text)]
        free = [(a, b) for a, b in found if all(b <= start or end <= a for start, end in spans)]
        spans += free[-1:]
    return sorted(spans)


def _allowed(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    before = 0
    for start, end in spans:
        if text[before:start].strip() and text[end:].strip():
            yield start, end
            before = end


def _numbered(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, before = [], 0
    for number, (start, end) in enumerate(spans, start=1):
        pieces += [text[before:start], f"{{{{{number}}}}}"]
        before = end
    return "".join([*pieces, text[before:]])
