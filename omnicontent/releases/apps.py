"""Django's entry to the package."""

from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    """Registers the package with Django."""

    name = "omnicontent.releases"
    label = "releases"
    default_auto_field = "django.db.models.BigAutoField"
