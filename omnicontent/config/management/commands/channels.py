"""``manage.py channels``: every installed channel with its parts, media, facts and limits."""

import dataclasses
import datetime
import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any, override

from django.core.management.base import CommandError

from omnicontent.channels.registry import all_channels, built_in_channels, failures
from omnicontent.channels.spec import ChannelSpec, Limit
from omnicontent.config.channel_matrix import channel_matrix
from omnicontent.config.management.scripts import ScriptCommand
from omnicontent.media.geometry import Box
from omnicontent.text.units import Unit

SOME_BROKEN = 1


class Command(ScriptCommand):
    """Lists the installed channels."""

    help = "List the installed channels with all their limits, as a table, as JSON or as a page."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="all specs as JSON")
        form.add_argument(
            "--markdown",
            action="store_true",
            help="the page docs/reference/channels.md, which holds the built-in channels",
        )

    @override
    def handle(self, *args: object, **options: Any) -> None:
        specs = [channel.spec for channel in all_channels().values()]
        if options["json"]:
            document = {"channels": [spec_document(spec) for spec in specs]}
            self.stdout.write(json.dumps(document, ensure_ascii=False, indent=2))
        elif options["markdown"]:
            built_in = (channel.spec for channel in built_in_channels().values())
            self.stdout.write(channel_matrix(built_in), ending="")
        else:
            self.stdout.write("\n".join(line for spec in specs for line in _lines(spec)))
        if failures():
            broken = "; ".join(f"{name}: {error}" for name, error in failures().items())
            raise CommandError(f"some can't be used: {broken}", returncode=SOME_BROKEN)


def spec_document(spec: ChannelSpec) -> dict[str, object]:
    """Return a spec as JSON-able values: sets sorted, dates as ``2026-11-22``."""
    return {name: _plain(value) for name, value in dataclasses.asdict(spec).items()}


def _plain(value: object) -> object:
    match value:
        case frozenset():
            return sorted(value)
        case datetime.date():
            return value.isoformat()
        case Box():
            return value.model_dump()
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
    return value


def _lines(spec: ChannelSpec) -> Iterator[str]:
    must = ", ".join(sorted(spec.must)).replace("_", " ") or "no facts"
    yield f"{spec.slug:<18}{spec.name}: must say {must}"
    if spec.forms:
        yield f"{'':<18}{'forms':<32}{', '.join(spec.forms)}"
    if spec.fallback:
        yield f"{'':<18}{'falls back to':<32}{spec.fallback}"
    for part in spec.parts:
        inside = f" (in {part.inside})" if part.inside else ""
        yield _line(f"{part.name}{inside}", part.limits)
    if spec.payload_limits:
        yield _line("payload", spec.payload_limits)
    for image in spec.images:
        yield _line(
            f"{image.name} {image.width_px}x{image.height_px} {image.format}", image.limits
        )
    for video in spec.videos:
        size = f"{video.width_px}x{video.height_px}"
        yield _line(f"{video.name} {size} mp4, {video.seconds_max:g} s", video.limits)


def _line(name: str, limits: tuple[Limit, ...]) -> str:
    return f"{'':<18}{name:<32}{', '.join(_say(limit) for limit in limits)}".rstrip()


def _say(limit: Limit) -> str:
    unit = limit.items if limit.unit is Unit.ITEMS else limit.unit.replace("_", " ")
    return f"{limit.maximum:,.0f} {unit}{'' if limit.enforced else ' (advice)'}"
