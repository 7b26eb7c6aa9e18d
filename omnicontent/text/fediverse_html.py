"""A post's text as the HTML that servers of the fediverse send each other.

https://docs.joinmastodon.org/spec/activitypub/#sanitization: links and hashtags are anchors that
readers know by their classes.
"""

from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from omnicontent.text.entities import Entity, without_overlaps
from omnicontent.text.fediverse import find_hashtags
from omnicontent.text.links import find_links
from omnicontent.text.markup import REL, paragraphs_html

SHOWN = 30
"""How many signs of a link Mastodon shows, without its protocol."""


def post_html(text: str, hashtag_address: Callable[[str], str]) -> str:
    """Return the text as HTML, its links and hashtags marked; mentions stay plain words.

    ``hashtag_address`` says where a hashtag, given without its sign, leads; "" is nowhere.
    """
    return paragraphs_html(text, partial(_line_html, hashtag_address=hashtag_address))


def find_post_hashtags(text: str) -> list[str]:
    """Return the hashtags outside links, without their signs, each once, in order."""
    return list(dict.fromkeys(one.value for one in _entities(text) if one.kind == "hashtag"))


def _line_html(line: str, hashtag_address: Callable[[str], str]) -> str:
    return "".join(_marked(line, hashtag_address))


def _marked(line: str, hashtag_address: Callable[[str], str]) -> Iterator[str]:
    done = 0
    for entity in _entities(line):
        words = line[entity.start : entity.end]
        yield escape(line[done : entity.start])
        if entity.kind == "link":
            yield _link(entity.value)
        else:
            yield _hashtag(words, hashtag_address(entity.value))
        done = entity.end
    yield escape(line[done:])


def _entities(text: str) -> list[Entity]:
    """Return hashtags as Mastodon finds them, and every web address: it is we who link them."""
    links = [Entity("link", link.start, link.end, link.url) for link in find_links(text)]
    return without_overlaps([*links, *find_hashtags(text)])


def _link(url: str) -> str:
    """Return a link whose beginning and end readers may leave out of sight, as Mastodon's do."""
    scheme, mark, shown = url.partition("://") if "://" in url else ("", "", url)
    address = url if mark else f"https://{url}"
    middle = "ellipsis" if len(shown) > SHOWN else ""
    parts = [("invisible", scheme + mark), (middle, shown[:SHOWN]), ("invisible", shown[SHOWN:])]
    words = "".join(f'<span class="{name}">{escape(part)}</span>' for name, part in parts if part)
    return f'<a href="{escape(address)}" rel="{REL}" target="_blank">{words}</a>'


def _hashtag(words: str, address: str) -> str:
    if not address:
        return escape(words)
    shown = f"{escape(words[0])}<span>{escape(words[1:])}</span>"
    return f'<a href="{escape(address)}" class="mention hashtag" rel="tag">{shown}</a>'
