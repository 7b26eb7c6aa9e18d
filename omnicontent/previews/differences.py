"""What readers of a channel would see otherwise than what was approved, part by part."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from omnicontent.channels.visible import drawn_words
from omnicontent.media.recipes import FrameRecipe
from omnicontent.previews.comparing import Piece, compare_words, mark, only_new, only_old, shorten
from omnicontent.previews.media import Shown, compared_media
from omnicontent.stories.wording import part_label
from omnicontent.text.plain import html_to_text

MEDIA_CHANGES = {
    "image": gettext_lazy("The picture has changed."),
    "frame": gettext_lazy("The picture has changed."),
    "video": gettext_lazy("The film has changed."),
    "poster": gettext_lazy("The printed page has changed."),
}
PICTURES = ("image", "frame")
Pair = tuple[MediaUse | None, MediaUse | None]


@dataclass(frozen=True, slots=True)
class Payload:
    """What is compared: a content and the bytes made of it."""

    content: Content
    media_type: str
    body: bytes
    story: Story | None = None
    """What it tells, where it is known: only then is a film shown that is not made yet."""


@dataclass(frozen=True, slots=True)
class PartChange:
    """One text before and after, with what differs marked."""

    label: str
    old: SafeString
    new: SafeString


@dataclass(frozen=True, slots=True)
class MediaChange:
    """One file before and after; an address is empty where there was or is none to show.

    Two pictures lie one over the other, by their addresses; all else stands side by side.
    """

    message: str
    old_url: str
    old_alt: str
    new_url: str
    new_alt: str
    width_px: int
    height_px: int
    language: str
    """What films are captioned in."""
    old: Shown | None = None
    """As a mock shows it, of films and printed pages and what took their place."""
    new: Shown | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs. ``payload`` is the exact bytes' own difference, as text."""

    parts: list[PartChange]
    media: list[MediaChange]
    payload: SafeString


def find_difference(old: Payload | None, new: Payload) -> Difference:
    """Return what differs; where nothing was approved before, everything is new."""
    before = _texts(old.content) if old else {}
    after = _texts(new.content)
    parts = [
        _part_change(label, before.get(label, ""), after.get(label, ""), marked=old is not None)
        for label in {**after, **before}
        if before.get(label, "") != after.get(label, "")
    ]
    pieces = compare_words(_readable(old), _readable(new)) if old else []
    return Difference(parts, list(_media_changes(old, new)), mark(shorten(pieces)))


def _texts(content: Content) -> dict[str, str]:
    """Return label -> text of all that a reader is told."""
    channel = all_channels().get(content.channel)
    known = {part.name: part for part in channel.spec.parts} if channel else {}
    texts = {}
    for name, text in content.parts.items():
        part = known.get(name)
        label = capfirst(part_label(part)) if part else name
        texts[label] = html_to_text(text) if part and part.html else text
    alts = dict.fromkeys(use.alt for use in content.media)
    captions = dict.fromkeys(use.captions for use in content.media)
    return texts | {
        _("Words in pictures and films"): drawn_words(content),
        _("Alternative texts"): "\n".join(filter(None, alts)),
        _("Captions"): "\n".join(filter(None, captions)),
        _("Links"): "\n".join(content.links),
    }


def _part_change(label: str, old: str, new: str, *, marked: bool) -> PartChange:
    if not marked:
        return PartChange(label, mark([]), mark([Piece("same", new)]))
    pieces = compare_words(old, new)
    return PartChange(label, mark(only_old(pieces)), mark(only_new(pieces)))


def _media_changes(old: Payload | None, new: Payload) -> Iterator[MediaChange]:
    pairs = list(_changed(old, new))
    before = _beside(old, [one for one, other in pairs if not _are_pictures(one, other)])
    after = _beside(new, [other for one, other in pairs if not _are_pictures(one, other)])
    language = new.content.locale.partition("-")[0]
    for one, other in pairs:
        shown = other or one
        if shown is None:
            continue
        message = str(MEDIA_CHANGES[shown.recipe.kind]) if old else ""
        yield MediaChange(
            message,
            *_picture(one),
            *_picture(other),
            *_size(shown),
            language=language,
            old=before.get(one.file_name) if one else None,
            new=after.get(other.file_name) if other else None,
        )


def _changed(old: Payload | None, new: Payload) -> Iterator[Pair]:
    before, after = _by_place(old.content if old else None), _by_place(new.content)
    for place in {**after, **before}:
        one, other = before.get(place), after.get(place)
        if one is None or other is None or one.file_name != other.file_name:
            yield one, other


def _beside(payload: Payload | None, uses: Sequence[MediaUse | None]) -> dict[str, Shown]:
    present = [use for use in uses if use is not None]
    return compared_media(present, payload.story) if payload and present else {}


def _are_pictures(*uses: MediaUse | None) -> bool:
    return all(use is None or use.recipe.kind in PICTURES for use in uses)


def _by_place(content: Content | None) -> Mapping[tuple[str, int], MediaUse]:
    """Return the files by slot and number within it."""
    counts: dict[str, int] = {}
    places = {}
    for use in content.media if content else ():
        counts[use.slot] = counts.get(use.slot, 0) + 1
        places[use.slot, counts[use.slot]] = use
    return places


def _picture(use: MediaUse | None) -> tuple[str, str]:
    return (use.url, use.alt) if use and use.recipe.kind in PICTURES else ("", "")


def _size(use: MediaUse) -> tuple[int, int]:
    frame = use.recipe.image if isinstance(use.recipe, FrameRecipe) else use.recipe
    return frame.width_px, frame.height_px


def _readable(payload: Payload | None) -> str:
    """Return the bytes as text; JSON with its own letters instead of their escapes."""
    if payload is None:
        return ""
    text = payload.body.decode(errors="replace")
    kind = payload.media_type.partition(";")[0].strip()
    if kind == "application/json" or kind.endswith("+json"):
        return json.dumps(json.loads(text), ensure_ascii=False, indent=1)
    return text
