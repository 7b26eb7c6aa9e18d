"""What the demo made, as a table, and where to look at it."""

from collections.abc import Sequence

from omnicontent.channels.content import Content
from omnicontent.channels.counting import Count, count_parts
from omnicontent.channels.registry import all_channels
from omnicontent.releases.models import Variant
from omnicontent.releases.progress import ReleaseProgress

HEAD = ("channel", "language", "state", "length / limit", "files", "ms")


def table_of(builds: Sequence[ReleaseProgress]) -> str:
    """Return one line a variant, with the text that comes nearest to its limit."""
    blocks = []
    for build in builds:
        contents = dict(build.release.variants.values_list("pk", "content"))
        lines = [
            (
                row.channel,
                row.locale,
                row.state,
                _length(row.channel, contents[row.variant.pk]),
                str(row.files),
                str(row.milliseconds),
            )
            for row in build.rows
        ]
        blocks.append(f"{build.release}\n{_align([HEAD, *lines])}")
    return "\n\n".join(blocks)


def count_files(builds: Sequence[ReleaseProgress]) -> int:
    """Return how many different files all variants use together."""
    releases = [build.release for build in builds]
    variants = Variant.objects.filter(release__in=releases, renditions__isnull=False)
    return variants.values("renditions").distinct().count()


def _length(slug: str, content: dict[str, object] | None) -> str:
    channel = all_channels().get(slug)
    if content is None or channel is None:
        return ""
    counts = count_parts(channel, Content.model_validate(content))
    hard = [count for count in counts if count.limit.enforced] or counts
    if not hard:
        return "no limit"
    tightest = max(hard, key=_fullness)
    unit = tightest.limit.unit.value.replace("_", " ")
    return f"{tightest.part.name} {tightest.length.count} / {tightest.limit.maximum:g} {unit}"


def _fullness(count: Count) -> float:
    return count.length.count / (count.limit.maximum or 1)


def _align(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    right = len(rows[0]) - 2  # the last two columns are numbers
    return "\n".join(
        "  "
        + "  ".join(
            cell.rjust(width) if column >= right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
