"""HTML for mail programs: a template in MJML becomes tables that Outlook draws too.

``mrml`` compiles MJML in this process in a fraction of a millisecond, where the reference
implementation starts Node for every mail; ``css-inline`` moves the styles to where Gmail keeps
them. Neither fetches anything.
"""

import re
from collections.abc import Mapping
from typing import Final

import css_inline
import mrml

from omnicontent.channels.templates import render_template

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that XML can't hold (https://www.w3.org/TR/xml/#charsets); nobody sees them."""
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
    source = _CONTROLS.sub("", render_template(template, context, locale))
    return str(_INLINER.inline(mrml.to_html(source).content))


def mail_text(template: str, context: Mapping[str, object], locale: str) -> str:
    """Return the plain text template filled in, with at most one blank line between paragraphs."""
    lines = render_template(template, context, locale).splitlines()
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
