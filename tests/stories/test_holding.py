"""A lock on a campaign holds the frames of what it shows, for those whom it holds."""

from collections.abc import Callable
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any, override

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import GroupPagePermission

from omnicontent.media.marks import Keep
from omnicontent.stories.groups import EDITORS
from omnicontent.stories.marking.holding import held_by
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


class Form(HTMLParser):
    """What a browser posts of the first form that has a title: open fields with a name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.feed(html)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        is_open = tag == "input" and told.get("name") and "disabled" not in told
        if is_open and told.get("type") not in ("file", "radio", "checkbox"):
            self.values[str(told["name"])] = told.get("value") or ""


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
    assert not held_by(picture, user_of(editor))
    lock(shown)
    assert [one.title for one in held_by(picture, user_of(editor))] == ["Tulips"]
    assert len(held_by(film, user_of(editor))) == 1
    before = picture.known_marks()
    answer = mark(editor, picture)
    assert answer.status_code == 200
    assert "was locked meanwhile: Tulips." in answer.content.decode()
    assert answer.context["form"]["credit"].value() == "Ana"  # what was typed stands there
    picture.refresh_from_db()
    assert (picture.known_marks(), picture.credit) == (before, "")


def drawn(client: Client, address: str) -> dict[str, str]:
    """Return what a browser would post of the form at an address: no closed field."""
    form = Form(client.get(address).content.decode())
    return form.values | {"title": "Renamed"}


def test_a_form_that_was_drawn_held_changes_no_mark_even_once_the_lock_has_ended(
    editor: Client, shown: CampaignPage, picture: MasterImage, film: MasterMedia
) -> None:
    mark(editor, picture)
    film.cut_start, film.focus_x, film.description = 0.5, 10, "A test card"
    film.save()
    lock_by_another(shown)
    addresses = [
        reverse("wagtailimages:edit", args=[picture.pk]),
        reverse("wagtailmedia:edit", args=[film.pk]),
    ]
    posts = [drawn(editor, address) for address in addresses]
    assert not {"credit", "marks", "cut_start", "description"} & (set(posts[0]) | set(posts[1]))
    CampaignPage.objects.filter(pk=shown.pk).update(locked=False)
    for address, post in zip(addresses, posts, strict=True):
        assert editor.post(address, post).status_code == 302
    picture.refresh_from_db()
    film.refresh_from_db()
    assert (picture.title, picture.credit, picture.known_marks().keep) == ("Renamed", "Ana", KEEP)
    assert (film.title, film.cut_start, film.focus_x) == ("Renamed", 0.5, 10)
    assert film.description == "A test card"


def test_a_lock_that_comes_meanwhile_lets_the_title_be_saved(
    editor: Client, shown: CampaignPage, picture: MasterImage
) -> None:
    post = drawn(editor, reverse("wagtailimages:edit", args=[picture.pk]))
    lock_by_another(shown)
    editor.post(reverse("wagtailimages:edit", args=[picture.pk]), post)
    picture.refresh_from_db()
    assert picture.title == "Renamed"


def test_the_editor_of_a_held_film_leaves_its_cut_and_says_why(
    editor: Client, shown: CampaignPage, film: MasterMedia
) -> None:
    lock_by_another(shown)
    address = reverse("wagtailmedia:edit", args=[film.pk])
    typed = {"title": "Film", "focus_x": "10", "focus_y": "50", "cut_start": "1"}
    assert "locked meanwhile" in editor.post(address, typed).content.decode()
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
    assert "Nothing was changed. What shows this file is locked: Tulips." in said
    picture.refresh_from_db()
    assert picture.known_marks().keep == KEEP


def test_whom_no_lock_holds_may_mark(
    editor: Client, shown: CampaignPage, picture: MasterImage
) -> None:
    CampaignPage.objects.filter(pk=shown.pk).update(locked=True, locked_by=user_of(editor))
    assert not held_by(picture, user_of(editor))
    shown.get_workflow().start(shown, None)  # editors may publish what waits
    mark(editor, picture)
    picture.refresh_from_db()
    assert picture.known_marks().keep == KEEP


def test_campaigns_that_somebody_may_not_see_have_no_name(
    editor: Client, shown: CampaignPage, picture: MasterImage
) -> None:
    lock_by_another(shown)
    GroupPagePermission.objects.all().delete()
    page = editor.get(reverse("wagtailimages:edit", args=[picture.pk])).content.decode()
    assert "a campaign that you can" in page
    assert "Tulips" not in page


def test_locked_campaigns_that_do_not_show_a_picture_cost_one_query(
    editor: Client,
    campaign: CampaignPage,
    picture: MasterImage,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    campaign.save_revision()
    schedule(campaign)
    user = user_of(editor)
    with django_assert_num_queries(1):
        assert not held_by(picture, user)


def test_other_pictures_are_free(editor: Client, shown: CampaignPage) -> None:
    other = make_picture("other.png")
    lock_by_another(shown)
    assert not held_by(other, user_of(editor))


def test_a_picture_is_free_again_once_the_lock_ends(
    editor: Client, shown: CampaignPage, picture: MasterImage
) -> None:
    lock_by_another(shown)
    CampaignPage.objects.filter(pk=shown.pk).update(locked=False)
    assert not held_by(picture, user_of(editor))
