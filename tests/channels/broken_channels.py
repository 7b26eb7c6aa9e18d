"""Channels with one defect each: the conformance kit must name it, and nothing else passes it."""

import dataclasses
import itertools
from collections.abc import Sequence
from typing import override

from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.spec import Part
from omnicontent.channels.story import Story
from omnicontent.text.fitting import Piece
from tests.channels.sound_channel import SPEC, SoundChannel


class TooLong(SoundChannel):
    """Never looks at its limit."""

    @override
    def adapt(self, story: Story) -> Content:
        content = super().adapt(story)
        text = "\n".join(piece.text for piece in self.pieces(self.spec.parts[0], story))
        return content.model_copy(update={"parts": {"text": text}})


class CutsBlindly(SoundChannel):
    """Takes the first characters, whatever they are."""

    cut = 120

    @override
    def adapt(self, story: Story) -> Content:
        content = super().adapt(story)
        if story.overrides:
            return content
        text = "\n".join(piece.text for piece in self.pieces(self.spec.parts[0], story))
        return content.model_copy(update={"parts": {"text": text[: self.cut]}})


class CutsGraphemes(CutsBlindly):
    """Counts code points, and so takes emoji families apart."""

    cut = 31
    spec = dataclasses.replace(SPEC, must=frozenset())


class ForgetsTheCode(SoundChannel):
    """Says everything but the promo code."""

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        facts = story.facts.model_copy(update={"promo_code": None})
        return super().pieces(part, story.model_copy(update={"facts": facts}))


class SaysTheForbidden(SoundChannel):
    """Says the place, which its surface must not carry."""

    spec = dataclasses.replace(SPEC, never=frozenset({"place"}))

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        place = story.facts.place
        said = [Piece(place.name, must=True, joint="\n")] if place else []
        return [*super().pieces(part, story), *said]


class CountsItsCalls(SoundChannel):
    """Gives other bytes each time."""

    def __init__(self) -> None:
        self._calls = itertools.count()

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"call": next(self._calls)}

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return super().payload(content) | content.data


class HidesItsData(SoundChannel):
    """Keeps in a tuple what JSON gives back as a list."""

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"tags": tuple(story.hashtags)}

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return super().payload(content) | {"tags": repr(content.data["tags"])}


class BreaksJson(SoundChannel):
    """Builds its JSON by hand."""

    @override
    def render(self, content: Content) -> Rendered:
        body = f'{{"text": "{content.parts["text"]}"}}'.encode()
        return Rendered(media_type="application/json", body=body, file_name="payload.json")

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return content.parts["text"]

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return []


class LiesAboutItsType(SoundChannel):
    """Renders HTML and calls it so; its spec says JSON."""

    @override
    def render(self, content: Content) -> Rendered:
        return json_payload(self.payload(content), "text/plain")


class ChangesTheStory(SoundChannel):
    """Leaves a note in the story."""

    @override
    def adapt(self, story: Story) -> Content:
        content = super().adapt(story)
        story.overrides.setdefault(self.spec.slug, {})["seen"] = "yes"
        return content


class IgnoresTheEditor(SoundChannel):
    """Trims the editor's own words."""

    @override
    def adapt(self, story: Story) -> Content:
        content = super().adapt(story)
        parts = {name: text.strip() for name, text in content.parts.items()}
        return content.model_copy(update={"parts": parts})


class LosesWords(SoundChannel):
    """Has a part that it never sends, and keeps quiet about it."""

    spec = dataclasses.replace(SPEC, parts=(*SPEC.parts, Part(name="note", label="note")))

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        return [] if part.name == "note" else super().pieces(part, story)


class WarnsInVain(SoundChannel):
    """Says that it does not send what it sends."""

    @override
    def undelivered(self, content: Content, story: Story) -> dict[str, str]:
        return {"text": "it has no text."}


class NeverComplains(SoundChannel):
    """Takes whatever an editor types."""

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return []


class HasNoSource(SoundChannel):
    """Knows a number from hearsay."""

    spec = dataclasses.replace(
        SPEC,
        parts=(
            Part(
                name="text",
                label="post",
                required=True,
                limits=(dataclasses.replace(SPEC.parts[0].limits[0], source="somebody said so"),),
            ),
        ),
    )


class OtherSize(SoundChannel):
    """Makes another picture than its slot wants."""

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        uses = super().media(story, parts)
        return tuple(
            use.model_copy(update={"recipe": use.recipe.model_copy(update={"width_px": 10})})
            for use in uses
        )


class Crashes(SoundChannel):
    """Can't live without a summary."""

    @override
    def adapt(self, story: Story) -> Content:
        story.summary.split()[0]
        return super().adapt(story)
