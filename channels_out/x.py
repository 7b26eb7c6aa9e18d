"""X: a post of the v2 API with one picture, and a thread behind it where the story asks for one.

https://docs.x.com/x-api/posts/create-post takes ``text`` and ``media.media_ids``. The publisher
uploads each of ``media.files``, sets its ``alt_text`` by the media metadata endpoint, and sends
``media_ids`` in place of ``files``. Each post of ``thread`` follows as a reply to the one before
it (``reply.in_reply_to_tweet_id``). The first post carries every fact; all else goes out as it is.
"""

from dataclasses import replace
from datetime import date
from typing import override

from omnicontent.channels.common_parts import alt_part, tag_parts
from omnicontent.channels.content import Content
from omnicontent.channels.payloads import file_entry, filled
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.threads import ThreadChannel, split_posts, thread_part
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
COUNTING = Source("https://docs.x.com/fundamentals/counting-characters", CHECKED)
MEDIA = Source("https://docs.x.com/x-api/media/quickstart/best-practices", CHECKED)
OPENAPI = Source("https://github.com/xdevplatform/docs", CHECKED)
SCHEDULER = Source("https://github.com/gitroomhq/postiz-app", CHECKED)
POST = COUNTING.limit(
    280,
    Unit.X_WEIGHTED,
    note="A link counts 23 and an emoji 2, whatever their length. In a thread, each post.",
)
CASHTAG = SCHEDULER.limit(
    1,
    Unit.ITEMS,
    items="cashtags",
    note="The API refuses a second one; read in a scheduler's error texts.",
)
REFUSED = "\ufffe\ufeff\uffff"
"""No character; a post that holds one is refused (twitter-text, ``invalidCharacters``)."""


class XChannel(ThreadChannel):
    """A post on X."""

    spec = ChannelSpec(
        slug="x",
        network="x",
        name="X",
        parts=(
            Part(
                name="text",
                label="post",
                required=True,
                limits=(POST, CASHTAG),
                refuses=REFUSED,
            ),
            *tag_parts("text"),
            replace(thread_part(POST), refuses=REFUSED),
            alt_part(OPENAPI.limit(1000, Unit.CHARACTERS)),
        ),
        images=(picture(1600, 900, MEDIA.limit(5_242_880, Unit.BYTES)),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        forms=("post", "thread"),
        docs=(COUNTING.url, MEDIA.url, OPENAPI.url),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        files = [file_entry(use, alt_key="alt_text") for use in content.media]
        thread = [{"text": post} for post in split_posts(content.parts["thread"])]
        shown = filled(media=filled(files=files), thread=thread)
        return {"text": content.parts["text"]} | shown


channel = XChannel()
