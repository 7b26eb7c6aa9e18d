"""System checks of the whole: protections that are missing on this machine."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Warning, register

from omnicontent.media.films import sandbox

MEDIA_TAG = "media"


@register(MEDIA_TAG, deploy=True)
def check_sandbox(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return one warning for every protection that film decoders lack on this machine."""
    return [
        Warning(gap, hint="On Debian: apt install bubblewrap util-linux.", id="omnicontent.W001")
        for gap in sandbox.gaps()
    ]
