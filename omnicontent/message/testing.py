"""The conformance kit of kinds of facts: what every kind, built-in or third-party, must pass.

In a test of your own::

    def test_it_keeps_the_contract():
        check_kind(kind, Rating(stars=Decimal("4.8")), Rating(stars=Decimal("4.7")))

The kit needs no database, no network and no files.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from omnicontent.message.claims import Claim
from omnicontent.message.errors import KindConformanceError
from omnicontent.message.fact import Fact
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import FORMS, AnyKind
from omnicontent.message.kinds.kind_faults import kind_faults
from omnicontent.message.kinds.plug_ins import registered
from omnicontent.message.texts import Text

LOCALES = ("en", "fr", "de", "es-MX", "it", "ja", "ar")
_BEFORE = "👩\u200d👩\u200d👧 E\u0301te\u0301\u00a0\u00a0! https://a.example/x\n"
_AFTER = ". Fin\u200b\u00a0!"
_ANY_TEXTS = (
    *("", " \n\u200b", "👩\u200d👩\u200d👧" * 9, "مرحبا ١٢", "東京駅 3"),
    *("a" * 5000, "1 " * 3000),
)


@dataclass(frozen=True)
class _Trial:
    kind: AnyKind
    fact: Fact
    other: Fact
    locale: str

    def facts(self, fact: Fact) -> Facts:
        return Facts.model_validate({self.kind.name: fact})

    def words(self, fact: Fact) -> list[str]:
        """Return what the kind says of a fact, in all forms."""
        said = (self.kind.say(fact, self.locale, form) for form in FORMS)
        return [words for words in dict.fromkeys(said) if words]

    def claims(self, text: str) -> tuple[Claim, ...]:
        """Return the claims in a text, without those in the words that the kit adds."""
        around = set(self.kind.claims(Text(f"{_BEFORE}{_AFTER}", self.locale)))
        found = self.kind.claims(Text(text, self.locale))
        return tuple(claim for claim in found if claim not in around)

    def carried(self, fact: Fact, text: str) -> bool:
        read = Text(text, self.locale)
        return bool(self.kind.carried(fact, read, tuple(self.kind.claims(read)), None))

    def verdicts(self, text: str, facts: Facts) -> set[str]:
        return {self.kind.judge(one, facts, None, self.locale) for one in self.claims(text)}


def check_kind(kind: AnyKind, fact: Fact, other: Fact, locales: Sequence[str] = LOCALES) -> None:
    """Pass if a kind keeps the contract, shown by two facts with different values.

    :raises KindConformanceError: naming every breach found.
    """
    failures = [*_run(_check_class, kind), *_run(_check_values, (kind, fact, other))]
    if not failures:
        with registered(kind):
            for locale in locales:
                trial = _Trial(kind, fact, other, locale)
                for check in (_check_said, _check_other, _check_places, _check_any_text):
                    failures += [f"{locale}: {words}" for words in _run(check, trial)]
    if failures:
        raise KindConformanceError(getattr(kind, "name", "") or type(kind).__name__, failures)


def _run(check: Callable[[Any], Iterator[str]], about: object) -> Iterator[str]:
    try:
        yield from check(about)
    except Exception as error:  # noqa: BLE001 - a broken kind may raise anything
        yield f"{check.__name__.strip('_')}: raised {type(error).__name__}: {error}"


def _check_class(kind: AnyKind) -> Iterator[str]:
    built_in = f'"{getattr(kind, "name", "")}" is the name of a built-in kind'
    for fault in kind_faults(kind):
        if not (fault.startswith(built_in) and type(kind).__module__.startswith("omnicontent.")):
            yield fault


def _check_values(given: tuple[AnyKind, Fact, Fact]) -> Iterator[str]:
    """A fact must come back from JSON as it was, and be remembered by its value."""
    kind, *facts = given
    for fact in facts:
        if type(fact) is not kind.model:
            yield f"{fact!r} is no {kind.model.__name__}"
        elif kind.model.model_validate_json(fact.model_dump_json()) != fact:
            yield f"{fact!r} does not come back from JSON"
        elif hash(fact) != hash(fact.model_copy()):
            yield f"{fact!r} has no hash of its value"
    if facts[0] == facts[1]:
        yield "give two facts with different values"


def _check_said(trial: _Trial) -> Iterator[str]:
    """What the kind says must be read back: carried, and backed by the fact."""
    for words in trial.words(trial.fact):
        text = f"{_BEFORE}{words}{_AFTER}"
        if not trial.carried(trial.fact, text):
            yield f'"{words}" does not carry the fact that says it'
        if wrong := trial.verdicts(text, trial.facts(trial.fact)) - {"backed"}:
            yield f'"{words}" is a {" and ".join(sorted(wrong))} of the fact that says it'
        if wrong := trial.verdicts(text, Facts()) - {"backed", "orphan"}:
            yield f'"{words}" is a {" and ".join(sorted(wrong))} where there is no such fact'


def _check_other(trial: _Trial) -> Iterator[str]:
    """Another value must not pass for this one; if it is found at all, it contradicts."""
    for words in trial.words(trial.other):
        text = f"{_BEFORE}{words}{_AFTER}"
        if trial.carried(trial.fact, text):
            yield f'"{words}" carries a fact with another value'
        verdicts = trial.verdicts(text, trial.facts(trial.fact))
        if verdicts and "contradiction" not in verdicts:
            yield f'"{words}" does not contradict a fact with another value'


def _check_places(trial: _Trial) -> Iterator[str]:
    """A claim must stand where its words are, in the original, too."""
    for words in trial.words(trial.fact):
        text = Text(f"{_BEFORE}{words}{_AFTER}", trial.locale)
        within = range(len(_BEFORE), len(_BEFORE) + len(words) + 1)
        claims = trial.claims(text.original)
        for claim in claims:
            start, end = claim.place or text.span(claim.start, claim.end)
            if claim.kind != trial.kind.name:
                yield f'a claim in "{words}" is of another kind: {claim.kind}'
            if not (start < end and start in within and end in within):
                yield f'a claim in "{words}" stands at "{text.original[start:end]}"'
        if claims != trial.claims(text.original):
            yield f'the claims in "{words}" differ when it is read again'


def _check_any_text(trial: _Trial) -> Iterator[str]:
    for text in _ANY_TEXTS:
        trial.carried(trial.fact, text)
        for claim in trial.claims(text):
            if not text.strip(" \n\u200b"):
                yield f"finds {claim} in a text without words"
