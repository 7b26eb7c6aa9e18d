"""Text messages on any phone: of characters that cost little, from a sender, with a way out.

A name as sender can't be answered, so the brand's signs only where the brand has an address to
opt out at. Without a sender the publisher sends from a number of its own, and STOP is a reply.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar, override

from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.families import JsonChannel, own_words
from omnicontent.channels.issues import words_issue
from omnicontent.channels.spec import Limit, Part
from omnicontent.channels.stock_words import stock_words
from omnicontent.channels.story import Story
from omnicontent.channels.wording import (
    HEADLINE,
    KEY_MESSAGE,
    action_pieces,
    as_sentence,
    fact_pieces,
    link_of,
    sentence_pieces,
)
from omnicontent.message.normalizing import without_links
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import Fitted, Piece
from omnicontent.text.opt_outs import says_way_out
from omnicontent.text.senders import is_name, sender_names, takes_answers
from omnicontent.text.sms import is_other_script, offer_gsm, say_offer, to_gsm

TEXT, SENDER, OPT_OUT = "text", "sender", "opt_out"


def message_parts(text: Sequence[Limit], sender: Sequence[Limit]) -> tuple[Part, Part, Part]:
    """Return the message, whom it comes from, and the line in it that says how to opt out."""
    return (
        Part(name=TEXT, label="message", required=True, limits=tuple(text)),
        Part(
            name=SENDER,
            label="sender",
            limits=tuple(sender),
            help_text="A name, a number such as +33123456789, or a short code.",
        ),
        Part(
            name=OPT_OUT,
            label="opt-out line",
            inside=TEXT,
            help_text="Says how to get no more messages: an address, or whom to text STOP.",
        ),
    )


class TextMessageChannel(JsonChannel):
    """A text message; its spec has :func:`message_parts`."""

    tracked: ClassVar[bool] = False  # UTM parameters would cost a segment

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == SENDER:
            names = sender_names(story.brand.name) if story.brand.unsubscribe_url else []
            return [Piece(names[0], shorter=tuple(names[1:]))] if names else []
        facts = fact_pieces(self.spec, story, form="short", joints=(" ", ", "))
        link = action_pieces(self.spec, story, link_of(story), joint=". " if facts else " ")
        said = [
            Piece(f"{story.brand.name}:", must=True),
            Piece(as_sentence(story.headline), rank=HEADLINE),
            *sentence_pieces(story.key_message, KEY_MESSAGE, lead=" "),
            *facts,
            *link,
        ]
        stop = Piece(self._opt_out(story), must=True, joint=" " if link or not facts else ". ")
        return [*map(_in_gsm, said), stop]

    @override
    def found_inside(self, part: Part, carrier: Fitted, story: Story) -> Fitted:
        words = self._opt_out(story)
        is_said = words in carrier.text or own_words(self, part, story) is not None
        return Fitted(words if is_said else "", (), ())

    def _opt_out(self, story: Story) -> str:
        """Return the words of the opt-out line: own ones, or what is true of the sender."""
        own = own_words(self, self.spec.part(OPT_OUT), story)
        if own is not None:
            return own
        words, url = stock_words(story.language), story.brand.unsubscribe_url
        if takes_answers(self.worded(self.spec.part(SENDER), story).text):
            return to_gsm(words.reply_stop)
        return to_gsm(words.visit).format(url=url) if url else ""

    @override
    def counted(self, part: str, text: str) -> str:
        """Return a sender only where it is a name: numbers have a length of their own."""
        return "" if part == SENDER and takes_answers(text) else text

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Leave out the sender: whose number it is promises nothing."""
        sender = content.parts[SENDER].strip()
        words = super().visible_text(content, rendered).split("\n\n")
        return "\n\n".join(said for said in words if said != sender)

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [
            *super().validate(content, story),
            *self._check_sender(content, story),
            *self._check_opt_out(content, story),
            *self._check_cost(content, story),
        ]

    def _check_sender(self, content: Content, story: Story) -> Iterator[Issue]:
        sender = content.parts[SENDER].strip()
        if not takes_answers(sender) and not is_name(sender):
            message = _(
                '"%(sender)s" can send no SMS. Take a name of letters without accents, digits and '
                "spaces, with at least one letter, or a number such as +33123456789.",
                sender=sender,
            )
            yield words_issue(self.spec, SENDER, "bad_sender", message)
        if not sender and story.brand.unsubscribe_url:
            message = _(
                'No first word of "%(brand)s" makes a name of 11 letters, digits and spaces, so '
                "the SMS comes from a number. Word the sender for a name.",
                brand=story.brand.name,
            )
            yield words_issue(self.spec, SENDER, "no_sender", message, "warning")

    def _check_opt_out(self, content: Content, story: Story) -> Iterator[Issue]:
        text, line, sender = (content.parts[part] for part in (TEXT, OPT_OUT, SENDER))
        answered, url = takes_answers(sender), story.brand.unsubscribe_url
        if says_way_out(text, line, url=url, answered=answered):
            return
        message = _("An SMS must say how to opt out: add STOP to the own words.")
        if not answered:
            message = _(
                "An SMS must say how to opt out, and nobody can answer a name such as "
                '"%(sender)s". Add the brand\'s address to unsubscribe or a number to text STOP '
                "to, or send from a number.",
                sender=sender,
            )
        yield words_issue(self.spec, TEXT if answered else OPT_OUT, "no_opt_out", message)

    def _check_cost(self, content: Content, story: Story) -> Iterator[Issue]:
        """Yield what makes the message cost double, whoever wrote it, with what to type instead.

        Another script than ours costs double anyway.
        """
        text = content.parts[TEXT]
        offer = None if is_other_script(without_links(text)) else offer_gsm(text)
        if offer is None:
            return
        code, message = "costly_characters", say_offer(offer)
        for part in (TEXT, OPT_OUT):
            own = story.own_words(self.spec.slug, part)
            if own and own in text and offer_gsm(own):
                yield words_issue(self.spec, part, code, message, "warning")
                return
        field = _field_with(offer.kept, story) or f"overrides.{self.spec.slug}.{TEXT}"
        yield Issue.of(code, message, severity="warning", part=TEXT, field=field)


def _field_with(signs: Sequence[str], story: Story) -> str:
    """Return the first field of the story that holds one of ``signs``, nothing where none does."""
    action, place = story.facts.call_to_action, story.facts.place
    fields = {
        "headline": story.headline,
        "key_message": story.key_message,
        "facts.call_to_action.verb": action.verb if action else "",
        "facts.place.name": place.name if place else "",
        "brand.name": story.brand.name,
    }
    typed = ((field, to_gsm(text)) for field, text in fields.items())
    return next((field for field, text in typed if any(sign in text for sign in signs)), "")


def _in_gsm(piece: Piece) -> Piece:
    return replace(piece, text=to_gsm(piece.text), shorter=tuple(map(to_gsm, piece.shorter)))
