"""Django's entry to the glue: system checks of the whole."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Registers the service's own commands and checks."""

    name = "omnicontent.config"
    label = "omnicontent_config"
