"""Rich text with links to pages as public addresses.

Wagtail's own expansion links to the language of the person who happens to be logged in, and
without a host: a channel elsewhere in the world needs the story's language and a whole address.
"""

from typing import Any

from django.utils.html import escape
from wagtail.models import Locale, Page
from wagtail.rich_text.rewriters import LinkRewriter


def expand_links(html: str, locale: Locale) -> str:
    """Return stored rich text with whole addresses; a page that is not public loses its link."""

    def open_tags(links: list[dict[str, Any]]) -> list[str]:
        pages = Page.objects.live().in_bulk([int(link["id"]) for link in links])
        return [_open_tag(pages.get(int(link["id"])), locale) for link in links]

    return LinkRewriter(bulk_rules={"page": open_tags})(html)


def _open_tag(page: Page | None, locale: Locale) -> str:
    if page is None:
        return "<a>"
    translation = page.get_translations(inclusive=True).live().filter(locale=locale).first()
    return f'<a href="{escape((translation or page).full_url)}">'
