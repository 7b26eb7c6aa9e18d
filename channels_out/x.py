"""X: a post of the v2 API with one picture, and a thread behind it where the story asks for one.

https://docs.x.com/x-api/posts/create-post takes ``text`` and ``media.media_ids``. The publisher
uploads each of ``media.files``, sets its ``alt_text`` by the media metadata endpoint, and sends
``media_ids`` in place of ``files``. Each post of ``thread`` follows as a reply to the one before
it (``reply.in_reply_to_tweet_id``). The first post carries every fact; all else goes out as it is.
"""

from datetime import date
from typing import override

from omnicontent.channels.common_parts import alt_part, hashtags_part, mentions_part
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.families import PostChannel
from omnicontent.channels.payloads import file_entry
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.threads import pack_posts, split_posts
from omnicontent.channels.wording import SUMMARY, body_pieces, sentence_pieces
from omnicontent.text.fitting import Fitted
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
COUNTING = "https://docs.x.com/fundamentals/counting-characters"
MEDIA = "https://docs.x.com/x-api/media/quickstart/best-practices"
OPENAPI = "https://github.com/xdevplatform/docs"
CASHTAGS = "https://github.com/gitroomhq/postiz-app"
POST = Limit(
    maximum=280,
    unit=Unit.X_WEIGHTED,
    source=COUNTING,
    checked=CHECKED,
    note="A link counts 23 and an emoji 2, whatever their length. In a thread, each post.",
)
THREAD_POSTS_MAX = 24
REFUSED = {"\ufffe": "U+FFFE", "\ufeff": "U+FEFF", "\uffff": "U+FFFF"}
"""No character; a post that holds one is refused (twitter-text, ``invalidCharacters``)."""


class XChannel(PostChannel):
    """A post on X."""

    spec = ChannelSpec(
        slug="x",
        network="x",
        name="X",
        media_type="application/json",
        parts=(
            Part(
                name="text",
                label="post",
                required=True,
                limits=(
                    POST,
                    Limit(
                        maximum=1,
                        unit=Unit.ITEMS,
                        items="cashtags",
                        source=CASHTAGS,
                        checked=CHECKED,
                        note="The API refuses a second one; read in a scheduler's error texts.",
                    ),
                ),
            ),
            hashtags_part("text"),
            mentions_part("text"),
            Part(
                name="thread",
                label="thread",
                limits=(POST,),
                help_text="Parted by lines of three hyphens; only where the form is a thread.",
            ),
            alt_part(Limit(maximum=1000, unit=Unit.CHARACTERS, source=OPENAPI, checked=CHECKED)),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1600,
                height_px=900,
                required=False,
                limits=(Limit(maximum=5_242_880, unit=Unit.BYTES, source=MEDIA, checked=CHECKED),),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        forms=("post", "thread"),
        docs=(COUNTING, MEDIA, OPENAPI),
    )

    @override
    def fitted(self, part: Part, story: Story) -> Fitted:
        if part.name != "thread":
            return super().fitted(part, story)
        if self.form(story) != "thread":
            return Fitted("", (), ())
        said = self.worded(self.spec.part("text"), story).used
        pieces = [*sentence_pieces(story.summary, SUMMARY), *body_pieces(story)]
        others = [piece for piece in pieces if piece.text not in said]
        return pack_posts(others, self._fits_post, THREAD_POSTS_MAX)

    def _fits_post(self, text: str) -> bool:
        return measure(text, POST.unit).count <= POST.maximum

    @override
    def counted(self, part: str, text: str) -> str:
        """Return the longest post of a thread: each has the room of a post."""
        if part != "thread":
            return text
        return max(split_posts(text), key=lambda post: measure(post, POST.unit).count, default="")

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return super().validate(content, story) + [
            Issue(
                code="forbidden_characters",
                message=f"X refuses a post with {REFUSED[sign]}: take that character away.",
                part=part,
                field=f"overrides.{self.spec.slug}.{part}",
            )
            for part in ("text", "thread")
            for sign in sorted(set(REFUSED) & set(content.parts[part]))
        ]

    @override
    def payload(self, content: Content) -> dict[str, object]:
        files = [file_entry(use, alt_key="alt_text") for use in content.media]
        payload: dict[str, object] = {"text": content.parts["text"]}
        payload |= {"media": {"files": files}} if files else {}
        thread = [{"text": post} for post in split_posts(content.parts["thread"])]
        return payload | ({"thread": thread} if thread else {})


channel = XChannel()
