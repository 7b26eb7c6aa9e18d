"""The matrix of channels: what each takes, with source and date of every limit, as Markdown.

``manage.py channels --markdown`` prints it. It is the page docs/reference/channels.md, which so
says nothing that the specs do not.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.stories.wording import limit_unit_label

HEAD = """\
# Channels

<!-- Made by `manage.py channels --markdown`; a test compares it with the specs. -->

What each channel takes, must say and never says, from the specs in `channels_out/`. *Advice* is
what the platform does not enforce: it only recommends it, or folds or shortens on screen what is
longer. The *fold* of a part is how much is shown before "more". A part *in* another stands inside
that part's text and is counted there, too. Below the table stands every limit, with where the
platform says so and the day somebody last read it there.
"""
MATRIX_HEAD = (
    "Channel",
    "Parts",
    "Pictures",
    "Films",
    "Must say",
    "Never says",
    "Forms",
    "Falls back to",
    "Read",
)
LIMITS_HEAD = ("Of", "Limit", "Source", "Checked", "Note")


def channel_matrix(specs: Iterable[ChannelSpec]) -> str:
    """Return the page: a table of the channels, then each network with its limits."""
    by_network = sorted(specs, key=lambda spec: (spec.network, spec.slug))
    return "\n".join(
        [
            HEAD,
            *_table(MATRIX_HEAD, (_matrix_row(spec) for spec in by_network)),
            *(
                line
                for network, surfaces in groupby(by_network, key=lambda spec: spec.network)
                for line in _network(network, surfaces)
            ),
            "",
        ]
    )


def say_limit(limit: Limit) -> str:
    """Return a limit such as ``2,200 characters`` or ``3 to 60 seconds (advice)``."""
    span = f"{_number(limit.minimum)} to " if limit.minimum else ""
    unit = limit_unit_label(limit)
    unit = unit.removesuffix("s") if limit.maximum == 1 else unit
    notes = ", ".join(_conditions(limit))
    return f"{span}{_number(limit.maximum)} {unit}{f' ({notes})' if notes else ''}"


def _conditions(limit: Limit) -> Iterator[str]:
    if not limit.enforced:
        yield "advice"
    if limit.together:
        yield f"{' and '.join(limit.together)} together"
    if limit.beside_media is not None:
        yield "beside media" if limit.beside_media else "without media"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"


def _matrix_row(spec: ChannelSpec) -> Sequence[str]:
    payload = [f"payload: {_say_limits(spec.payload_limits)}"] if spec.payload_limits else []
    return (
        f"[{spec.name}](#{spec.network})<br>`{spec.slug}`",
        "<br>".join([*(_say_part(part) for part in spec.parts), *payload]),
        _pictures(spec.images),
        "<br>".join(dict.fromkeys(_film(slot) for slot in spec.videos)),
        _say_facts(spec.must),
        _say_facts(spec.never),
        ", ".join(spec.forms),
        f"`{spec.fallback}`" if spec.fallback else "",
        "once, when it goes out" if spec.read_at_once else "",
    )


def _say_part(part: Part) -> str:
    marks = [
        *(["required"] if part.required else []),
        *([f"in {part.inside}"] if part.inside else []),
        *(["not worded by editors"] if not part.overridable else []),
    ]
    mark = f" *({', '.join(marks)})*" if marks else ""
    limits = f": {_say_limits(part.limits)}" if part.limits else ""
    return f"{part.name}{mark}{limits}"


def _pictures(slots: Iterable[ImageSlot]) -> str:
    """Return the sizes of the pictures, each once with the formats that it is wanted in."""
    sizes: dict[str, dict[str, None]] = {}
    for slot in slots:
        required = " *(required)*" if slot.required else ""
        size = f"{slot.width_px} × {slot.height_px}{required}"
        sizes.setdefault(size, {})[slot.format.upper()] = None
    return "<br>".join(f"{', '.join(formats)} {size}" for size, formats in sizes.items())


def _film(slot: VideoSlot) -> str:
    required = " *(required)*" if slot.required else ""
    return f"{slot.width_px} × {slot.height_px}, {_number(slot.seconds_max)} s{required}"


def _say_limits(limits: Iterable[Limit]) -> str:
    return ", ".join(say_limit(limit) for limit in limits)


def _say_facts(kinds: Iterable[str]) -> str:
    return ", ".join(sorted(kind.replace("_", " ") for kind in kinds))


def _network(network: str, surfaces: Iterable[ChannelSpec]) -> Iterator[str]:
    yield f"\n## {network}"
    for spec in surfaces:
        yield f"\n### {spec.name} (`{spec.slug}`)\n"
        yield f"The payload is `{spec.media_type}`. It rests on:\n"
        yield from (f"- <{page}>" for page in spec.docs)
        if rows := list(_limit_rows(spec)):
            yield ""
            yield from _table(LIMITS_HEAD, rows)


def _limit_rows(spec: ChannelSpec) -> Iterator[Sequence[str]]:
    for part in spec.parts:
        yield from (_limit_row(part.name, limit) for limit in part.limits)
        if part.fold:
            yield _limit_row(f"fold of {part.name}", part.fold)
    for image in spec.images:
        yield from (_limit_row(image.name, limit) for limit in image.limits)
        if image.alt_limit:
            yield _limit_row(f"alt text of {image.name}", image.alt_limit)
    for video in spec.videos:
        yield from (_limit_row(video.name, limit) for limit in video.limits)
        if video.captions_limit:
            yield _limit_row(f"captions of {video.name}", video.captions_limit)
    yield from (_limit_row("payload", limit) for limit in spec.payload_limits)


def _limit_row(of: str, limit: Limit) -> Sequence[str]:
    source = f"[{urlsplit(limit.source).netloc}]({limit.source})"
    return (of, say_limit(limit), source, limit.checked.isoformat(), limit.note)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _table_row(head)
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield _table_row([cell.replace("|", r"\|") for cell in row])


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
