"""Numbers, shares and times are written as the reader of a preview writes them."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from omnicontent.previews.numbers import say_number, say_share
from omnicontent.releases.models import Release
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen
from tests.previews.test_builds import get_build, make_release
from tests.previews.test_counters import make_counter
from tests.previews.test_views import preview

NO_BREAK = "\u00a0"
READERS = pytest.mark.parametrize(
    ("language", "number", "share"),
    [("en", "2,200", "78%"), ("fr", f"2{NO_BREAK}200", f"78{NO_BREAK}%")],
)


def reader(login: Callable[..., Client], language: str) -> Client:
    """Log an editor in whose admin speaks the language."""
    client = login()
    user = User.objects.get(username="editor")
    UserProfile.objects.create(user=user, preferred_language=language)
    return client


def drawn(source: str, **values: object) -> str:
    return Template("{% load numbers %}" + source).render(Context(values))


@READERS
def test_numbers_and_shares_are_the_readers(language: str, number: str, share: str) -> None:
    with translation.override(language):
        assert (say_number(2200), say_share(78)) == (number, share)
        assert drawn("{{ n|grouped }} {{ p|as_share }}", n=2200, p=78) == f"{number} {share}"


@READERS
def test_counters_are_grouped(language: str, number: str, share: str) -> None:
    with translation.override(language):
        counters = [make_counter(4400, maximum=2200)]
        shown = Seen(render_to_string("previews/includes/counters.html", {"counters": counters}))
    assert "".join(shown.pieces).count(number) == 2  # the limit, and how much is too much
    assert "2200" not in shown.text
    assert shown.values("span", "aria-valuemax") == ["2200"]
    assert number in shown.values("span", "aria-valuetext")[0]


@pytest.mark.django_db
@READERS
def test_the_build_bar_says_its_share(
    campaign: CampaignPage, login: Callable[..., Client], language: str, number: str, share: str
) -> None:
    client = reader(login, language)
    make_release(campaign)
    told = get_build(client, campaign)
    assert (told["percent"], told["share"]) == (78, share)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "31 May 2031, 21:59"), ("fr", "31 mai 2031, 21:59")]
)
def test_a_payloads_time_is_read_and_kept(language: str, said: str) -> None:
    raw = "2031-05-31T21:59:00Z"
    with translation.override(language):
        assert drawn("{{ t|iso_moment }}", t=raw) == f'<time datetime="{raw}">{said}</time>'


@pytest.mark.parametrize("raw", ["", "soon", "2031-05-31", "2031-13-31T21:59:00Z", "<b>"])
def test_what_is_no_moment_stays_as_it_is(raw: str) -> None:
    assert drawn("{{ t|iso_moment }}", t=raw) == raw.replace("<b>", "&lt;b&gt;")


@pytest.mark.django_db
def test_a_news_item_shows_its_end_as_people_write_it(campaign: CampaignPage) -> None:
    shown = Seen(preview(campaign, "ninjs"))
    assert "31 May 2031" in shown.text
    assert any(raw.startswith("2031-05-31T") for raw in shown.values("time", "datetime"))


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "name"), [("en", "English"), ("fr", "Anglais")])
def test_the_board_calls_languages_by_name(
    campaign: CampaignPage, login: Callable[..., Client], language: str, name: str
) -> None:
    client = reader(login, language)
    make_release(campaign, state=Release.State.LIVE)
    board = client.get(reverse("campaign_board", args=[campaign.pk])).content.decode()
    assert f'<option value="en" selected>{name}</option>' in board
    assert f'<span class="omni-tile__locale">{name}</span>' in board
    share = "55%" if language == "en" else f"55{NO_BREAK}%"
    assert f">{share}</progress>" in board
