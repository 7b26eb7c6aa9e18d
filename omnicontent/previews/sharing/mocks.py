"""A stored variant as guests see it: the mock alone, without a word for editors."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from omnicontent.previews.drafts import telling_faults
from omnicontent.previews.drawing import draw_draft
from omnicontent.previews.errors import NoPreviewError
from omnicontent.previews.media import shown_media
from omnicontent.previews.sharing.tiles import name_in_words
from omnicontent.previews.stored import stored_draft
from omnicontent.releases.models import Variant


def draw_for_guests(request: HttpRequest, variant: Variant) -> HttpResponse:
    """Draw the very bytes that were built; say so where they can't be drawn."""
    surroundings = {
        "channel_name": name_in_words(variant),
        "theme": "system",
        "ui_language": translation.get_language(),
        "bare": True,
        "scriptless": True,
    }
    try:
        with telling_faults(variant.channel):
            draft = replace(stored_draft(variant), issues=())
            media = shown_media(draft.content, draft.story, cropped=draft.has_html)
            html = draw_draft(
                draft, page_id=None, media=media, surroundings=surroundings, request=request
            )
    except NoPreviewError:
        html = render_to_string("previews/sharing/no_mock.html", surroundings, request)
    return HttpResponse(html)
