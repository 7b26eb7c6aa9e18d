"""Two campaigns that promise different things: both editors are told, and the release is."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import GroupPagePermission, Page, Site

from omnicontent.previews.builds import build_of
from omnicontent.releases.conflicts import find_rivals, rivals_of
from omnicontent.releases.models import Release
from omnicontent.releases.services import recall_release
from omnicontent.stories.models import CampaignIndexPage, CampaignPage
from tests.releases.campaigns import make_campaign, publish, run_all_waiting, translate
from tests.releases.conftest import notice as notice

pytestmark = pytest.mark.django_db
SOON = timezone.now().replace(microsecond=0) + timedelta(days=10)


def offering(percent: int, headline: str, **fields: Any) -> CampaignPage:
    return make_campaign(
        ["notice"],
        headline=headline,
        offer_type="percent",
        offer_value=Decimal(percent),
        **{"period_end": SOON, "live": False, **fields},
    )


def scheduled(percent: int, headline: str) -> CampaignPage:
    page = offering(percent, headline, period_end=None)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    return page


def made_live(page: CampaignPage, **fields: Any) -> Release:
    release = publish(page, **fields)
    run_all_waiting()
    release.refresh_from_db()
    return release


def names(page: CampaignPage) -> list[str]:
    draft = CampaignPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [rival.told.campaign.name for rival in rivals_of(draft)]


def edit_page(client: Client, page: CampaignPage) -> str:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_both_editors_see_the_other_campaign_once_both_are_published(
    login: Callable[..., Client], notice: str
) -> None:
    editor = login()
    cherries = offering(30, "Cherries are ripe", promo_code="FRUIT")
    made_live(cherries)
    assert "promise something else" not in edit_page(editor, cherries)
    plums = offering(20, "Plums are ripe")
    plums.save_revision()
    assert "promise something else" in edit_page(editor, plums), "before it is published"
    assert "promise something else" not in edit_page(editor, cherries), "plums are a draft"
    made_live(plums)
    html = edit_page(editor, cherries)
    assert "Plums are ripe" in html
    assert f'href="/admin/pages/{plums.pk}/edit/"' in html
    assert "20% off" in html
    there = edit_page(editor, plums)
    assert "Cherries are ripe" in there
    assert "30% off" in there
    assert "FRUIT" in there
    assert f'href="/admin/pages/{cherries.pk}/edit/"' in there


def test_a_campaign_that_the_editor_may_not_see_is_not_named(
    login: Callable[..., Client], notice: str
) -> None:
    secret = offering(30, "Cherries are ripe", promo_code="SECRET")
    made_live(secret)
    plums = offering(20, "Plums are ripe", promo_code="secret")
    plums.save_revision()
    ours = plums.get_parent().add_child(instance=CampaignIndexPage(title="Ours", slug="ours"))
    plums.move(ours, pos="last-child")
    editor = login("team", group="")
    team = Group.objects.create(name="Team")
    team.user_set.add(User.objects.get(username="team"))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=team, page=ours, permission=change)
    html = edit_page(editor, plums)
    assert "Another campaign (ask an administrator)" in html
    assert "what the code stands for" in html
    assert not any(words in html for words in ("Cherries are ripe", "SECRET", "30% off"))


def test_the_later_release_carries_a_warning_and_goes_live(notice: str) -> None:
    made_live(offering(30, "Cherries are ripe"))
    plums = offering(20, "Plums are ripe")
    release = made_live(plums)
    assert release.state == Release.State.LIVE
    (issue,) = release.issues
    assert (issue["code"], issue["severity"], issue["field"]) == (
        "campaign_conflict",
        "warning",
        "facts.offer",
    )
    assert issue["message"].startswith("Another campaign promises something else")
    assert not any(words in str(release.issues) for words in ("Cherries", "30"))
    build = build_of(plums)
    assert build is not None
    (fault,) = build["faults"]
    assert fault["url"] == f"/admin/pages/{plums.pk}/edit/#id_offer_type"


def test_one_code_with_two_values_is_told_whatever_it_is_for(notice: str) -> None:
    seeds = [("product", {"name": "Seeds", "reference": "S"})]
    made_live(offering(30, "Cherries", promo_code="FRUIT", audience="Regulars"))
    release = made_live(offering(20, "Plums", promo_code="fruit", products=seeds))
    (issue,) = release.issues
    assert issue["field"] == "facts.promo_code"
    assert issue["message"].startswith("The promo code stands for something else in another")


PEACE: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {"offer_value": Decimal(30)}),
    ({}, {"audience": "Regulars"}),
    ({"audience": "Regulars"}, {"audience": "New customers"}),
    ({}, {"products": [("product", {"name": "Seeds", "reference": "S"})]}),
    ({}, {"period_start": SOON, "period_end": SOON + timedelta(days=1)}),
    ({}, {"go_live_at": SOON, "period_end": None}),
    ({}, {"offer_type": "", "offer_value": None}),
]


@pytest.mark.parametrize(
    ("one", "other"), PEACE, ids=lambda changes: "+".join(changes) or "nothing"
)
def test_ordinary_campaigns_are_left_in_peace(
    one: dict[str, Any], other: dict[str, Any], notice: str
) -> None:
    cherries = offering(30, "Cherries", **one)
    made_live(cherries)
    plums = offering(20, "Plums")
    for name, value in other.items():
        setattr(plums, name, value)
    plums.save()
    plums.save_revision()
    assert names(plums) == []
    plums.save_revision().publish()
    run_all_waiting()
    assert names(cherries) == []


def test_a_campaign_is_no_rival_of_itself_in_another_language(notice: str) -> None:
    cherries = offering(30, "Cherries")
    made_live(cherries)
    french = translate(cherries, offer_value=Decimal(20))
    french.save_revision()
    assert names(french) == []


def test_campaigns_are_compared_in_the_language_that_both_have(notice: str) -> None:
    cherries = offering(30, "Cherries")
    made_live(cherries)
    made_live(translate(cherries, title="Cerises", offer_value=Decimal(25)))
    plums = offering(30, "Plums")
    plums.save_revision()
    assert names(plums) == []
    plums.offer_value = Decimal(20)
    plums.save_revision()
    assert names(plums) == ["Cherries"]


def test_what_is_published_later_counts_already(notice: str) -> None:
    cherries = scheduled(30, "Cherries")
    assert not CampaignPage.objects.get(pk=cherries.pk).live
    plums = offering(20, "Plums")
    plums.save_revision()
    assert names(plums) == ["Cherries"]


def test_many_that_are_published_later_cost_no_more_queries_than_one(
    notice: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        scheduled(30, f"Cherries {number}")
    plums = offering(20, "Plums")
    plums.save_revision()
    draft = plums.get_latest_revision_as_object()
    with django_assert_max_num_queries(8):
        assert len(rivals_of(draft)) == 8


def test_what_is_broken_in_another_campaign_fails_no_verdict(
    notice: str, caplog: pytest.LogCaptureFixture
) -> None:
    broken = scheduled(30, "Cherries").latest_revision
    broken.content["offer_value"] = "a lot"
    broken.save()
    scheduled(30, "Pears")
    release = made_live(offering(20, "Plums"))
    assert release.state == Release.State.LIVE
    assert [issue["code"] for issue in release.issues] == ["campaign_conflict"]
    assert f"Revision {broken.pk} can't be read" in caplog.text


def test_what_was_recalled_or_is_over_counts_no_longer(notice: str) -> None:
    cherries = offering(30, "Cherries")
    release = made_live(cherries)
    plums = offering(20, "Plums")
    plums.save_revision()
    assert names(plums) == ["Cherries"]
    recall_release(release=release)
    CampaignPage.objects.get(pk=cherries.pk).unpublish()
    assert names(plums) == []


def test_a_live_release_counts_although_the_page_says_something_else_by_now(notice: str) -> None:
    """A release that failed or was blocked leaves the one before live."""
    cherries = offering(30, "Cherries")
    release = made_live(cherries)
    publish(cherries, offer_value=Decimal(20))
    Release.objects.exclude(pk=release.pk).update(state=Release.State.BLOCKED)
    plums = offering(20, "Plums")
    plums.save_revision()
    assert names(plums) == ["Cherries"]


def test_brands_of_other_sites_are_left_in_peace(notice: str) -> None:
    made_live(offering(30, "Cherries"))
    root = Page.objects.get(depth=1)
    elsewhere = root.add_child(instance=CampaignIndexPage(title="Other", slug="other"))
    Site.objects.create(hostname="other.example", root_page=elsewhere)
    Site.clear_site_root_paths_cache()
    plums = offering(20, "Plums")
    plums.save_revision()
    assert names(plums) == ["Cherries"]
    plums.move(elsewhere, pos="last-child")
    assert names(plums) == []


def test_half_a_thought_disagrees_with_nobody(login: Callable[..., Client], notice: str) -> None:
    made_live(offering(30, "Cherries"))
    plums = offering(20, "Plums")
    plums.offer_value = None
    plums.save_revision()
    assert edit_page(login(), plums)
    assert names(plums) == []


def test_many_campaigns_cost_no_more_queries_than_one(
    notice: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        publish(offering(30, f"Cherries {number}"))
    plums = offering(20, "Plums")
    plums.save_revision()
    draft = plums.get_latest_revision_as_object()
    with django_assert_max_num_queries(8):
        assert len(rivals_of(draft)) == 8


def test_a_story_that_was_pinned_for_a_gone_kind_is_passed_over(notice: str) -> None:
    release = made_live(offering(30, "Cherries"))
    pinned = release.stories.get()
    pinned.story["facts"]["rating"] = {"stars": 4}
    pinned.save()
    assert find_rivals(release) == []


def test_a_free_item_may_have_other_words_in_another_language(notice: str) -> None:
    cherries = offering(30, "Cherries", offer_item="bag")
    cherries.offer_type, cherries.offer_value = "free_item", None
    cherries.save()
    publish(cherries)
    release = made_live(translate(cherries, title="Cerises", offer_item="sac"))
    assert release.stories.count() == 2
    assert "languages_differ" not in [issue["code"] for issue in release.issues]
