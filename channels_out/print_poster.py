"""A printed poster: A4 as PDF with 3 mm bleed and crop marks, the tracked link as a QR code.

Bleed, 300 dots per inch and a safe margin of 5 mm or more are what printers' guides ask for.
ISO 15930 (PDF/X) was not read and is not claimed: all colors are sRGB with its profile, which the
printer converts for the paper. No standard has a payload for a poster, so it is our own:
``document_url`` and ``type``; ``pages``; ``trim_mm``, width and height once cut; ``bleed_mm``;
``crop_marks``; ``resolution_dpi`` of the picture; ``color_space``; ``language``; and ``qr_link``,
what the code opens. The PDF goes to a print shop's upload as it is.
"""

from collections.abc import Sequence
from typing import override

from omnicontent.channels.common_parts import BUTTON, button_part
from omnicontent.channels.content import Content, MediaUse, Rendered
from omnicontent.channels.drawn import WORDS
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.families import TextChannel
from omnicontent.channels.media_uses import media_use, words_to_draw
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Part
from omnicontent.channels.story import Story
from omnicontent.channels.visible import drawn_words
from omnicontent.channels.wording import display_link, link_of
from omnicontent.media.recipes import PosterRecipe
from omnicontent.message.facts import FactKind
from omnicontent.message.saying import say_all
from omnicontent.text.fitting import Piece

PRINTING = "https://nilzotto.no/tips-triks-for-trykksaker/"
CODES = "https://www.qrcode.com/en/howto/code.html"
PICTURE_PX = (2551, 1984)
"""216 by 168 mm, the bleed included, at 300 dots per inch."""
FACTS: dict[str, FactKind] = {"place": "place", "small_print": "legal_line"}


class PrintPosterChannel(TextChannel):
    """A poster on paper, A4."""

    spec = ChannelSpec(
        slug="print-poster",
        network="print",
        name="Poster",
        media_type="application/json",
        parts=(
            Part(
                name=WORDS.name,
                label="large words",
                required=True,
                help_text="One line each, the first one largest.",
            ),
            button_part(),
            Part(name="place", label="place"),
            Part(name="small_print", label="small print"),
        ),
        images=(ImageSlot(name="poster", width_px=PICTURE_PX[0], height_px=PICTURE_PX[1]),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "place", "legal_line"}),
        alt_required=False,  # on paper, nobody reads it to anybody
        docs=(PRINTING, CODES),
    )
    medium = "poster"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == WORDS.name:
            return [Piece(line, must=True, joint="\n") for line in words_to_draw(story)]
        said = say_all(story.facts, story.locale).get(FACTS[part.name], "")
        return [Piece(said, must=True)] if said else []

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        picture = story.hero_image
        if picture is None:
            raise AdaptationError(
                "A poster needs a picture: choose one under Media, or untick the channel.",
                slug=self.spec.slug,
                part="poster",
                field="hero_image",
            )
        recipe = PosterRecipe(
            focus=picture.focus,
            color=story.brand.color,
            locale=story.locale,
            brand=story.brand.name,
            words=_lines(parts[WORDS.name]),
            call_to_action=parts[BUTTON].strip(),
            address=display_link(link_of(story)),
            link=self.link(story),
            place=" ".join(_lines(parts["place"])),
            small_print=" ".join(_lines(parts["small_print"])),
        )
        return (media_use("poster", picture, recipe, story),)

    @override
    def render(self, content: Content) -> Rendered:
        (use,) = content.media
        if not isinstance(use.recipe, PosterRecipe):
            raise TypeError(f"a poster is made by a PosterRecipe, not by {use.recipe.kind}")
        return json_payload(
            {
                "document_url": use.url,
                "type": "application/pdf",
                "pages": 1,
                "trim_mm": [use.recipe.width_mm, use.recipe.height_mm],
                "bleed_mm": use.recipe.bleed_mm,
                "crop_marks": True,
                "resolution_dpi": use.recipe.dots_per_inch,
                "color_space": "sRGB",
                "language": content.locale,
                "qr_link": use.recipe.link,
            }
        )

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return f"{drawn_words(content)}\n{super().visible_text(content, rendered)}"


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


channel = PrintPosterChannel()
