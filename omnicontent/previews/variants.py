"""Stored variants as previews read them: which one, its neighbors, and what was built of it."""

from django.http import Http404
from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext_lazy

from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from omnicontent.previews.differences import Payload
from omnicontent.releases.models import ApprovedVariant, Release, Variant
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.wording import channel_label

ALTERED = gettext_lazy("This was altered in the store after it was built. Publish again.")


def variant_of(page: CampaignPage, variant_id: int) -> Variant:
    """Return the campaign's variant with this id, with its release.

    :raises Http404: there is none, or it is another campaign's.
    """
    found = Variant.objects.select_related("release").filter(pk=variant_id)
    variant = found.filter(release__campaign=page.translation_key).first()
    if variant is None:
        raise Http404
    return variant


def neighbors(release: Release, variant: Variant) -> tuple[Variant | None, Variant | None]:
    """Return the variants of the same language before and after this one, by channel."""
    same = list(release.variants.filter(locale=variant.locale).only("pk", "channel", "locale"))
    place = [one.pk for one in same].index(variant.pk)
    before = same[place - 1] if place else None
    return before, next(iter(same[place + 1 :]), None)


def name_channel(slug: str) -> str:
    """Return the channel's name; its slug where it is no longer installed."""
    channel = all_channels().get(slug)
    return channel_label(channel.spec) if channel else capfirst(slug)


def place_in_words(channel: str, locale: str) -> str:
    """Return a channel and a language as people call them."""
    return f"{name_channel(channel)} ({language_name(locale)})"


def language_name(code: str) -> str:
    """Return what the reader's language calls a language, with its code where that says more."""
    try:
        known = get_language_info(code.lower())
    except KeyError:
        return code
    name = str(known["name_translated"])
    return name if known["code"] == code.lower() else f"{name} ({code})"


def content_of(row: Variant | ApprovedVariant) -> Content:
    """Return what the channel made of the story."""
    return Content.model_validate(row.content)


def rendered_of(variant: Variant) -> Rendered:
    """Return the payload as it was built."""
    body = bytes(variant.body or b"")
    return Rendered(media_type=variant.media_type, body=body, file_name=variant.file_name)


def story_of(variant: Variant) -> Story:
    """Return the story that the variant tells."""
    pinned = variant.release.stories.get(locale=variant.locale)
    return Story.model_validate(pinned.story)


def payload_of(row: Variant | ApprovedVariant, story: Story | None = None) -> Payload:
    """Return what is compared of a variant."""
    return Payload(content_of(row), row.media_type, bytes(row.body or b""), story)
