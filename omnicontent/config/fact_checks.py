"""System checks of the kinds of facts that packages bring: ``manage.py check --tag facts``."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from omnicontent.message.kinds.plug_ins import failures

FACTS_TAG = "facts"


@register(FACTS_TAG)
def check_kinds(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return one error for every kind of fact that broke while it was loaded."""
    return [
        Error(
            f"The kind of fact {name} can't be used: {type(error).__name__}: {error}",
            hint="Mend or uninstall it; all other facts hold meanwhile.",
            id="omnicontent.E003",
        )
        for name, error in failures().items()
    ]
