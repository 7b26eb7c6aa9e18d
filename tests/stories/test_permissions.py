"""Who may do what: editors edit, marketers preview and approve, nobody else enters."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import Site, TaskState, Workflow

from omnicontent.media.geometry import Box
from omnicontent.media.marks import Keep, OwnCrop
from omnicontent.media.seen import FilmSeen, SeenShot
from omnicontent.stories.groups import ADMINISTRATORS, EDITORS
from omnicontent.stories.models import (
    BrandSettings,
    CampaignApprovalState,
    CampaignPage,
    MasterImage,
    MasterMedia,
)
from omnicontent.stories.services import set_up_site
from tests.stories.making import make_film, make_picture, posted

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:get_connection")


@pytest.fixture
def submitted(editor: Client, marketer: Client, campaign: CampaignPage) -> CampaignPage:
    """A campaign that an editor has submitted for approval, with a new headline."""
    response = editor.post(
        reverse("wagtailadmin_pages:edit", args=[campaign.pk]),
        posted(headline="Please approve") | {"action-submit": "1"},
    )
    assert response.status_code == 302
    page = CampaignPage.objects.get(pk=campaign.pk)
    assert page.workflow_in_progress
    return page


def edit_address(page: CampaignPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


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


def approve_address(page: CampaignPage) -> str:
    """Return the address of the dashboard's button."""
    state = page.current_workflow_task_state
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])


def button_address(client: Client, page: CampaignPage) -> str:
    """Return the address of the button in the reviewer's editor."""
    html = client.get(edit_address(page)).content.decode()
    (address,) = re.findall(r'data-w-action-url-value="([^"]*/approve/[^"]*)"', html)
    return unescape(address)


def save(client: Client, page: CampaignPage, headline: str) -> None:
    assert client.post(edit_address(page), posted(headline=headline)).status_code == 302
    saved = CampaignPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert saved.headline == headline


def test_the_editors_button_approves_what_it_stands_beside(
    marketer: Client, submitted: CampaignPage
) -> None:
    assert marketer.post(button_address(marketer, submitted))["Location"] == "/admin/"
    assert CampaignPage.objects.get(pk=submitted.pk).live


def test_words_saved_after_the_reviewers_look_are_not_approved(
    marketer: Client, editor: Client, submitted: CampaignPage
) -> None:
    address = button_address(marketer, submitted)
    save(editor, submitted, "Pay me instead")
    response = marketer.post(address)
    assert response["Location"] == edit_address(submitted)
    assert "the words have changed meanwhile" in str(*get_messages(response.wsgi_request))
    page = CampaignPage.objects.get(pk=submitted.pk)
    assert (page.live, page.workflow_in_progress) == (False, True)
    assert page.get_latest_revision_as_object().headline == "Pay me instead"
    marketer.post(button_address(marketer, submitted))  # now they are seen
    page.refresh_from_db()
    assert (page.live, page.headline) == (True, "Pay me instead")


def test_films_that_nobody_has_looked_at_are_not_approved(
    marketer: Client, submitted: CampaignPage, tmp_path: Path
) -> None:
    film = make_film(tmp_path, description="Cherries on a tree.")
    page = submitted.get_latest_revision_as_object()
    page.hero_video = film
    page.save_revision()
    address = button_address(marketer, submitted)
    response = marketer.post(address)
    assert response["Location"] == edit_address(submitted)
    assert "the windows of “Film” are still being chosen" in str(
        *get_messages(response.wsgi_request)
    )
    assert not CampaignPage.objects.get(pk=submitted.pk).live
    film.seen = FilmSeen(shots=(SeenShot(start=0, end=1),), cover_seconds=0).model_dump()
    film.save()
    marketer.post(address)  # the windows that were chosen since are not seen yet
    assert not CampaignPage.objects.get(pk=submitted.pk).live
    marketer.post(button_address(marketer, submitted))
    assert CampaignPage.objects.get(pk=submitted.pk).live


def test_words_written_over_the_seen_ones_are_not_approved(
    marketer: Client, submitted: CampaignPage
) -> None:
    address = button_address(marketer, submitted)
    revision = submitted.latest_revision
    draft = submitted.get_latest_revision_as_object()
    draft.headline = "Pay me instead"
    for url in (address, approve_address(submitted)):
        # As autosave does: the revision keeps its id.
        draft.save_revision(user=revision.user, overwrite_revision=revision)
        assert marketer.post(url)["Location"] == edit_address(submitted)
    assert not CampaignPage.objects.get(pk=submitted.pk).live


def mark(picture: MasterImage, **marks: object) -> None:
    picture.mark(picture.known_marks().model_copy(update=marks), by_hand=True)
    picture.save()


def move_keep_box(picture: MasterImage, film: MasterMedia) -> None:
    mark(picture, keep=(Keep(left=0.1, top=0.1, right=0.4, bottom=0.4),))


def crop_by_hand(picture: MasterImage, film: MasterMedia) -> None:
    mark(picture, crops=(OwnCrop(ratio=1, box=Box(left=0, top=0, right=0.5, bottom=0.7)),))


def cut_film(picture: MasterImage, film: MasterMedia) -> None:
    film.cut_end = 1
    film.save()


def choose_cover(picture: MasterImage, film: MasterMedia) -> None:
    film.cover_seconds = 1.5
    film.save()


def repaint_brand(picture: MasterImage, film: MasterMedia) -> None:
    BrandSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True), defaults={"color": "#123456"}
    )


@pytest.fixture
def illustrated(
    editor: Client, campaign: CampaignPage, picture: MasterImage, film: MasterMedia
) -> CampaignPage:
    """A campaign that an editor has submitted with a picture and, in its body, a film."""
    film.seen = FilmSeen(shots=(SeenShot(start=0, end=1),), cover_seconds=0).model_dump()
    film.description = "Cherries on a tree."
    film.save()
    body = [("film", {"video": film.pk, "caption": ""})]
    picked = {"hero_image": picture.pk, "hero_image_alt": "A tulip"}
    editor.post(edit_address(campaign), posted(body, **picked) | {"action-submit": "1"})
    page = CampaignPage.objects.get(pk=campaign.pk)
    assert page.workflow_in_progress
    return page


@pytest.mark.parametrize(
    "change", [move_keep_box, crop_by_hand, cut_film, choose_cover, repaint_brand]
)
def test_frames_moved_after_the_reviewers_look_are_not_approved(
    marketer: Client,
    illustrated: CampaignPage,
    picture: MasterImage,
    film: MasterMedia,
    change: Callable[[MasterImage, MasterMedia], None],
) -> None:
    address = button_address(marketer, illustrated)
    change(picture, film)
    for url in (address, approve_address(illustrated)):
        response = marketer.post(url)
        assert response["Location"] == edit_address(illustrated)
        said = [str(message) for message in get_messages(response.wsgi_request)][-1]
        assert "a picture, a film or the brand has changed meanwhile" in said
    assert not CampaignPage.objects.get(pk=illustrated.pk).live
    marketer.post(button_address(marketer, illustrated))  # now it is seen
    assert CampaignPage.objects.get(pk=illustrated.pk).live


def test_untouched_frames_are_approved_from_the_dashboard(
    marketer: Client, illustrated: CampaignPage
) -> None:
    marketer.post(approve_address(illustrated))
    assert CampaignPage.objects.get(pk=illustrated.pk).live


def test_frames_of_other_campaigns_may_move(marketer: Client, illustrated: CampaignPage) -> None:
    address = button_address(marketer, illustrated)
    mark(make_picture("other.png"), keep=(Keep(left=0.1, top=0.1, right=0.4, bottom=0.4),))
    marketer.post(address)
    assert CampaignPage.objects.get(pk=illustrated.pk).live


def test_what_was_handed_in_before_looks_were_kept_is_looked_at_again(
    marketer: Client, illustrated: CampaignPage
) -> None:
    CampaignApprovalState.objects.get().delete(keep_parents=True)
    plain = ContentType.objects.get_for_model(TaskState)
    TaskState.objects.update(content_type=plain)
    assert marketer.post(approve_address(illustrated))["Location"] == edit_address(illustrated)
    marketer.post(button_address(marketer, illustrated))
    assert CampaignPage.objects.get(pk=illustrated.pk).live


def test_the_dashboard_approves_only_what_was_handed_in(
    marketer: Client, editor: Client, submitted: CampaignPage
) -> None:
    save(editor, submitted, "Pay me instead")
    address = approve_address(submitted)
    assert marketer.post(address)["Location"] == edit_address(submitted)
    dialog = marketer.post(address, headers={"x-requested-with": "XMLHttpRequest"})
    assert dialog.json() == {"step": "success", "redirect": edit_address(submitted)}
    assert not CampaignPage.objects.get(pk=submitted.pk).live


def test_the_dashboard_approves_what_the_approver_saved(submitted: CampaignPage) -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    save(client, submitted, "Mended")
    client.post(approve_address(submitted))
    page = CampaignPage.objects.get(pk=submitted.pk)
    assert (page.live, page.headline) == (True, "Mended")


def test_changed_words_may_still_be_sent_back(
    marketer: Client, editor: Client, submitted: CampaignPage
) -> None:
    save(editor, submitted, "Pay me instead")
    state = submitted.current_workflow_task_state
    marketer.post(approve_address(submitted).replace("approve", "reject"), {"comment": "No"})
    state.refresh_from_db()
    assert state.status == "rejected"


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
