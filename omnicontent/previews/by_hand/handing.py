"""Which variants are handed out, and to whom: whoever sees the campaign in the admin."""

from http import HTTPStatus

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from omnicontent.previews.errors import NotHandedOutError
from omnicontent.previews.panels import campaign_for
from omnicontent.previews.variants import ALTERED, variant_of
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
    page = campaign_for(user, page_id)
    if page is None:
        raise PermissionDenied
    variant = variant_of(page, variant_id)
    if why := why_not(variant):
        raise NotHandedOutError(why)
    try:
        return page, require_unaltered(variant)
    except AlteredVariantError as error:
        raise NotHandedOutError(str(ALTERED), HTTPStatus.INTERNAL_SERVER_ERROR) from error


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
