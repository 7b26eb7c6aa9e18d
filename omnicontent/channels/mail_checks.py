"""What a newsletter mail must have, whoever sends it: one-line headers, a sender, a way out.

https://www.rfc-editor.org/rfc/rfc5322#section-2.2, https://www.rfc-editor.org/rfc/rfc8058;
laws on advertising ask for the sender's postal address.
"""

from collections.abc import Iterator

from omnicontent.channels.content import Content, Issue
from omnicontent.channels.issues import words_issue
from omnicontent.channels.mail_headers import one_click_address
from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Brand
from omnicontent.phrases import phrase as _


def check_headers(spec: ChannelSpec, content: Content, *parts: str) -> Iterator[Issue]:
    """Yield line breaks in parts that become headers, or are shown beside one."""
    for part in parts:
        if len(content.parts[part].strip().splitlines()) > 1:
            words = spec.part(part).spoken
            message = _("The %(part)s of a mail is one line: take the line break out.", part=words)
            yield words_issue(spec, part, "line_break", message)


def check_sender(brand: Brand) -> Iterator[Issue]:
    """Yield warnings about what a brand lacks to send newsletters."""
    if not one_click_address(brand.unsubscribe_url):
        yield Issue.of(
            "missing_unsubscribe",
            _(
                "A newsletter needs an https address where readers unsubscribe: "
                "set it in the brand."
            ),
            severity="warning",
            field="brand.unsubscribe_url",
        )
    if not brand.postal_address.strip():
        yield Issue.of(
            "missing_postal_address",
            _("A newsletter needs the sender's postal address: set it in the brand."),
            severity="warning",
            field="brand.postal_address",
        )
