"""Rendering templates for channels: the one place in the pure packages that knows Django."""

from collections.abc import Mapping

from django.template.loader import get_template
from django.utils import timezone, translation


def render_template(name: str, context: Mapping[str, object], locale: str) -> str:
    """Return the template in the story's language, the same bytes whoever asks.

    The active language and time zone of a request must not reach a payload.
    """
    with translation.override(locale), timezone.override("UTC"):
        return str(get_template(name).render(dict(context)))
