"""Django's entry to the glue: system checks of the whole."""

from typing import override

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Registers the service's own commands and checks."""

    name = "omnicontent.config"
    label = "omnicontent_config"

    @override
    def ready(self) -> None:
        from omnicontent.config import (  # noqa: F401 - importing them registers the checks
            channel_checks,
            checks,
            fact_checks,
        )
