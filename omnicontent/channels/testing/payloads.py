"""The same bytes every time, in the form that they claim, shown by the preview."""

import json
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.story import Story
from omnicontent.channels.testing.telling import (
    adapted,
    all_stories,
    errors_among,
    sample_forms,
)
from omnicontent.channels.threads import split_posts
from omnicontent.text.plain import html_to_text

Preview = Callable[[Channel, Story, Content, Rendered], str]


def check_adapts(channel: Channel) -> Iterator[str]:
    """Yield ordinary stories that can't be said, and errors that help no editor."""
    parts = {part.name for part in channel.spec.parts}
    for name, story in sample_stories().items():
        content = channel.adapt(story)
        if (content.channel, content.locale) != (channel.spec.slug, story.locale):
            yield f"{name}: the content does not name its channel and locale"
        if unknown := set(content.parts) - parts:
            yield f"{name}: the spec knows no part {', '.join(sorted(unknown))}"
        yield from (f"{name}: {i.message}" for i in errors_among(channel.validate(content, story)))
    for story in all_stories():
        try:
            channel.adapt(story)
        except AdaptationError as error:
            if not error.field:
                yield f"AdaptationError without a field to mend: {error}"


def check_bytes(channel: Channel) -> Iterator[str]:
    """Yield stories whose payload differs the next time, or after a JSON round trip."""
    for story, content in adapted(channel):
        body = channel.render(content).body
        again = Story.model_validate_json(story.model_dump_json())
        if channel.render(channel.adapt(again)).body != body:
            yield "the same story gives other bytes the second time"
        copy = Content.model_validate_json(content.model_dump_json())
        if channel.render(copy).body != body:
            yield "a content read back from JSON gives other bytes"


def check_payload(channel: Channel) -> Iterator[str]:
    """Yield payloads that are not what their media type says."""
    for _story, content in adapted(channel):
        rendered = channel.render(content)
        if rendered.media_type != channel.spec.media_type:
            yield f"render says {rendered.media_type}, the spec {channel.spec.media_type}"
        try:
            _parse(rendered)
        except ValueError as error:
            yield f"the payload is not {rendered.media_type}: {error}"


def check_purity(channel: Channel) -> Iterator[str]:
    """Yield stories and contents that the channel has changed."""
    for story in all_stories():
        before = story.model_dump_json()
        try:
            content = channel.adapt(story)
        except AdaptationError:
            content = None
        if story.model_dump_json() != before:
            yield "adapt changes the story"
        if content is None:
            continue
        before = content.model_dump_json()
        channel.render(content)
        channel.validate(content, story)
        if content.model_dump_json() != before:
            yield "render or validate changes the content"


def check_preview(channel: Channel, preview: Preview) -> Iterator[str]:
    """Yield texts of the delivered payload that the preview does not show.

    ``preview(channel, story, content, rendered)`` returns the preview's HTML.
    """
    for name, story in sample_forms(channel):
        content = channel.adapt(story)
        rendered = channel.render(content)
        shown = " ".join(html_to_text(preview(channel, story, content, rendered)).split())
        for part, text in content.parts.items():
            if not _is_shown(text, shown):
                yield f"{name}: the preview does not show the {part} that is delivered"


def _is_shown(text: str, shown: str) -> bool:
    lines = (line for post in split_posts(text) for line in post.splitlines())
    return all(" ".join(line.split()) in shown for line in lines)


def _parse(rendered: Rendered) -> None:
    """Read the payload by its media type.

    :raises ValueError: it can't be read.
    """
    kind = rendered.media_type.partition(";")[0].strip()
    if not rendered.body:
        raise ValueError("it is empty")
    if kind == "message/rfc822":
        defects = message_from_bytes(rendered.body, policy=default).defects
        if defects:
            raise ValueError(f"{defects}")
        return
    text = rendered.body.decode()
    if kind == "application/json" or kind.endswith("+json"):
        json.loads(text)
    elif kind == "text/html" and not html_to_text(text):
        raise ValueError("it shows nothing")
