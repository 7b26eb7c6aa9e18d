"""Django's entry to the package."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """Registers the package with Django."""

    name = "omnicontent.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"
