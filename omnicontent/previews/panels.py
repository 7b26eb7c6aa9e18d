"""The dashboard's panel of releases."""

from collections.abc import Mapping
from typing import Any, override

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from omnicontent.previews.builds import sentence
from omnicontent.releases.models import Release
from omnicontent.releases.selectors import progress
from omnicontent.stories.models import CampaignPage

SHOWN = 5


class CampaignReleasesPanel(Component):
    """The newest releases of the campaigns that the user may see."""

    name = "campaign_releases"
    template_name = "previews/admin/releases_panel.html"
    order = 150

    @override
    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        return releases_context(parent_context["request"].user)


def releases_context(user: AbstractBaseUser | AnonymousUser) -> dict[str, object]:
    """Return the newest releases that the user may see, and whether one is being built."""
    pages = _pages_by_campaign(user)
    releases = Release.objects.filter(campaign__in=pages.keys()).order_by("-created_at", "-pk")
    builds = [progress(release) for release in releases[:SHOWN]]
    rows = [
        {
            "build": build,
            "sentence": sentence(build),
            "percent": round(100 * build.share),
            "url": reverse("wagtailadmin_pages:edit", args=[pages[build.release.campaign]]),
        }
        for build in builds
    ]
    return {"rows": rows, "busy": any(not build.is_over for build in builds)}


def campaigns_for(user: AbstractBaseUser | AnonymousUser) -> Any:
    """Return the campaign pages that the user may see in the admin."""
    seen = policy_registry.get_by_type(CampaignPage).explorable_instances(user)
    return CampaignPage.objects.filter(pk__in=seen.values("pk"))


def _pages_by_campaign(user: AbstractBaseUser | AnonymousUser) -> dict[Any, int]:
    """Return one page for each campaign: the eldest, which others translate."""
    pages = campaigns_for(user).order_by("-pk").values_list("translation_key", "pk")
    return dict(pages)
