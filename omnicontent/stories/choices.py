"""Choice lists that are asked for when a form is drawn, so that no migration holds them."""

from functools import cache
from zoneinfo import available_timezones

from babel.numbers import get_currency_name, list_currencies
from django.conf import settings
from django.utils.dates import WEEKDAYS as DAYS
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from omnicontent.channels.channel import Channel
from omnicontent.channels.registry import all_channels
from omnicontent.message.kinds.plug_ins import plug_in_kinds
from omnicontent.message.models import WEEKDAYS
from omnicontent.stories.wording import channel_label, fact_kind_label, form_label, part_label

COMMON_CURRENCIES = ("EUR", "USD", "GBP", "CHF")


def default_time_zone() -> str:
    """Return the service's time zone, the first proposal for a new campaign."""
    return settings.TIME_ZONE


def installed_channels() -> list[Channel]:
    """Return the installed channels by name, so that those of one network stand together."""
    return sorted(all_channels().values(), key=lambda channel: channel.spec.name.casefold())


def channel_choices() -> list[tuple[str, str]]:
    """Return slug and name of every installed channel."""
    return [(channel.spec.slug, channel_label(channel.spec)) for channel in installed_channels()]


def formed_channel_choices() -> list[tuple[str, str]]:
    """Return slug and name of every installed channel that has forms to choose from."""
    formed = [channel for channel in installed_channels() if channel.spec.forms]
    return [(channel.spec.slug, channel_label(channel.spec)) for channel in formed]


def part_choices() -> list[tuple[str, str]]:
    """Return every part that an editor may word, with the channels that have it."""
    labels: dict[str, str] = {}
    places: dict[str, list[str]] = {}
    for channel in installed_channels():
        for part in channel.spec.parts:
            if part.overridable:
                labels.setdefault(part.name, part_label(part))
                places.setdefault(part.name, []).append(channel_label(channel.spec))
    return [(name, f"{label} ({', '.join(places[name])})") for name, label in labels.items()]


def parts_by_channel() -> dict[str, dict[str, str]]:
    """Return for each channel the parts that an editor may word, as the channel calls them."""
    return {
        channel.spec.slug: {
            part.name: part_label(part) for part in channel.spec.parts if part.overridable
        }
        for channel in installed_channels()
    }


def form_choices() -> list[tuple[str, str]]:
    """Return every form that an editor may ask for, with the channels that have it."""
    places: dict[str, list[str]] = {}
    for channel in installed_channels():
        for form in channel.spec.forms:
            places.setdefault(form, []).append(channel_label(channel.spec))
    return [(form, f"{form_label(form)} ({', '.join(names)})") for form, names in places.items()]


def currency_choices() -> list[tuple[str, str]]:
    """Return ISO 4217 codes with names in the editor's language, the common ones first."""
    return _currencies((get_language() or "en").split("-")[0])


@cache
def _currencies(language: str) -> list[tuple[str, str]]:
    codes = [*COMMON_CURRENCIES, *sorted(set(list_currencies(language)) - {*COMMON_CURRENCIES})]
    return [
        ("", "—"),
        *((code, f"{code} · {get_currency_name(code, locale=language)}") for code in codes),
    ]


@cache
def time_zone_choices() -> list[tuple[str, str]]:
    """Return the names of the IANA time zones."""
    return [(zone, zone.replace("_", " ")) for zone in sorted(available_timezones())]


OFFER_TYPES = [
    ("price", _("A price")),
    ("percent", _("A percentage off")),
    ("amount", _("An amount off")),
    ("free_item", _("Something free")),
    ("n_for_m", _("Several for the price of fewer")),
]


def weekday_choices() -> list[tuple[str, str]]:
    """Return the days of the week, in the editor's language."""
    return [(name, capfirst(str(DAYS[number]))) for number, name in enumerate(WEEKDAYS)]


def fact_kind_choices() -> list[tuple[str, str]]:
    """Return the kinds of facts that installed packages bring."""
    return [(name, fact_kind_label(kind)) for name, kind in sorted(plug_in_kinds().items())]


AI_ORIGINS = [
    ("", _("No, a person made it")),
    ("trainedAlgorithmicMedia", _("Yes, all of it")),
    ("compositeWithTrainedAlgorithmicMedia", _("In parts: edited with AI")),
]
"""By :data:`omnicontent.media.recipes.AiOrigin`."""
KEEP_KINDS = [
    ("face", _("Face")),
    ("product", _("Product")),
    ("logo", _("Logo")),
    ("text", _("Text")),
    ("subject", _("Something else")),
]
"""By :data:`omnicontent.media.marks.KeepKind`."""
