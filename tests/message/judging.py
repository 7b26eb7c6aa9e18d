"""What a kind makes of a text, for the tables of phrasings."""

from omnicontent.message.facts import Facts
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.message.texts import Text


def faults(kind: str, facts: Facts, text: str, locale: str = "en") -> list[tuple[str, str]]:
    """Return verdict and words of each claim of one kind that the facts don't back."""
    one, read = all_kinds()[kind], Text(text, locale)
    judged = [(one.judge(claim, facts, None, locale), claim) for claim in one.claims(read)]
    return [
        (verdict, one.say_claim(claim, read)) for verdict, claim in judged if verdict != "backed"
    ]


def verdicts(kind: str, facts: Facts, text: str, locale: str = "en") -> set[str]:
    """Return the verdicts of one kind on a text, without "backed"."""
    return {verdict for verdict, _words in faults(kind, facts, text, locale)}
