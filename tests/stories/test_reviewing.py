"""What a reviewer's yes holds for: the words, frames, cuts and brand that were seen."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import Site, TaskState

from omnicontent.media.geometry import Box
from omnicontent.media.marks import Keep, OwnCrop
from omnicontent.media.seen import FilmSeen, SeenShot
from omnicontent.stories.models import (
    BrandSettings,
    CampaignApprovalState,
    CampaignPage,
    MasterImage,
    MasterMedia,
)
from omnicontent.stories.reviewed_action import ReviewedAction
from tests.stories.making import edit_address, make_film, make_picture, mark, posted

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:get_connection")


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


@pytest.mark.parametrize("dialog", [False, True])
def test_a_yes_that_comes_after_a_no_approves_nothing(
    marketer: Client, submitted: CampaignPage, monkeypatch: pytest.MonkeyPatch, dialog: bool
) -> None:
    address = button_address(marketer, submitted)
    state = submitted.current_workflow_task_state
    answer = ReviewedAction.post

    def answer_later(view: ReviewedAction, *args: Any, **kwargs: Any) -> Any:
        # Both came through the checks; the other one got the lock first.
        rejected = TaskState.objects.get(pk=state.pk).specific
        rejected.task.specific.on_action(rejected, None, "reject")
        return answer(view, *args, **kwargs)

    monkeypatch.setattr(ReviewedAction, "post", answer_later)
    headers = {"x-requested-with": "XMLHttpRequest"} if dialog else {}
    response = marketer.post(address, headers=headers)
    where = response.json()["redirect"] if dialog else response["Location"]
    assert where == "/admin/"
    assert "is not currently awaiting moderation" in str(*get_messages(response.wsgi_request))
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_REJECTED
    assert not CampaignPage.objects.get(pk=submitted.pk).live
