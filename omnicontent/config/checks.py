"""System checks of the whole: protections that are missing on this machine."""

from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from PIL import features

from omnicontent.media.films import sandbox

MEDIA_TAG = "media"
MAIL_TAG = "mail"
MAIL_BOTH, MAIL_SENDER = "omnicontent.E004", "omnicontent.E005"
FEATURES = {
    "raqm": "Pictures have words without shaping: Arabic and Indic scripts come out wrong.",
    "webp": "Pillow can't write WebP.",
    "avif": "Pillow can't write AVIF.",
}


@register(MEDIA_TAG)
def check_pillow(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return a warning for everything that this machine's Pillow was built without."""
    hint = "Install Pillow's wheel from requirements.lock: make bootstrap."
    return [
        Warning(message, hint=hint, id="omnicontent.W004")
        for name, message in FEATURES.items()
        if not features.check(name)
    ]


@register(MEDIA_TAG, deploy=True)
def check_sandbox(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return one warning for every protection that film decoders lack on this machine."""
    return [
        Warning(gap, hint="On Debian: apt install bubblewrap util-linux.", id="omnicontent.W001")
        for gap in sandbox.gaps()
    ]


@register(MAIL_TAG)
def check_mail(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return what keeps mails from ever being sent."""
    mailer: dict[str, Any] = dict(settings.MAILERS["default"])
    options = mailer.get("OPTIONS", {})
    faults: list[CheckMessage] = []
    if options.get("use_tls") and options.get("use_ssl"):
        hint = "Set one of them: SMTP_SSL for port 465, SMTP_TLS for the others."
        faults.append(Error("SMTP_TLS and SMTP_SSL are both set.", hint=hint, id=MAIL_BOTH))
    if "@" not in parseaddr(settings.DEFAULT_FROM_EMAIL)[1]:
        hint = "Set an address such as news@example.org."
        faults.append(Error("MAIL_FROM is no mail address.", hint=hint, id=MAIL_SENDER))
    return faults
