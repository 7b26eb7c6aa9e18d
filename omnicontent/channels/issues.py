"""Issues about words that an editor can write for one surface."""

from typing import Literal

from omnicontent.channels.content import Issue
from omnicontent.channels.spec import ChannelSpec
from omnicontent.phrases import Phrase, Words
from omnicontent.phrases import phrase as _


def words_issue(
    spec: ChannelSpec,
    part: str,
    code: str,
    message: Words,
    severity: Literal["error", "warning"] = "error",
) -> Issue:
    """Return an issue about one part, which own words for it mend."""
    field = f"overrides.{spec.slug}.{part}"
    return Issue.of(code, message, severity=severity, part=part, field=field)


def on_channel(spec: ChannelSpec, fault: Words) -> Phrase:
    """Return a fault with the name of the channel that it is on."""
    return _("%(channel)s: %(fault)s", channel=spec.spoken, fault=fault)
