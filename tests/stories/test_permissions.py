"""Who may do what: editors edit, marketers preview and approve, nobody else enters."""

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import Workflow

from omnicontent.stories.groups import ADMINISTRATORS, EDITORS
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.services import set_up_site
from tests.stories.making import edit_address, posted

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:get_connection")


def test_a_marketer_finds_campaigns_and_sees_drafts(
    marketer: Client, campaign: CampaignPage
) -> None:
    campaign.headline = "Only a draft"
    campaign.save_revision()
    listing = marketer.get("/admin/all-campaigns/")
    assert "Tulips" in listing.content.decode()
    draft = marketer.get(reverse("wagtailadmin_pages:view_draft", args=[campaign.pk]))
    assert draft.status_code == 200


def test_a_marketer_may_not_edit(marketer: Client, campaign: CampaignPage) -> None:
    address = edit_address(campaign)
    assert marketer.get(address).status_code == 302
    marketer.post(address, posted(headline="Changed") | {"action-publish": "1"})
    assert CampaignPage.objects.get(pk=campaign.pk).headline == campaign.headline


def test_a_marketer_may_not_edit_while_reviewing(
    marketer: Client, submitted: CampaignPage
) -> None:
    address = edit_address(submitted)
    shown = marketer.get(address)
    assert shown.context["locked_for_user"]
    assert "Approve and publish" in shown.content.decode()
    assert "until it is approved or sent back" in shown.content.decode()
    assert "Only reviewers" not in shown.content.decode()
    for action in ("action-publish", "action-save", "action-workflow-action"):
        data = posted(headline="Changed") | {action: "1", "workflow-action-name": "approve"}
        marketer.post(address, data)
    assert submitted.get_latest_revision_as_object().headline == "Please approve"
    assert not CampaignPage.objects.get(pk=submitted.pk).live


def test_a_marketer_sees_every_channel_of_what_awaits_approval(
    marketer: Client, submitted: CampaignPage
) -> None:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[submitted.pk])
    assert marketer.post(address, posted(headline="Sneaked in")).json() == {
        "is_valid": True,
        "is_available": True,
    }
    for mode, _label in submitted.preview_modes:
        shown = marketer.get(address, {"mode": mode, "in_preview_panel": "true"})
        assert shown.status_code == 200
        assert shown["X-Frame-Options"] == "SAMEORIGIN"
        assert "Sneaked in" not in shown.content.decode()
    assert not list(get_messages(marketer.get("/admin/").wsgi_request))


def test_a_stranger_sees_no_preview(campaign: CampaignPage) -> None:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[campaign.pk])
    assert Client().get(address).status_code == 302


def test_a_marketer_approves_and_the_campaign_is_published(
    marketer: Client, submitted: CampaignPage
) -> None:
    state = submitted.current_workflow_task_state
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", state.pk]
    )
    assert marketer.post(address, {"next": "/admin/"}).status_code == 302
    page = CampaignPage.objects.get(pk=submitted.pk)
    assert (page.headline, page.has_unpublished_changes) == ("Please approve", False)


def test_a_marketer_sends_back_with_a_comment(marketer: Client, submitted: CampaignPage) -> None:
    state = submitted.current_workflow_task_state
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[submitted.pk, "reject", state.pk]
    )
    marketer.post(address, {"comment": "Too loud", "next": "/admin/"})
    state.refresh_from_db()
    assert (state.status, state.comment) == ("rejected", "Too loud")


def test_an_incomplete_campaign_is_not_submitted(editor: Client, campaign: CampaignPage) -> None:
    response = editor.post(
        edit_address(campaign), posted(offer_type="price") | {"action-submit": "1"}
    )
    assert "offer_value" in response.context["form"].errors
    assert not CampaignPage.objects.get(pk=campaign.pk).workflow_in_progress


def test_an_administrator_edits_a_campaign_under_review(submitted: CampaignPage) -> None:
    user = User.objects.create_user("admin", "admin@localhost", "secret")
    user.groups.add(Group.objects.get(name=ADMINISTRATORS))
    client = Client()
    client.force_login(user)
    response = client.post(
        edit_address(submitted), posted(headline="Mended") | {"action-publish": "1"}
    )
    assert response.status_code == 302
    assert CampaignPage.objects.get(pk=submitted.pk).headline == "Mended"


def test_a_stranger_stays_outside(campaign: CampaignPage) -> None:
    assert Client().get(edit_address(campaign)).status_code == 302


def test_setting_up_twice_keeps_what_an_administrator_changed(db: None) -> None:
    set_up_site()
    group = Group.objects.get(name=EDITORS)
    group.page_permissions.all().delete()
    workflow = Workflow.objects.get(name="Campaign approval")
    workflow.active = False
    workflow.save()
    set_up_site()
    assert not group.page_permissions.exists()
    assert not Workflow.objects.get(name="Campaign approval").active
