"""Bases that make a channel short: what most surfaces do, in one place.

:class:`TextChannel` fits every part of the spec from whole pieces and lets the editor's own words
stand. :class:`JsonChannel` says it in JSON; :class:`PostChannel` is the usual post of one text.
"""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, override

from omnicontent.channels.channel import Channel
from omnicontent.channels.common_parts import (
    ALT,
    COMMON_PIECES,
    alt_of,
    alt_pieces,
    said_inside,
    tag_pieces,
    undelivered_parts,
    with_alt,
)
from omnicontent.channels.content import Content, Fitting, MediaUse, Rendered
from omnicontent.channels.counting import fits_part, holds, measure_part
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.media_uses import first_pictures, media_uses, words_of_film
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.spec import Limit, Part
from omnicontent.channels.story import Image, Story, Video
from omnicontent.channels.wording import (
    KEY_MESSAGE,
    SUMMARY,
    action_pieces,
    body_pieces,
    display_link,
    fact_pieces,
    headline_piece,
    legal_pieces,
    link_of,
    sentence_pieces,
)
from omnicontent.message.saying import Form
from omnicontent.phrases import Words
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import DoesNotFitError, Fitted, Piece, fit
from omnicontent.text.links import add_tracking


class TextChannel(Channel):
    """A surface whose parts are fitted texts, with the media of its slots."""

    medium: ClassVar[str] = "social"
    """``utm_medium`` of its links."""
    tracked: ClassVar[bool] = True
    """Whether links carry UTM parameters; not where people must read or pay for them."""

    @abstractmethod
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        """Return what ``part`` could say, in reading order."""

    @override
    def adapt(self, story: Story) -> Content:
        fitted = {part.name: self.worded(part, story) for part in self._carriers()}
        for part in self.spec.parts:
            if part.inside:
                fitted[part.name] = self.found_inside(part, fitted[part.inside], story)
        said = {piece for one in fitted.values() for piece in one.used}
        dropped = [piece for one in fitted.values() for piece in one.dropped if piece not in said]
        parts = {part.name: fitted[part.name].text for part in self.spec.parts}
        link = self.link(story)
        return Content(
            channel=self.spec.slug,
            locale=story.locale,
            parts=parts,
            media=self._media(story, parts),
            links=(link,) if link else (),
            dropped=tuple(dict.fromkeys(dropped)),
            fitting={
                name: Fitting(used=one.used, dropped=one.dropped)
                for name, one in fitted.items()
                if one.used or one.dropped
            },
            data=self.data(story),
        )

    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        """Return the renditions of the spec's slots; ``parts`` are the texts already fitted.

        Pictures beyond the count that a slot's limits set stay out.
        """
        return first_pictures(self.spec, media_uses(self.spec, story))

    def lead(self, story: Story) -> Image | Video | None:
        """Return the picture or film that the alternative text tells of."""
        return story.hero_image

    @override
    def undelivered(self, content: Content, story: Story) -> dict[str, Words]:
        return undelivered_parts(content, self.lead(story))

    def data(self, story: Story) -> dict[str, object]:
        """Return what ``render`` needs besides texts and media, JSON-able."""
        return {}

    def link(self, story: Story) -> str:
        """Return the call to action's address, telling where the reader came from."""
        url = link_of(story)
        if not url or not self.tracked:
            return url
        return add_tracking(url, source=self.spec.network, medium=self.medium, campaign=story.id)

    def form(self, story: Story) -> str:
        """Return the shape of this surface that the story asks for, the usual one by default."""
        wanted = story.forms.get(self.spec.slug, "")
        return wanted if wanted in self.spec.forms else next(iter(self.spec.forms), "")

    def _carriers(self) -> list[Part]:
        return [part for part in self.spec.parts if not part.inside]

    def _media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        uses = self.media(story, parts)
        return with_alt(uses, parts[ALT], self.lead(story)) if ALT in parts else uses

    def found_inside(self, part: Part, carrier: Fitted, story: Story) -> Fitted:
        """Return what a part says that stands inside another's text: own words as typed."""
        own = own_words(self, part, story)
        used = said_inside(part, carrier.used)
        return Fitted(" ".join(used) if own is None else own, tuple(used), ())

    def _pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == ALT:
            return self._alt_pieces(story)
        common = COMMON_PIECES.get(part.name)
        return common(story) if common else self.pieces(part, story)

    def _alt_pieces(self, story: Story) -> Sequence[Piece]:
        lead = self.lead(story)
        drawn = words_of_film(self.spec, story) if isinstance(lead, Video) else ()
        return alt_pieces(alt_of(lead), drawn)

    def _in_this_story(self, part: Part, story: Story) -> Part:
        """Return the part with the limits that hold here, less what other parts take of them."""
        if not any(limit.together or limit.beside_media is not None for limit in part.limits):
            return part
        shown = bool(self.media(story, {}))
        held = (limit for limit in part.limits if holds(limit, beside_media=shown))
        return replace(part, limits=tuple(self._left(limit, part, story) for limit in held))

    def _left(self, limit: Limit, part: Part, story: Story) -> Limit:
        others = [name for name in limit.together if name != part.name]
        texts = {name: self.worded(self.spec.part(name), story).text for name in others}
        taken = sum(measure_part(self, name, text, limit).count for name, text in texts.items())
        # Where the others alone take it all, the check says so; nothing can give way enough.
        return replace(limit, maximum=limit.maximum - taken) if taken < limit.maximum else limit

    def _fit(self, part: Part, pieces: Sequence[Piece]) -> Fitted:
        """Fit, where the part wants that, to what is only advice, or else say only the facts."""
        if not part.fit_to_advice:
            return fit(pieces, lambda text: fits_part(self, part, text))
        try:
            return fit(pieces, lambda text: fits_part(self, part, text, advice=True))
        except DoesNotFitError as error:
            facts = error.shortest
            return fit(pieces, lambda text: text == facts and fits_part(self, part, text))

    def worded(self, part: Part, story: Story) -> Fitted:
        """Return the editor's own words for a part, exactly as typed, or what is fitted.

        :raises AdaptationError: it is too little room for what must be said.
        """
        own = own_words(self, part, story)
        return self.fitted(part, story) if own is None else Fitted(own, (), ())

    def fitted(self, part: Part, story: Story) -> Fitted:
        """Return what a part says of its pieces.

        :raises AdaptationError: it is too little room for what must be said.
        """
        pieces = self._pieces(part, story)
        try:
            fitted = self._fit(self._in_this_story(part, story), pieces)
        except DoesNotFitError as error:
            raise AdaptationError(
                _(
                    "%(channel)s has too little room for what its %(part)s must say, even at its "
                    'shortest: "%(shortest)s". Say the facts in fewer words, or write own words '
                    "for this channel.",
                    channel=self.spec.spoken,
                    part=part.spoken,
                    shortest=error.shortest,
                ),
                slug=self.spec.slug,
                part=part.name,
                field=f"overrides.{self.spec.slug}.{part.name}",
            ) from error
        if part.required and not fitted.text:
            raise AdaptationError(
                _(
                    "%(channel)s needs a %(part)s, and no whole sentence of the story fits. Write "
                    "own words for this channel.",
                    channel=self.spec.spoken,
                    part=part.spoken,
                ),
                slug=self.spec.slug,
                part=part.name,
                field=f"overrides.{self.spec.slug}.{part.name}",
            )
        if part.name == ALT and pieces and not fitted.text:
            # Too long to say even in part: the check names it, nothing is cut.
            return Fitted(pieces[0].text, (), ())
        return fitted


class JsonChannel(TextChannel):
    """A surface whose payload is JSON."""

    @override
    def render(self, content: Content) -> Rendered:
        return json_payload(self.payload(content), self.spec.media_type)

    @abstractmethod
    def payload(self, content: Content) -> dict[str, object]:
        """Return the payload as JSON-able values."""


class PostChannel(JsonChannel):
    """A post: headline, key message, summary, facts, link and hashtags in one text."""

    hashtags_max: ClassVar[int] = 3
    fact_form: ClassVar[Form] = "long"
    with_body: ClassVar[bool] = False
    """Whether the surface has room for the body's sentences."""
    with_action: ClassVar[bool] = True
    """Whether the text says where to go; not where the post itself or a button leads there."""
    short_links: ClassVar[bool] = False
    """Whether the text shows links as people type them: where none can be tapped, or an entity
    leads to the whole address."""

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        link = self.shown_link(story)
        return [
            headline_piece(story),
            *sentence_pieces(story.key_message, KEY_MESSAGE),
            *sentence_pieces(story.summary, SUMMARY),
            *(body_pieces(story) if self.with_body else ()),
            *fact_pieces(self.spec, story, form=self.fact_form),
            *(action_pieces(self.spec, story, link) if self.with_action else ()),
            *legal_pieces(self.spec, story),
            *tag_pieces(self.spec.slug, story, self.hashtags_max),
        ]

    def shown_link(self, story: Story) -> str:
        """Return the link as the text shows it."""
        return display_link(link_of(story)) if self.short_links else self.link(story)


def own_words(channel: Channel, part: Part, story: Story) -> str | None:
    """Return the editor's own words for a part, exactly as typed, if there are any."""
    if not part.overridable:
        return None
    return story.own_words(channel.spec.slug, part.name)
