"""A draft: what a channel would deliver if the page were published as it is typed now."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.errors import AdaptationError, UnknownChannelError
from omnicontent.channels.registry import get_channel
from omnicontent.channels.story import Story
from omnicontent.phrases import words_of
from omnicontent.previews.errors import NoPreviewError
from omnicontent.releases.refining import with_finer
from omnicontent.releases.settling import ruling_on
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.wording import in_words

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draft:
    """One channel's variant of an unsaved page, down to the bytes."""

    channel: Channel
    story: Story
    content: Content
    rendered: Rendered
    issues: tuple[Issue, ...]

    @property
    def payload(self) -> object:
        """Return the payload as templates read it: parsed JSON, else its text."""
        text = self.rendered.body.decode("utf-8", errors="replace")
        return json.loads(text) if _is_json(self.rendered.media_type) else text

    @property
    def has_html(self) -> bool:
        """Tell whether the payload is HTML or holds some: no style of ours reaches into it."""
        payload = self.payload
        return isinstance(payload, str) or (isinstance(payload, dict) and "html" in payload)


def make_draft(page: CampaignPage, channel_slug: str) -> Draft:
    """Adapt, check and render the page as it is, saved or not.

    :raises NoPreviewError: in words for the editor, with the field to mend.
    """
    with telling_faults(channel_slug):
        try:
            channel = get_channel(channel_slug)
            return _ruled(_adapt(channel, with_finer(story_from_page(page))), page)
        except UnknownChannelError as error:
            raise NoPreviewError(in_words(words_of(error)), field="channels") from error
        except (StoryError, AdaptationError) as error:
            raise NoPreviewError(in_words(words_of(error)), field=error.field) from error


@contextmanager
def telling_faults(channel_slug: str) -> Iterator[None]:
    """Turn whatever a plug-in raises into words: its fault must not take the editor down.

    :raises NoPreviewError: in place of any other exception.
    """
    try:
        yield
    except NoPreviewError:
        raise
    except Exception as error:
        logger.exception("Channel %s has a fault", channel_slug)
        raise NoPreviewError(_fault(channel_slug, error)) from error


def _adapt(channel: Channel, story: Story) -> Draft:
    content = channel.adapt(story)
    issues = tuple(channel.validate(content, story))
    return Draft(channel, story, content, channel.render(content), issues)


def _ruled(draft: Draft, page: CampaignPage) -> Draft:
    """Return the draft with its issues as policy and editors see them."""
    ruling = ruling_on({issue.code for issue in draft.issues}, page.translation_key)
    slug, locale = draft.channel.spec.slug, draft.story.locale
    return replace(draft, issues=tuple(ruling.settle_all(draft.issues, slug, locale)))


def _fault(channel_slug: str, error: Exception) -> str:
    words = _(
        "The channel “%(channel)s” has a fault of its own (%(fault)s). Tell whoever runs it."
    )
    return words % {"channel": channel_slug, "fault": f"{type(error).__name__}: {error}"}


def _is_json(media_type: str) -> bool:
    kind = media_type.partition(";")[0].strip()
    return kind == "application/json" or kind.endswith("+json")
