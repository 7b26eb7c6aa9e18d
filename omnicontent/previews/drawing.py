"""A draft drawn by its channel's template: in the editor, and for a test of the template."""

from collections.abc import Iterator, Mapping, Sequence

from django.http import HttpRequest
from django.template.loader import select_template

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.story import Story
from omnicontent.previews.counters import counters_for
from omnicontent.previews.drafts import Draft
from omnicontent.previews.media import Shown, unmade_media
from omnicontent.previews.mending import Mend, mend
from omnicontent.stories.wording import channel_label

GENERIC = "previews/generic.html"
"""Draws the channels that bring no template of their own."""


def draw_draft(
    draft: Draft,
    *,
    page_id: int | None,
    media: Sequence[Shown],
    surroundings: Mapping[str, object],
    request: HttpRequest | None = None,
) -> str:
    """Return the draft inside a mock of its surface, as HTML."""
    template = select_template([draft.channel.preview_template(), GENERIC])
    context = {
        "channel": draft.channel,
        "story": draft.story,
        "content": draft.content,
        "rendered": draft.rendered,
        "payload": draft.payload,
        "counters": counters_for(draft.channel, draft.content, draft.rendered),
        "issues": list(_issues(draft, page_id)),
        "media": media,
        "files": {shown.file_name: shown.url for shown in media},
        **surroundings,
    }
    return template.render(context, request)


def draw_preview(channel: Channel, story: Story, content: Content, rendered: Rendered) -> str:
    """Return a preview for the conformance kit: without a page, a database or any file."""
    issues = tuple(channel.validate(content, story))
    draft = Draft(channel, story, content, rendered, issues)
    return draw_draft(
        draft,
        page_id=None,
        media=unmade_media(content, story),
        surroundings={"channel_name": channel_label(channel.spec)},
    )


def _issues(draft: Draft, page_id: int | None) -> Iterator[Mend]:
    for issue in draft.issues:
        yield mend(issue, page_id)
