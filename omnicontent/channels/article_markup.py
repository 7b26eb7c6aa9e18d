"""An article's body as HTML for any reader: no styles, classes, scripts or space between blocks.

Some readers keep every space they get, so the text is put together here and not by a template.
"""

from collections.abc import Callable, Sequence
from html import escape

from omnicontent.channels.articles import Article, hero_picture, on_the_web
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.responsive import draw_picture
from omnicontent.channels.sheets import Drawn, Sheet
from omnicontent.text.markup import paragraphs_html


def article_html(content: Content, article: Article, lead: str, *, with_hero: bool) -> str:
    """Return the whole article without its headline."""
    sheet = article.sheet
    hero = hero_picture(content)
    blocks = [_block(block, content, sheet) for block in sheet.blocks]
    said = any(block["type"] == "offer" for block in sheet.blocks)
    return "".join(
        [
            _picture([hero], hero.alt) if hero and with_hero else "",
            paragraphs_html(lead),
            paragraphs_html(sheet.summary),
            *blocks,
            "" if said else _facts(sheet),
        ]
    )


def _block(block: Drawn, content: Content, sheet: Sheet) -> str:
    return _BLOCKS[str(block["type"])](block, content, sheet)


def _heading(block: Drawn, content: Content, sheet: Sheet) -> str:
    return f"<h2>{escape(str(block['text']))}</h2>"


def _paragraph(block: Drawn, content: Content, sheet: Sheet) -> str:
    return str(block["html"])


def _body_picture(block: Drawn, content: Content, sheet: Sheet) -> str:
    uses = [use for use in on_the_web(content.media) if use.source_digest == block["digest"]]
    body = [use for use in uses if use.slot.startswith("body-")]
    return _picture(body, str(block["alt"]), str(block["caption"]))


def _film(block: Drawn, content: Content, sheet: Sheet) -> str:
    """Return a link to the page that shows the film: few readers play one."""
    words = escape(str(block["caption"] or block["alt"]))
    return f"<p>{_anchor(sheet.url, words)}</p>" if words else ""


def _quote(block: Drawn, content: Content, sheet: Sheet) -> str:
    by = f"<p>— {escape(str(block['attribution']))}</p>" if block["attribution"] else ""
    return f"<blockquote>{paragraphs_html(str(block['text']))}{by}</blockquote>"


def _list(block: Drawn, content: Content, sheet: Sheet) -> str:
    items = block["items"] if isinstance(block["items"], list | tuple) else ()
    return f"<ul>{''.join(f'<li>{escape(str(item))}</li>' for item in items)}</ul>"


def _embed(block: Drawn, content: Content, sheet: Sheet) -> str:
    return f"<p>{_anchor(str(block['url']), escape(str(block['title'])))}</p>"


def _offer(block: Drawn, content: Content, sheet: Sheet) -> str:
    return paragraphs_html(str(block["intro"])) + _facts(sheet)


_BLOCKS: dict[str, Callable[[Drawn, Content, Sheet], str]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "picture": _body_picture,
    "film": _film,
    "quote": _quote,
    "list": _list,
    "embed": _embed,
    "offer": _offer,
}


def _facts(sheet: Sheet) -> str:
    said = [sheet.facts.get(kind, "") for kind in ("products", "period", "promo_code")]
    said += [*(sheet.places or (sheet.facts.get("place", ""),)), sheet.facts.get("contact", "")]
    said = [text for text in (*said, *sheet.more) if text]
    lines = [escape(text[:1].upper() + text[1:]) for text in said]
    if offer := sheet.facts.get("offer"):
        lines.insert(0, f"<strong>{escape(offer)}</strong>")
    facts = f"<p>{'<br>'.join(lines)}</p>" if lines else ""
    action = f"<p>{_anchor(sheet.action, escape(sheet.verb))}</p>" if sheet.action else ""
    legal = sheet.facts.get("legal_line", "")
    return facts + action + (f"<p><small>{escape(legal)}</small></p>" if legal else "")


def _anchor(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{words}</a>' if address else words


def _picture(uses: Sequence[MediaUse], alt: str, caption: str = "") -> str:
    drawn = draw_picture(uses)
    words = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    if drawn is None:
        return f"<p>{escape(caption)}</p>" if caption else ""
    size = f'width="{drawn["width"]}" height="{drawn["height"]}"'
    source = f'<img src="{escape(str(drawn["src"]))}" alt="{escape(alt)}" {size}>'
    return f"<figure>{source}{words}</figure>"
