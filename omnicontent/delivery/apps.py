"""Django's entry to the package."""

from typing import override

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """Registers the package with Django."""

    name = "omnicontent.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"

    @override
    def ready(self) -> None:
        from omnicontent.delivery import checks, receivers  # noqa: F401
