"""Surfaces without a caption: what they say is drawn into the picture, or ends the film."""

from collections.abc import Mapping, Sequence
from typing import override

from omnicontent.channels.content import Content, MediaUse, Rendered
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.families import JsonChannel
from omnicontent.channels.media_uses import film_or_pictures, media_uses, words_to_draw
from omnicontent.channels.pasting import LINK
from omnicontent.channels.spec import Part
from omnicontent.channels.story import Story
from omnicontent.channels.visible import DRAWN, drawn_words
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import Piece
from omnicontent.text.plain import lines_of

WORDS = Part(
    name=DRAWN,
    label="text in the picture",
    required=True,
    help_text="One line each: drawn into the picture, or at the end of the film.",
)


class DrawnChannel(JsonChannel):
    """One film, or one picture, with the part :data:`WORDS`; its image slots draw words."""

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        return [Piece(line, must=True, joint="\n") for line in words_to_draw(story)]

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        uses = self.chosen(media_uses(self.spec, story, lines_of(parts[DRAWN])))
        if not uses:
            raise AdaptationError(
                _(
                    "%(channel)s needs a picture or a film: choose one under Media.",
                    channel=self.spec.spoken,
                ),
                slug=self.spec.slug,
                part="image",
                field="hero_image",
            )
        return uses

    def chosen(self, uses: tuple[MediaUse, ...]) -> tuple[MediaUse, ...]:
        """Return what goes out of all that the story can fill: the film, or else the picture."""
        return film_or_pictures(uses)

    @override
    def pasted(self, content: Content) -> Mapping[str, tuple[str, ...]]:
        """Return nothing: all words are in the files."""
        return {}

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return f"{drawn_words(content)}\n\n{super().visible_text(content, rendered)}"


class StickerChannel(DrawnChannel):
    """A surface that shows its link as a sticker, which whoever publishes places by hand."""

    @override
    def pasted(self, content: Content) -> Mapping[str, tuple[str, ...]]:
        """Return the sticker's address."""
        return {LINK: content.links} if content.links else {}

    @override
    def data(self, story: Story) -> dict[str, object]:
        """Return the sticker: the platforms' programming interfaces take none."""
        action = story.facts.call_to_action
        return {"link_sticker": {"text": action.verb, "url": self.link(story)}} if action else {}
