"""Email: subject, preheader, HTML that survives Outlook and Gmail, and a whole plain text.

The payload is JSON and not a finished message: sender, recipient, date, message id and the
personal unsubscribe address are the publisher's. Put ``text`` first and ``html`` last into a
``multipart/alternative``. Its ``headers`` offer one-click unsubscribing (RFC 8058); the
publisher's DKIM signature must cover both. Gmail cuts HTML at about 102 KB, so the last blocks of
a long body give way to a link.

https://www.rfc-editor.org/rfc/rfc5322, https://www.rfc-editor.org/rfc/rfc8058,
https://www.caniemail.com/, https://support.google.com/mail/answer/81126
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.brand_colors import palette
from omnicontent.channels.common_parts import alt_part, button_part
from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.families import TextChannel
from omnicontent.channels.mail_headers import one_click_address, one_click_headers, one_line
from omnicontent.channels.mails import mail_blocks, mail_html, mail_text
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.sheets import (
    Sheet,
    key_message_pieces,
    sheet_of,
    shorter_sheets,
    text_sides,
)
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import headline_piece
from omnicontent.message.facts import FACT_KINDS
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
RFC5322 = "https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1"
INBOXES = "https://wordcounternow.com/blog/email-marketing-character-limits.html"
PICTURES = "https://www.picovert.com/en/blog/compress-image-for-email-newsletter"
CLIPPING = "https://github.com/hteumeuleu/email-bugs/issues/41"
BUTTONS = "https://way2mail.net/about/index/character-limitations"
ALTS = (
    "https://reviewmyemails.com/emailalmanac/content-and-creative/email-accessibility-a11y/"
    "how-to-write-accessible-alt-text"
)
HTML_BYTES = Limit(
    maximum=100 * 1024,
    unit=Unit.UTF8_BYTES,
    source=CLIPPING,
    checked=CHECKED,
    note="Gmail cuts at 99 to 105 KB by test; no official page.",
)
NEARLY_CUT_BYTES = 90 * 1024
"""From here on the publisher's own additions may bring a mail over the edge."""
shown = partial(Limit, unit=Unit.CHARACTERS, checked=CHECKED, enforced=False)
PREHEADER_SHOWN = shown(maximum=90, source=INBOXES, note="Phones show 80 to 110.")
PICTURE_BYTES = Limit(
    maximum=200_000, unit=Unit.BYTES, source=PICTURES, checked=CHECKED, enforced=False
)


class EmailChannel(TextChannel):
    """A newsletter mail."""

    spec = ChannelSpec(
        slug="email",
        network="email",
        name="Email",
        media_type="application/json",
        parts=(
            Part(
                name="subject",
                label="subject",
                required=True,
                fit_to_advice=True,
                limits=(
                    Limit(
                        maximum=989,
                        unit=Unit.UTF8_BYTES,
                        source=RFC5322,
                        checked=CHECKED,
                        note="A line has at most 998 octets, with the name of the header.",
                    ),
                    shown(
                        maximum=50,
                        source=INBOXES,
                        note="Outlook shows 50, Gmail on a desktop 70, phones 40.",
                    ),
                ),
            ),
            Part(name="preheader", label="preheader", limits=(PREHEADER_SHOWN,)),
            Part(name="headline", label="headline", required=True),
            Part(name="lead", label="lead"),
            button_part(shown(maximum=40, source=BUTTONS)),
            alt_part(shown(maximum=125, source=ALTS)),
        ),
        images=(
            ImageSlot(
                name="hero", width_px=1200, height_px=600, required=False, limits=(PICTURE_BYTES,)
            ),
            ImageSlot(
                name="body",
                width_px=1072,
                height_px=714,
                source="body",
                required=False,
                limits=(PICTURE_BYTES,),
            ),
        ),
        must=frozenset(FACT_KINDS),
        docs=(
            "https://www.rfc-editor.org/rfc/rfc8058",
            "https://support.google.com/mail/answer/81126",
            "https://www.caniemail.com/",
        ),
    )
    medium = "email"

    @override
    def adapt(self, story: Story) -> Content:
        content = super().adapt(story)
        for sheet, lost in shorter_sheets(Sheet.model_validate(content.data["sheet"])):
            data: dict[str, object] = {"sheet": sheet.model_dump(), "shortened": bool(lost)}
            dropped = (*content.dropped, *lost)
            shorter = content.model_copy(update={"data": data, "dropped": dropped})
            if len(_html(shorter).encode()) <= HTML_BYTES.maximum:
                return shorter
        raise AdaptationError(
            "The mail is too long even without its body: Gmail cuts it. Shorten the summary.",
            slug=self.spec.slug,
            field="summary",
        )

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name in ("subject", "headline"):
            return [headline_piece(story, must=True)]
        room = PREHEADER_SHOWN.maximum if part.name == "preheader" else None
        return key_message_pieces(story, room)

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"sheet": sheet_of(story, self.link(story)).model_dump()}

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [
            *super().validate(content, story),
            *_check_headers(content),
            *_check_size(content),
            *_check_sender(story),
        ]

    @override
    def render(self, content: Content) -> Rendered:
        sheet = Sheet.model_validate(content.data["sheet"])
        return json_payload(
            {
                "from_name": one_line(sheet.brand.name),
                "subject": one_line(content.parts["subject"]),
                "preheader": one_line(content.parts["preheader"]),
                "html": _html(content),
                "text": mail_text(
                    "channels_out/email/mail.txt", _context(content), content.locale
                ),
                "headers": one_click_headers(sheet.brand.unsubscribe_url),
            }
        )

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Read the HTML as a reader sees it, not its source."""
        payload = json.loads(rendered.body)
        html = rendered.model_copy(
            update={"media_type": "text/html", "body": payload["html"].encode()}
        )
        texts = (payload["subject"], payload["preheader"], payload["text"])
        return "\n".join([*texts, super().visible_text(content, html)])


def _html(content: Content) -> str:
    return mail_html("channels_out/email/mail.mjml", _context(content), content.locale)


def _context(content: Content) -> dict[str, object]:
    sheet = Sheet.model_validate(content.data["sheet"])
    return {
        **dict(sheet),
        **content.parts,
        **palette(sheet.brand.color),
        **text_sides(content.locale),
        "verb": content.parts["button"] or sheet.verb,
        "lang": content.locale,
        "hero": next(iter(content.media_in("hero")), None),
        "blocks": mail_blocks(sheet, content.media_in("body"), "channels_out/email/blocks"),
        "shortened": content.data["shortened"],
        "offer_said": not (sheet.facts or sheet.action)
        or any(block["type"] == "offer" for block in sheet.blocks),
        "unsubscribe": one_click_address(sheet.brand.unsubscribe_url),
    }


def _check_headers(content: Content) -> Iterator[Issue]:
    for part in ("subject", "preheader"):
        if len(content.parts[part].strip().splitlines()) > 1:
            yield Issue(
                code="line_break",
                message=f"The {part} of a mail is one line: take the line break out.",
                part=part,
                field=f"overrides.email.{part}",
            )


def _check_size(content: Content) -> Iterator[Issue]:
    size = len(_html(content).encode())
    if size > NEARLY_CUT_BYTES:
        yield Issue(
            code="nearly_cut",
            message=f"The mail has {size // 1024} KB of HTML, and Gmail cuts at about 102: "
            "a longer address or signature may cost its end. Shorten the body.",
            severity="warning",
            field="body",
        )


def _check_sender(story: Story) -> Iterator[Issue]:
    if not one_click_address(story.brand.unsubscribe_url):
        yield Issue(
            code="missing_unsubscribe",
            message="A newsletter needs an https address where readers unsubscribe: "
            "set it in the brand.",
            severity="warning",
            field="brand.unsubscribe_url",
        )
    if not story.brand.postal_address.strip():
        yield Issue(
            code="missing_postal_address",
            message="A newsletter needs the sender's postal address: set it in the brand.",
            severity="warning",
            field="brand.postal_address",
        )


channel = EmailChannel()
