"""One text of a channel, held against a campaign's facts: what ``check_message`` answers.

The answer's form is documented in ``docs/reference/commands.md``.
"""

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, datetime

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from omnicontent.channels.channel import Channel
from omnicontent.channels.message_checks import known_words
from omnicontent.channels.registry import get_channel
from omnicontent.channels.story import Story
from omnicontent.config.story_files import read_message
from omnicontent.message.lock import Finding, Wanted, check_text

_MOMENT: TypeAdapter[datetime] = TypeAdapter(AwareDatetime)


def check_line(document: object) -> dict[str, object]:
    """Answer one line: ``{"story": {…}, "channel": …, "at": …, "text": …}``.

    ``channel`` and ``at`` may be absent: then nothing must be said, and no calendar counts. Other
    keys are the caller's own.

    :raises ValueError: it is no such object; StoryFileError and UnknownChannelError are such.
    """
    text = document.get("text") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(text, str):
        raise ValueError('an object with "story" and "text" is wanted')  # noqa: TRY004
    channel = get_channel(str(slug)) if (slug := document.get("channel")) else None
    at = read_moment(moment) if (moment := document.get("at")) else None
    return check_on(read_message(document.get("story")), channel, text, at)


def check_on(
    story: Story, channel: Channel | None, text: str, at: datetime | None
) -> dict[str, object]:
    """Return what a text carries of a story's facts and every issue, with its place."""
    spec = channel.spec if channel else None
    must, never = (spec.must, spec.never) if spec else (frozenset(), frozenset())
    wanted = Wanted(must, never, *known_words(story))
    proof = check_text(story.facts, text, story.locale, wanted, at=at)
    issues = [_issue(finding) for finding in proof.findings]
    return {"carries": list(proof.carries), "issues": issues}


def read_moment(text: object) -> datetime:
    """Return an instant.

    :raises ValueError: it is no date and time with an offset, or in the calendar's first or
        last year.
    """
    try:
        moment = _MOMENT.validate_python(text)
    except ValidationError as error:
        raise ValueError(f"{text}: give a time such as 2026-12-31T18:00:00+01:00") from error
    if not MINYEAR < moment.year < MAXYEAR:  # another zone's day may not exist
        raise ValueError(f"{text}: give a time in a year from 2 to 9998")
    return moment


def _issue(finding: Finding) -> Mapping[str, object]:
    return {
        "kind": finding.kind,
        "fact": finding.fact,
        "span": finding.span,
        "start": finding.start,
        "end": finding.end,
    }
