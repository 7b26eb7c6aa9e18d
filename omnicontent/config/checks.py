"""System checks of the whole: channels that can't be loaded, protections that are missing."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Warning, register

from omnicontent.channels.registry import failures
from omnicontent.media import sandbox

CHANNELS_TAG = "channels"
MEDIA_TAG = "media"


@register(CHANNELS_TAG)
def check_channels(
    app_configs: Sequence[AppConfig] | None, **kwargs: object
) -> list[CheckMessage]:
    """Return one error for every channel module that broke while it was loaded."""
    return [
        Error(
            f"The channel module {name} can't be used: {type(error).__name__}: {error}",
            hint="Mend or uninstall it; all other channels work meanwhile.",
            id="omnicontent.E001",
        )
        for name, error in failures().items()
    ]


@register(MEDIA_TAG, deploy=True)
def check_sandbox(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return one warning for every protection that film decoders lack on this machine."""
    return [
        Warning(gap, hint="On Debian: apt install bubblewrap util-linux.", id="omnicontent.W001")
        for gap in sandbox.gaps()
    ]
