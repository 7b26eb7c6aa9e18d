"""Everything that a page or a mail shows of a story, as JSON-able data.

Text is plain, to be escaped by whoever draws it; only ``html`` of a paragraph is markup, and it is
cleaned here whatever the story's maker did. Addresses lead to the web or nowhere.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from urllib.parse import quote, urlsplit

from pydantic import BaseModel, ConfigDict

from omnicontent.channels.story import (
    Block,
    Brand,
    BulletList,
    Embed,
    Film,
    Heading,
    Image,
    OfferBox,
    Paragraph,
    Picture,
    Quote,
    Story,
)
from omnicontent.channels.wording import KEY_MESSAGE, display_link, sentence_pieces
from omnicontent.message.facts import FACT_KINDS, Contact, Place
from omnicontent.message.saying import say, say_all
from omnicontent.text.fitting import Piece, fit
from omnicontent.text.markup import xml_text
from omnicontent.text.plain import clean_html, html_to_text

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})

_NEVER_IN_URL = re.compile(r"[\s\x80-\x9f]")

type Drawn = dict[str, object]


class Sheet(BaseModel):
    """What surfaces with room for all of a story show, besides fitted texts and media."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    url: str
    """The campaign's page, or ""."""
    summary: str
    blocks: tuple[dict[str, object], ...]
    """The body, each block with its ``type``; pictures and films name their source's digest."""
    facts: dict[str, str]
    """Every fact in words, by kind."""
    places: tuple[str, ...] = ()
    """Every place in words, each by itself."""
    contact: tuple[tuple[str, str], ...] = ()
    """Telephone and mail: where each leads, and its words."""
    more: tuple[str, ...] = ()
    """Facts of installed kinds in words, for surfaces that know no name for them."""
    code: str
    verb: str
    action: str
    """Where the call to action leads, or ""."""
    brand: Brand


def sheet_of(story: Story, action: str) -> Sheet:
    """Return the story's sheet; ``action`` is the surface's link of the call to action."""
    facts = story.facts
    said = say_all(facts, story.locale)
    return Sheet(
        url=web_address(story.url),
        summary=story.summary,
        blocks=tuple(drawn for block in story.body for drawn in _draw(block)),
        facts={kind: text for kind, text in said.items() if kind != "call_to_action"},
        places=tuple(_places(facts.place, story.locale)),
        contact=tuple(_contact(facts.contact)),
        more=tuple(text for kind, text in said.items() if kind not in FACT_KINDS),
        code=facts.promo_code.code if facts.promo_code else "",
        verb=facts.call_to_action.verb if facts.call_to_action else "",
        action=action,
        brand=story.brand,
    )


def _places(place: Place | None, locale: str) -> Iterator[str]:
    for one in (place, *place.also) if place else ():
        yield say(one.model_copy(update={"also": ()}), locale)


def _contact(contact: Contact | None) -> Iterator[tuple[str, str]]:
    if contact and contact.phone:
        yield f"tel:{re.sub(r'[^+0-9]', '', contact.phone)}", contact.phone
    if contact and contact.email:
        yield f"mailto:{quote(contact.email, safe='@')}", contact.email


def longest_sheet(sheet: Sheet, fits: Callable[[Sheet], bool]) -> Sheet | None:
    """Return the sheet with as many blocks from the first on as fit, at worst without its summary.

    None where even that does not fit. Each try may draw a whole mail, so they are few: a sheet
    with fewer blocks is taken for a shorter one.
    """
    if fits(sheet):
        return sheet
    losses = range(1, len(sheet.blocks) + 2)
    place = bisect_left(losses, True, key=lambda lost: fits(_without_last(sheet, lost)))
    return _without_last(sheet, losses[place]) if place < len(losses) else None


def lost_words(sheet: Sheet, shorter: Sheet) -> tuple[str, ...]:
    """Return the words of a sheet that a shorter one lost."""
    blocks = tuple(_words(block) for block in sheet.blocks[len(shorter.blocks) :])
    return blocks if shorter.summary == sheet.summary else (sheet.summary, *blocks)


def key_message_pieces(story: Story, shown: float | None = None) -> list[Piece]:
    """Return the key message: whole, or the first sentences that a surface shows of it."""
    pieces = sentence_pieces(story.key_message, KEY_MESSAGE)
    if shown is None:
        return pieces
    text = fit(pieces, lambda text: len(text) <= shown).text
    return [Piece(text)] if text else pieces[:1]


def text_direction(locale: str) -> str:
    """Return ``rtl`` or ``ltr``, for HTML's ``dir``."""
    return "rtl" if locale.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def text_sides(locale: str) -> dict[str, str]:
    """Return direction, start and end of a line, for mail programs that know left and right."""
    direction = text_direction(locale)
    sides = ("right", "left") if direction == "rtl" else ("left", "right")
    return {"direction": direction, "start": sides[0], "end": sides[1]}


def web_address(url: str) -> str:
    """Return the URL where it leads to the web, else "": no scripts, no files, no broken one.

    Spaces and control characters are written in their escapes or it is no URL; documents in XML
    could not hold them.
    """
    if _NEVER_IN_URL.search(url) or xml_text(url) != url:
        return ""
    parts = urlsplit(url)
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _without_last(sheet: Sheet, lost: int) -> Sheet:
    """Return the sheet without its last blocks; one more than it has takes the summary, too."""
    kept = len(sheet.blocks) - lost
    summary = sheet.summary if kept >= 0 else ""
    return sheet.model_copy(update={"blocks": sheet.blocks[: max(0, kept)], "summary": summary})


def _words(block: Drawn) -> str:
    keys = ("text", "html", "intro", "caption", "title")
    return " ".join(html_to_text(str(block[key])) for key in keys if block.get(key))


def _draw(block: Block) -> Iterator[Drawn]:
    match block:
        case Paragraph(html=html):
            drawn: Drawn = {"type": "paragraph", "html": clean_html(html).strip()}
            yield from [drawn] if drawn["html"] else []
        case Picture() | Film():
            yield _draw_media(block)
        case Embed(url=url, title=title):
            address = web_address(url)
            shown: Drawn = {
                "type": "embed",
                "url": address,
                "title": title or display_link(address),
            }
            yield from [shown] if address else []
        case Heading() | Quote() | OfferBox() | BulletList():
            yield block.model_dump(mode="json")


def _draw_media(block: Picture | Film) -> Drawn:
    source = block.image if isinstance(block, Picture) else block.video
    alt = source.alt if isinstance(source, Image) else source.description
    return {"type": block.type, "digest": source.digest, "alt": alt, "caption": block.caption}
