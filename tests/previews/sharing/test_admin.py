"""How editors make links, list them and end them."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format
from wagtail.models import GroupPagePermission, PageLogEntry

from omnicontent.channels.registry import all_channels
from omnicontent.previews.sharing.models import ReviewComment, ShareLink
from omnicontent.previews.sharing.tokens import address_of
from omnicontent.releases.models import Release, Variant
from omnicontent.releases.services import recall_release
from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen
from tests.previews.sharing.looking import PASSWORD, look, share
from tests.releases.approving import make_user
from tests.releases.campaigns import make_campaign, publish, run_all_waiting

pytestmark = pytest.mark.django_db
WISH = {"scope": "release", "days": "3", "password": ""}
MIGRATIONS = Path(__file__).parents[3] / "omnicontent" / "previews" / "migrations"


def overview(page: CampaignPage) -> str:
    return reverse("campaign_share", args=[page.pk])


def make(client: Client, page: CampaignPage, **changes: str) -> Seen:
    response = client.post(overview(page), WISH | changes)
    assert response.status_code == 200
    return Seen(response.content.decode())


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_the_board_leads_to_sharing(editor: Client, page: CampaignPage) -> None:
    seen = look(editor, reverse("campaign_board", args=[page.pk]))
    assert f"{overview(page)}?release=1" in seen.values("a", "href")


def test_an_address_is_shown_once(editor: Client, guest: Client, page: CampaignPage) -> None:
    made = make(editor, page)
    link = ShareLink.objects.get()
    (address,) = [value for value in made.values("input", "value") if "/share/" in value]
    assert address == f"http://testserver{address_of(link)}"
    assert (link.release, link.days, link.password) == (Release.objects.get(), 3, "")
    assert link.created_by == User.objects.get(username="mara")
    assert guest.get(address).status_code == 200
    assert address_of(link) not in editor.get(overview(page)).content.decode()


def test_a_link_to_the_campaign_asks_for_a_password(
    editor: Client, guest: Client, page: CampaignPage
) -> None:
    assert "asks for the password" in make(editor, page, scope="campaign", password=PASSWORD).text
    link = ShareLink.objects.get()
    assert link.release is None
    assert guest.get(address_of(link)).status_code == 403


@pytest.mark.parametrize(
    "wish", [{"days": "8"}, {"days": "0"}, {"password": "short"}, {"scope": "everything"}]
)
def test_what_can_not_be_made_says_why(
    editor: Client, page: CampaignPage, wish: dict[str, str]
) -> None:
    assert "true" in "".join(make(editor, page, **wish).values(*_FIELD[next(iter(wish))]))
    assert not ShareLink.objects.exists()


_FIELD = {
    "days": ("select", "aria-invalid"),
    "password": ("input", "aria-invalid"),
    "scope": ("input", "aria-invalid"),
}


def test_a_recalled_release_makes_no_link(editor: Client, page: CampaignPage) -> None:
    recall_release(release=Release.objects.get())
    assert "was recalled" in make(editor, page).text


def test_a_campaign_without_a_release_says_what_to_do(editor: Client) -> None:
    page = make_campaign(["sms"])
    assert "publish it first" in look(editor, overview(page)).text
    assert "publish it first" in make(editor, page).text


def test_links_are_listed_with_their_state(
    editor: Client, page: CampaignPage, user: User, later: Callable[..., object]
) -> None:
    share(page, user, days=1)
    later(days=2)
    share(page, user, release=1, password=PASSWORD)
    later(minutes=1)
    revoked = share(page, user)
    revoke = reverse("campaign_share_revoke", args=[page.pk, revoked.pk])
    assert editor.get(revoke).status_code == 405
    assert editor.post(revoke)["Location"] == overview(page)
    html = editor.get(overview(page)).content.decode()
    states = re.findall(r'omni-share__state--\w+">([^<]+)<', html)
    until = date_format(revoked.expires_at - timedelta(minutes=1), "j F Y, H:i")
    assert states == ["revoked", f"works until {until}", "over"]
    assert html.count("Revoke the link made on") == 1
    recall_release(release=Release.objects.get())
    assert "ended by a recall" in look(editor, overview(page)).text


def test_the_history_tells_who_shared(editor: Client, page: CampaignPage) -> None:
    make(editor, page, days="1")
    make(editor, page, scope="campaign")
    for link in ShareLink.objects.all():
        for _ in range(2):
            editor.post(reverse("campaign_share_revoke", args=[page.pk, link.pk]))
    entries = PageLogEntry.objects.filter(action__startswith="previews.")
    assert sorted(entry.message for entry in entries) == [
        "Made a link to release 1 for 1 day",
        "Made a link to the campaign for 3 days",
        "Revoked a link to release 1",
        "Revoked a link to the campaign",
    ]
    assert {entry.user.username for entry in entries} == {"mara"}
    history = editor.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    for link in ShareLink.objects.all():
        assert address_of(link) not in history.content.decode()


@pytest.mark.parametrize(("group", "status"), [(EDITORS, 200), (MARKETERS, 200), ("", 302)])
def test_who_may_edit_or_publish_may_share(
    page: CampaignPage, user: User, group: str, status: int
) -> None:
    someone = make_user("someone", group or EDITORS)
    if not group:
        someone.groups.clear()
    link = share(page, user)
    client = client_of(someone)
    assert client.get(overview(page)).status_code == status
    client.post(overview(page), WISH)
    client.post(reverse("campaign_share_revoke", args=[page.pk, link.pk]))
    link.refresh_from_db()
    assert (ShareLink.objects.count() == 2) == (status == 200)
    assert (link.revoked_at is not None) == (status == 200)


def test_who_only_locks_pages_reads_comments_and_changes_nothing(
    guest: Client, page: CampaignPage, user: User
) -> None:
    link = share(page, user)
    guest.post(address_of(link), {"author": "Ada", "text": "Sweeter, please."})
    guards = Group.objects.create(name="Guards")
    guards.permissions.add(Permission.objects.get(codename="access_admin"))
    lock = Permission.objects.get(codename="lock_page")
    GroupPagePermission.objects.create(group=guards, page=page, permission=lock)
    guard = User.objects.create_user("guard")
    guard.groups.add(guards)
    client = client_of(guard)
    board = look(client, reverse("campaign_board", args=[page.pk]))
    assert not [value for value in board.values("a", "href") if "/share/" in value]
    assert client.get(overview(page)).status_code == 302
    comment = ReviewComment.objects.get()
    client.post(reverse("campaign_comment_resolve", args=[page.pk, comment.pk]))
    comment.refresh_from_db()
    assert comment.resolved_at is None


def test_strangers_are_sent_to_the_login(page: CampaignPage, user: User) -> None:
    link = share(page, user)
    for address in (
        overview(page),
        reverse("campaign_share_revoke", args=[page.pk, link.pk]),
        reverse("campaign_variant_comments", args=[page.pk, Variant.objects.first().pk]),
    ):
        assert Client().get(address)["Location"].startswith("/admin/login/")


def test_another_campaigns_link_is_not_revoked(
    editor: Client, page: CampaignPage, user: User
) -> None:
    link, other = share(page, user), make_campaign(["sms"])
    address = reverse("campaign_share_revoke", args=[other.pk, link.pk])
    assert editor.post(address, follow=True).status_code == 404
    link.refresh_from_db()
    assert link.revoked_at is None


def test_another_release_is_shared_from_its_board(editor: Client, page: CampaignPage) -> None:
    publish(page, headline="Cherries are sweet")
    run_all_waiting()
    seen = look(editor, overview(page), release="1")
    assert "Release 1, and no other" in seen.text
    assert "Release 2, and no other" in look(editor, overview(page), release="two").text
    editor.post(f"{overview(page)}?release=1", WISH)
    assert ShareLink.objects.get().release.number == 1


def test_no_migration_names_a_channel() -> None:
    text = "".join(path.read_text() for path in MIGRATIONS.glob("0*.py"))
    assert "ReviewComment" in text
    assert not [slug for slug in all_channels() if re.search(rf"['\"]{slug}['\"]", text)]
    assert ReviewComment._meta.get_field("channel").choices is None
