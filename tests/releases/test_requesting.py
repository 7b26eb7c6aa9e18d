from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale

from omnicontent.releases.models import PinnedStory, Release, Variant, Work
from omnicontent.releases.requesting import request_release
from omnicontent.releases.selectors import live_release
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import make_campaign, publish, run_all_waiting, translate

pytestmark = pytest.mark.django_db
State = Release.State


def test_publishing_a_page_asks_for_a_release(notice: str) -> None:
    page = make_campaign([notice])
    release = publish(page)
    assert (release.number, release.state, release.title) == (1, State.BUILDING, page.title)
    pinned = release.stories.get()
    assert pinned.story["headline"] == "Cherries are ripe"
    page.refresh_from_db()
    assert pinned.revision_id == page.live_revision_id is not None
    assert [(v.channel, v.locale, v.state) for v in release.variants.all()] == [
        ("notice", "en", "waiting")
    ]
    assert Work.objects.get().subject == str(release.pk)


def test_saving_a_draft_asks_for_nothing(notice: str) -> None:
    make_campaign([notice], live=False).save_revision()
    assert not Release.objects.exists()


def test_scheduling_a_page_that_was_never_live_asks_for_nothing(notice: str) -> None:
    page = make_campaign([notice], live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    assert not Release.objects.exists()


def test_all_live_languages_are_pinned_and_drafts_are_not(notice: str) -> None:
    page = make_campaign([notice])
    publish(page)
    french = translate(page, headline="Les cerises sont mûres")
    assert publish(page).stories.count() == 1
    release = publish(french)
    headlines = {pin.locale: pin.story["headline"] for pin in release.stories.all()}
    assert headlines == {"en": "Cherries are ripe", "fr": "Les cerises sont mûres"}
    assert set(release.variants.values_list("locale", flat=True)) == {"en", "fr"}


def test_no_channel_chosen_means_all_installed(notice: str) -> None:
    channels = set(publish(make_campaign([])).variants.values_list("channel", flat=True))
    assert "notice" in channels
    assert len(channels) > 1


def test_a_draft_saved_later_does_not_change_when_the_words_were_changed(notice: str) -> None:
    page = make_campaign([notice])
    french = Locale.objects.create(language_code="fr")
    page.get_parent().copy_for_translation(french)
    page.copy_for_translation(french, alias=True)
    publish(page)
    page.refresh_from_db()
    draft = CampaignPage.objects.get(pk=page.pk)
    draft.headline = "A draft for later"
    draft.save_revision()
    release = request_release(page=page)
    changed = {pin.locale: pin.story["updated_at"] for pin in release.stories.all()}
    told = page.live_revision.created_at
    assert {datetime.fromisoformat(moment) for moment in changed.values()} == {told}
    assert set(changed) == {"en", "fr"}


def test_a_newer_request_overtakes_one_still_building(notice: str) -> None:
    page = make_campaign([notice])
    first, second = publish(page), publish(page, headline="Plums are ripe")
    run_all_waiting()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (State.SUPERSEDED, State.LIVE)
    assert first.live_at is None


def test_words_edited_while_building_are_not_mixed_in(notice: str) -> None:
    page = make_campaign([notice])
    release = publish(page)
    page.headline = "A draft for later"
    page.save_revision()
    run_all_waiting()
    body = bytes(release.variants.get().body).decode()
    assert "Cherries" in body
    assert "draft" not in body


def test_a_page_that_is_no_story_blocks_and_names_the_field(notice: str) -> None:
    release = publish(make_campaign([notice]), cta_verb="Order now")
    assert release.state == State.BLOCKED
    assert "Order now" in release.reason
    assert release.issues[0]["field"] == "cta_url"
    assert not Work.objects.exists()
    assert not Variant.objects.exists()


def test_the_release_lasts_as_long_as_its_last_language(notice: str) -> None:
    soon, later = (timezone.now() + timedelta(days=days) for days in (1, 2))
    page = make_campaign([notice])
    assert publish(page, expire_at=soon).ends_at == soon
    french = translate(page)
    assert publish(french, expire_at=later).ends_at == later
    assert publish(french, expire_at=None).ends_at is None


def test_the_release_never_outlives_its_offer(notice: str) -> None:
    page = make_campaign([notice])
    end = timezone.now() + timedelta(days=2)

    release = publish(page, period_end=end, expire_at=end + timedelta(days=5))
    run_all_waiting()

    assert release.ends_at == end
    assert live_release(page.translation_key) == release
    assert live_release(page.translation_key, at=end) is None


def test_an_offer_that_is_over_blocks_and_names_the_field(notice: str) -> None:
    page = make_campaign([notice])

    release = publish(page, period_end=timezone.now() - timedelta(minutes=1))

    assert release.state == Release.State.BLOCKED
    assert release.issues[0]["field"] == "facts.period"
    assert "already ended" in release.reason


def test_a_mirror_in_another_language_says_what_its_source_says_now(notice: str) -> None:
    page = make_campaign([notice])
    publish(page)
    french = Locale.objects.create(language_code="fr")
    page.get_parent().copy_for_translation(french)
    page.copy_for_translation(french, alias=True)
    release = publish(page, headline="Plums are ripe")
    assert release.number == 2  # asked for once, not once more for the mirror
    pinned = PinnedStory.objects.filter(release=release)
    assert {pin.locale: pin.story["headline"] for pin in pinned} == {
        "en": "Plums are ripe",
        "fr": "Plums are ripe",
    }


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_down_neither_fails_nor_loses_the_request(notice: str) -> None:
    release = publish(make_campaign([notice]))
    work = Work.objects.get()
    assert (release.state, work.state, work.sent_at) == (State.BUILDING, "waiting", None)
