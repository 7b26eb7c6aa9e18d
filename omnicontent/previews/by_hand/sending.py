"""A test of a mail, sent to whoever asks for it and to nobody else.

What is looked at must be what readers get: subject, words and headers are those of the payload. So
"[Test]" stands in no subject; the header ``X-OmniContent-Test`` names release and digest instead.
The headers that offer to unsubscribe stay, too. Their address is the brand's: it was written
before there was any reader, names none, and so a click can unsubscribe nobody.
"""

import logging
import smtplib
import ssl
import time
from email.headerregistry import Address
from email.utils import parseaddr
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives, mailers
from django.utils.translation import gettext as _

from omnicontent.channels.mail_messages import MailMessage
from omnicontent.previews.errors import NotSentError
from omnicontent.releases.models import Variant

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)
MARK = "X-OmniContent-Test"
PER_MINUTE = 10
OURS = frozenset(
    {
        *("from", "sender", "to", "cc", "bcc", "reply-to", "subject", "date", "message-id"),
        MARK.lower(),
    }
)
"""Headers that no payload sets in a test: it could not say whom it is from or goes to."""


def send_test(message: EmailMultiAlternatives, user: "User") -> None:
    """Send a message of :func:`message_of`, at most :data:`PER_MINUTE` in a minute for a user.

    :raises NotSentError: too many, or the mail server did not take it, in words for the user.
    """
    _count(user)
    try:
        _send(message)
    except OSError as error:  # smtplib's own errors are some, too
        logger.exception("The mail server did not take a test: %s", message.extra_headers[MARK])
        raise NotSentError(_say(error)) from error


def is_printed() -> bool:
    """Tell whether mails go to nobody, but into the output of the server that sends them."""
    return str(settings.MAILERS["default"]["BACKEND"]).endswith("console.EmailBackend")


def message_of(mail: MailMessage, variant: Variant, user: "User") -> EmailMultiAlternatives:
    """Return the mail as the payload says it, from the service to the user's own address.

    :raises ValueError: the payload has a header that no mail can have.
    """
    headers = {name: text for name, text in mail.headers.items() if name.lower() not in OURS}
    mark = f"release={variant.release.number}; sha-256={variant.digest}"
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        from_email=str(Address(mail.from_name, addr_spec=sender())),
        to=[user.email],
        headers={**headers, MARK: mark},
    )
    message.attach_alternative(mail.html, "text/html")
    message.message()  # written down once here, where a faulty header is the channel's fault
    return message


def sender() -> str:
    """Return the address that the service sends from."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def _send(message: EmailMultiAlternatives) -> None:
    mailer = mailers.default
    try:
        mailer.send_messages([message])
    finally:
        mailer.close()  # one that failed half-way would keep its connection


def _count(user: "User") -> None:
    """Count a test. A failed one counts as well: it may have kept the mail server busy."""
    key = f"test-mails:{user.pk}:{int(time.time() // 60)}"
    cache.add(key, 0, timeout=120)
    if cache.incr(key) > PER_MINUTE:
        words = _("That is more than %(n)s tests within a minute. Wait a little.")
        raise NotSentError(words % {"n": PER_MINUTE})


def _say(error: OSError) -> str:
    """Say what went wrong and who mends it."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return _(
                "The mail server does not accept the user name and password of this service. "
                "Whoever runs it sets them: SMTP_USER and SMTP_PASSWORD."
            )
        case smtplib.SMTPRecipientsRefused():
            return _("The mail server refuses your address. Look at it in your account.")
        case smtplib.SMTPSenderRefused():
            words = _(
                "The mail server lets nobody send from %(sender)s. Whoever runs this service "
                "sets another address: MAIL_FROM."
            )
            return words % {"sender": sender()}
        case smtplib.SMTPDataError():
            return _("The mail server refuses this mail: %(answer)s") % {"answer": _answer(error)}
        case ssl.SSLError() | smtplib.SMTPNotSupportedError():
            return _(
                "This service and the mail server agree on no encryption or login. Whoever runs "
                "it looks at SMTP_TLS, SMTP_SSL and SMTP_PORT."
            )
        case ConnectionRefusedError():
            return _(
                "The mail server refuses to be spoken to. Whoever runs this service looks at "
                "SMTP_HOST and SMTP_PORT."
            )
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return _("The mail server does not answer. Try again later.")
    return _("The mail was not sent (%(fault)s). The log of this service says more.") % {
        "fault": error
    }


def _answer(error: smtplib.SMTPResponseException) -> str:
    said = error.smtp_error
    return said.decode(errors="replace") if isinstance(said, bytes) else said
