"""Who may not edit a campaign is led to its board, and nowhere where Wagtail sends them away."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from omnicontent.releases.models import Variant
from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen
from tests.previews.test_builds import make_release

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("group", "edits"), [(EDITORS, True), (MARKETERS, False)])
def test_every_way_to_a_campaign_is_open(
    campaign: CampaignPage, login: Callable[..., Client], group: str, edits: bool
) -> None:
    client = login(group=group)
    make_release(campaign)
    edit_url = reverse("wagtailadmin_pages:edit", args=[campaign.pk])
    assert (client.get(edit_url).status_code == 200) == edits
    for address in pages_of(campaign):
        answer = client.get(address)
        assert answer.status_code == 200, address
        ways = set(Seen(answer.content.decode()).values("a", "href"))
        assert (edit_url in ways) == edits, address


def pages_of(campaign: CampaignPage) -> list[str]:
    """Return the pages that lead to a campaign."""
    names = ("campaign_board", "campaign_issues", "campaign_share")
    variant = Variant.objects.get(channel="sms")
    return [
        reverse("wagtailadmin_home"),
        *(reverse(name, args=[campaign.pk]) for name in names),
        reverse("campaign_variant", args=[campaign.pk, variant.pk]),
    ]
