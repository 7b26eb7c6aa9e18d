"""What is wrong with a fact as somebody wrote it, in plain words and with the nearest name.

Words are patterns, so that whoever shows them can translate them first.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from omnicontent.message.facts import FACT_KINDS
from omnicontent.message.kinds.registry import all_kinds

type Place = tuple[int | str, ...]


def gettext_noop(words: str) -> str:
    """Mark words for the catalogs: this package knows no Django."""
    return words


NO_NUMBER = gettext_noop("must be a number, such as 30 or 49.90")
PLAIN = {
    "missing": gettext_noop("is missing"),
    "extra_forbidden": gettext_noop("is not known here"),
    "greater_than": gettext_noop("must be more than %(gt)s"),
    "greater_than_equal": gettext_noop("must be at least %(ge)s"),
    "less_than": gettext_noop("must be less than %(lt)s"),
    "less_than_equal": gettext_noop("must be at most %(le)s"),
    "string_too_short": gettext_noop("is too short"),
    "string_too_long": gettext_noop("is longer than %(max_length)s characters"),
    "string_type": gettext_noop("must be text"),
    "string_pattern_mismatch": gettext_noop("is not written as it must be"),
    "too_short": gettext_noop("has too few entries"),
    "too_long": gettext_noop("has too many entries"),
    "tuple_type": gettext_noop("must be a list"),
    "model_type": gettext_noop("must be an object with fields"),
    "decimal_max_places": gettext_noop("has more than %(decimal_places)s decimals"),
    "literal_error": gettext_noop("must be one of %(expected)s"),
    "timezone_aware": gettext_noop("needs an offset such as +01:00, or a date without an hour"),
    **dict.fromkeys(
        ("decimal_parsing", "decimal_type", "int_parsing", "int_type", "float_parsing"), NO_NUMBER
    ),
    **dict.fromkeys(("int_from_float",), gettext_noop("must be a whole number, such as 3")),
    **dict.fromkeys(
        ("datetime_from_date_parsing", "datetime_parsing", "datetime_type"),
        gettext_noop("must be a date such as 2026-12-31, or with hour and offset"),
    ),
    **dict.fromkeys(("time_parsing", "time_type"), gettext_noop("must be a time such as 09:30")),
}
"""Pydantic's name of a fault -> our words for it. All others speak for themselves."""


@dataclass(frozen=True, slots=True)
class FactFault:
    """One fault: where it is, what is wrong, and the name that was perhaps meant."""

    where: Place
    pattern: str
    values: dict[str, Any] = field(default_factory=dict)
    near: str = ""


def faults_of(error: ValidationError, model: type[BaseModel] | None = None) -> Iterator[FactFault]:
    """Yield the faults of a fact of ``model``, or without it those of a whole ``Facts``."""
    for found in findings(error):
        yield fault_of(found, found["loc"], model)


def findings(error: ValidationError) -> list[ErrorDetails]:
    """Return what pydantic found, without lists that are short only of their wrong entries."""
    found = error.errors()
    places = [fault["loc"] for fault in found]
    return [
        fault
        for fault in found
        if fault["type"] != "too_short"
        or not any(place[:-1][: len(fault["loc"])] == fault["loc"] for place in places)
    ]


def fault_of(found: ErrorDetails, where: Place, model: type[BaseModel] | None = None) -> FactFault:
    """Return one finding of pydantic's as a fault at ``where``, counted from the fact's model."""
    said = found["msg"].removeprefix("Value error, ")
    values = {**found.get("ctx", {}), "said": said}
    pattern = PLAIN.get(found["type"], "%(said)s")
    return FactFault(where, pattern, values, _near(found, where, model))


def in_plain_words(fault: FactFault) -> str:
    """Return the fault in English."""
    meant = f"; did you mean {fault.near}?" if fault.near else ""
    return fault.pattern % fault.values + meant


def _near(found: ErrorDetails, where: Place, model: type[BaseModel] | None) -> str:
    if found["type"] == "literal_error":
        names = re.findall(r"'([^']+)'", str(found.get("ctx", {}).get("expected")))
        return nearest(str(found["input"]), names)
    if found["type"] == "extra_forbidden" and where:
        return nearest(str(where[-1]), names_at(where, model))
    return ""


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the one of ``names`` that ``name`` is most likely meant to be, or ""."""
    known, typed = sorted(names), name.lower()
    begun = [one for one in known if len(typed) > 2 and one.startswith(typed)]
    return next(iter(difflib.get_close_matches(typed, known, n=1) or begun), "")


def names_at(where: Place, model: type[BaseModel] | None = None) -> Sequence[str]:
    """Return the names that may stand at a place: kinds of facts, or the fields of one."""
    steps = [step for step in where if isinstance(step, str)]
    if model is None:
        if len(steps) < 2:
            return (*FACT_KINDS, *all_kinds())
        model, steps = all_kinds()[steps[0]].model, steps[1:]
    for step in steps[:-1]:
        known = model.model_fields.get(step)
        model = _model_in(known.annotation) if known and model else None
        if model is None:
            return ()
    return tuple(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model of a field that holds one, or a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
