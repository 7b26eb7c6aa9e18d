"""Texts as a surface shows them at first: folded or shortened where its spec says so."""

from dataclasses import dataclass

from django import template
from django.utils.safestring import SafeString

from omnicontent.channels.channel import Channel
from omnicontent.channels.spec import Limit
from omnicontent.previews.folding import cut_of, fold_index
from omnicontent.previews.templatetags.mock import linked
from omnicontent.text.units import Unit

register = template.Library()
SHORT_LINE = 24
"""Characters of a line that is short even on a phone."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in two: what is shown at first, and the rest, with links and tags marked."""

    head: SafeString
    rest: SafeString
    lines: int = 0
    """How many lines are shown where the surface counts them and the text may have more."""


@register.simple_tag
def fold(channel: Channel, part: str, text: str) -> Folded:
    """Fold what is shown of a part: where its spec says, or where the screen shortens it."""
    known = channel.spec.part(part)
    return _folded(text, known.fold or cut_of(known))


@register.simple_tag
def cut(channel: Channel, part: str, text: str) -> Folded:
    """Shorten a part as the screen does that has unfolded it."""
    return _folded(text, cut_of(channel.spec.part(part)))


def _folded(text: str, limit: Limit | None) -> Folded:
    text = text or ""
    if limit is None or limit.unit is Unit.LINES:
        return Folded(linked(text), linked(""), _lines(text, limit))
    place = fold_index(text, limit)
    # White space at the end shows nothing: "more" follows the last word.
    place = len(text[:place].rstrip()) if place < len(text) else place
    return Folded(linked(text, 0, place), linked(text, place))


def _lines(text: str, limit: Limit | None) -> int:
    """Return the limit of a text that may have more lines: the browser alone breaks them."""
    if limit is None:
        return 0
    least = sum(1 + len(line) // SHORT_LINE for line in text.splitlines())
    return int(limit.maximum) if least > limit.maximum else 0
