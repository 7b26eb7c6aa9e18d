"""A story in whole pieces: headline, sentences, facts, link, hashtags. Channels pick and fit them.

A piece is said or left out, never cut. Ranks say what goes first when room is short: hashtags,
then the body, the summary, what a surface may say, the key message; facts it must say never go.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

import regex

from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Block, BulletList, Heading, Paragraph, Quote, Story
from omnicontent.message.facts import FactKind
from omnicontent.message.saying import Form, say
from omnicontent.text.entities import find_hashtags
from omnicontent.text.fitting import Piece
from omnicontent.text.plain import html_to_text, sentences

HEADLINE, OWN_TAG, KEY_MESSAGE, MAY_FACT, SUMMARY, BODY, HASHTAG = 0, 50, 100, 200, 300, 400, 9000
"""Ranks. Sentences of one kind follow their rank in order."""
PARAGRAPH = "\n\n"


def headline_piece(story: Story, *, must: bool = False) -> Piece:
    """Return the headline, with its first sentences as shorter wordings."""
    parts = sentences(story.headline)
    shorter = tuple(" ".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    return Piece(story.headline, must=must, rank=HEADLINE, shorter=shorter)


def title_piece(story: Story, *, must: bool = False) -> Piece:
    """Return the headline, or where it is too long the longest whole sentence that fits."""
    headline = headline_piece(story, must=must)
    others = (*headline.shorter, *sentences(story.key_message))
    shorter = sorted((text for text in others if len(text) < len(headline.text)), key=len)
    return replace(headline, shorter=tuple(reversed(shorter)))


def sentence_pieces(text: str, rank: int, lead: str = PARAGRAPH) -> list[Piece]:
    """Return a text's sentences, a paragraph; none is said without the one before it."""
    return [
        Piece(
            sentence,
            rank=rank + number,
            group=f"sentences {rank}",
            lead=lead,
            follows=number > 0,
        )
        for number, sentence in enumerate(sentences(text))
    ]


def body_pieces(story: Story) -> list[Piece]:
    """Return the words of the body, sentence by sentence: as many as fit, from the first on.

    A heading is one piece with the sentence below it, so that none stands over nothing.
    """
    return list(_body_pieces(story.body))


@lru_cache(maxsize=16)  # every channel asks for the same body, in all its sentences
def _body_pieces(body: tuple[Block, ...]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    heading = ""
    for block in body:
        if isinstance(block, Heading):
            heading += block.text + PARAGRAPH
            continue
        for text, lead in _block_texts(block):
            said = sentence_pieces(text, BODY + len(pieces), lead)
            said[:1] = [_under(heading, piece) for piece in said[:1]]
            pieces += said
            heading = "" if said else heading
    return tuple(replace(piece, follows=number > 0) for number, piece in enumerate(pieces))


def _under(heading: str, piece: Piece) -> Piece:
    return replace(piece, text=heading + piece.text) if heading else piece


def fact_pieces(
    spec: ChannelSpec,
    story: Story,
    *,
    form: Form = "long",
    joints: tuple[str, str] = (PARAGRAPH, " · "),
) -> list[Piece]:
    """Return the facts in words without the call to action, short where long has no room.

    ``joints`` stand before the first fact and between facts. The legal line comes last, apart.
    """
    pieces: list[Piece] = []
    for kind, fact in story.facts.present():
        long, short = say(fact, story.locale), say(fact, story.locale, "short")
        if kind in spec.never or kind in ("call_to_action", "legal_line") or not long:
            continue
        piece = _fact(spec, kind, short if form == "short" else long, short, joints[1])
        pieces.append(replace(piece, group="facts", lead=joints[0]))
    return pieces


def legal_pieces(spec: ChannelSpec, story: Story, joint: str = PARAGRAPH) -> list[Piece]:
    """Return the legal line, if the story has one and the surface may carry it."""
    legal = story.facts.legal_line
    if legal is None or "legal_line" in spec.never:
        return []
    text = say(legal, story.locale)
    return [_fact(spec, "legal_line", text, text, joint)]


def action_pieces(
    spec: ChannelSpec, story: Story, link: str, joint: str = PARAGRAPH
) -> list[Piece]:
    """Return the call to action leading to ``link``; the bare link where room is short."""
    action = story.facts.call_to_action
    if action is None or "call_to_action" in spec.never:
        return []
    return [_fact(spec, "call_to_action", say_action(story, link), link, joint)]


def hashtag_pieces(story: Story, maximum: int) -> list[Piece]:
    """Return up to ``maximum`` hashtags, most important first, in one paragraph.

    What has no letter is none, and takes no place of one.
    """
    tags = [tag for tag in map(_hashtag, story.hashtags) if any(find_hashtags(tag))]
    return [
        Piece(tag, rank=HASHTAG + number, group="hashtags", lead=PARAGRAPH)
        for number, tag in enumerate(tags[:maximum])
    ]


def _hashtag(tag: str) -> str:
    """Return ``#CityBikes`` for "city bikes": a hashtag ends at the first space or sign."""
    words = regex.findall(r"\w+", tag)
    if len(words) > 1:
        words = [word[0].upper() + word[1:] for word in words]
    return f"#{''.join(words)}"


CLOSING_MARKS = (".", "!", "?", "…", ":", "\u3002", "\uff01", "\uff1f")


def as_sentence(text: str) -> str:
    """Return the text with a full stop, for surfaces where no new line parts it from the next."""
    return text if text.rstrip().endswith(CLOSING_MARKS) else f"{text}."


def display_link(url: str) -> str:
    """Return a link as people read and type it: no ``https://``, no lone slash at its end.

    Everything else stays: another scheme, or a path without its slash, may lead elsewhere.
    """
    parts = urlsplit(url)
    bare = parts.path == "/" and not parts.query and not parts.fragment
    return (url.removesuffix("/") if bare else url).removeprefix("https://")


def say_action(story: Story, link: str) -> str:
    """Return the call to action in the locale's words with ``link`` as its address, or ""."""
    action = story.facts.call_to_action
    return say(action, story.locale).replace(str(action.url), link) if action else ""


def link_of(story: Story) -> str:
    """Return where the call to action leads, or "" when the story has none."""
    action = story.facts.call_to_action
    return str(action.url) if action else ""


def _fact(spec: ChannelSpec, kind: FactKind, text: str, short: str, joint: str) -> Piece:
    shorter = (short,) if short != text else ()
    return Piece(text, must=kind in spec.must, rank=MAY_FACT, shorter=shorter, joint=joint)


def texts_of(block: Block) -> Iterator[str]:
    """Yield every text of a block: what its words say and its captions, titles and headings."""
    yield from (text for text, _lead in _block_texts(block))
    for name in ("text", "caption", "title", "intro"):
        yield getattr(block, name, "")


def _block_texts(block: Block) -> Iterator[tuple[str, str]]:
    """Yield a block's texts, each with what stands before it."""
    match block:
        case Paragraph(html=html):
            for paragraph in _paragraphs(html_to_text(html)):
                yield paragraph, PARAGRAPH
        case Quote(text=text, attribution=by):
            yield (f"“{text}” — {by}" if by else f"“{text}”"), PARAGRAPH
        case BulletList(items=items):
            for number, item in enumerate(items):
                yield f"- {item}", "\n" if number else PARAGRAPH


def _paragraphs(text: str) -> Sequence[str]:
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
