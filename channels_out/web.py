"""Web: the campaign's page, one HTML document that needs nothing but its pictures and films.

https://html.spec.whatwg.org/multipage/ for the document, https://ogp.me/ and
https://developer.x.com/en/docs/x-for-websites/cards/overview/markup for what links to it show,
https://schema.org/Offer for machines, https://oembed.com for sites that show it as a card. No
scripts; the one style sheet stands in the page and is named by its hash in the page's own content
security policy, so nothing injected takes effect.
"""

from collections.abc import Sequence
from datetime import date
from typing import override

from omnicontent.channels.brand_colors import palette
from omnicontent.channels.common_parts import alt_part
from omnicontent.channels.content import Content, MediaUse, Rendered
from omnicontent.channels.embeds import Embed, discovery_links, embed_pictures
from omnicontent.channels.families import TextChannel
from omnicontent.channels.linked_data import (
    describe_contact,
    describe_offer,
    describe_places,
    linked_page,
    open_graph_locale,
    script_json,
)
from omnicontent.channels.page_media import (
    BODY_FILM,
    BODY_POSTER,
    FILM,
    POSTER,
    draw_blocks,
    hero_film,
    hero_picture,
    page_media,
)
from omnicontent.channels.page_styles import inline_style
from omnicontent.channels.responsive import responsive_slots
from omnicontent.channels.sheets import Sheet, key_message_pieces, sheet_of, text_direction
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.templates import render_template
from omnicontent.channels.wording import headline_piece
from omnicontent.message.facts import FACT_KINDS
from omnicontent.text.fitting import Piece
from omnicontent.text.markup import xml_text
from omnicontent.text.units import Unit

CHECKED, READ = date(2026, 11, 22), date(2026, 11, 27)
CARDS = Source("https://developer.x.com/en/docs/x-for-websites/cards/overview/markup", CHECKED)
RESULTS = Source("https://tidyutils.com/guides/title-tag-meta-description-length", READ)
FOUND = "In a search, which cuts by width and may word it otherwise."
FOUND_TITLE = RESULTS.advice(60, Unit.CHARACTERS, note=FOUND)
FOUND_DESCRIPTION = RESULTS.advice(160, Unit.CHARACTERS, note=FOUND)
SEARCH = "https://developers.google.com/search/docs/appearance/structured-data/article"
SHOWN_OF_TITLE = CARDS.advice(70, Unit.CHARACTERS)
SHOWN_OF_DESCRIPTION = CARDS.advice(200, Unit.CHARACTERS)
ALT = CARDS.limit(420, Unit.CHARACTERS, note="Of the picture in an X card.")
CARD = picture(1200, 630, CARDS.limit(5_242_880, Unit.BYTES), name="card")
"""Without words: sites keep a link's card for weeks, past the end of an offer drawn in it."""
SHAPES = (picture(960, 720, name="classic"), picture(720, 720, name="square"))
"""4:3 and 1:1, which searches ask for beside 16:9."""


class WebChannel(TextChannel):
    """The campaign's own page."""

    spec = ChannelSpec(
        slug="web",
        network="web",
        name="Web page",
        media_type="text/html; charset=utf-8",
        parts=(
            Part(
                name="title",
                label="title",
                required=True,
                limits=(SHOWN_OF_TITLE,),
                fold=FOUND_TITLE,
            ),
            Part(
                name="description",
                label="description",
                limits=(SHOWN_OF_DESCRIPTION,),
                fold=FOUND_DESCRIPTION,
            ),
            Part(name="headline", label="headline", required=True),
            Part(name="lead", label="lead"),
            alt_part(ALT),
        ),
        images=(
            *responsive_slots("hero", (640, 1280, 1920), 16 / 9, ("avif", "webp", "jpeg")),
            *responsive_slots("body", (600, 1200), 3 / 2, ("avif", "webp", "jpeg")),
            CARD,
            *SHAPES,
            POSTER,
            BODY_POSTER,
        ),
        videos=(FILM, BODY_FILM),
        must=frozenset(FACT_KINDS),
        docs=(
            "https://html.spec.whatwg.org/multipage/",
            "https://ogp.me/",
            "https://oembed.com",
            CARDS.url,
            SEARCH,
        ),
    )
    medium = "page"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name in ("title", "headline"):
            return [headline_piece(story, must=True)]
        shown = SHOWN_OF_DESCRIPTION.maximum if part.name == "description" else None
        return key_message_pieces(story, shown)

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        return page_media(self.spec, story)

    @override
    def data(self, story: Story) -> dict[str, object]:
        sheet = sheet_of(story, self.link(story))
        published, updated = story.published_at, story.updated_at
        return {
            "sheet": sheet.model_dump(),
            "offer": describe_offer(story.facts),
            "places": describe_places(story.facts.place),
            "contact": describe_contact(story.facts.contact),
            "oembed": discovery_links(story.oembed_url, sheet.url),
            "published": published.isoformat() if published else "",
            "updated": updated.isoformat() if updated else "",
        }

    @override
    def render(self, content: Content) -> Rendered:
        page = render_template("channels_out/web/page.html", _context(content), content.locale)
        body = xml_text(page).encode()  # HTML forbids the same characters
        return Rendered(media_type=self.spec.media_type, body=body, file_name="index.html")

    @override
    def embed(self, content: Content) -> Embed | None:
        sheet = Sheet.model_validate(content.data["sheet"])
        if not sheet.url:
            return None
        said = (content.parts["description"], *sheet.facts.values())
        heroes = [use for use in content.media if use.slot.startswith(("hero-", CARD.name))]
        return Embed(
            url=sheet.url,
            title=content.parts["title"],
            provider=sheet.brand.name,
            lines=tuple(line[0].upper() + line[1:] for line in said if line),
            pictures=tuple(embed_pictures(heroes)),
        )


def _context(content: Content) -> dict[str, object]:
    """Return everything the page's templates show."""
    sheet = Sheet.model_validate(content.data["sheet"])
    colors = palette(sheet.brand.color)
    return {
        **dict(sheet),
        **content.parts,
        "lang": content.locale,
        "og_locale": open_graph_locale(content.locale),
        "oembed": content.data["oembed"],
        "direction": text_direction(content.locale),
        **inline_style("channels_out/web/page.css", colors, content.locale),
        "hero": hero_picture(content),
        "film": hero_film(sheet, content),
        "card": next(iter(content.media_in(CARD.name)), None),
        "blocks": draw_blocks(sheet, content, "channels_out/web/blocks"),
        "linked_data": _linked_data(content, sheet),
    }


def _linked_data(content: Content, sheet: Sheet) -> str:
    slots = ("hero-1280-jpeg", *(slot.name for slot in SHAPES), CARD.name)
    pictures = [use.url for slot in slots for use in content.media_in(slot)]
    words = {
        "name": content.parts["title"],
        "description": content.parts["description"],
        "inLanguage": content.locale,
        "datePublished": str(content.data["published"]),
        "dateModified": str(content.data["updated"]),
    }
    return script_json(linked_page(sheet, words, pictures, content.data))


channel = WebChannel()
