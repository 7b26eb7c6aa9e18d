"""From a campaign page, saved or not, to the frozen story that channels adapt. Reads only.

No file is opened: digest, size and captions were read when the media were uploaded.
"""

import re
from typing import Any

from django.conf import settings
from pydantic import ValidationError
from wagtail.models import Locale, Revision, Site

from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Brand, Image, Story, Video
from omnicontent.message.faults import fault_of
from omnicontent.phrases import phrase as _
from omnicontent.stories.body import to_blocks
from omnicontent.stories.completeness import find_faults, split_hashtags
from omnicontent.stories.errors import StoryError
from omnicontent.stories.facts import to_facts
from omnicontent.stories.fonts import fetch_fonts
from omnicontent.stories.masters import to_image, to_video
from omnicontent.stories.models import BrandSettings, CampaignPage
from omnicontent.stories.plug_in_facts import phrase_of
from omnicontent.stories.validators import CONTROL


def story_from_page(page: CampaignPage, revision: Revision | None = None) -> Story:
    """Return the page's story.

    ``revision`` is the one whose words the page shows. Without it they count as the latest ones.

    :raises StoryError: in plain words, with the page's field to mend.
    """
    _refuse_faults(page)
    locale = page.locale if page.locale_id else Locale.get_active()
    try:
        return Story(
            id=str(page.translation_key),
            locale=locale.language_code,
            headline=_line(page.headline),
            key_message=_line(page.key_message),
            summary=page.summary.strip(),
            body=tuple(to_blocks(page.body, locale)),
            hashtags=split_hashtags(page.hashtags),
            facts=to_facts(page),
            hero_image=_hero_image(page),
            hero_video=_hero_video(page),
            url=page.full_url or "",
            channels=_channels(page),
            overrides=_overrides(page.own_words),
            replaced=_replaced(page.own_words),
            forms=_forms(page.own_words),
            published_at=page.first_published_at,
            updated_at=revision.created_at if revision else page.latest_revision_created_at,
            brand=_brand(page),
            files_url=settings.WAGTAILADMIN_BASE_URL.rstrip("/") + settings.RENDITIONS_URL,
            oembed_url=settings.WAGTAILADMIN_BASE_URL.rstrip("/") + settings.OEMBED_URL,
        )
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        fault = fault_of(first, first["loc"], Story)
        raise StoryError(phrase_of(fault), field=field) from error


def _refuse_faults(page: CampaignPage) -> None:
    if not _line(page.headline):
        raise StoryError(_("Write a headline."), field="headline")
    if not _line(page.key_message):
        raise StoryError(_("Write the key message."), field="key_message")
    for field, message in find_faults(_values(page)).items():
        raise StoryError(message, field=field)


def _values(page: CampaignPage) -> dict[str, Any]:
    return {field.name: getattr(page, field.attname) for field in page._meta.local_concrete_fields}


def _line(text: str) -> str:
    # Pages written by programs skip the form's check for line breaks.
    return re.sub(CONTROL, " ", text).strip()


def _hero_image(page: CampaignPage) -> Image | None:
    master = page.hero_image
    return master and to_image(master, _line(page.hero_image_alt), field="hero_image")


def _hero_video(page: CampaignPage) -> Video | None:
    master = page.hero_video
    return master and to_video(master, field="hero_video")


def _channels(page: CampaignPage) -> tuple[str, ...]:
    installed = tuple(slug for slug in page.channels if slug in all_channels())
    if page.channels and not installed:
        raise StoryError(_("None of the chosen channels is installed."), field="channels")
    return installed


def _overrides(own_words: Any) -> dict[str, dict[str, str]]:
    overrides: dict[str, dict[str, str]] = {}
    for child in own_words:
        if child.block_type == "words" and child.value["text"].strip():
            parts = overrides.setdefault(child.value["channel"], {})
            parts[child.value["part"]] = child.value["text"].strip()
    return overrides


def _replaced(own_words: Any) -> dict[str, dict[str, str]]:
    replaced: dict[str, dict[str, str]] = {}
    for child in own_words:
        if child.block_type == "words" and child.value.get("replaced"):
            parts = replaced.setdefault(child.value["channel"], {})
            parts[child.value["part"]] = child.value["replaced"]
    return replaced


def _forms(own_words: Any) -> dict[str, str]:
    wanted = (child.value for child in own_words if child.block_type == "form")
    return {value["channel"]: value["form"] for value in wanted if value["form"]}


def _brand(page: CampaignPage) -> Brand:
    site = page.get_site() or Site.objects.filter(is_default_site=True).first()
    settings_of_site = BrandSettings.base_queryset().filter(site=site).first()
    if settings_of_site is None:
        return Brand()
    fetch_fonts([settings_of_site.fonts])
    return Brand(
        name=settings_of_site.name,
        color=settings_of_site.color,
        fonts=settings_of_site.fonts,
        postal_address=settings_of_site.postal_address,
        unsubscribe_url=settings_of_site.unsubscribe_url,
    )
