"""What makes a kind of fact unusable: found where it is loaded, before a campaign meets it."""

import re
import reprlib
from collections.abc import Iterator

from omnicontent.message.fact import Fact
from omnicontent.message.facts import FACT_KINDS
from omnicontent.message.kinds.kind import Kind
from omnicontent.message.texts import Text

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
"""Lower-case words joined by underscores: a name is a key in JSON and in specs."""
_SAMPLE = "Code WINTER30, 30% off: 4.8/5 until Dec 31."


def kind_faults(kind: object) -> Iterator[str]:
    """Yield in plain words what is wrong with what an entry point names."""
    if not isinstance(kind, Kind):
        yield f"it must be an instance of a Kind class, and is {reprlib.repr(kind)}"
        return
    name, label = getattr(kind, "name", None), getattr(kind, "label", None)
    if not (isinstance(name, str) and NAME.fullmatch(name)):
        yield f"its name must be lower-case words joined by underscores, and is {name!r}"
    elif name in FACT_KINDS:
        yield f'"{name}" is the name of a built-in kind: choose another'
    if not (isinstance(label, str) and label.strip()):
        yield f'its label must be words such as "the offer", and is {label!r}'
    yield from _faults_of_model(getattr(kind, "model", None))
    yield from _faults_of_claims(kind)


def _faults_of_model(model: object) -> Iterator[str]:
    if not (isinstance(model, type) and issubclass(model, Fact) and model is not Fact):
        yield f"its model must be a class of its own, made from Fact, and is {model!r}"
    elif not model.model_config.get("frozen"):
        yield f"its model {model.__name__} must stay frozen: facts are compared and remembered"


def _faults_of_claims(kind: Kind[Fact]) -> Iterator[str]:
    """Read a text once: what fails on every text must not wait for the first campaign."""
    try:
        tuple(kind.claims(Text(_SAMPLE, "en")))
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        yield f"reading a text with it raises {type(error).__name__}: {error}"
