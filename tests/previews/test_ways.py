"""Who may not edit a campaign is led to its board, and nowhere where Wagtail sends them away."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from omnicontent.releases.models import Release, Variant
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


def test_a_reviewer_is_led_to_the_editor_while_a_campaign_waits(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    client = login(group=MARKETERS)
    make_release(campaign)
    edit_url = reverse("wagtailadmin_pages:edit", args=[campaign.pk])
    for submitted in (False, True):
        if submitted:
            campaign.save_revision()
            campaign.get_workflow().start(campaign, None)
        ways = Seen(client.get(reverse("campaign_releases")).content.decode()).values("a", "href")
        assert (edit_url in ways) == submitted
        assert (client.get(edit_url).status_code == 200) == submitted


@pytest.mark.parametrize(("group", "edits"), [(EDITORS, True), (MARKETERS, False)])
def test_only_who_may_edit_is_led_to_the_field_of_an_issue(
    campaign: CampaignPage, login: Callable[..., Client], group: str, edits: bool
) -> None:
    client = login(group=group)
    told = {"code": "too_long", "message": "Too long.", "field": "headline", "severity": "error"}
    fault = told | {"channel": "sms", "locale": "en"}
    make_release(campaign, state=Release.State.BLOCKED, reason="Too long.", issues=[fault])
    Variant.objects.update(issues=[told])
    field_url = reverse("wagtailadmin_pages:edit", args=[campaign.pk]) + "#id_headline"
    board = client.get(reverse("campaign_board", args=[campaign.pk])).content.decode()
    assert "Too long." in board
    assert (field_url in Seen(board).values("a", "href")) == edits
    (line,) = client.get(reverse("campaign_build", args=[campaign.pk])).json()["faults"]
    assert line["url"] == (field_url if edits else "")


def pages_of(campaign: CampaignPage) -> list[str]:
    """Return the pages that lead to a campaign."""
    names = ("campaign_board", "campaign_issues", "campaign_share")
    variant = Variant.objects.get(channel="sms")
    return [
        reverse("wagtailadmin_home"),
        *(reverse(name, args=[campaign.pk]) for name in names),
        reverse("campaign_variant", args=[campaign.pk, variant.pk]),
    ]
