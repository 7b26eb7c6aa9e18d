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
from typing import override

from omnicontent.channels.common_parts import alt_part, button_part
from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.families import JsonChannel
from omnicontent.channels.mail_checks import check_headers, check_sender
from omnicontent.channels.mail_headers import one_click_headers, one_line
from omnicontent.channels.mail_messages import MailMessage
from omnicontent.channels.mails import mail_context, mail_html, mail_text
from omnicontent.channels.sheets import (
    Sheet,
    key_message_pieces,
    longest_sheet,
    lost_words,
    sheet_of,
)
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.wording import headline_piece
from omnicontent.message.facts import FACT_KINDS
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
RFC5322 = Source("https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1", CHECKED)
INBOXES = Source("https://wordcounternow.com/blog/email-marketing-character-limits.html", CHECKED)
PICTURES = Source("https://www.picovert.com/en/blog/compress-image-for-email-newsletter", CHECKED)
CLIPPING = Source("https://github.com/hteumeuleu/email-bugs/issues/41", CHECKED)
BUTTONS = Source("https://way2mail.net/about/index/character-limitations", CHECKED)
ALTS = Source(
    "https://reviewmyemails.com/emailalmanac/content-and-creative/email-accessibility-a11y/"
    "how-to-write-accessible-alt-text",
    CHECKED,
)
SUBJECT = (
    RFC5322.limit(
        989, Unit.UTF8_BYTES, note="A line has at most 998 octets, with the name of the header."
    ),
    INBOXES.advice(
        50, Unit.CHARACTERS, note="Outlook shows 50, Gmail on a desktop 70, phones 40."
    ),
)
PREHEADER = INBOXES.advice(90, Unit.CHARACTERS, note="Phones show 80 to 110.")
PICTURE = PICTURES.advice(200_000, Unit.BYTES)
HTML = CLIPPING.limit(
    100 * 1024, Unit.UTF8_BYTES, note="Gmail cuts at 99 to 105 KB by test; no official page."
)
NEARLY_CUT_BYTES = 90 * 1024
"""From here on the publisher's own additions may bring a mail over the edge."""


class EmailChannel(JsonChannel):
    """A newsletter mail."""

    spec = ChannelSpec(
        slug="email",
        network="email",
        name="Email",
        parts=(
            Part(
                name="subject",
                label="subject",
                required=True,
                fit_to_advice=True,
                limits=SUBJECT,
            ),
            Part(name="preheader", label="preheader", limits=(PREHEADER,)),
            Part(name="headline", label="headline", required=True),
            Part(name="lead", label="lead"),
            button_part(BUTTONS.advice(40, Unit.CHARACTERS)),
            alt_part(ALTS.advice(125, Unit.CHARACTERS)),
        ),
        images=(
            picture(1200, 600, PICTURE, name="hero", pad="brand"),
            picture(1072, 714, PICTURE, name="body", source="body", pad="brand"),
        ),
        must=frozenset(FACT_KINDS),
        read_at_once=True,
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
        whole = Sheet.model_validate(content.data["sheet"])
        sheet = longest_sheet(
            whole, lambda sheet: _size(_told(content, whole, sheet)) <= HTML.maximum
        )
        if sheet is None:
            raise AdaptationError(
                _(
                    "The mail is too long even without its body: Gmail cuts it. Shorten the "
                    "summary."
                ),
                slug=self.spec.slug,
                field="summary",
            )
        dropped = (*content.dropped, *lost_words(whole, sheet))
        return _told(content, whole, sheet).model_copy(update={"dropped": dropped})

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name in ("subject", "headline"):
            return [headline_piece(story, must=True)]
        room = PREHEADER.maximum if part.name == "preheader" else None
        return key_message_pieces(story, room)

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"sheet": sheet_of(story, self.link(story)).model_dump()}

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [
            *super().validate(content, story),
            *check_headers(self.spec, content, "subject", "preheader"),
            *_check_size(content),
            *check_sender(story.brand),
        ]

    @override
    def payload(self, content: Content) -> dict[str, object]:
        sheet = Sheet.model_validate(content.data["sheet"])
        text = mail_text("channels_out/email/mail.txt", _context(content), content.locale)
        return {
            "from_name": one_line(sheet.brand.name),
            "subject": one_line(content.parts["subject"]),
            "preheader": one_line(content.parts["preheader"]),
            "html": _html(content),
            "text": text,
            "headers": one_click_headers(sheet.brand.unsubscribe_url),
        }

    @override
    def mail(self, rendered: Rendered) -> MailMessage:
        return MailMessage.model_validate_json(rendered.body)

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Read the HTML as a reader sees it, not its source."""
        payload = json.loads(rendered.body)
        html = rendered.model_copy(
            update={"media_type": "text/html", "body": payload["html"].encode()}
        )
        texts = (payload["subject"], payload["preheader"], payload["text"])
        return "\n\n".join([*texts, super().visible_text(content, html)])


def _told(content: Content, whole: Sheet, sheet: Sheet) -> Content:
    """Return the content with ``sheet`` in place of the whole one."""
    data: dict[str, object] = {"sheet": sheet.model_dump(), "shortened": sheet != whole}
    return content.model_copy(update={"data": data})


def _size(content: Content) -> int:
    return len(_html(content).encode())


def _html(content: Content) -> str:
    return mail_html("channels_out/email/mail.mjml", _context(content), content.locale)


def _context(content: Content) -> dict[str, object]:
    sheet = Sheet.model_validate(content.data["sheet"])
    shortened = content.data["shortened"]
    return mail_context(content, sheet, "channels_out/email/blocks") | {"shortened": shortened}


def _check_size(content: Content) -> Iterator[Issue]:
    size = _size(content)
    if size > NEARLY_CUT_BYTES:
        yield Issue.of(
            "nearly_cut",
            _(
                "The mail has %(size)s KB of HTML, and Gmail cuts at about 102: a longer address "
                "or signature may cost its end. Shorten the body.",
                size=size // 1024,
            ),
            severity="warning",
            field="body",
        )


channel = EmailChannel()
