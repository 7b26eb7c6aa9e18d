"""A printed poster: A4 as PDF with 3 mm bleed and crop marks, the tracked link as a QR code.

Bleed, 300 dots per inch and a safe margin of 5 mm or more are what printers' guides ask for.
ISO 15930 (PDF/X) was not read and is not claimed: all colors are sRGB with its profile, which the
printer converts for the paper. No standard has a payload for a poster, so it is our own:
``document_url`` and ``type``; ``pages``; ``trim_mm``, width and height once cut; ``bleed_mm``;
``crop_marks``; ``resolution_dpi`` of the picture; ``color_space``; ``language``; and ``qr_link``,
what the code opens. The PDF goes to a print shop's upload as it is.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import override

from omnicontent.channels.common_parts import BUTTON, button_part
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.drawn import WORDS, DrawnChannel
from omnicontent.channels.framing import frame_of
from omnicontent.channels.media_uses import media_use, needed_picture
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import display_link, link_of
from omnicontent.media.recipes import PosterRecipe
from omnicontent.message.facts import FactKind
from omnicontent.message.saying import say_all
from omnicontent.text.fitting import Piece
from omnicontent.text.plain import lines_of

PRINTING = "https://nilzotto.no/tips-triks-for-trykksaker/"
CODES = "https://www.qrcode.com/en/howto/code.html"
POSTER = ImageSlot(name="poster", width_px=2551, height_px=1984)
"""216 by 168 mm, the bleed included, at 300 dots per inch."""
LARGE_WORDS = replace(
    WORDS, label="large words", help_text="One line each, the first one largest."
)
FACTS: dict[str, FactKind] = {"place": "place", "small_print": "legal_line"}


class PrintPosterChannel(DrawnChannel):
    """A poster on paper, A4."""

    spec = ChannelSpec(
        slug="print-poster",
        network="print",
        name="Poster",
        parts=(
            LARGE_WORDS,
            button_part(),
            Part(name="place", label="place"),
            Part(name="small_print", label="small print"),
        ),
        images=(POSTER,),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "place", "legal_line"}),
        alt_required=False,  # on paper, nobody reads it to anybody
        docs=(PRINTING, CODES),
    )
    medium = "poster"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name not in FACTS:
            return super().pieces(part, story)
        said = say_all(story.facts, story.locale).get(FACTS[part.name], "")
        return [Piece(said, must=True)] if said else []

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        picture = needed_picture(self.spec, POSTER.name, story)
        recipe = PosterRecipe(
            frame=frame_of(POSTER, picture, story.brand),
            color=story.brand.color,
            fonts=story.brand.fonts,
            locale=story.locale,
            brand=story.brand.name,
            words=lines_of(parts[WORDS.name]),
            call_to_action=parts[BUTTON].strip(),
            address=display_link(link_of(story)),
            link=self.link(story),
            **{name: " ".join(lines_of(parts[name])) for name in FACTS},
        )
        return (media_use(POSTER, picture, recipe, story),)

    @override
    def payload(self, content: Content) -> dict[str, object]:
        (use,) = content.media
        if not isinstance(use.recipe, PosterRecipe):
            raise TypeError(f"a poster is made by a PosterRecipe, not by {use.recipe.kind}")
        return {
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


channel = PrintPosterChannel()
