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

_CONTEXT = [
    "https://www.w3.org/ns/activitystreams",
    {"Hashtag": "as:Hashtag", "sensitive": "as:sensitive"},
]


def article_with_note(
    content: Content,
    article: Article,
    html: str,
    *,
    name: str,
    note: str,
    warning: str,
    server: str,
) -> dict[str, object]:
    """Return the Article, its Note as ``preview``; both are valid alone.

    ``html`` is the article's body, ``note`` plain text. ``warning`` hides both behind its words.
    Hashtags lead to ``server``, or where none is known to the article's page.
    """
    locale = content.locale
    address = partial(_hashtag_address, server=server, page=article.sheet.url)
    files = [_attachment(use) for use in article_files(content)]
    pictures = (file for file in files if file["type"] == "Image")
    shared = _properties(article) | {"sensitive": bool(warning), "attachment": files}
    shared |= filled(summary=warning, tag=_hashtags(note, address))
    return {
        "@context": _CONTEXT,
        "type": "Article",
        "id": item_id("Article", article.id),
        "name": name,
        "nameMap": {locale: name},
        **_words(safe_markup(html), locale),
        **shared,
        **filled(image=next(pictures, None)),
        "preview": {
            "type": "Note",
            "id": item_id("Note", article.id),
            **_words(post_html(note, address), locale),
            **shared,
        },
    }


def article_words(document: dict[str, Any]) -> str:
    """Return the words of both objects as readers see them, markup decoded."""
    objects = (document, document["preview"])
    words = [document["name"], document.get("summary", "")]
    return "\n".join([*words, *(text_with_links(one["content"]) for one in objects)])


def _words(html: str, locale: str) -> dict[str, object]:
    return {"mediaType": "text/html", "content": html, "contentMap": {locale: html}}


def _properties(article: Article) -> dict[str, object]:
    return filled(
        attributedTo={"type": "Organization", "name": article.sheet.brand.name},
        url=article.sheet.url or article.link,
        published=article.published,
        updated=article.updated if article.updated != article.published else "",
        endTime=article.ends,
    )


def _hashtag_address(tag: str, server: str, page: str) -> str:
    return f"https://{server}/tags/{quote(tag)}" if server else page


def _hashtags(text: str, address: Callable[[str], str]) -> list[dict[str, object]]:
    return [
        {"type": "Hashtag", "name": f"#{tag}"} | filled(href=address(tag))
        for tag in find_post_hashtags(text)
    ]


def _attachment(use: MediaUse) -> dict[str, object]:
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
