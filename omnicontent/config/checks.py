"""System checks of the whole: a channel that can't be loaded shows in ``manage.py check``."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from omnicontent.channels.registry import failures

CHANNELS_TAG = "channels"


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
