"""Buttons that alone lead on: nobody taps one without words."""

from collections.abc import Iterator

from omnicontent.channels.common_parts import BUTTON
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.issues import words_issue
from omnicontent.channels.spec import ChannelSpec
from omnicontent.phrases import phrase as _


def check_button(spec: ChannelSpec, content: Content) -> Iterator[Issue]:
    """Yield that the button which leads on has no words."""
    if content.links and not content.parts[BUTTON].strip():
        message = _(
            "%(channel)s needs words on the button that leads on, and they are blank: "
            "write some, or clear the own words.",
            channel=spec.spoken,
        )
        yield words_issue(spec, BUTTON, "missing_part", message)
