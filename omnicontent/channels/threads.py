"""Threads: what one post has no room for, said in the posts behind it, whole sentences each."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, override

from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel
from omnicontent.channels.spec import Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import SUMMARY, body_pieces, sentence_pieces
from omnicontent.phrases import Words, term
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import Fitted, Piece, joint_between
from omnicontent.text.lengths import measure

TEXT, THREAD = "text", "thread"

BREAK = "\n---\n"
"""Parts the posts of a thread where they are one text: three hyphens on a line of their own."""


def pack_posts(pieces: Iterable[Piece], fits: Callable[[str], bool], posts_max: int) -> Fitted:
    """Return the pieces in as few posts as hold them in order, joined by :data:`BREAK`.

    A piece that is too long for a post of its own is dropped, with what follows it; so is all
    that comes after the last post.
    """
    posts: list[str] = []
    used: list[Piece] = []
    dropped: list[str] = []
    broken = full = False
    for piece in pieces:
        broken = full or (broken and piece.follows)
        longer = posts[-1] + joint_between(used[-1], piece) + piece.text if posts else ""
        if not broken and posts and fits(longer):
            posts[-1] = longer
        elif not broken and fits(piece.text) and len(posts) < posts_max:
            posts.append(piece.text)
        else:
            full = full or len(posts) == posts_max
            broken = True
            dropped.append(piece.text)
            continue
        used.append(piece)
    return Fitted(BREAK.join(posts), tuple(piece.text for piece in used), tuple(dropped))


def split_posts(text: str) -> list[str]:
    """Return the posts of a thread that is one text, without the empty ones."""
    return [post.strip() for post in text.split(BREAK) if post.strip()]


def thread_part(limit: Limit) -> Part:
    """Return the posts behind the first one; ``limit`` is what each of them has room for."""
    return Part(
        name=THREAD,
        label="thread",
        limits=(limit,),
        help_text="Parted by lines of three hyphens; only where the form is a thread.",
    )


class ThreadChannel(PostChannel):
    """A post that carries every fact, with the rest of the story behind it in the form "thread".

    Its parts are :data:`TEXT` and that of :func:`thread_part`.
    """

    posts_max: ClassVar[int] = 24

    @override
    def undelivered(self, content: Content, story: Story) -> dict[str, Words]:
        why = super().undelivered(content, story)
        if self.form(story) != THREAD:
            why[THREAD] = _('choose the form "%(form)s".', form=term("form", THREAD))
        return why

    @override
    def worded(self, part: Part, story: Story) -> Fitted:
        if part.name == THREAD and self.form(story) != THREAD:
            return Fitted("", (), ())
        return super().worded(part, story)

    @override
    def fitted(self, part: Part, story: Story) -> Fitted:
        if part.name != THREAD:
            return super().fitted(part, story)
        said = self.worded(self.spec.part(TEXT), story).used
        pieces = [*sentence_pieces(story.summary, SUMMARY), *body_pieces(story)]
        others = [piece for piece in pieces if piece.text not in said]
        (limit,) = part.limits
        return pack_posts(
            others, lambda text: measure(text, limit.unit).count <= limit.maximum, self.posts_max
        )

    @override
    def pasted(self, content: Content) -> Mapping[str, tuple[str, ...]]:
        """Return every post of the thread by itself."""
        posts = tuple(split_posts(content.parts[THREAD]))
        return {**super().pasted(content)} | ({THREAD: posts} if posts else {})

    @override
    def counted(self, part: str, text: str) -> str:
        """Return the longest post of a thread: each has the room of a post."""
        if part != THREAD:
            return text
        (limit,) = self.spec.part(THREAD).limits
        return max(split_posts(text), key=lambda post: measure(post, limit.unit).count, default="")
