"""The oEmbed endpoint: what other sites may show of a campaign's page, as its live release says.

https://oembed.com/#section2
"""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from omnicontent.channels.content import Content
from omnicontent.channels.embeds import Answer, Embed, describe_embed
from omnicontent.channels.registry import all_channels
from omnicontent.releases.errors import AlteredVariantError
from omnicontent.releases.models import PinnedStory
from omnicontent.releases.sealing import require_unaltered
from omnicontent.releases.selectors import live_releases
from omnicontent.stories.models import CampaignPage
from omnicontent.text.links import drop_tracking
from omnicontent.text.markup import xml_text


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """Answer how to show the page at ``url`` within ``maxwidth`` and ``maxheight`` pixels."""
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return _refuse(501, _("Ask for the format json or xml."))
    try:
        room = {name: _pixels(request, name) for name in ("maxwidth", "maxheight")}
    except ValueError:
        return _refuse(400, _("maxwidth and maxheight are numbers of pixels, 1 or more."))
    pinned = _pinned_at(request.GET.get("url", ""))
    page = CampaignPage.objects.live().filter(pk=pinned.page_id).first() if pinned else None
    if pinned is None or page is None:
        return _refuse(404, _("No campaign is live at this address."))
    if not all(one.accept_request(request) for one in page.get_view_restrictions()):
        return _refuse(401, _("This page is not for everybody."))
    try:
        embed = _embed_of(pinned)
    except AlteredVariantError:
        return _refuse(500, _("This page can't be shown: it is not what was published."))
    if embed is None:
        return _refuse(404, _("This page can't be shown elsewhere."))
    return _respond(describe_embed(embed, room["maxwidth"], room["maxheight"]), form)


def _pixels(request: HttpRequest, name: str) -> int | None:
    value = request.GET.get(name)
    if value is None:
        return None
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise ValueError(name)
    return int(value)


def _pinned_at(url: str) -> PinnedStory | None:
    """Return the live story whose page says that this is its address."""
    live = PinnedStory.objects.filter(release__in=live_releases())
    return live.filter(story__url__in=list(_spellings(url))).first()


def _spellings(url: str) -> Iterator[str]:
    """Yield the address as it may be pinned: readers share it with tracking, a fragment, http."""
    try:
        parts = urlsplit(drop_tracking(url))
    except ValueError:
        return
    path = parts.path.rstrip("/")
    for scheme in ("https", "http"):
        for ending in ("/", ""):
            yield urlunsplit((scheme, parts.netloc.lower(), path + ending, parts.query, ""))


def _embed_of(pinned: PinnedStory) -> Embed | None:
    slug = settings.CAMPAIGN_PAGE_CHANNEL
    channel = all_channels().get(slug)
    variant = pinned.release.variants.filter(channel=slug, locale=pinned.locale).first()
    if channel is None or variant is None or variant.content is None:
        return None
    return channel.embed(Content.model_validate(require_unaltered(variant).content))


def _respond(answer: Answer, form: str) -> HttpResponse:
    if form == "json":
        response = HttpResponse(json.dumps(answer), content_type="application/json")
    else:
        response = HttpResponse(_xml(answer), content_type="text/xml; charset=utf-8")
    response["Cache-Control"] = "no-cache"  # kept, but asked about: a recall holds at once
    return response


def _xml(answer: Answer) -> bytes:
    root = Element("oembed")
    for name, value in answer.items():
        SubElement(root, name).text = xml_text(str(value))
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return (head + tostring(root, encoding="unicode")).encode()


def _refuse(status: int, words: str) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
