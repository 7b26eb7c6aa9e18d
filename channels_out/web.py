"""Web: the campaign's page, one HTML document that needs nothing but its pictures and films.

https://html.spec.whatwg.org/multipage/ for the document, https://ogp.me/ and
https://developer.x.com/en/docs/x-for-websites/cards/overview/markup for what links to it show,
https://schema.org/Offer for machines. No scripts; the one style sheet stands in the page and is
named by its hash in the page's own content security policy, so nothing injected takes effect.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from datetime import date
from typing import override

from omnicontent.channels.brand_colors import palette
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.families import TextChannel
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.responsive import (
    body_films,
    draw_film,
    draw_picture,
    fitting_sizes,
    responsive_slots,
)
from omnicontent.channels.sheets import (
    Drawn,
    Sheet,
    key_message_pieces,
    sheet_of,
    text_direction,
)
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.channels.templates import render_template
from omnicontent.channels.wording import headline_piece
from omnicontent.message.facts import FACT_KINDS, Offer, Period
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
CARDS = "https://developer.x.com/en/docs/x-for-websites/cards/overview/markup"
SHOWN_OF_TITLE = Limit(
    maximum=70, unit=Unit.CHARACTERS, source=CARDS, checked=CHECKED, enforced=False
)
SHOWN_OF_DESCRIPTION = Limit(
    maximum=200, unit=Unit.CHARACTERS, source=CARDS, checked=CHECKED, enforced=False
)
CARD = ImageSlot(
    name="card",
    width_px=1200,
    height_px=630,
    required=False,
    limits=(Limit(maximum=5_242_880, unit=Unit.BYTES, source=CARDS, checked=CHECKED),),
    alt_limit=Limit(maximum=420, unit=Unit.CHARACTERS, source=CARDS, checked=CHECKED),
)
POSTER = ImageSlot(name="poster", width_px=1280, height_px=720, source="frame", required=False)
FILM = VideoSlot(name="film", width_px=1280, height_px=720, seconds_max=600)
BODY_POSTER = ImageSlot(
    name="bodyposter", width_px=1280, height_px=720, source="frame", required=False
)
BODY_FILM = VideoSlot(
    name="bodyfilm", width_px=1280, height_px=720, seconds_max=600, closing_card=False
)


class WebChannel(TextChannel):
    """The campaign's own page."""

    spec = ChannelSpec(
        slug="web",
        network="web",
        name="Web page",
        media_type="text/html; charset=utf-8",
        parts=(
            Part(name="title", label="title", required=True, limits=(SHOWN_OF_TITLE,)),
            Part(name="description", label="description", limits=(SHOWN_OF_DESCRIPTION,)),
            Part(name="headline", label="headline", required=True),
            Part(name="lead", label="lead"),
        ),
        images=(
            *responsive_slots("hero", (640, 1280, 1920), 16 / 9, ("avif", "webp", "jpeg")),
            *responsive_slots("body", (600, 1200), 3 / 2, ("webp", "jpeg")),
            CARD,
            POSTER,
            BODY_POSTER,
        ),
        videos=(FILM, BODY_FILM),
        must=frozenset(FACT_KINDS),
        docs=("https://html.spec.whatwg.org/multipage/", "https://ogp.me/", CARDS),
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
        uses = fitting_sizes(media_uses(self.spec, story), story)
        others = {BODY_FILM.name, BODY_POSTER.name} | (
            set() if story.hero_video else {POSTER.name}
        )
        wanted = (use for use in uses if use.slot not in others)
        return (*wanted, *body_films(story, BODY_FILM, BODY_POSTER))

    @override
    def data(self, story: Story) -> dict[str, object]:
        offer = describe_offer(story.facts.offer, story.facts.period)
        return {"sheet": sheet_of(story, self.link(story)).model_dump(), "offer": offer}

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        pictures = {slot.name for slot in self.spec.images}
        once: dict[tuple[str, str, str], Issue] = {}
        for issue in super().validate(content, story):
            # One picture is in many slots: its fault is told once.
            what = "" if issue.part in pictures else issue.message
            once.setdefault((issue.code, issue.field, what), issue)
        return list(once.values())

    @override
    def render(self, content: Content) -> Rendered:
        page = render_template("channels_out/web/page.html", page_context(content), content.locale)
        return Rendered(
            media_type=self.spec.media_type, body=page.encode(), file_name="index.html"
        )


def describe_offer(offer: Offer | None, period: Period | None) -> dict[str, str] | None:
    """Return the offer in schema.org's words, without what only a page's text can say."""
    if offer is None:
        return None
    said = {"@type": "Offer"}
    if offer.type == "price":
        said |= {"price": str(offer.value), "priceCurrency": offer.currency}
    if period and period.start:
        said["validFrom"] = period.start.isoformat()
    if period and period.end:
        said["validThrough"] = period.end.isoformat()
    return said


def page_context(content: Content) -> dict[str, object]:
    """Return everything the page's templates show."""
    sheet = Sheet.model_validate(content.data["sheet"])
    style = render_template(
        "channels_out/web/page.css", palette(sheet.brand.color), content.locale
    )
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {
        **dict(sheet),
        **content.parts,
        "lang": content.locale,
        "direction": text_direction(content.locale),
        "style": style,
        "style_hash": f"sha256-{digest}",
        "hero": draw_picture([use for use in content.media if use.slot.startswith("hero-")]),
        "film": _hero_film(sheet, content),
        "card": next(iter(content.media_in(CARD.name)), None),
        "blocks": [draw_block(block, content) for block in sheet.blocks],
        "linked_data": linked_data(content, sheet),
    }


def draw_block(block: Drawn, content: Content) -> Drawn:
    """Return a block with its template and its media."""
    uses = [use for use in content.media if use.source_digest == block.get("digest")]
    drawn = {**block, "template": f"channels_out/web/blocks/{block['type']}.html"}
    if block["type"] == "picture":
        picture = draw_picture([use for use in uses if use.slot.startswith("body-")])
        drawn["picture"] = picture and {**picture, "alt": block["alt"]}
    if block["type"] == "film":
        drawn["film"] = draw_film(uses, FILM.name, POSTER.name) or draw_film(
            uses, BODY_FILM.name, BODY_POSTER.name
        )
    return drawn


def _hero_film(sheet: Sheet, content: Content) -> Drawn | None:
    """Return the hero film, unless the body shows it where the editor wants it."""
    digests = {block.get("digest") for block in sheet.blocks if block["type"] == "film"}
    uses = [use for use in content.media if use.source_digest not in digests]
    return draw_film(uses, FILM.name, POSTER.name)


def linked_data(content: Content, sheet: Sheet) -> str:
    """Return the page as JSON-LD, safe inside a script element."""
    pictures = [use.url for use in content.media_in(CARD.name)]
    brand = {"@type": "Organization", "name": sheet.brand.name}
    page: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": content.parts["title"],
        "description": content.parts["description"],
        "inLanguage": content.locale,
        "publisher": brand,
    }
    page |= {"url": sheet.url} if sheet.url else {}
    page |= {"primaryImageOfPage": pictures[0]} if pictures else {}
    if isinstance(offer := content.data["offer"], dict):
        said = {"name": sheet.facts["offer"], "url": sheet.action, "offeredBy": brand}
        page["mainEntity"] = offer | {key: value for key, value in said.items() if value}
    text = json.dumps(page, ensure_ascii=False, sort_keys=True)
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


channel = WebChannel()
