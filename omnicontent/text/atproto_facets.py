"""Facets: what in a post of the AT Protocol leads somewhere, and where, by UTF-8 bytes.

https://github.com/bluesky-social/atproto: the lexicon ``app.bsky.richtext.facet``.
"""

from collections.abc import Mapping, Sequence

from omnicontent.text.atproto import find_entities
from omnicontent.text.entities import Entity, without_overlaps
from omnicontent.text.lengths import measure_span
from omnicontent.text.links import find_links, whole_link
from omnicontent.text.units import Unit

_ORDER = ("mention", "link", "hashtag", "cashtag")
_FEATURES = {
    "link": ("link", "uri"),
    "mention": ("mention", "did"),
    "hashtag": ("tag", "tag"),
    "cashtag": ("tag", "tag"),
}


def find_facets(
    text: str, links: Sequence[str], handles: Mapping[str, str]
) -> list[dict[str, object]]:
    """Return the facets of ``text`` in the official library's order.

    ``links`` may be shown short: their facet leads to the whole address. ``handles`` gives the DID
    of accounts, by their handle in lower case; a mention of any other stays plain text.
    """
    own = [
        Entity("link", link.start, link.end, whole)
        for link in find_links(text)
        if (whole := whole_link(link.url, links))
    ]
    others = [_resolved(entity, handles) for entity in find_entities(text)]
    entities = without_overlaps([*own, *(entity for entity in others if entity.value)])
    return [_facet(text, one) for one in sorted(entities, key=lambda e: _ORDER.index(e.kind))]


def _resolved(entity: Entity, handles: Mapping[str, str]) -> Entity:
    if entity.kind != "mention":
        return entity
    did = handles.get(entity.value.lower(), "")
    return Entity("mention", entity.start, entity.end, did)


def _facet(text: str, entity: Entity) -> dict[str, object]:
    start, length = measure_span(text, entity.start, entity.end, Unit.UTF8_BYTES)
    kind, key = _FEATURES[entity.kind]
    return {
        "index": {"byteStart": start, "byteEnd": start + length},
        "features": [{"$type": f"app.bsky.richtext.facet#{kind}", key: entity.value}],
    }
