"""Payloads in JSON: the same values give the same bytes."""

import json

from omnicontent.channels.content import MediaUse, Rendered

JSON = "application/json"


def json_payload(value: object, media_type: str = JSON) -> Rendered:
    """Return the value as canonical JSON: sorted keys, UTF-8, no spare spaces."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Rendered(media_type=media_type, body=text.encode(), file_name="payload.json")


def file_entry(use: MediaUse, alt_key: str = "alt") -> dict[str, object]:
    """Return how a payload names a file that the publisher must upload first."""
    size = use.recipe.image if use.recipe.kind == "frame" else use.recipe
    return {
        "url": use.url,
        alt_key: use.alt,
        "width": size.width_px,
        "height": size.height_px,
    }


def caption_entries(use: MediaUse, language: str) -> list[dict[str, object]]:
    """Return how a payload names the captions of a film: none where nobody wrote them."""
    return [{"language": language, "vtt": use.captions}] if use.captions else []


def filled(**fields: object) -> dict[str, object]:
    """Return the fields that say something: an empty text or list is left out of a payload."""
    return {name: value for name, value in fields.items() if value}
