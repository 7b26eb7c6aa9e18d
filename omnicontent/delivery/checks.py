"""Faults of configuration that would leak a token, as Django system checks."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.security, deploy=True)
def check_tokens_travel_encrypted(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Warn where publishers would send their tokens over plain HTTP."""
    address: str = settings.WAGTAILADMIN_BASE_URL
    if address.startswith("https://"):
        return []
    return [
        Warning(
            f"Publishers are told to call {address}, so their tokens travel unencrypted.",
            hint="Set BASE_URL to the service's https:// address.",
            id="delivery.W001",
        )
    ]
