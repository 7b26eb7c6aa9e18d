"""Django's entry to the package."""

from typing import override

from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    """Registers the package with Django."""

    name = "omnicontent.releases"
    label = "releases"
    default_auto_field = "django.db.models.BigAutoField"

    @override
    def ready(self) -> None:
        from omnicontent.releases import checks, receivers  # noqa: F401
