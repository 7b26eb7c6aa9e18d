"""What the editor of a campaign is told about other campaigns."""

from collections.abc import Mapping, Sequence
from typing import Any, override

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component

from omnicontent.message.conflicts import Reason
from omnicontent.previews.panels import campaigns_for
from omnicontent.releases.conflicts import Rival, said
from omnicontent.stories.models import CampaignPage

ABOUT: dict[Reason, Any] = {
    "offer": gettext_lazy("the offer"),
    "promo_code": gettext_lazy("what the code stands for"),
}


class RivalsNote(Component):
    """The campaigns that promise something else, each with the way to its editor.

    Of one that the user may not see, no more than that there is one.
    """

    template_name = "previews/admin/rivals.html"

    def __init__(self, rivals: Sequence[Rival], user: Any) -> None:
        self._rivals = rivals
        self._user = user

    @override
    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        ids = [rival.told.page_id for rival in self._rivals]
        pages = campaigns_for(self._user).in_bulk(ids)
        return {"rows": [_row(rival, pages, self._user) for rival in self._rivals]}


def _row(rival: Rival, pages: Mapping[int, CampaignPage], user: Any) -> dict[str, str]:
    about = ", ".join(str(ABOUT[reason]) for reason in rival.reasons)
    page, campaign = pages.get(rival.told.page_id), rival.told.campaign
    if page is None:
        return {"title": _("Another campaign (ask an administrator)"), "about": about}
    offer, period, code = said(campaign)
    editable = page.permissions_for_user(user).can_edit()
    return {
        "title": campaign.name,
        "locale": campaign.locale,
        "url": reverse("wagtailadmin_pages:edit", args=[page.pk]) if editable else "",
        "offer": offer,
        "period": period,
        "code": code,
        "about": about,
    }
