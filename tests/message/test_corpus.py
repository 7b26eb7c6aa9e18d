"""How well the lock reads phrasings that its authors never saw: figures, and what they must be.

``pytest -s tests/message/test_corpus.py`` shows the table of each language.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from omnicontent.message.lock import Finding, check_text
from tests.message.phrasings import LANGUAGES, Phrasing, Promise, phrasings

RECALL, PRECISION = 0.99, 0.98
FOUND = ("contradiction", "orphan", "nothing")


def found_in(phrasing: Phrasing) -> tuple[Finding, ...]:
    return check_text(phrasing.facts, phrasing.text, phrasing.locale, at=phrasing.at).findings


def is_about(finding: Finding, promise: Promise, text: str) -> bool:
    """Tell whether a finding marks words of the promise: authors quote more or less of it."""
    places = [match.span() for match in re.finditer(re.escape(promise.span), text)]
    return any(start < finding.end and finding.start < end for start, end in places)


class Score:
    """What was found of what is wrong, and what was found besides."""

    def __init__(self, language: str) -> None:
        self.wanted = self.met = self.found = 0
        self.table: Counter[tuple[str, str]] = Counter()
        self.failures: list[str] = []
        for phrasing in phrasings(language):
            self._count(phrasing)

    def _count(self, phrasing: Phrasing) -> None:
        found = found_in(phrasing)
        missed = [
            promise
            for promise in phrasing.issues
            if not any(is_about(one, promise, phrasing.text) for one in found)
        ]
        extra = [
            one
            for one in found
            if not any(is_about(one, promise, phrasing.text) for promise in phrasing.issues)
        ]
        self.wanted += len(phrasing.issues)
        self.met += len(phrasing.issues) - len(missed)
        self.found += len(found)
        self.table[phrasing.sort, found[0].kind if found else "nothing"] += 1
        self.failures += [f"missed “{one.span}” in: {phrasing.text}" for one in missed]
        self.failures += [f"false alarm “{one.span}” in: {phrasing.text}" for one in extra]
        self.alarms = getattr(self, "alarms", 0) + len(extra)

    @property
    def recall(self) -> float:
        return self.met / self.wanted

    @property
    def precision(self) -> float:
        return 1 - self.alarms / self.found

    def rows(self, language: str) -> Iterator[str]:
        yield f"{language:<16}" + "".join(f"{name:>15}" for name in FOUND)
        for sort in ("true mention", "contradiction", "orphan", "harmless"):
            yield f"{sort:<16}" + "".join(f"{self.table[sort, name]:>15}" for name in FOUND)
        yield f"recall {self.recall:.1%}, precision {self.precision:.1%}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_contradictions_are_found_and_harmless_numbers_are_not(language, capsys):
    score = Score(language)
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join([*score.rows(language), *score.failures]) + "\n")
    assert score.recall >= RECALL
    assert score.precision >= PRECISION


@pytest.mark.parametrize("language", LANGUAGES)
def test_true_mentions_carry_their_facts(language):
    """A fact that a text says is not asked for a second time."""
    said = [(fact, one) for one in phrasings(language) for fact in one.carries]
    missed = [
        f"{fact}: {one.text}"
        for fact, one in said
        if fact not in check_text(one.facts, one.text, one.locale, at=one.at).carries
    ]
    assert len(missed) <= len(said) * (1 - RECALL), missed
