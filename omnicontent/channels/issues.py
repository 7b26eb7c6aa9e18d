"""Issues about words that an editor can write for one surface."""

from typing import Literal

from omnicontent.channels.content import Issue
from omnicontent.channels.spec import ChannelSpec


def words_issue(
    spec: ChannelSpec,
    part: str,
    code: str,
    message: str,
    severity: Literal["error", "warning"] = "error",
) -> Issue:
    """Return an issue about one part, which own words for it mend."""
    field = f"overrides.{spec.slug}.{part}"
    return Issue(code=code, message=message, severity=severity, part=part, field=field)
