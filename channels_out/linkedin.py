"""LinkedIn: a post of the Posts API with a film, pictures or a link card, and a comment below it.

https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
The commentary is "little text": LinkedIn drops everything behind a reserved character that has no
backslash, without an error. A mention is typed as ``@[Name](urn:li:organization:1)``. The
publisher adds ``author``, uploads each picture or the film and sends its URN as ``id`` in place
of ``url``, ``width`` and ``height``; ``captions``, too, go with the film to the Videos API, as
SubRip, and not with the post. ``first_comment`` goes to
``POST /rest/socialActions/{post}/comments``.
"""

from datetime import date
from typing import override

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.common_parts import (
    FIRST_COMMENT,
    alt_part,
    first_comment_part,
    tag_parts,
)
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.payloads import caption_entries, file_entry, filled
from omnicontent.channels.slots import album, film
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.text.little_text import escape_little, unescape_little
from omnicontent.text.units import Unit

CHECKED, READ = date(2026, 11, 22), date(2026, 11, 27)
COMMUNITY = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares"
POSTS, LITTLE_TEXT = f"{COMMUNITY}/posts-api", f"{COMMUNITY}/little-text-format"
HELP = Source("https://www.linkedin.com/help/linkedin/answer/a528176", CHECKED)
IMAGES = Source(f"{COMMUNITY}/images-api", CHECKED)
MULTI_IMAGE = Source(f"{COMMUNITY}/multiimage-post-api", CHECKED)
VIDEOS = Source(f"{COMMUNITY}/videos-api", CHECKED)
SCHEDULERS = Source(
    "https://glama.ai/mcp/connectors/com.publora/mcp-server/tools/linkedin_create_comment", CHECKED
)
FOLDS = Source("https://socialswiss.tech/guides/social-media-character-limits", READ)
FOLD = FOLDS.advice(210, Unit.CHARACTERS, note="In the feed on a desktop; phones show 140.")
ESCAPED = "Counted with its escapes: whether they count is not documented."
POST = HELP.limit(3000, Unit.CHARACTERS, note=ESCAPED)
PRACTICE = "What schedulers send at most; LinkedIn's own page names no number."
COMMENT = SCHEDULERS.limit(1250, Unit.CHARACTERS, note=PRACTICE)
ALT = IMAGES.limit(4086, Unit.CHARACTERS)
SHORT_ALT = IMAGES.advice(120, Unit.CHARACTERS, note="LinkedIn advises fewer.")
PICTURES = MULTI_IMAGE.limit(20, Unit.ITEMS, items="pictures")
FILM = (
    VIDEOS.limit(1800, Unit.SECONDS, minimum=3),
    VIDEOS.limit(524_288_000, Unit.BYTES, note="75 KB at least."),
    HELP.limit(60, Unit.FRAMES_PER_SECOND, minimum=10),
)
TO_ALL: dict[str, list[str]] = {"targetEntities": [], "thirdPartyDistributionChannels": []}


class LinkedInChannel(FilmFirstChannel):
    """A post on LinkedIn."""

    spec = ChannelSpec(
        slug="linkedin",
        network="linkedin",
        name="LinkedIn",
        parts=(
            Part(name="commentary", label="post", required=True, limits=(POST,), fold=FOLD),
            *tag_parts("commentary"),
            first_comment_part(COMMENT),
            alt_part(ALT, SHORT_ALT),
        ),
        images=album(1200, 627, IMAGES.limit(36_152_319, Unit.PIXELS), PICTURES, alt_limit=ALT),
        videos=(film(1080, 1350, 1800, *FILM, required=False),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        docs=(POSTS, LITTLE_TEXT, IMAGES.url, MULTI_IMAGE.url, VIDEOS.url, HELP.url),
    )
    with_body = True

    @override
    def counted(self, part: str, text: str) -> str:
        return escape_little(text) if part == "commentary" else text

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"title": story.headline}

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return unescape_little(super().visible_text(content, rendered))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        comment = filled(text=content.parts[FIRST_COMMENT])
        return {
            "commentary": escape_little(content.parts["commentary"]),
            "lifecycleState": "PUBLISHED",
            "visibility": "PUBLIC",
            "distribution": {"feedDistribution": "MAIN_FEED"} | TO_ALL,
        } | filled(content=_shown(content), first_comment=filled(message=comment))


def _shown(content: Content) -> dict[str, object]:
    """Return the film, or else the pictures, or the card of the link where there are none."""
    for use in content.media_in("video"):
        captions = caption_entries(use, content.locale)
        titled = filled(title=content.data["title"], captions=captions)
        return {"media": file_entry(use, alt_key="altText") | titled}
    pictures = [file_entry(use, alt_key="altText") for use in content.media]
    if len(pictures) > 1:
        return {"multiImage": {"images": pictures}}
    if pictures:
        return {"media": pictures[0]}
    cards = [{"source": link, "title": content.data["title"]} for link in content.links]
    return filled(article=next(iter(cards), None))


channel = LinkedInChannel()
