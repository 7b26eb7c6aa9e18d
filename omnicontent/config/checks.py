"""System checks of the whole: protections that are missing on this machine."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Warning, register
from PIL import features

from omnicontent.media.films import sandbox

MEDIA_TAG = "media"
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
