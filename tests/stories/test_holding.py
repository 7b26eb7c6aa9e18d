"""A lock on a campaign holds the frames of what it shows, for those whom it holds."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from omnicontent.media.marks import Keep
from omnicontent.stories.groups import EDITORS
from omnicontent.stories.marking.holding import locks_on
from omnicontent.stories.models import CampaignPage, MasterImage, MasterMedia
from tests.stories.making import edit_address, make_picture

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:get_connection")
KEEP = (Keep(left=0.1, top=0.1, right=0.4, bottom=0.4),)
Lock = Callable[[CampaignPage], Any]


def user_of(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def mark(client: Client, picture: MasterImage, **fields: Any) -> Any:
    text = picture.known_marks().model_copy(update={"keep": KEEP}).model_dump_json()
    form = {"title": "Renamed", "marks": text, "marks_by_hand": "True", "credit": "Ana"} | fields
    return client.post(reverse("wagtailimages:edit", args=[picture.pk]), form)


@pytest.fixture
def shown(campaign: CampaignPage, picture: MasterImage, film: MasterMedia) -> CampaignPage:
    """A campaign whose draft shows a picture, and a film in its body."""
    campaign.hero_image, campaign.hero_image_alt = picture, "A tulip"
    campaign.body = [("film", {"video": film, "caption": ""})]
    campaign.save_revision()
    return campaign


def lock_by_another(page: CampaignPage) -> None:
    other = User.objects.create_user("other")
    CampaignPage.objects.filter(pk=page.pk).update(
        locked=True, locked_by=other, locked_at=timezone.now()
    )


def schedule(page: CampaignPage) -> None:
    page.go_live_at = timezone.now() + timedelta(days=2)
    page.save_revision(approved_go_live_at=page.go_live_at)


def hand_in(page: CampaignPage) -> None:
    """Hand the page in where editors may not publish by themselves."""
    permissions = GroupPagePermission.objects.filter(group=Group.objects.get(name=EDITORS))
    permissions.filter(permission__codename="publish_page").delete()
    page.get_workflow().start(page, None)


@pytest.mark.parametrize("lock", [lock_by_another, schedule, hand_in])
def test_a_locked_campaign_holds_its_picture_and_its_film(
    editor: Client, shown: CampaignPage, picture: MasterImage, film: MasterMedia, lock: Lock
) -> None:
    assert not locks_on(picture, user_of(editor))
    lock(shown)
    assert [one.object.pk for one in locks_on(picture, user_of(editor))] == [shown.pk]
    assert len(locks_on(film, user_of(editor))) == 1
    before = picture.known_marks()
    assert mark(editor, picture).status_code == 302
    picture.refresh_from_db()
    assert (picture.known_marks(), picture.credit) == (before, "")
    assert picture.title == "Renamed"  # no channel says it


def test_the_editor_of_a_held_film_leaves_its_cut_and_says_why(
    editor: Client, shown: CampaignPage, film: MasterMedia
) -> None:
    lock_by_another(shown)
    address = reverse("wagtailmedia:edit", args=[film.pk])
    editor.post(address, {"title": "Film", "focus_x": "10", "focus_y": "10", "cut_start": "1"})
    film.refresh_from_db()
    assert (film.focus_x, film.cut_start) == (50, None)
    page = editor.get(address).content.decode()
    assert "What channels show of it can't be changed now" in page
    assert f'<a href="{edit_address(shown)}">' in page


def test_a_held_picture_is_not_marked_as_it_was(
    editor: Client, shown: CampaignPage, picture: MasterImage
) -> None:
    mark(editor, picture)
    lock_by_another(shown)
    first = picture.revisions.order_by("pk")[0]
    address = reverse("picture_version", args=[picture.pk, first.pk])
    said = editor.post(address, follow=True).content.decode()
    assert "Nothing was changed: “Tulips” shows this file and is locked." in said
    picture.refresh_from_db()
    assert picture.known_marks().keep == KEEP


def test_whom_no_lock_holds_may_mark(
    editor: Client, shown: CampaignPage, picture: MasterImage
) -> None:
    CampaignPage.objects.filter(pk=shown.pk).update(locked=True, locked_by=user_of(editor))
    assert not locks_on(picture, user_of(editor))
    shown.get_workflow().start(shown, None)  # editors may publish what waits
    mark(editor, picture)
    picture.refresh_from_db()
    assert picture.known_marks().keep == KEEP


def test_other_pictures_are_free(editor: Client, shown: CampaignPage) -> None:
    other = make_picture("other.png")
    lock_by_another(shown)
    assert not locks_on(other, user_of(editor))


def test_a_picture_is_free_again_once_the_lock_ends(
    editor: Client, shown: CampaignPage, picture: MasterImage
) -> None:
    lock_by_another(shown)
    CampaignPage.objects.filter(pk=shown.pk).update(locked=False)
    assert not locks_on(picture, user_of(editor))
