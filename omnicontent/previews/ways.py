"""Where somebody is sent: back after pressing a button, or to a campaign."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from omnicontent.stories.models import CampaignPage


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Return the page that the button stands on, as posted; ``otherwise`` if it is not ours."""
    url = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        url, {request.get_host()}, require_https=request.is_secure()
    )
    return url if ours else otherwise


def campaign_url(user: Any, page: CampaignPage) -> str:
    """Return where the user finds the campaign: its editor, or its board if only others may edit.

    Wagtail sends who may not edit back to the dashboard, with a complaint.
    """
    may_edit = page.permissions_for_user(user).can_edit()
    name = "wagtailadmin_pages:edit" if may_edit else "campaign_board"
    return reverse(name, args=[page.pk])
