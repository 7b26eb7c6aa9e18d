"""Entities of a message, as bots send them beside its plain text, by UTF-16 units.

https://core.telegram.org/bots/api#messageentity. A link that is shown short is a ``text_link``
that leads to the whole address; other links need no address, as the text has it.
"""

import re
from collections.abc import Iterator, Sequence

from omnicontent.text.entities import Entity, find_entities
from omnicontent.text.lengths import measure_span
from omnicontent.text.links import whole_link
from omnicontent.text.units import Unit

_ACCOUNT = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")


def message_entities(
    text: str, headline: str, links: Sequence[str]
) -> Iterator[dict[str, object]]:
    """Yield the headline in bold where it is the first line, then what is marked behind it."""
    bold = len(headline) if text.partition("\n")[0] == headline else 0
    if bold:
        yield {"type": "bold"} | _span(text, 0, bold)
    for entity in find_entities(text):
        if entity.start >= bold and (kind := _kind(entity, links)):
            yield kind | _span(text, entity.start, entity.end)


def _kind(entity: Entity, links: Sequence[str]) -> dict[str, object]:
    """Return what an entity is; nothing for what stays plain."""
    if entity.kind == "link":
        if whole := whole_link(entity.value, links):
            return {"type": "text_link", "url": whole}
        return {"type": "url"} if entity.value.lower().startswith("http") else {}
    if entity.kind == "mention":
        return {"type": "mention"} if _ACCOUNT.fullmatch(entity.value) else {}
    return {"type": "hashtag"} if entity.kind == "hashtag" else {}


def _span(text: str, start: int, end: int) -> dict[str, object]:
    offset, length = measure_span(text, start, end, Unit.UTF16_UNITS)
    return {"offset": offset, "length": length}
