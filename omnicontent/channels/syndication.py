"""An article as the one item of a feed: RSS 2.0, Atom and JSON Feed 1.1.

https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287,
https://www.jsonfeed.org/version/1.1/. Each document is a whole feed without its own address.
Pictures and films are ``media:content`` in RSS: an ``enclosure`` needs their bytes, unknown before
encoding. Templates and no feed library: feedgen dates feeds by the clock.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

from omnicontent.channels.articles import (
    Article,
    article_files,
    hero_picture,
    item_id,
    media_type_of,
    size_of,
)
from omnicontent.channels.content import Content, Issue, MediaUse
from omnicontent.channels.payloads import filled
from omnicontent.channels.sheets import text_direction
from omnicontent.channels.templates import render_template
from omnicontent.phrases import phrase as _
from omnicontent.text.markup import text_with_links, xml_text

type Item = dict[str, Any]

_CONTENT = {
    "rss": "{http://purl.org/rss/1.0/modules/content/}encoded",
    "atom": "{http://www.w3.org/2005/Atom}content",
}
"""The element with the article's markup."""


def feed_item(
    content: Content, article: Article, html: str, *, title: str, summary: str, tags: list[str]
) -> Item:
    """Return what all three documents say, free of characters that XML can't hold.

    ``html`` is the article's body; all else is plain text.
    """
    if text_direction(content.locale) == "rtl":  # only Atom says the language of an item
        html = f'<div dir="rtl">{html}</div>'
    hero, summary = hero_picture(content), xml_text(summary.strip())
    return {
        **article.model_dump(include={"id", "link", "published", "updated"}),
        "feed_id": item_id("feed", article.id),
        "title": xml_text(title.strip()),
        "summary": summary,
        "summary_html": escape(summary),
        "tags": [xml_text(tag) for tag in tags],
        "site": _site(article.sheet.url or article.link),
        "name": xml_text(article.sheet.brand.name),
        "language": content.locale,
        "rfc_822": {name: _rfc_822(getattr(article, name)) for name in ("published", "updated")},
        "html": xml_text(html),
        "image": hero.url if hero else "",
        "files": [_file(use) for use in article_files(content)],
    }


def feed_documents(item: Item) -> dict[str, object]:
    """Return ``rss`` and ``atom`` as XML and ``json_feed`` as an object.

    Without any date there is no Atom: it must say when it was changed.
    """
    atom = _xml("atom", item) if item["updated"] else ""
    return filled(rss=_xml("rss", item), atom=atom, json_feed=_json_feed(item))


def check_date(article: Article) -> Iterator[Issue]:
    """Yield a warning where no date is known."""
    if not article.updated:
        yield Issue.of(
            "missing_date",
            _("There is no Atom feed without a date: publish the campaign, or set published_at."),
            severity="warning",
            field="published_at",
        )


def feed_words(documents: Mapping[str, Any]) -> str:
    """Return what readers show of the documents: their markup decoded."""
    (item,) = documents["json_feed"]["items"]
    markup = [item["content_html"]]
    for name, tag in _CONTENT.items():
        if name in documents:
            feed = fromstring(documents[name])  # noqa: S314 - our own document
            markup += [found.text or "" for found in feed.iter(tag)]
    words = [item.get("title", ""), item.get("summary", ""), *item.get("tags", ())]
    return "\n\n".join([*words, *(text_with_links(html) for html in markup)])


def _file(use: MediaUse) -> dict[str, object]:
    width, height = size_of(use)
    media_type = media_type_of(use)
    return {
        "url": use.url,
        "type": media_type,
        "medium": media_type.partition("/")[0],
        "width": width,
        "height": height,
        "title": xml_text(use.alt),
    }


def _xml(name: str, item: Item) -> str:
    return render_template(f"syndication/{name}.xml", item, item["language"]).strip() + "\n"


def _json_feed(item: Item) -> dict[str, object]:
    """Leave out what the story does not say: an empty address or date is no address or date."""
    entry = filled(
        id=item["id"],
        url=item["link"],
        title=item["title"],
        summary=item["summary"],
        content_html=item["html"],
        image=item["image"],
        date_published=item["published"],
        date_modified=item["updated"],
        tags=item["tags"],
        language=item["language"],
        attachments=[
            {"url": file["url"], "mime_type": file["type"], "title": file["title"]}
            for file in item["files"]
        ],
    )
    feed = filled(
        version="https://jsonfeed.org/version/1.1",
        title=item["name"],
        home_page_url=item["site"],
        language=item["language"],
        authors=[{"name": item["name"]}],
    )
    return feed | {"items": [entry]}


def _rfc_822(moment: str) -> str:
    return format_datetime(datetime.fromisoformat(moment)) if moment else ""


def _site(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/" if address else ""
