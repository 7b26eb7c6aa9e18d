"""What guests say, and how editors see to it."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from omnicontent.previews.sharing.forms import TEXT_MAX
from omnicontent.previews.sharing.models import ReviewComment, ShareLink
from omnicontent.previews.sharing.services import COMMENTS_MAX, revoke_link
from omnicontent.previews.sharing.tokens import address_of
from omnicontent.releases.models import Variant
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen
from tests.previews.sharing.looking import PASSWORD, addresses, look, share
from tests.releases.campaigns import make_campaign, publish, run_all_waiting

pytestmark = pytest.mark.django_db
SAID = {"author": "Ada", "text": "Sweeter, please."}
HOSTILE = {"author": "<b>Ada</b>", "text": '<script>alert("1")</script>\nsecond line'}


@pytest.fixture
def link(page: CampaignPage, user: User) -> ShareLink:
    return share(page, user)


@pytest.fixture
def variant(page: CampaignPage) -> Variant:
    return Variant.objects.get(channel="x")


@pytest.fixture
def comment(guest: Client, link: ShareLink, variant: Variant) -> ReviewComment:
    guest.post(addresses(link, variant)[1], SAID)
    return ReviewComment.objects.get()


def board(client: Client, page: CampaignPage) -> Seen:
    return look(client, reverse("campaign_board", args=[page.pk]))


def test_a_comment_is_bound_to_what_was_looked_at(
    guest: Client, link: ShareLink, variant: Variant
) -> None:
    own_page = addresses(link, variant)[1]
    assert guest.post(own_page, SAID)["Location"] == f"{own_page}#comments"
    comment = ReviewComment.objects.get()
    assert (comment.channel, comment.locale) == ("x", "en")
    assert (comment.release_number, comment.digest) == (1, variant.digest)
    assert (comment.author, comment.text) == ("Ada", "Sweeter, please.")
    assert "Sweeter, please." in look(Client(), own_page).text
    assert "1 comment" in look(guest, address_of(link)).text


def test_a_comment_on_the_whole_stands_below_the_wall(guest: Client, link: ShareLink) -> None:
    guest.post(address_of(link), SAID)
    comment = ReviewComment.objects.get()
    assert (comment.channel, comment.locale, comment.digest) == ("", "", "")
    assert "Sweeter, please." in look(guest, address_of(link)).text


def test_a_comment_on_the_whole_names_the_release_that_was_on_screen(
    guest: Client, page: CampaignPage, user: User
) -> None:
    link = share(page, user)
    publish(page, summary="Bring a basket.")
    run_all_waiting()
    for seen in ("1", "2", "99", ""):
        guest.post(address_of(link), SAID | {"seen": seen})
    numbers = ReviewComment.objects.order_by("pk").values_list("release_number", flat=True)
    assert list(numbers) == [1, 2, 2, 2]


def test_a_guest_reads_what_came_through_the_same_link_only(
    guest: Client, page: CampaignPage, user: User, comment: ReviewComment, variant: Variant
) -> None:
    for address in addresses(share(page, user), variant)[:2]:
        seen = look(guest, address).text
        assert "Sweeter" not in seen
        assert "1 comment" not in seen


def test_a_comment_is_plain_text_everywhere(
    guest: Client, editor: Client, page: CampaignPage, link: ShareLink, variant: Variant
) -> None:
    own_page = addresses(link, variant)[1]
    guest.post(own_page, HOSTILE)
    comments = reverse("campaign_variant_comments", args=[page.pk, variant.pk])
    beside = reverse("campaign_variant", args=[page.pk, variant.pk])
    overview = reverse("campaign_share", args=[page.pk])
    for client, address in (
        (guest, own_page),
        *((editor, at) for at in (comments, beside, overview)),
    ):
        html = client.get(address).content.decode()
        assert "<script>alert" not in html
        assert "<b>Ada</b>" not in html
        assert "&lt;script&gt;alert" in html


@pytest.mark.parametrize(
    "said",
    [
        SAID | {"author": ""},
        SAID | {"author": "a" * 81},
        SAID | {"text": "  "},
        SAID | {"text": "a" * (TEXT_MAX + 1)},
        SAID | {"text": "a\0b"},
    ],
    ids=["nobody", "long name", "nothing", "long text", "null"],
)
def test_what_is_no_comment_is_not_kept(
    guest: Client, link: ShareLink, variant: Variant, said: dict[str, str]
) -> None:
    for address in addresses(link, variant)[:2]:
        seen = Seen(guest.post(address, said).content.decode())
        assert "true" in [
            *seen.values("input", "aria-invalid"),
            *seen.values("textarea", "aria-invalid"),
        ]
    assert not ReviewComment.objects.exists()


def test_machines_leave_nothing_and_are_told_nothing(
    guest: Client, link: ShareLink, variant: Variant
) -> None:
    response = guest.post(addresses(link, variant)[1], SAID | {"website": "https://spam.example"})
    assert response.status_code == 302
    assert not ReviewComment.objects.exists()


def test_comments_are_slowed_down(
    guest: Client, link: ShareLink, later: Callable[..., object]
) -> None:
    for _ in range(COMMENTS_MAX):
        assert guest.post(address_of(link), SAID).status_code == 302
    refused = guest.post(address_of(link), SAID | {"text": "One more"})
    assert refused.status_code == 200
    assert "Please wait ten minutes" in refused.content.decode()
    assert "One more" in refused.content.decode()  # nothing typed is lost
    later(minutes=11)
    assert guest.post(address_of(link), SAID).status_code == 302


def test_a_form_of_another_site_leaves_nothing(link: ShareLink) -> None:
    assert Client(enforce_csrf_checks=True).post(address_of(link), SAID).status_code == 403
    assert not ReviewComment.objects.exists()


def test_no_comment_comes_through_a_locked_or_dead_link(
    guest: Client, page: CampaignPage, user: User
) -> None:
    locked = share(page, user, password=PASSWORD)
    assert guest.post(address_of(locked), SAID).status_code == 403
    revoke_link(page=page, link=locked, user=user)
    assert guest.post(address_of(locked), SAID).status_code == 410
    assert not ReviewComment.objects.exists()


def test_a_comment_typed_while_a_release_came_is_kept(
    guest: Client, page: CampaignPage, link: ShareLink, variant: Variant
) -> None:
    publish(page, headline="Cherries are sweet")
    run_all_waiting()
    response = guest.post(addresses(link, variant)[1], SAID, follow=True)
    assert ReviewComment.objects.get().digest == variant.digest
    assert "on release 1, which said something else" in Seen(response.content.decode()).text


def test_editors_see_comments_beside_the_tile(
    editor: Client, page: CampaignPage, comment: ReviewComment, variant: Variant
) -> None:
    seen = board(editor, page)
    assert seen.text.count("1 comment") == 1
    address = reverse("campaign_variant_comments", args=[page.pk, variant.pk])
    assert any(
        value.startswith(address)
        for value in seen.values("details", "data-omni-comments-url-value")
    )
    for where in (address, reverse("campaign_variant", args=[page.pk, variant.pk])):
        told = look(editor, where).text
        assert "Sweeter, please." in told
        assert "on release 1" in told


def test_comments_stay_beside_the_place_when_a_release_comes(
    editor: Client, page: CampaignPage, comment: ReviewComment
) -> None:
    publish(page, headline="Cherries are sweet")
    run_all_waiting()
    newer = Variant.objects.get(channel="x", release__number=2)
    assert "1 comment" in board(editor, page).text
    told = look(editor, reverse("campaign_variant", args=[page.pk, newer.pk])).text
    assert "on release 1, which said something else" in told


def test_comments_on_the_whole_are_counted_on_the_board(
    guest: Client, editor: Client, page: CampaignPage, link: ShareLink
) -> None:
    assert "on the whole" not in board(editor, page).text
    guest.post(address_of(link), SAID)
    assert "1 comment on the whole" in board(editor, page).text
    overview = look(editor, reverse("campaign_share", args=[page.pk]))
    assert "Sweeter, please." in overview.text


def test_a_comment_is_resolved_by_name(
    guest: Client, editor: Client, page: CampaignPage, comment: ReviewComment, variant: Variant
) -> None:
    address = reverse("campaign_comment_resolve", args=[page.pk, comment.pk])
    back = reverse("campaign_board", args=[page.pk])
    assert editor.get(address).status_code == 405
    assert editor.post(address, {"next": back})["Location"] == back
    editor.post(address)
    comment.refresh_from_db()
    assert comment.resolved_at
    assert comment.resolved_by == User.objects.get(username="mara")
    (entry,) = PageLogEntry.objects.filter(action="previews.resolve_comment")
    assert entry.message == "Marked a comment of “Ada” as resolved: Sweeter, please."
    assert "1 comment" not in board(editor, page).text
    beside = look(editor, reverse("campaign_variant", args=[page.pk, variant.pk])).text
    assert "Resolved by mara on" in beside
    own_page = addresses(comment.link, variant)[1]
    assert "Resolved" in look(guest, own_page).text
    assert "mara" not in look(guest, own_page).text


def test_resolving_leads_to_no_other_site(
    editor: Client, page: CampaignPage, comment: ReviewComment
) -> None:
    address = reverse("campaign_comment_resolve", args=[page.pk, comment.pk])
    response = editor.post(address, {"next": "https://elsewhere.example/"})
    assert response["Location"] == reverse("campaign_share", args=[page.pk])


def test_another_campaigns_comment_is_not_resolved(
    editor: Client, page: CampaignPage, comment: ReviewComment
) -> None:
    other = make_campaign(["sms"])
    address = reverse("campaign_comment_resolve", args=[other.pk, comment.pk])
    assert editor.post(address, follow=True).status_code == 404
    comment.refresh_from_db()
    assert comment.resolved_at is None
