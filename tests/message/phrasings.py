"""The corpus of phrasings: four hands wrote it, none looked at the finder."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from omnicontent.message.facts import Facts

CORPUS = Path(__file__).parent / "corpus"
HANDS = ("first", "second", "third", "fourth")
LANGUAGES = ("en", "fr", "de", "es", "it")


@dataclass(frozen=True)
class Promise:
    """A false promise in a text, as its author labelled it."""

    kind: str
    fact: str
    span: str


@dataclass(frozen=True)
class Phrasing:
    """One text with what a careful reader says of it."""

    facts: Facts
    locale: str
    text: str
    carries: frozenset[str]
    issues: tuple[Promise, ...]
    at: datetime | None

    @property
    def sort(self) -> str:
        """Whether the text is faulty, true, or says nothing of the campaign."""
        if self.issues:
            return self.issues[0].kind
        return "true mention" if self.carries else "harmless"


def campaigns(hand: str) -> dict[str, dict[str, object]]:
    """Return name -> facts as the files give them."""
    told = json.loads((CORPUS / hand / "campaigns.json").read_text("utf-8"))
    return {name: campaign["facts"] for name, campaign in told.items()}


def lines(hand: str, language: str) -> list[dict[str, object]]:
    """Return a file's lines as they are."""
    text = (CORPUS / hand / f"{language}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def phrasings(language: str) -> list[Phrasing]:
    """Return all phrasings of a language, of both hands."""
    return [phrasing for hand in HANDS for phrasing in _of_hand(hand, language)]


def _of_hand(hand: str, language: str) -> list[Phrasing]:
    facts = {name: Facts.model_validate(told) for name, told in campaigns(hand).items()}
    return [
        Phrasing(
            facts=facts[line["campaign"]],
            locale=line["locale"],
            text=line["text"],
            carries=frozenset(line["carries"]),
            issues=tuple(Promise(**issue) for issue in line["issues"]),
            at=datetime.fromisoformat(line["at"]) if line.get("at") else None,
        )
        for line in lines(hand, language)
    ]
