"""System checks of the channels: what is broken, what leads nowhere, what may have grown old.

``manage.py check --tag channels`` prints them, and the admin's report of channels shows them.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Warning, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import timezone

from omnicontent.channels.channel import Channel
from omnicontent.channels.registry import all_channels, failures
from omnicontent.channels.spec import ChannelSpec
from omnicontent.config.channel_matrix import say_limit

CHANNELS_TAG = "channels"
OLD = datetime.timedelta(days=365)
"""Platforms change their limits without a word: after a year somebody reads their pages again."""


@register(CHANNELS_TAG)
def check_modules(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return one error for every channel module that broke while it was loaded."""
    return [
        Error(
            f"The channel module {name} can't be used: {type(error).__name__}: {error}",
            hint="Mend or uninstall it; all other channels work meanwhile.",
            id="omnicontent.E001",
        )
        for name, error in failures().items()
    ]


@register(CHANNELS_TAG)
def check_fallbacks(
    app_configs: Sequence[AppConfig] | None, **kwargs: object
) -> list[CheckMessage]:
    """Return one error for every fallback that leads nowhere, or in a circle."""
    specs = {slug: channel.spec for slug, channel in all_channels().items()}
    return [
        Error(
            fault,
            hint="Let the spec's fallback name an installed channel that leads on to an end.",
            id="omnicontent.E002",
        )
        for fault in fallback_faults(specs)
    ]


@register(CHANNELS_TAG)
def check_previews(
    app_configs: Sequence[AppConfig] | None, **kwargs: object
) -> list[CheckMessage]:
    """Return one warning for every preview template that is there and can't be read."""
    return [
        Warning(
            f'The preview of the channel "{slug}" can\'t be drawn: {fault}',
            hint="Mend its template; what is delivered does not depend on it.",
            id="omnicontent.W003",
        )
        for slug, channel in all_channels().items()
        if (fault := _template_fault(channel))
    ]


@register(CHANNELS_TAG)
def check_age(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return one warning for every channel with a limit that nobody checked for a year."""
    specs = [channel.spec for channel in all_channels().values()]
    return list(age_warnings(specs, timezone.localdate()))


def fallback_faults(specs: Mapping[str, ChannelSpec]) -> Iterator[str]:
    """Yield in words each fallback that names no channel, and each circle once."""
    told: set[str] = set()
    for slug, spec in sorted(specs.items()):
        if spec.fallback and spec.fallback not in specs:
            yield f'The channel "{slug}" falls back to "{spec.fallback}", which is not installed.'
        circle = _circle_from(slug, specs)
        if circle and not told.intersection(circle):
            told.update(circle)
            yield f"These channels fall back in a circle: {' → '.join([*circle, slug])}."


def age_warnings(specs: Iterable[ChannelSpec], today: datetime.date) -> Iterator[CheckMessage]:
    """Yield a warning for each channel whose eldest limit is older than a year today."""
    for spec in specs:
        eldest = min(spec.limits(), key=lambda limit: limit.checked, default=None)
        if eldest and eldest.checked < today - OLD:
            yield Warning(
                f'A limit of the channel "{spec.slug}" was last checked on {eldest.checked}: '
                f"{say_limit(eldest)}, from {eldest.source}",
                hint="Read the platform's pages again, mend what has changed, and set the "
                "`checked` dates of its limits to that day.",
                id="omnicontent.W002",
            )


def _circle_from(slug: str, specs: Mapping[str, ChannelSpec]) -> list[str]:
    """Return the circle of fallbacks through ``slug``, or nothing where there is none."""
    path = [slug]
    while (following := specs[path[-1]].fallback) in specs and following not in path:
        path.append(following)
    return path if following == slug else []


def _template_fault(channel: Channel) -> str:
    """Return what keeps the channel's own template from being read; without one there is none."""
    try:
        name = channel.preview_template()
        get_template(name)
    except TemplateDoesNotExist:
        return ""
    except Exception as error:  # noqa: BLE001 - a plug-in's template may raise anything
        return f"{type(error).__name__}: {error}"
    return ""
