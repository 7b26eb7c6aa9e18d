"""The contract every channel keeps, built-in or third-party."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.embeds import Embed
from omnicontent.channels.mail_messages import MailMessage
from omnicontent.channels.pasting import pasted_parts
from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Story
from omnicontent.channels.validation import check_content
from omnicontent.channels.visible import visible_text
from omnicontent.phrases import Words


class Channel(ABC):
    """One surface. Pure: same story, same bytes; no database, network or clock."""

    spec: ClassVar[ChannelSpec]

    @abstractmethod
    def adapt(self, story: Story) -> Content:
        """Say the story within this surface's limits.

        :raises AdaptationError: a must-carry fact or a required part can't fit or is absent.
        """

    @abstractmethod
    def render(self, content: Content) -> Rendered:
        """Return the payload as the platform takes it, byte for byte reproducible."""

    def validate(self, content: Content, story: Story) -> list[Issue]:
        """Return every fault at once; the default walks limits, media and facts."""
        return check_content(self, content, story)

    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Return what a reader gets to see of the delivered bytes, links included.

        The message lock reads this, not ``content``: what counts is what is delivered. An empty
        line stands between texts that are shown apart: across it the lock reads no sentence, so
        that "Order" on a button and the "30% off" behind it say nothing together.
        """
        return visible_text(content, rendered)

    def counted(self, part: str, text: str) -> str:
        """Return a part's text in the form that the platform counts, such as with its escapes."""
        return text

    def undelivered(self, content: Content, story: Story) -> Mapping[str, Words]:
        """Return the parts whose words this content does not deliver, with the reason for each.

        Own words for one of them raise a warning instead of being lost in silence.
        """
        return {}

    def embed(self, content: Content) -> Embed | None:
        """Return how other sites may show a variant that has a page; None where it has none."""
        return None

    def mail(self, rendered: Rendered) -> MailMessage | None:
        """Return the payload as a mail that can be sent; None where it is none."""
        return None

    def pasted(self, content: Content) -> Mapping[str, tuple[str, ...]]:
        """Return what is pasted to post by hand: a part's name, or ``link``, and its texts.

        As readers get it, without what a payload escapes. Several texts are posts of their own.
        """
        return pasted_parts(self.spec, content)

    def preview_template(self) -> str:
        """Return the template that draws the payload inside a mock of the surface.

        Its context: ``channel``, ``story``, ``content``, ``rendered``, ``payload`` (parsed JSON or
        text), ``counters``, ``issues``, and ``files``: rendition file name -> address to show.
        """
        return f"channels_out/{self.spec.slug}/preview.html"
