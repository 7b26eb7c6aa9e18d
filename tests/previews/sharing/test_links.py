"""Links for people without an account: who gets in, to what, and for how long."""

import uuid
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.signing import Signer
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from omnicontent.previews.errors import NotShareableError
from omnicontent.previews.sharing.models import ShareLink
from omnicontent.previews.sharing.services import TRIES_MAX, make_link, revoke_link
from omnicontent.previews.sharing.tokens import SALT, address_of
from omnicontent.releases.models import Release, Rendition, Variant
from omnicontent.releases.services import recall_release, roll_back, take_down
from omnicontent.stories.models import CampaignPage, MasterMedia
from tests.previews.sharing.looking import PASSWORD, addresses, look, mock_of, share
from tests.releases.campaigns import make_campaign, make_video, publish, run_all_waiting, translate

pytestmark = pytest.mark.django_db
FRENCH = {"HTTP_ACCEPT_LANGUAGE": "fr-FR,fr;q=0.9"}


@pytest.fixture
def variant(page: CampaignPage) -> Variant:
    return Variant.objects.get(channel="x")


def assert_ended(link: ShareLink, variant: Variant) -> None:
    for address in addresses(link, variant):
        response = Client().get(address)
        assert response.status_code == 410, address
        assert "Cherries" not in response.content.decode()


def test_a_guest_sees_every_channel(
    guest: Client, page: CampaignPage, user: User, variant: Variant
) -> None:
    link = share(page, user)
    wall = look(guest, address_of(link))
    for one in Variant.objects.all():
        assert one.digest[:12] in wall.text
        assert mock_of(link, one) in wall.values("iframe", "src")
    assert wall.values("a", "href") == [
        address
        for channel in ("sms", "web", "x")
        for address in [addresses(link, Variant.objects.get(channel=channel))[1]] * 2
    ]
    _, own_page, mock = addresses(link, variant)
    assert mock in look(guest, own_page).values("iframe", "src")
    assert "Cherries are ripe" in look(guest, mock).text


def test_a_guest_sees_nothing_that_is_for_editors(
    guest: Client, page: CampaignPage, user: User, variant: Variant
) -> None:
    issue = {"code": "too_long", "message": "Too long.", "field": "summary", "severity": "error"}
    Variant.objects.filter(pk=variant.pk).update(issues=[issue])
    for address in addresses(share(page, user), variant):
        html = guest.get(address).content.decode()
        assert "/admin" not in html
        assert "Too long" not in html
        assert "<script" not in html


def test_who_is_logged_in_sees_what_guests_see(
    editor: Client, guest: Client, page: CampaignPage, user: User, variant: Variant
) -> None:
    mock = mock_of(share(page, user), variant)
    assert editor.get(mock).content == guest.get(mock).content


@pytest.mark.parametrize("number", [0, 1, 2])
def test_nothing_is_kept_or_indexed_or_told_to_other_sites(
    guest: Client, page: CampaignPage, user: User, variant: Variant, number: int
) -> None:
    link = share(page, user)
    for ended in (False, True):
        if ended:
            revoke_link(page=page, link=link, user=user)
        response = guest.get(addresses(link, variant)[number])
        assert response["Cache-Control"] == "private, no-store"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "same-origin"
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert "script-src" not in response["Content-Security-Policy"]


def test_files_of_another_host_are_allowed(
    guest: Client, page: CampaignPage, user: User, settings: object
) -> None:
    settings.STATIC_URL = "https://static.example/s/"  # type: ignore[attr-defined]
    settings.WAGTAILADMIN_BASE_URL = "https://cms.example"  # type: ignore[attr-defined]
    policy = guest.get(address_of(share(page, user)))["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline' https://static.example;" in policy
    assert "img-src 'self' https://cms.example https://static.example data:" in policy


def test_a_link_to_a_release_stays_with_it(guest: Client, page: CampaignPage, user: User) -> None:
    one, newest = share(page, user, release=1), share(page, user)
    publish(page, headline="Cherries are sweet")
    run_all_waiting()
    first, second = (Variant.objects.get(channel="x", release__number=n) for n in (1, 2))
    assert first.digest[:12] in look(guest, address_of(one)).text
    assert second.digest[:12] in look(guest, address_of(newest)).text
    assert guest.get(mock_of(one, second)).status_code == 404
    assert guest.get(mock_of(newest, first)).status_code == 404
    assert guest.get(addresses(newest, first)[1])["Location"] == addresses(newest, second)[1]


def test_a_campaigns_link_waits_for_what_is_being_built(
    guest: Client, page: CampaignPage, user: User
) -> None:
    link = share(page, user)
    publish(page, headline="Cherries are sweet")
    assert "Release 1" in look(guest, address_of(link)).text
    building = Variant.objects.get(channel="x", release__number=2)
    assert guest.get(addresses(link, building)[1]).status_code == 404


def test_a_film_that_is_not_made_yet_needs_no_script(guest: Client, user: User) -> None:
    film = make_video(3)
    MasterMedia.objects.filter(pk=film.pk).update(cut_start=1, cut_end=2, cover_seconds=1.5)
    page = make_campaign(["youtube"], hero_video=film)
    publish(page)
    run_all_waiting()
    Rendition.objects.update(state=Rendition.State.WAITING)
    mock = look(guest, mock_of(share(page, user), Variant.objects.get()))
    assert mock.values("video", "src")[0].endswith("#t=1.5,2")
    assert mock.values("script", "src") == []


def test_what_is_not_built_has_no_mock(guest: Client, page: CampaignPage, user: User) -> None:
    release = publish(page, headline="Cherries are sweet")
    with pytest.raises(NotShareableError, match="not built to its end"):
        share(page, user, release=release.number)
    Release.objects.filter(pk=release.pk).update(state=Release.State.BLOCKED)
    link = share(page, user, release=release.number)
    wall = look(guest, address_of(link))
    assert wall.values("iframe", "src") == []
    assert "Not built yet" in wall.text
    mock = mock_of(link, release.variants.get(channel="x"))
    assert "There is nothing to show yet" in look(guest, mock).text


def test_what_was_altered_in_the_store_is_not_drawn(
    guest: Client, page: CampaignPage, user: User, variant: Variant
) -> None:
    Variant.objects.filter(pk=variant.pk).update(body=b'{"text": "Pay me"}')
    seen = look(guest, mock_of(share(page, user), variant))
    assert "There is nothing to show yet" in seen.text
    assert "Pay me" not in seen.text


def test_languages_are_chosen(guest: Client, page: CampaignPage, user: User) -> None:
    publish(translate(page, "fr", headline="Des cerises"))
    run_all_waiting()
    address = address_of(share(page, user))
    assert len(look(guest, address).values("iframe", "src")) == 3
    assert len(look(guest, address, locale="").values("iframe", "src")) == 6
    french = look(guest, address, locale="fr").values("iframe", "src")
    own = look(Client(**FRENCH), address)
    assert sorted(own.values("iframe", "src")) == sorted(french)  # by the names in each language
    assert own.values("html", "lang") == ["fr"]
    assert len(look(Client(HTTP_ACCEPT_LANGUAGE="de"), address).values("iframe", "src")) == 3


def test_another_campaigns_variant_is_not_shown(
    guest: Client, page: CampaignPage, user: User
) -> None:
    other = make_campaign(["sms"], headline="Plums")
    publish(other)
    run_all_waiting()
    foreign = Variant.objects.get(release__campaign=other.translation_key)
    for link in (share(page, user), share(page, user, release=1)):
        for address in addresses(link, foreign)[1:]:
            response = guest.get(address)
            assert response.status_code == 404
            assert response["Cache-Control"] == "private, no-store"
            assert "Plums" not in response.content.decode()


@pytest.mark.parametrize(
    "token",
    ["x", "cherries", f"{uuid.uuid4().hex}:forged", Signer(salt=SALT).sign(uuid.uuid4().hex)],
    ids=["short", "word", "forged", "unknown"],
)
def test_a_token_that_is_none_is_told_nothing(
    guest: Client, page: CampaignPage, token: str
) -> None:
    for name, arguments in (("share_wall", [token]), ("share_mock", [token, 1])):
        response = guest.get(reverse(name, args=arguments))
        assert response.status_code == 404
        assert "There is nothing here" in response.content.decode()
        assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_a_changed_token_and_an_unknown_one_are_answered_alike(
    guest: Client, page: CampaignPage, user: User
) -> None:
    link = share(page, user)
    changed = guest.get(address_of(link)[:-2] + "/").content
    address = address_of(link)
    link.delete()
    assert guest.get(address).content == changed


def test_a_link_ends_to_the_second(
    page: CampaignPage, user: User, variant: Variant, later: Callable[..., object]
) -> None:
    link = share(page, user, days=2)
    later(days=2, seconds=-5)
    assert Client().get(address_of(link)).status_code == 200
    later(seconds=10)
    assert_ended(link, variant)


def test_a_revoked_link_ends_at_once(page: CampaignPage, user: User, variant: Variant) -> None:
    link, other = share(page, user), share(page, user)
    revoke_link(page=page, link=link, user=user)
    assert_ended(link, variant)
    assert Client().get(address_of(other)).status_code == 200


@pytest.mark.parametrize("release", [None, 1])
def test_a_recall_ends_a_link_at_once(
    page: CampaignPage, user: User, variant: Variant, release: int | None
) -> None:
    link = share(page, user, release=release)
    recall_release(release=Release.objects.get())
    assert_ended(link, variant)
    publish(page, headline="Cherries are sweet")
    run_all_waiting()
    assert_ended(link, variant)
    assert Client().get(address_of(share(page, user))).status_code == 200


def test_a_recall_ends_links_to_older_releases_too(
    page: CampaignPage, user: User, variant: Variant
) -> None:
    link = share(page, user, release=1)
    publish(page, headline="Cherries are sweet")
    run_all_waiting()
    assert Client().get(address_of(link)).status_code == 200
    take_down(campaign=page.translation_key, state=Release.State.RECALLED)
    assert_ended(link, variant)


def test_a_recall_after_going_back_ends_newer_links(page: CampaignPage, user: User) -> None:
    publish(page, headline="Cherries are sweet")
    run_all_waiting()
    link = share(page, user, release=2)
    roll_back(release=Release.objects.get(number=1))
    recall_release(release=Release.objects.get(number=1))
    assert_ended(link, Variant.objects.get(channel="x", release__number=2))


def test_unpublishing_and_deleting_end_a_link(
    page: CampaignPage, user: User, variant: Variant
) -> None:
    link = share(page, user)
    CampaignPage.objects.get(pk=page.pk).unpublish()
    assert_ended(link, variant)


def test_deleting_the_campaign_ends_a_link(
    page: CampaignPage, user: User, variant: Variant
) -> None:
    link = share(page, user, release=1)
    publish(page, headline="Cherries are sweet")
    CampaignPage.objects.get(pk=page.pk).delete()
    assert_ended(link, variant)


def test_a_refusal_is_in_the_readers_language(page: CampaignPage, user: User) -> None:
    link = share(page, user)
    revoke_link(page=page, link=link, user=user)
    response = Client(**FRENCH).get(address_of(link))
    assert response["Content-Language"] == "fr"
    assert "Ce lien ne fonctionne plus" in response.content.decode()


def test_nothing_to_share_is_no_link(page: CampaignPage, user: User) -> None:
    with pytest.raises(NotShareableError, match="1 to 7 days"):
        share(page, user, days=8)
    with pytest.raises(NotShareableError, match="1 to 7 days"):
        share(page, user, days=0)
    with pytest.raises(NotShareableError, match="publish it first"):
        share(make_campaign(["sms"]), user)
    recall_release(release=Release.objects.get())
    with pytest.raises(NotShareableError, match="recalled"):
        share(page, user)


def test_another_campaigns_release_is_not_shared(page: CampaignPage, user: User) -> None:
    other = make_campaign(["sms"])
    publish(other)
    run_all_waiting()
    foreign = Release.objects.get(campaign=page.translation_key)
    with pytest.raises(NotShareableError):
        make_link(page=other, release=foreign, days=1, password="", user=user)


def test_no_row_lasts_longer_than_a_week(page: CampaignPage, user: User) -> None:
    link = share(page, user)
    with pytest.raises(IntegrityError, match="share_link_lasts_days"):
        ShareLink.objects.filter(pk=link.pk).update(days=8)


def test_an_address_is_opened_by_reading_only(
    guest: Client, page: CampaignPage, user: User, variant: Variant
) -> None:
    link = share(page, user)
    assert guest.post(mock_of(link, variant)).status_code == 405
    assert guest.put(address_of(link)).status_code == 405


def test_a_password_opens_one_link_in_one_browser(
    guest: Client, page: CampaignPage, user: User, variant: Variant
) -> None:
    link = share(page, user, password=PASSWORD)
    other = share(page, user, password=PASSWORD)
    for address in addresses(link, variant):
        response = guest.get(address)
        assert response.status_code == 403
        assert "Cherries" not in response.content.decode()
    wall, own_page, mock = addresses(link, variant)
    assert guest.post(own_page, {"password": PASSWORD})["Location"] == own_page
    cookie = guest.cookies["share"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (wall, True, "Lax")
    for address in (wall, own_page, mock):
        assert guest.get(address).status_code == 200
    assert Client().get(wall).status_code == 403
    assert guest.get(address_of(other)).status_code == 403
    revoke_link(page=page, link=link, user=user)
    assert guest.get(wall).status_code == 410


def test_a_password_is_not_kept_as_typed(page: CampaignPage, user: User) -> None:
    link = share(page, user, password=PASSWORD)
    assert PASSWORD not in link.password
    assert share(page, user).password == ""


def test_a_cookie_of_another_link_or_password_opens_nothing(
    guest: Client, page: CampaignPage, user: User
) -> None:
    link = share(page, user, password=PASSWORD)
    other = share(page, user, password=PASSWORD)
    guest.post(address_of(link), {"password": PASSWORD})
    stolen = Client()
    stolen.cookies["share"] = guest.cookies["share"].value
    assert stolen.get(address_of(link)).status_code == 200
    assert stolen.get(address_of(other)).status_code == 403
    ShareLink.objects.filter(pk=link.pk).update(password=other.password + "x")
    assert stolen.get(address_of(link)).status_code == 403


def test_wrong_passwords_are_counted(
    page: CampaignPage, user: User, later: Callable[..., object]
) -> None:
    link = share(page, user, password=PASSWORD)
    address = address_of(link)
    for _ in range(TRIES_MAX):
        response = Client().post(address, {"password": "plum-stones"})
        assert response.status_code == 403
        assert "This is not the password" in response.content.decode()
    for password in ("plum-stones", PASSWORD):
        response = Client().post(address, {"password": password})
        assert response.status_code == 429
        assert response["Retry-After"] == "600"
        assert "try again in ten minutes" in response.content.decode()
    assert Client().post(address_of(share(page, user, password="other-stones"))).status_code == 403
    later(minutes=10)
    assert Client().post(address, {"password": PASSWORD}).status_code == 302


def test_right_passwords_are_not_counted(page: CampaignPage, user: User) -> None:
    address = address_of(share(page, user, password=PASSWORD))
    for _ in range(TRIES_MAX + 2):
        assert Client().post(address, {"password": PASSWORD}).status_code == 302
