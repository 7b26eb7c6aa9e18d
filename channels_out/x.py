"""X: a post of the v2 API with a picture or a film, and a thread behind it where one is asked for.

https://docs.x.com/x-api/posts/create-post takes ``text`` and ``media.media_ids``. The publisher
uploads each of ``media.files``, sets its ``alt_text`` by the media metadata endpoint, uploads its
``captions`` as SubRip and names them by the media subtitles endpoint, and sends ``media_ids`` in
place of ``files``. Each post of ``thread`` follows as a reply to the one before it
(``reply.in_reply_to_tweet_id``). The first post carries every fact; all else goes out as it is.
"""

from dataclasses import replace
from datetime import date
from typing import override

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.common_parts import alt_part, tag_parts
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.payloads import caption_entries, file_entry, filled
from omnicontent.channels.slots import film, picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.threads import ThreadChannel, split_posts, thread_part
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
COUNTING = Source("https://docs.x.com/fundamentals/counting-characters", CHECKED)
MEDIA = Source("https://docs.x.com/x-api/media/quickstart/best-practices", CHECKED)
OPENAPI = Source("https://github.com/xdevplatform/docs", CHECKED)
SUBTITLES = "https://docs.x.com/x-api/media/create-media-subtitles"
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
FILM = (
    MEDIA.limit(140, Unit.SECONDS, minimum=0.5, note="Subscribers may show longer films."),
    MEDIA.limit(536_870_912, Unit.BYTES),
    MEDIA.limit(60, Unit.FRAMES_PER_SECOND),
)
REFUSED = "\ufffe\ufeff\uffff"
"""No character; a post that holds one is refused (twitter-text, ``invalidCharacters``)."""


class XChannel(FilmFirstChannel, ThreadChannel):
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
        videos=(film(720, 720, 140, *FILM, required=False),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        forms=("post", "thread"),
        docs=(COUNTING.url, MEDIA.url, SUBTITLES, OPENAPI.url),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        files = [_file(use, content.locale) for use in content.media]
        thread = [{"text": post} for post in split_posts(content.parts["thread"])]
        shown = filled(media=filled(files=files), thread=thread)
        return {"text": content.parts["text"]} | shown


def _file(use: MediaUse, locale: str) -> dict[str, object]:
    captions = caption_entries(use, locale.partition("-")[0])
    return file_entry(use, alt_key="alt_text") | filled(captions=captions)


channel = XChannel()
