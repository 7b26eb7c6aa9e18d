"""Django's entry to the package."""

from typing import override

from django.apps import AppConfig
from django.conf import settings


class StoriesConfig(AppConfig):
    """Registers the package with Django."""

    name = "omnicontent.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"

    @override
    def ready(self) -> None:
        from omnicontent.media.words.fonts import use_folder

        use_folder(settings.BRAND_FONTS_DIR)
