"""Which variants are handed out, and to whom: whoever sees the campaign in the admin."""

from http import HTTPStatus

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.story import Story
from omnicontent.previews.errors import NotHandedOutError
from omnicontent.previews.panels import campaigns_for
from omnicontent.releases.errors import AlteredVariantError
from omnicontent.releases.models import Release, Rendition, Variant
from omnicontent.releases.sealing import require_unaltered
from omnicontent.stories.models import CampaignPage


def find_variant(
    user: AbstractBaseUser | AnonymousUser, page_id: int, variant_id: int
) -> tuple[CampaignPage, Variant]:
    """Return the page and a variant of its campaign, which is exactly what was built.

    :raises PermissionDenied: the user may not see the page, or there is none.
    :raises Http404: the campaign has no such variant.
    :raises NotHandedOutError: it is not built, recalled or altered.
    """
    page = campaigns_for(user).filter(pk=page_id).first()
    if page is None:
        raise PermissionDenied
    variants = Variant.objects.select_related("release")
    variant = get_object_or_404(variants, pk=variant_id, release__campaign=page.translation_key)
    if why := why_not(variant):
        raise NotHandedOutError(why)
    try:
        return page, require_unaltered(variant)
    except AlteredVariantError as error:
        words = _("This was altered in the store after it was built. Publish again.")
        raise NotHandedOutError(words, HTTPStatus.INTERNAL_SERVER_ERROR) from error


def why_not(variant: Variant) -> str:
    """Say why a variant is not handed out, as far as its row tells; nothing where it is."""
    if variant.state != Variant.State.READY:
        return _("This is not built yet.")
    if variant.release.state == Release.State.RECALLED:
        return _("This release was recalled: do not post it.")
    return ""


def has_all_files(variant: Variant) -> bool:
    """Tell whether every picture and film of the variant is made."""
    return not variant.renditions.exclude(state=Rendition.State.READY).exists()


def rendered_of(variant: Variant) -> Rendered:
    """Return the payload as it was built."""
    body = bytes(variant.body or b"")
    return Rendered(media_type=variant.media_type, body=body, file_name=variant.file_name)


def content_of(variant: Variant) -> Content:
    """Return what the channel made of the story."""
    return Content.model_validate(variant.content)


def story_of(variant: Variant) -> Story:
    """Return the story that the variant tells."""
    pinned = variant.release.stories.get(locale=variant.locale)
    return Story.model_validate(pinned.story)
