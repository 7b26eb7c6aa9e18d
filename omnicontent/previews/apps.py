"""Django's entry to the package."""

from django.apps import AppConfig


class PreviewsConfig(AppConfig):
    """Registers the package with Django."""

    name = "omnicontent.previews"
    label = "previews"
    default_auto_field = "django.db.models.BigAutoField"
