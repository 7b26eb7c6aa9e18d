"""Faults of configuration that would lose work or show nothing, as Django system checks."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from omnicontent.channels.registry import all_channels


@register()
def check_page_channel(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Warn that the public page's channel is not installed."""
    slug: str = settings.CAMPAIGN_PAGE_CHANNEL
    if slug in all_channels():
        return []
    return [
        Warning(
            f"No installed channel is called {slug!r}, so campaign pages would not be served.",
            hint=f"Set CAMPAIGN_PAGE_CHANNEL to one of: {', '.join(all_channels())}.",
            id="releases.W002",
        )
    ]


@register()
def check_lease(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Report a lease that ends before its heartbeat could renew it."""
    if settings.WORK_LEASE_SECONDS >= 2 * settings.WORK_HEARTBEAT_SECONDS:
        return []
    return [
        Error(
            "The lease on work ends before a late heartbeat could renew it.",
            hint="Set WORK_LEASE_SECONDS to at least twice WORK_HEARTBEAT_SECONDS.",
            id="releases.E002",
        )
    ]


@register()
def check_visibility(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn of a broker that sends messages anew while their work still runs."""
    options: dict[str, Any] = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    visible = options.get("visibility_timeout")
    if visible is None or visible >= 1.5 * settings.CELERY_TASK_TIME_LIMIT:
        return []
    return [
        Warning(
            "The broker's visibility_timeout is too short for the longest task.",
            hint="Make it at least 1.5 times CELERY_TASK_TIME_LIMIT.",
            id="releases.W001",
        )
    ]
