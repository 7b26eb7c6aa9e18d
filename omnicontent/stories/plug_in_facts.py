"""Facts of installed kinds, as editors enter them: a kind, and its fields by name."""

import json
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any

from django.utils.functional import lazy
from pydantic import ValidationError

from omnicontent.message.fact import Fact
from omnicontent.message.faults import FactFault, faults_of
from omnicontent.message.kinds.plug_ins import plug_in_kinds
from omnicontent.phrases import Phrase
from omnicontent.phrases import phrase as _
from omnicontent.stories.errors import StoryError

FIELD = "more_facts"


def facts_of(children: Any) -> dict[str, Fact]:
    """Return the facts that a page's stream of them states, by kind.

    :raises StoryError: one can't be read; the words say which.
    """
    return {child.value["kind"]: read_fact(child.value) for child in children}


def read_fact(entered: Mapping[str, Any]) -> Fact:
    """Return the fact, read by its own kind.

    :raises StoryError: no package knows the kind, or the details don't fit it.
    """
    name = entered["kind"]
    kind = plug_in_kinds().get(name)
    if kind is None:
        message = _(
            "No installed package knows facts of the kind “%(kind)s”: remove this one.", kind=name
        )
        raise StoryError(message, field=FIELD)
    try:
        fact: Fact = kind.model.model_validate(_details(entered["details"]))
    except ValidationError as error:
        said = [phrase_of(fault) for fault in faults_of(error, kind.model)]
        words = reduce(lambda one, more: _("%(one)s %(more)s", one=one, more=more), said)
        raise StoryError(words, field=FIELD) from error
    return fact


def phrase_of(fault: FactFault) -> Phrase:
    """Return a fault of a fact as a sentence."""
    values = {name: str(value) for name, value in fault.values.items()}
    said = _(fault.pattern, **values)
    near = _(" Did you mean “%(near)s”?", near=fault.near) if fault.near else ""
    if not fault.where:
        return _("This fact is wrong: %(said)s.%(near)s", said=said, near=near)
    place = ".".join(map(str, fault.where))
    return _("%(place)s: %(said)s.%(near)s", place=place, said=said, near=near)


def _details(entered: Any) -> dict[str, object]:
    details: dict[str, object] = {}
    for detail in entered:
        name = detail["name"].strip()
        if name in details:
            raise StoryError(_("“%(name)s” is there twice: keep one.", name=name), field=FIELD)
        details[name] = _value(detail["value"].strip())
    return details


def _value(text: str) -> object:
    """Return what a text stands for: a list or an object where it is JSON, else itself."""
    if text[:1] not in ("{", "["):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def _in_words() -> str:
    return " ".join(_kinds_in_words())


kinds_in_words = lazy(_in_words, str)
"""The installed kinds with the names of their details, for the editor's help."""


def _kinds_in_words() -> Iterator[str]:
    for name, kind in sorted(plug_in_kinds().items()):
        yield f"{name}: {', '.join(kind.model.model_fields)}."
