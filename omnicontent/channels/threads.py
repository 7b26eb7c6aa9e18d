"""Threads: what one post has no room for, said in the posts behind it, whole sentences each."""

from collections.abc import Callable, Iterable

from omnicontent.text.fitting import Fitted, Piece, joint_between

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
