"""Django's entry to the package."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """Registers the package with Django."""

    name = "omnicontent.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
