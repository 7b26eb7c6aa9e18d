"""Approving in the editor's own form: what was typed there counts, and is kept."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from omnicontent.media.marks import Keep
from omnicontent.stories import reviewed_edit
from omnicontent.stories.models import CampaignPage, MasterImage, MasterMedia
from omnicontent.stories.reviewed_edit import ReviewedEdit
from tests.stories.making import (
    WORDS,
    edit_address,
    make_film,
    make_picture,
    mark,
    picture_file,
    posted,
)

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:get_connection")
KEEP = (Keep(left=0.1, top=0.1, right=0.4, bottom=0.4),)


@pytest.fixture
def admin(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    return client


def shown_looks(client: Client, page: CampaignPage, address: str = "") -> str:
    """Return what the form says of the pictures that it stands beside."""
    html = client.get(address or edit_address(page)).content.decode()
    (looks,) = re.findall(r'<input type="hidden" name="shown_looks" value="([^"]*)"', html)
    return unescape(looks)


def approve(client: Client, page: CampaignPage, looks: str | None, **typed: Any) -> str:
    """Approve in the form; return what the editor says last."""
    film = page.get_latest_revision_as_object().body[0].value["video"]
    picked = {"hero_image": page.get_latest_revision_as_object().hero_image_id}
    data = posted([("film", {"video": film.pk, "caption": ""})], **picked, hero_image_alt="Tulip")
    data |= {"action-workflow-action": "true", "workflow-action-name": "approve", **typed}
    response = client.post(edit_address(page), data | ({"shown_looks": looks} if looks else {}))
    assert response.status_code == 302
    return next(str(message) for message in get_messages(response.wsgi_request))


def words_of(page: CampaignPage) -> str:
    return CampaignPage.objects.get(pk=page.pk).get_latest_revision_as_object().headline


def is_live(page: CampaignPage) -> bool:
    return CampaignPage.objects.get(pk=page.pk).live


def take_another_picture(page: CampaignPage) -> None:
    """Save it with another hero picture, as a colleague would."""
    draft = page.get_latest_revision_as_object()
    draft.hero_image = make_picture("lily.png")
    draft.save_revision()


def test_what_was_typed_beside_the_seen_frames_is_approved(
    admin: Client, illustrated: CampaignPage
) -> None:
    looks = shown_looks(admin, illustrated)
    assert len(json.loads(looks)) == 3  # a picture, a film and the brand
    approve(admin, illustrated, looks, headline="Mended")
    assert (is_live(illustrated), words_of(illustrated)) == (True, "Mended")


def test_frames_moved_after_the_form_was_drawn_are_not_approved_and_the_words_are_kept(
    admin: Client, illustrated: CampaignPage, picture: MasterImage
) -> None:
    looks = shown_looks(admin, illustrated)
    mark(picture, keep=KEEP)
    said = approve(admin, illustrated, looks, headline="Mended")
    assert "a picture, a film or the brand has changed meanwhile" in said
    assert (is_live(illustrated), words_of(illustrated)) == (False, "Mended")
    assert CampaignPage.objects.get(pk=illustrated.pk).workflow_in_progress
    approve(admin, illustrated, shown_looks(admin, illustrated), headline="Mended")
    assert is_live(illustrated)


def test_a_picture_that_others_took_out_meanwhile_is_compared_all_the_same(
    admin: Client, illustrated: CampaignPage, picture: MasterImage
) -> None:
    looks = shown_looks(admin, illustrated)
    take_another_picture(illustrated)
    mark(picture, keep=KEEP)
    said = approve(admin, illustrated, looks, hero_image=picture.pk)
    assert "has changed meanwhile" in said
    assert not is_live(illustrated)


def test_an_older_revision_is_approved_as_its_own_form_shows_it(
    admin: Client, illustrated: CampaignPage, picture: MasterImage
) -> None:
    old = illustrated.latest_revision
    take_another_picture(illustrated)
    address = reverse("wagtailadmin_pages:revisions_revert", args=[illustrated.pk, old.pk])
    looks = shown_looks(admin, illustrated, address)
    mark(picture, keep=KEEP)
    said = approve(admin, illustrated, looks, hero_image=picture.pk)
    assert "has changed meanwhile" in said
    assert not is_live(illustrated)


def test_what_could_not_be_told_yet_is_looked_at_once_it_can(
    admin: Client, illustrated: CampaignPage
) -> None:
    page = illustrated.get_latest_revision_as_object()
    page.key_message = ""
    page.save_revision(clean=False)
    looks = shown_looks(admin, illustrated)
    assert looks == "null"
    assert "could not be shown beside this form yet" in approve(admin, illustrated, looks)
    approve(admin, illustrated, shown_looks(admin, illustrated))
    assert is_live(illustrated)


def test_a_second_yes_at_the_same_time_saves_what_was_typed(
    admin: Client, illustrated: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = shown_looks(admin, illustrated)

    act = ReviewedEdit.perform_workflow_action

    def act_later(view: ReviewedEdit) -> Any:
        state = CampaignPage.objects.get(pk=illustrated.pk).current_workflow_task_state
        state.task.specific.on_action(state, User.objects.get(username="admin"), "approve")
        return act(view)

    monkeypatch.setattr(ReviewedEdit, "perform_workflow_action", act_later)
    approve(admin, illustrated, looks, headline="Mended")
    assert words_of(illustrated) == "Mended"
    row = CampaignPage.objects.get(pk=illustrated.pk)
    assert (row.live, row.headline, row.has_unpublished_changes) == (True, WORDS["headline"], True)


def test_a_frame_that_moves_while_the_yes_waits_is_not_approved(
    admin: Client, illustrated: CampaignPage, picture: MasterImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = shown_looks(admin, illustrated)
    monkeypatch.setattr(reviewed_edit, "hold_media", lambda stories: mark(picture, keep=KEEP))
    assert "has changed meanwhile" in approve(admin, illustrated, looks)
    assert not is_live(illustrated)


def test_a_form_that_shows_no_frames_approves_none(
    admin: Client, illustrated: CampaignPage
) -> None:
    assert "could not be shown beside this form yet" in approve(admin, illustrated, None)
    assert not is_live(illustrated)


def test_another_file_in_the_place_of_the_seen_one_is_not_approved(
    admin: Client, illustrated: CampaignPage, picture: MasterImage
) -> None:
    looks = shown_looks(admin, illustrated)
    picture.file = picture_file("other.jpg")
    picture.save()
    assert "has changed meanwhile" in approve(admin, illustrated, looks)
    assert not is_live(illustrated)


def test_a_picture_chosen_in_the_form_is_seen_there(
    admin: Client, illustrated: CampaignPage
) -> None:
    looks = shown_looks(admin, illustrated)
    lily = make_picture("lily.png")
    approve(admin, illustrated, looks, hero_image=lily.pk)
    assert is_live(illustrated)
    assert CampaignPage.objects.get(pk=illustrated.pk).hero_image == lily


def test_a_film_that_nobody_has_looked_at_is_not_approved(
    admin: Client, illustrated: CampaignPage, tmp_path: Path
) -> None:
    looks = shown_looks(admin, illustrated)
    new = make_film(tmp_path, description="Plums on a tree.")
    MasterMedia.objects.filter(pk=new.pk).update(sha256="0" * 64, title="Plums")
    said = approve(admin, illustrated, looks, hero_video=new.pk)
    assert "the windows of “Plums” are still being chosen" in said
    assert not is_live(illustrated)


def test_sending_back_asks_for_no_look(
    admin: Client, illustrated: CampaignPage, picture: MasterImage
) -> None:
    looks = shown_looks(admin, illustrated)
    mark(picture, keep=KEEP)
    approve(admin, illustrated, looks, **{"workflow-action-name": "reject"})
    assert not CampaignPage.objects.get(pk=illustrated.pk).workflow_in_progress


@pytest.mark.parametrize("looks", ["[1]", "{", "null"])
def test_looks_that_no_form_shows_are_refused(
    admin: Client, illustrated: CampaignPage, looks: str
) -> None:
    data = posted() | {"action-workflow-action": "true", "workflow-action-name": "approve"}
    admin.post(edit_address(illustrated), data | {"shown_looks": looks})
    assert not is_live(illustrated)


def test_no_other_form_carries_looks(admin: Client, campaign: CampaignPage) -> None:
    assert "shown_looks" not in admin.get(edit_address(campaign)).content.decode()
