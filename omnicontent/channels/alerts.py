"""Alerts on a locked screen: facts first, for the rest may be cut there."""

import datetime
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, override

from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.spec import ChannelSpec, Limit, Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.visible import strings_at
from omnicontent.channels.wording import (
    KEY_MESSAGE,
    SUMMARY,
    fact_pieces,
    headline_piece,
    sentence_pieces,
)
from omnicontent.text.fitting import Piece
from omnicontent.text.plain import sentences
from omnicontent.text.units import Unit

TITLE, SUBTITLE, BODY = "title", "subtitle", "body"
LENGTHS = Source(
    "https://www.braze.com/docs/help/best_practices/image_and_text_specifications/",
    datetime.date(2026, 11, 22),
)
"""How much is shown: no vendor's number is the platform's own, and screens differ."""

alert_spec = partial(
    ChannelSpec,
    must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
    alt_required=False,
)
"""A :class:`ChannelSpec` of what a locked screen has room for; no service takes an alt text."""


def shown(
    maximum: int, note: str = "About what a phone shows; the rest is cut on screen."
) -> Limit:
    """Return how many characters of a line are shown."""
    return LENGTHS.advice(maximum, Unit.CHARACTERS, note=note)


def alert_parts(
    *, title: Limit, body: Limit, subtitle: Limit | None = None, fold: Limit | None = None
) -> tuple[Part, ...]:
    """Return an alert's lines by how much of each a screen shows; ``fold`` is the body's."""
    lines = {TITLE: title, SUBTITLE: subtitle, BODY: body}
    return tuple(
        Part(
            name=name,
            label=name,
            required=name != SUBTITLE,
            limits=(shown,),
            fit_to_advice=True,
            fold=fold if name == BODY else None,
        )
        for name, shown in lines.items()
        if shown
    )


class AlertChannel(PostChannel):
    """An alert of :func:`alert_parts`.

    A subtitle says the first fact, the body all others, then the story as far as it is shown.
    """

    medium: ClassVar[str] = "push"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        facts = fact_pieces(self.spec, story)
        if part.name == TITLE:
            return [_title(story)]
        if part.name == SUBTITLE:
            return facts[:1]
        title = "".join(self._said(TITLE, story))
        headline = [] if title and story.headline.startswith(title) else [headline_piece(story)]
        words = [
            *headline,
            *sentence_pieces(story.key_message, KEY_MESSAGE),
            *sentence_pieces(story.summary, SUMMARY),
        ]
        untold = [replace(piece, lead="\n") for piece in words if piece.text != title]
        return [*facts[len(self._said(SUBTITLE, story)) :], *untold]

    def _said(self, part: str, story: Story) -> tuple[str, ...]:
        """Return what another part says of the story: nothing where it is in own words."""
        names = {known.name for known in self.spec.parts}
        return self.worded(self.spec.part(part), story).used if part in names else ()

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"campaign": story.id}

    def target(self, content: Content) -> dict[str, str]:
        """Return where a tap leads as ``url``, nothing where it leads nowhere."""
        return {"url": content.links[0]} if content.links else {}

    def image(self, content: Content) -> dict[str, str]:
        """Return the picture's address as ``image``, nothing where there is no picture."""
        return {"image": content.media[0].url} if content.media else {}

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Return the alert's lines and where a tap leads; ids say nothing."""
        return "\n\n".join(strings_at(json.loads(rendered.body), TITLE, SUBTITLE, BODY, "url"))


def _title(story: Story) -> Piece:
    """Return the headline, or what says less of it in a line: a sentence, or who speaks."""
    headline = headline_piece(story)
    others = [*headline.shorter, *sentences(story.key_message)[:1], story.brand.name]
    shorter = sorted({text for text in others if len(text) < len(headline.text)}, key=len)
    return replace(headline, must=True, shorter=tuple(reversed(shorter)))
