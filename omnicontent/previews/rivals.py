"""What the editor of a campaign is told about other campaigns."""

from collections.abc import Mapping, Sequence
from typing import Any, override

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from omnicontent.message.conflicts import Reason
from omnicontent.releases.conflicts import Rival, said
from omnicontent.stories.models import CampaignPage

ABOUT: dict[Reason, Any] = {"offer": _("the offer"), "promo_code": _("what the code stands for")}


class RivalsNote(Component):
    """The campaigns that promise something else, each with the way to its editor."""

    template_name = "previews/admin/rivals.html"

    def __init__(self, rivals: Sequence[Rival], user: Any) -> None:
        self._rivals = rivals
        self._user = user

    @override
    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        pages = CampaignPage.objects.in_bulk([rival.told.page_id for rival in self._rivals])
        return {"rows": [_row(rival, pages, self._user) for rival in self._rivals]}


def _row(rival: Rival, pages: Mapping[int, CampaignPage], user: Any) -> dict[str, str]:
    page, campaign = pages.get(rival.told.page_id), rival.told.campaign
    offer, period, code = said(campaign)
    editable = page is not None and page.permissions_for_user(user).can_edit()
    return {
        "title": campaign.name,
        "locale": campaign.locale,
        "url": reverse("wagtailadmin_pages:edit", args=[rival.told.page_id]) if editable else "",
        "offer": offer,
        "period": period,
        "code": code,
        "about": ", ".join(str(ABOUT[reason]) for reason in rival.reasons),
    }
