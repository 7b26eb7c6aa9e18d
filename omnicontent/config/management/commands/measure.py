"""``manage.py measure CHANNEL [PART] < text``: how long a text is where it goes, as JSON."""

import difflib
import json
from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, override

from django.core.management.base import CommandError

from omnicontent.channels.channel import Channel
from omnicontent.channels.counting import PAYLOAD, Count, is_countable, measure_part
from omnicontent.channels.errors import UnknownChannelError
from omnicontent.channels.registry import get_channel
from omnicontent.channels.spec import Limit, Part
from omnicontent.config.management.scripts import ScriptCommand
from omnicontent.config.management.standard_input import read_text, stdin
from omnicontent.text.lengths import Length, measure
from omnicontent.text.sms import offer_gsm
from omnicontent.text.units import Unit

ALT = "alt"
"""Stands for the alt text of a channel's first picture that limits it, where it is no part."""
BAD_LINES, WRONG_CALL = 1, 2  # exit status


class Command(ScriptCommand):
    """Measures standard input as a channel's platform does."""

    help = "Say how long a text from standard input is on a channel, as JSON on standard output."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("channel", help="slug of the channel, such as x or sms")
        parser.add_argument(
            "part", nargs="?", help="part of the channel, or alt; the first part if left out"
        )
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help="read one JSON string a line, write one result a line",
        )

    @override
    def handle(self, *args: object, **options: Any) -> None:
        channel = _channel(options["channel"])
        part = _part(channel, options["part"])
        if options["jsonl"]:
            self._measure_lines(channel, part)
        else:
            self._write(_result(channel, part, read_text()))

    def _measure_lines(self, channel: Channel, part: Part) -> None:
        """Answer every line by one line; a bad one by its error, so that lines stay aligned."""
        bad = 0
        for number, line in enumerate(stdin(), start=1):
            try:
                answer = _result(channel, part, _parse_line(line))
            except ValueError as error:
                bad += 1
                self.stderr.write(f"line {number}: {error}")
                answer = {"error": str(error)}
            self._write(answer)
        if bad:
            lines = "line" if bad == 1 else "lines"
            raise CommandError(f"{bad} {lines} could not be measured", returncode=BAD_LINES)

    def _write(self, answer: dict[str, object]) -> None:
        self.stdout.write(json.dumps(answer))
        self.stdout.flush()


def _channel(slug: str) -> Channel:
    try:
        return get_channel(slug)
    except UnknownChannelError as error:
        raise CommandError(str(error), returncode=WRONG_CALL) from error


def _part(channel: Channel, name: str | None) -> Part:
    """Return the part to measure with its text limits, those that are enforced first."""
    spec = channel.spec
    parts = {part.name: part for part in spec.parts}
    if spec.payload_limits:
        parts[PAYLOAD.name] = replace(PAYLOAD, limits=spec.payload_limits)
    alt_limits = [slot.alt_limit for slot in spec.images if slot.alt_limit]
    if alt_limits:
        parts.setdefault(ALT, Part(name=ALT, label="alt text", limits=(alt_limits[0],)))
    name = name or next(iter(parts), "")
    if name not in parts:
        raise CommandError(_unknown_part(channel, name, parts), returncode=WRONG_CALL)
    part = parts[name]
    countable = (limit for limit in part.limits if is_countable(limit.unit))
    return replace(part, limits=tuple(sorted(countable, key=_rank)))


def _rank(limit: Limit) -> tuple[bool, bool]:
    """Put what the platform enforces first, and what holds only beside media last: we see none."""
    return not limit.enforced, bool(limit.beside_media)


def _unknown_part(channel: Channel, name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = difflib.get_close_matches(name, names)
    if near:
        return f'{channel.spec.slug} has no part "{name}"; did you mean {" or ".join(near)}?'
    return f'{channel.spec.slug} has no part "{name}"; it has {", ".join(names) or "no texts"}'


def _result(channel: Channel, part: Part, text: str) -> dict[str, object]:
    """Return the answer: the first limit's count, and all of them where there are several."""
    counts = [Count(part, limit, _measure(channel, part, text, limit)) for limit in part.limits]
    if not counts:
        length = measure(channel.counted(part.name, text), Unit.CHARACTERS)
        return {"count": length.count, "limit": None, "unit": length.unit.value, "fits": True}
    first = counts[0]
    answer = _entry(first)
    decisive = [one for one in counts if one.limit.enforced and not one.limit.beside_media]
    answer["fits"] = all(one.fits for one in decisive)
    if not first.limit.enforced:
        answer["enforced"] = False
    for count in counts:
        answer |= _cost(count.length, text)
    if len(counts) > 1:
        answer["limits"] = [_entry(one) | {"enforced": one.limit.enforced} for one in counts]
    return answer


def _measure(channel: Channel, part: Part, text: str, limit: Limit) -> Length:
    if any(known.name == part.name for known in channel.spec.parts):
        return measure_part(channel, part.name, text, limit)
    return measure(text, limit.unit)


def _entry(count: Count) -> dict[str, object]:
    limit, length = count.limit, count.length
    maximum = int(limit.maximum) if limit.maximum == int(limit.maximum) else limit.maximum
    counted: dict[str, object] = {"items": limit.items} if limit.unit is Unit.ITEMS else {}
    counted |= {} if limit.beside_media is None else {"beside_media": limit.beside_media}
    return {
        "count": length.count,
        "limit": maximum,
        "unit": length.unit.value,
        "fits": count.fits,
        **counted,
    }


def _cost(length: Length, text: str) -> dict[str, object]:
    """Return what an SMS costs, and what makes it cost double; nothing of other texts."""
    if length.encoding is None:
        return {}
    cost: dict[str, object] = {"segments": length.segments, "encoding": length.encoding}
    if length.forced_by and (offer := offer_gsm(text)):
        cost |= {"forced_by": list(length.forced_by), "replacements": offer.replaced}
    return cost


def _parse_line(line: bytes) -> str:
    """Return the JSON string in ``line``; its escapes may make lone surrogates.

    :raises ValueError: the line holds anything else.
    """
    try:
        text = json.loads(line)
    except RecursionError as error:
        raise ValueError("a JSON string is wanted, not a deep array") from error
    except ValueError as error:
        raise ValueError(f"a JSON string is wanted: {error}") from error
    if not isinstance(text, str):
        raise ValueError(f"a JSON string is wanted, not {type(text).__name__}")  # noqa: TRY004
    return text
