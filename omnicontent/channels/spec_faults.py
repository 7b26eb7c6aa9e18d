"""What makes a spec unusable: found where a channel is loaded, before an editor meets it."""

import re
import reprlib
from collections import Counter
from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from omnicontent.channels.spec import ChannelSpec
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.text.units import TEXT_UNITS, Unit

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""Lower-case words joined by hyphens: a slug stands in addresses, folders and file names."""
_TYPES = TypeAdapter(ChannelSpec)


def spec_faults(spec: object) -> list[str]:
    """Return in plain words what is wrong with a spec, nothing where it can be used."""
    if not isinstance(spec, ChannelSpec):
        return [f"its spec is not a ChannelSpec but {reprlib.repr(spec)}"]
    try:
        _TYPES.validate_python(spec)
    except ValidationError as error:
        return [_say(fault["loc"], fault["msg"], fault["input"]) for fault in error.errors()]
    return list(_contradictions(spec))


def _say(place: tuple[int | str, ...], message: str, value: object) -> str:
    name = "spec" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return f"{name} {message.replace('Input should', 'should')}, and is {reprlib.repr(value)}"


def _contradictions(spec: ChannelSpec) -> Iterator[str]:
    if not SLUG.fullmatch(spec.slug):
        yield f'the slug "{spec.slug}" is not lower-case words joined by hyphens'
    if unknown := sorted((spec.must | spec.never) - set(all_kinds())):
        yield f"no kind of fact is called {', '.join(unknown)}; known are {', '.join(all_kinds())}"
    if overlap := spec.must & spec.never:
        yield f"these facts are both must and never: {', '.join(sorted(overlap))}"
    parts = [part.name for part in spec.parts]
    slots = [slot.name for slot in spec.images] + [slot.name for slot in spec.videos]
    if twice := sorted(name for name, times in Counter(parts + slots).items() if times > 1):
        yield f"two parts or slots share a name: {', '.join(twice)}"
    for part in spec.parts:
        if part.fold and part.fold.unit not in (*TEXT_UNITS, Unit.LINES):
            yield f'the part "{part.name}" folds by {part.fold.unit}, which measures no text'
        if part.inside and part.inside not in parts:
            yield f'the part "{part.name}" stands inside "{part.inside}", which is no part'
    yield from _limit_contradictions(spec, parts)


def _limit_contradictions(spec: ChannelSpec, parts: list[str]) -> Iterator[str]:
    for limit in spec.limits():
        if strangers := sorted(set(limit.together) - set(parts)):
            yield f"a limit counts parts together that are none: {', '.join(strangers)}"
        if not 0 <= limit.minimum <= limit.maximum:
            yield (
                f"a limit goes from {limit.minimum:g} to {limit.maximum:g} {limit.unit}: "
                "it must rise from 0 or more"
            )
        elif limit.maximum == 0:
            yield f"a limit of 0 {limit.unit} leaves no room: leave the part or slot out instead"
