"""What people approved of a release, in the history of the pages whose words it tells."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wagtail.log_actions import log

from omnicontent.releases.models import Release, Variant
from omnicontent.stories.models import CampaignPage

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LOG_APPROVED = "releases.approve"


def log_approved(release: Release, variants: Iterable[Variant], user: "User | None") -> None:
    """Log, once in each language, on which channels a person approved a release."""
    channels: dict[str, list[str]] = {}
    for variant in variants:
        channels.setdefault(variant.locale, []).append(variant.channel)
    pages = dict(release.stories.values_list("locale", "page_id"))
    for locale, slugs in channels.items():
        page = CampaignPage.objects.filter(pk=pages[locale]).first()
        if page is not None:
            data = {"release": release.number, "channels": sorted(slugs)}
            log(instance=page, action=LOG_APPROVED, user=user, data=data)
