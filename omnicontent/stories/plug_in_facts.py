"""Facts of installed kinds, as editors enter them: a kind, and its fields by name."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from pydantic import ValidationError

from omnicontent.message.fact import Fact
from omnicontent.message.faults import FactFault, faults_of
from omnicontent.message.kinds.plug_ins import plug_in_kinds
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
        message = _("No installed package knows facts of the kind “%s”: remove this one.")
        raise StoryError(message % name, field=FIELD)
    try:
        fact: Fact = kind.model.model_validate(_details(entered["details"]))
    except ValidationError as error:
        words = [fault_in_words(fault) for fault in faults_of(error, kind.model)]
        raise StoryError(" ".join(words), field=FIELD) from error
    return fact


def fault_in_words(fault: FactFault) -> str:
    """Return a fault of a fact as a sentence in the editor's language."""
    place = ".".join(map(str, fault.where))
    said = _(fault.pattern) % fault.values
    meant = _(" Did you mean “%s”?") % fault.near if fault.near else ""
    return (f"{place}: {said}." if place else f"{said[:1].upper()}{said[1:]}.") + meant


def _details(entered: Any) -> dict[str, object]:
    details: dict[str, object] = {}
    for detail in entered:
        name = detail["name"].strip()
        if name in details:
            raise StoryError(_("“%s” is there twice: keep one.") % name, field=FIELD)
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
