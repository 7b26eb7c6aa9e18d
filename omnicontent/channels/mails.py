"""HTML for mail programs: a template in MJML becomes tables that Outlook draws too.

``mrml`` compiles MJML in this process in a fraction of a millisecond, where the reference
implementation starts Node for every mail; ``css-inline`` moves the styles to where Gmail keeps
them. Neither fetches anything.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import css_inline
import mrml

from omnicontent.channels.brand_colors import palette
from omnicontent.channels.common_parts import BUTTON
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.mail_headers import one_click_address
from omnicontent.channels.sheets import Drawn, Sheet, text_sides
from omnicontent.channels.templates import render_template
from omnicontent.text.markup import text_with_links, xml_text

_TAG: Final = re.compile(r"<(?:img|td)\b[^>]*>")
_INLINER: Final = css_inline.CSSInliner(
    # Dark mode and phones live in @media rules, which can't be inlined.
    keep_style_tags=True,
    load_remote_stylesheets=False,
)


def mail_html(template: str, context: Mapping[str, object], locale: str) -> str:
    """Return the MJML template as the HTML of a mail.

    ``mrml`` says nothing of tags it does not know: it leaves them out. Test that a mail shows all
    of its words.

    :raises OSError: the template is not XML once it is filled in.
    """
    source = xml_text(render_template(template, context, locale))
    html = _TAG.sub(_without_errors, mrml.to_html(source).content)
    return str(_INLINER.inline(html))


def mail_context(content: Content, sheet: Sheet, templates: str) -> dict[str, object]:
    """Return everything that a mail's templates show.

    ``templates`` is the folder of the body's blocks; the slots are ``hero`` and ``body``.
    """
    blocks = mail_blocks(sheet, content.media_in("body"), templates)
    in_body = any(block["type"] == "offer" for block in blocks)
    return {
        **dict(sheet),
        **content.parts,
        **palette(sheet.brand.color),
        **text_sides(content.locale),
        "verb": content.parts[BUTTON] or sheet.verb,
        "lang": content.locale,
        "hero": next(iter(content.media_in("hero")), None),
        "blocks": blocks,
        "offer_said": in_body or not (sheet.facts or sheet.action),
        "unsubscribe": one_click_address(sheet.brand.unsubscribe_url),
    }


def mail_blocks(sheet: Sheet, pictures: Sequence[MediaUse], templates: str) -> list[Drawn]:
    """Return the body's blocks, each with its picture and both its templates' paths.

    ``words`` are a paragraph's own in plain text, with its links' addresses.
    """
    by_digest = {use.source_digest: use for use in reversed(pictures)}
    return [
        {
            **block,
            "template": f"{templates}/{block['type']}.mjml",
            "text_template": f"{templates}/{block['type']}.txt",
            "words": text_with_links(str(block.get("html", ""))),
            "picture": by_digest.get(str(block.get("digest"))),
        }
        for block in sheet.blocks
    ]


def _without_errors(tag: re.Match[str]) -> str:
    """Leave out attributes that no HTML has; each has its style beside it."""
    return re.sub(r' (?:height="auto"|vertical-align="[a-z]+")', "", tag[0])


def mail_text(template: str, context: Mapping[str, object], locale: str) -> str:
    """Return the plain text template filled in, with at most one blank line between paragraphs."""
    lines = render_template(template, context, locale).splitlines()
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
