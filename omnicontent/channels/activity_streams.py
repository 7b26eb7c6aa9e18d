"""An article in ActivityStreams 2.0: an Article for long texts, with a Note that says it short.

https://www.w3.org/TR/activitystreams-core/, https://www.w3.org/TR/activitystreams-vocabulary/;
for the Note as ``preview`` https://codeberg.org/fediverse/fep, FEP-b2b8. ``Hashtag`` and
``sensitive`` are not in the standard's context, so documents name them in their own.
"""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote

from omnicontent.channels.articles import Article, article_files, item_id, media_type_of, size_of
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.payloads import filled
from omnicontent.text.fediverse_html import find_post_hashtags, post_html
from omnicontent.text.markup import safe_markup, text_with_links

type Properties = dict[str, Any]

_CONTEXT = [
    "https://www.w3.org/ns/activitystreams",
    {"Hashtag": "as:Hashtag", "sensitive": "as:sensitive"},
]


def article_document(content: Content, article: Article, name: str, html: str) -> Properties:
    """Return the Article, complete without a preview; ``html`` is its body."""
    shared = _shared(content, article)
    pictures = [file for file in shared["attachment"] if file["type"] == "Image"]
    return {
        "@context": _CONTEXT,
        "type": "Article",
        "id": item_id("Article", article.id),
        "name": name,
        "nameMap": {content.locale: name},
        **_words(safe_markup(html), content.locale),
        **shared,
        **filled(image=next(iter(pictures), None)),
    }


def note_object(content: Content, article: Article, note: str, server: str) -> Properties:
    """Return the article's Note; ``note`` is plain text.

    Hashtags lead to ``server``, or where none is known to the article's page.
    """
    address = partial(_hashtag_address, server=server, page=article.sheet.url)
    return {
        "type": "Note",
        "id": item_id("Note", article.id),
        **_words(post_html(note, address), content.locale),
        **_shared(content, article),
        **filled(tag=_hashtags(note, address)),
    }


def with_preview(document: Properties, note: Properties, warning: str) -> Properties:
    """Return the Article with its Note as ``preview`` and the Note's hashtags as its own.

    ``warning`` hides both behind its words.
    """
    hidden = {"sensitive": bool(warning)} | filled(summary=warning)
    tags = filled(tag=note.get("tag"))
    return document | tags | hidden | {"preview": note | hidden}


def article_words(document: dict[str, Any]) -> str:
    """Return the words of both objects as readers see them, markup decoded."""
    objects = (document, document["preview"])
    words = [document["name"], document.get("summary", "")]
    return "\n\n".join([*words, *(text_with_links(one["content"]) for one in objects)])


def _words(html: str, locale: str) -> Properties:
    return {"mediaType": "text/html", "content": html, "contentMap": {locale: html}}


def _shared(content: Content, article: Article) -> Properties:
    """Return what both objects say of the article."""
    properties = filled(
        attributedTo={"type": "Organization", "name": article.sheet.brand.name},
        url=article.sheet.url or article.link,
        published=article.published,
        updated=article.updated if article.updated != article.published else "",
        endTime=article.ends,
    )
    return properties | {"attachment": [_attachment(use) for use in article_files(content)]}


def _hashtag_address(tag: str, server: str, page: str) -> str:
    return f"https://{server}/tags/{quote(tag)}" if server else page


def _hashtags(text: str, address: Callable[[str], str]) -> list[Properties]:
    return [
        {"type": "Hashtag", "name": f"#{tag}"} | filled(href=address(tag))
        for tag in find_post_hashtags(text)
    ]


def _attachment(use: MediaUse) -> Properties:
    """Return a picture or a film; its ``name`` is what readers show as alternative text."""
    width, height = size_of(use)
    media_type = media_type_of(use)
    return {
        "type": "Video" if media_type.startswith("video/") else "Image",
        "mediaType": media_type,
        "url": use.url,
        "width": width,
        "height": height,
    } | filled(name=use.alt)
