from datetime import timedelta

import pytest
from django.utils import timezone

from omnicontent.releases.errors import NotLiveError, NotReadyError
from omnicontent.releases.models import LivePointer, Release
from omnicontent.releases.selectors import latest_release, live_release, live_variant
from omnicontent.releases.services import (
    recall_release,
    reconsider,
    roll_back,
    sweep,
    take_down,
)
from omnicontent.releases.signals import release_ended, release_went_live
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import make_campaign, publish, run_all_waiting, translate
from tests.releases.channels import FORBIDDEN

pytestmark = pytest.mark.django_db
State = Release.State


@pytest.fixture
def page(notice: str) -> CampaignPage:
    page = make_campaign([notice])
    publish(page)
    run_all_waiting()
    return page


def blocked_release(page: CampaignPage) -> Release:
    """Publish what the channel refuses once it is built."""
    release = publish(page, headline=f"Plums are {FORBIDDEN}")
    run_all_waiting()
    release.refresh_from_db()
    assert release.state == State.BLOCKED
    return release


@pytest.fixture
def news() -> list[tuple[str, int]]:
    """Every signal sent, with the release's number."""
    heard: list[tuple[str, int]] = []

    def hear_live(release: Release, **kwargs: object) -> None:
        heard.append(("live", release.number))

    def hear_ended(release: Release, **kwargs: object) -> None:
        heard.append((release.state, release.number))

    release_went_live.connect(hear_live, weak=False)
    release_ended.connect(hear_ended, weak=False)
    yield heard
    release_went_live.disconnect(hear_live)
    release_ended.disconnect(hear_ended)


def test_a_newer_release_replaces_the_live_one(page: CampaignPage, news: list) -> None:
    publish(page, headline="Plums are ripe")
    run_all_waiting()
    states = Release.objects.order_by("number").values_list("number", "state")
    assert list(states) == [(1, State.SUPERSEDED), (2, State.LIVE)]
    assert LivePointer.objects.get().release.number == 2
    assert news == [("live", 2)]


def test_recall_takes_down_the_live_and_the_coming(page: CampaignPage, news: list) -> None:
    live = live_release(page.translation_key)
    coming = publish(page, headline="Plums are ripe")
    recall_release(release=live, reason="Wrong price")
    run_all_waiting()
    coming.refresh_from_db()
    live.refresh_from_db()
    assert (live.state, coming.state) == (State.RECALLED, State.RECALLED)
    assert live.reason == "Wrong price"
    assert live_release(page.translation_key) is None
    assert live_variant(page.translation_key, "notice", "en") is None
    assert news == [("recalled", 1)]
    with pytest.raises(NotLiveError):
        recall_release(release=live)


def test_roll_back_shows_the_old_bytes_again(page: CampaignPage) -> None:
    old = live_release(page.translation_key)
    digest = live_variant(page.translation_key, "notice", "en").digest
    publish(page, headline="Plums are ripe")
    run_all_waiting()
    building = publish(page, headline="Apples are ripe")
    roll_back(release=old)
    run_all_waiting()
    building.refresh_from_db()
    assert building.state == State.SUPERSEDED
    assert live_release(page.translation_key) == old
    assert live_variant(page.translation_key, "notice", "en").digest == digest


def test_a_release_that_never_was_live_can_not_return(page: CampaignPage) -> None:
    never = publish(page, headline="Plums are ripe")
    publish(page, headline="Apples are ripe")
    never.refresh_from_db()
    with pytest.raises(NotReadyError):
        roll_back(release=never)


def test_a_recalled_release_can_not_return(page: CampaignPage) -> None:
    release = take_down(campaign=page.translation_key, state=State.RECALLED)
    with pytest.raises(NotReadyError):
        roll_back(release=release)


def test_an_offer_past_its_end_is_gone_before_any_worker_knows(
    page: CampaignPage, news: list
) -> None:
    release = live_release(page.translation_key)
    release.ends_at = timezone.now() + timedelta(hours=1)
    release.save()
    assert live_release(page.translation_key) == release
    assert live_release(page.translation_key, at=release.ends_at) is None
    release.ends_at = timezone.now()
    release.save()
    assert live_release(page.translation_key) is None
    sweep()
    release.refresh_from_db()
    assert release.state == State.EXPIRED
    assert news == [("expired", 1)]


def test_a_release_whose_offer_ended_while_it_waited_replaces_nothing(page: CampaignPage) -> None:
    good = live_release(page.translation_key)
    late = publish(page, period_end=timezone.now() + timedelta(days=1))
    Release.objects.filter(pk=late.pk).update(ends_at=timezone.now())
    run_all_waiting()
    late.refresh_from_db()
    assert (late.state, late.issues[0]["code"]) == (State.BLOCKED, "offer_over")
    assert late.issues[0]["field"] == "facts.period"
    assert live_release(page.translation_key) == good
    reconsider(release=late)
    run_all_waiting()
    late.refresh_from_db()
    assert late.state == State.BLOCKED


def test_a_release_before_its_start_is_not_shown(page: CampaignPage) -> None:
    starts_at = timezone.now() + timedelta(hours=1)
    Release.objects.update(starts_at=starts_at)
    assert live_release(page.translation_key) is None
    assert live_release(page.translation_key, at=starts_at)


class TestPages:
    def test_unpublishing_the_last_language_recalls(self, page: CampaignPage, news: list) -> None:
        page.refresh_from_db()
        page.unpublish()
        assert live_release(page.translation_key) is None
        assert news == [("recalled", 1)]

    def test_an_expired_page_expires_its_release(self, page: CampaignPage, news: list) -> None:
        page.refresh_from_db()
        page.unpublish(set_expired=True)
        assert news == [("expired", 1)]

    def test_a_language_that_leaves_is_left_out(self, page: CampaignPage) -> None:
        french = translate(page)
        publish(french)
        run_all_waiting()
        french.refresh_from_db()
        french.unpublish()
        run_all_waiting()
        assert live_variant(page.translation_key, "notice", "en")
        assert live_variant(page.translation_key, "notice", "fr") is None

    def test_deleting_the_last_language_recalls(self, page: CampaignPage, news: list) -> None:
        CampaignPage.objects.get(pk=page.pk).delete()
        assert live_release(page.translation_key) is None
        assert news == [("recalled", 1)]

    def test_deleting_one_language_goes_on_with_the_others(self, page: CampaignPage) -> None:
        french = translate(page)
        publish(french)
        run_all_waiting()
        CampaignPage.objects.get(pk=french.pk).delete()
        run_all_waiting()
        release = live_release(page.translation_key)
        assert release.number == 3
        assert [pin.locale for pin in release.stories.all()] == ["en"]

    def test_deleting_a_draft_changes_nothing(self, page: CampaignPage, news: list) -> None:
        CampaignPage.objects.get(pk=translate(page).pk).delete()
        assert Release.objects.count() == 1
        assert news == []

    def test_a_blocked_release_goes_with_its_last_language(self, page: CampaignPage) -> None:
        blocked = blocked_release(page)
        CampaignPage.objects.get(pk=page.pk).unpublish()
        blocked.refresh_from_db()
        assert blocked.state == State.RECALLED
        with pytest.raises(NotReadyError):
            reconsider(release=blocked)

    def test_a_blocked_release_is_asked_for_anew_without_a_deleted_language(
        self, page: CampaignPage
    ) -> None:
        french = translate(page)
        blocked = blocked_release(french)
        CampaignPage.objects.get(pk=french.pk).delete()
        newest = latest_release(page.translation_key)
        assert newest.number == blocked.number + 1
        assert [pin.locale for pin in newest.stories.all()] == ["en"]

    def test_a_blocked_release_whose_page_left_unheard_is_not_judged_again(
        self, page: CampaignPage
    ) -> None:
        blocked = blocked_release(page)
        CampaignPage.objects.update(live=False)
        with pytest.raises(NotReadyError, match="no longer published"):
            reconsider(release=blocked)

    def test_an_offer_s_end_leaves_the_release_that_waits(self, page: CampaignPage) -> None:
        blocked = blocked_release(page)
        Release.objects.filter(state=State.LIVE).update(ends_at=timezone.now())
        sweep()
        blocked.refresh_from_db()
        assert blocked.state == State.BLOCKED
        assert live_release(page.translation_key) is None


class TestSweeping:
    def test_a_page_whose_request_was_lost_gets_its_release(self, page: CampaignPage) -> None:
        # The process died after Wagtail's save and before our transaction.
        CampaignPage.objects.update(
            headline="Plums are ripe", last_published_at=timezone.now() - timedelta(minutes=5)
        )
        Release.objects.update(created_at=timezone.now() - timedelta(minutes=10))
        sweep()
        run_all_waiting()
        assert live_release(page.translation_key).number == 2
        sweep()
        assert Release.objects.count() == 2

    def test_a_release_whose_pages_are_gone_ends(self, page: CampaignPage, news: list) -> None:
        CampaignPage.objects.update(live=False)
        sweep()
        assert live_release(page.translation_key) is None
        assert news == [("recalled", 1)]
