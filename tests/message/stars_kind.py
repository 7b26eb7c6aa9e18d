"""A sound kind of fact, for tests that break it."""

from collections.abc import Iterator

from omnicontent.message.claims import Claim
from omnicontent.message.fact import Fact
from omnicontent.message.kinds.kind import Kind
from omnicontent.message.texts import Text


class Stars(Fact):
    """How many stars."""

    stars: int


class StarsKind(Kind[Stars]):
    """A sound kind, to be broken."""

    name = "stars"
    model = Stars
    label = "the stars"

    def say(self, fact, locale, form):
        return f"{fact.stars} stars"

    def claims(self, text: Text) -> Iterator[Claim]:
        start = text.plain.find(" stars")
        if start > 0 and text.plain[start - 1].isdecimal():
            yield Claim(self.name, start - 1, start + 6, int(text.plain[start - 1]))

    def carried(self, fact, text, claims, at):
        return any(claim.value == fact.stars for claim in claims)

    def judge(self, claim, facts, at, locale):
        fact = facts.get(self.name)
        if fact and claim.value == fact.stars:
            return "backed"
        return "contradiction" if fact else "orphan"
