"""Parts that many surfaces have, with the pieces that fill them unless an editor words them.

Hashtags and mentions stand inside a post's text and are counted there, too: ``inside`` names that
part. Alternative text is that of the story's hero image; the editor may word it for one surface.
"""

import re
from collections.abc import Callable, Sequence

from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.spec import Limit, Part
from omnicontent.channels.stock_words import stock_words
from omnicontent.channels.story import Image, Story, Video
from omnicontent.channels.visible import drawn_words
from omnicontent.channels.wording import OWN_TAG, PARAGRAPH, hashtag_pieces
from omnicontent.phrases import Words
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import Piece
from omnicontent.text.plain import sentences

HASHTAGS, MENTIONS, ALT = "hashtags", "mentions", "alt"
BUTTON, STOP, FIRST_COMMENT = "button", "stop", "first_comment"
_WORD = re.compile(r"@\[[^\]\n]*\]\([^)\s]*\)|\S+")
"""A tag of the editor's: ``@[A name](its:address)`` is one, spaces and all."""


def hashtags_part(inside: str, *limits: Limit) -> Part:
    """Return the hashtags of a post, counted inside its text."""
    return Part(
        name=HASHTAGS,
        label="hashtags",
        limits=limits,
        inside=inside,
        help_text="With their number signs, parted by spaces.",
    )


def mentions_part(inside: str, *limits: Limit) -> Part:
    """Return the accounts that a post names; only an editor knows them."""
    return Part(
        name=MENTIONS,
        label="mentions",
        limits=limits,
        inside=inside,
        help_text="With their at signs, parted by spaces.",
    )


def tag_parts(inside: str, hashtags: Limit | None = None) -> tuple[Part, Part]:
    """Return the hashtags and the mentions of a post; ``hashtags`` is how many it may have."""
    return hashtags_part(inside, *([hashtags] if hashtags else ())), mentions_part(inside)


def alt_part(*limits: Limit) -> Part:
    """Return the alternative text of the hero image, or of the film that goes out instead."""
    return Part(name=ALT, label="alt text", limits=limits)


def button_part(*limits: Limit) -> Part:
    """Return the words on the button of the call to action."""
    return Part(name=BUTTON, label="button", limits=limits)


def stop_part(*limits: Limit) -> Part:
    """Return the words on the button that ends these messages."""
    return Part(name=STOP, label="opt-out button", required=True, limits=limits)


def first_comment_part(*limits: Limit) -> Part:
    """Return the comment that the publisher leaves below a post; empty unless worded."""
    return Part(name=FIRST_COMMENT, label="first comment", limits=limits)


def alt_of(medium: Image | Video | None) -> str:
    """Return what a picture or a film shows, in the words of the story."""
    if isinstance(medium, Video):
        return medium.description
    return medium.alt if medium else ""


def alt_pieces(alt: str, drawn: Sequence[str] = ()) -> Sequence[Piece]:
    """Return an alternative text, or as many of its first sentences as fit.

    ``drawn`` words are facts that stand behind it: sentences give way to them, and where not even
    one has room beside them, what is to be seen is said alone.
    """
    parts = sentences(alt)
    counts = range(len(parts) - 1, 0, -1)
    said = (alt, *(" ".join(parts[:count]) for count in counts))
    worded = [with_drawn(words, drawn) for words in said] if drawn else []
    first, *shorter = [*worded, *said] if alt else [*worded, ""]
    return [Piece(first, shorter=tuple(filter(None, shorter)))]


def with_drawn(said: str, drawn: Sequence[str]) -> str:
    """Return what is to be seen, and the words drawn into it, as whole sentences."""
    if not drawn:
        return said
    return ". ".join(text.strip().removesuffix(".") for text in (said, *drawn) if text.strip())


def _button_pieces(story: Story) -> Sequence[Piece]:
    """Return the verb, or a word short enough for every button."""
    action = story.facts.call_to_action
    return [Piece(action.verb, shorter=(stock_words(story.language).open,))] if action else []


COMMON_PIECES: dict[str, Callable[[Story], Sequence[Piece]]] = {
    BUTTON: _button_pieces,
    STOP: lambda story: [Piece(stock_words(story.language).stop)],
    FIRST_COMMENT: lambda story: (),
}
"""Part name -> what it says, for parts of these names that a channel does not fill itself."""


def tag_pieces(channel: str, story: Story, hashtags_max: int) -> list[Piece]:
    """Return the mentions and hashtags of a post; those the editor chose are kept longest."""
    own_tags = story.own_words(channel, HASHTAGS)
    mentions = _own_pieces(story.own_words(channel, MENTIONS) or "", MENTIONS)
    if own_tags is not None:
        return [*mentions, *_own_pieces(own_tags, HASHTAGS)]
    return [*mentions, *hashtag_pieces(story, hashtags_max)]


def said_inside(part: Part, used: Sequence[str]) -> list[str]:
    """Return which of the pieces that a text uses belong to a part inside it."""
    sign = {HASHTAGS: ("#", "\uff03"), MENTIONS: ("@", "\uff20")}.get(part.name, ())
    tags = (piece for piece in used if sign and piece.startswith(sign))
    return [piece for piece in tags if split_tags(piece) == [piece]]


def split_tags(words: str) -> list[str]:
    """Return hashtags and mentions that stand in one text, parted by spaces."""
    return _WORD.findall(words)


def _own_pieces(words: str, group: str) -> list[Piece]:
    """Return own words one by one: before all that the story offers, behind facts."""
    return [Piece(word, rank=OWN_TAG, group=group, lead=PARAGRAPH) for word in split_tags(words)]


NO_LINK = _("the story has no call to action that it could open.")


def undelivered_parts(content: Content, lead: Image | Video | None) -> dict[str, Words]:
    """Return which of these parts a content does not deliver, and why not."""
    why: dict[str, Words] = {}
    if lead is None or lead.digest not in {use.source_digest for use in content.media}:
        why[ALT] = _("what goes out here has no picture or film that takes one.")
    if not content.links and content.parts.get(BUTTON, "").strip() not in drawn_words(content):
        why[BUTTON] = NO_LINK
    return why


def with_alt(
    uses: tuple[MediaUse, ...], alt: str, medium: Image | Video | None
) -> tuple[MediaUse, ...]:
    """Return the uses with ``alt`` as the words of everything made of ``medium``."""
    digest = medium.digest if medium else ""
    return tuple(
        use.model_copy(update={"alt": alt}) if use.source_digest == digest else use for use in uses
    )
