"""The buttons: which there are, what they copy, and when there are none."""

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.template.loader import render_to_string
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from omnicontent.channels.content import Content
from omnicontent.channels.registry import all_channels, registered
from omnicontent.releases.models import Release, Rendition, Variant
from omnicontent.stories.models import CampaignPage
from tests.previews.by_hand.making import (
    LetterBoard,
    download_url,
    mail_url,
    make_variant,
)
from tests.previews.making import Seen
from tests.releases.boards import Board
from tests.releases.campaigns import make_image

pytestmark = pytest.mark.django_db
ANA = User(username="ana", email="ana@localhost")


def draw(page: CampaignPage, variant: Variant, user: User | AnonymousUser = ANA) -> str:
    request = RequestFactory().get("/admin/somewhere/?day=1")
    request.user = user
    context = {
        "page": page,
        "variant": variant,
        "content": Content.model_validate(variant.content),
        "channel": all_channels().get(variant.channel),
    }
    return render_to_string("previews/by_hand/actions.html", context, request)


def test_each_text_can_be_copied_and_everything_downloaded() -> None:
    page, variant = make_variant("instagram-feed")
    html = draw(page, variant)
    seen = Seen(html)
    for words in ("Copy caption", "Copy link", "Copy alt text", "Download everything"):
        assert words in seen.text
    assert "Send a test" not in seen.text
    assert seen.values("a", "href") == [download_url(page, variant)]
    assert f">\n{variant.content['parts']['caption']}</textarea>" in html


def test_words_are_escaped() -> None:
    page, variant = make_variant("x", summary="</textarea><script>alert(1)</script>")
    assert "<script>" not in draw(page, variant)


def test_a_mail_is_sent_to_the_users_own_address() -> None:
    page, variant = make_variant("email", hero_image=None)
    seen = Seen(draw(page, variant))
    assert "Send a test to ana@localhost" in seen.text
    assert seen.values("form", "action") == [mail_url(page, variant)]
    assert "/admin/somewhere/?day=1" in seen.values("input", "value")
    for words in ("Copy subject", "Copy plain text", "Copy HTML"):
        assert words in seen.text


def test_without_an_address_it_says_where_to_set_one() -> None:
    page, variant = make_variant("email", hero_image=None)
    seen = Seen(draw(page, variant, User(username="bo")))
    assert "give your account an email address" in seen.text
    assert "/admin/account/" in seen.values("a", "href")
    assert seen.values("form", "action") == []


def test_files_that_are_still_made_are_waited_for() -> None:
    page, variant = make_variant("instagram-feed")
    variant.renditions.update(state=Rendition.State.WAITING)
    seen = Seen(draw(page, variant))
    assert "still being made" in seen.text
    assert "Copy caption" in seen.text
    assert seen.values("a", "href") == []


def test_a_recalled_release_offers_nothing() -> None:
    page, _variant = make_variant("sms")
    Release.objects.update(state=Release.State.RECALLED)
    seen = Seen(draw(page, Variant.objects.get()))
    assert "was recalled: do not post it" in seen.text
    assert "Copy" not in seen.text


def test_a_part_that_does_not_go_out_is_not_offered() -> None:
    own = [("words", {"channel": "whatsapp", "part": "button", "text": "Look"})]
    page, variant = make_variant("whatsapp", cta_verb="", cta_url="", own_words=own)
    assert variant.content["parts"]["button"] == "Look"
    assert "Copy button" not in Seen(draw(page, variant)).text


class BrokenBoard(Board):
    def pasted(self, content: Content) -> dict[str, tuple[str, ...]]:
        raise RuntimeError("no glue")


def test_a_fault_of_a_plug_in_is_told() -> None:
    with registered(BrokenBoard("kiosk")):
        page, variant = make_variant("kiosk")
        seen = Seen(draw(page, variant))
    assert "has a fault of its own (RuntimeError: no glue)" in seen.text


def test_a_plug_ins_mail_can_be_sent_as_well() -> None:
    with registered(LetterBoard("letter")):
        page, variant = make_variant("letter")
        assert "Send a test to ana@localhost" in Seen(draw(page, variant)).text


def test_it_asks_the_database_twice(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    body = [("picture", {"image": make_image(800, 800), "alt": "A bowl", "caption": ""})]
    page, variant = make_variant("instagram-feed", body=body)
    variant = Variant.objects.select_related("release").get(pk=variant.pk)
    with django_assert_num_queries(2):
        draw(page, variant)
