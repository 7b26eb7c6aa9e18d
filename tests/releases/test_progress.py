import pytest

from omnicontent.releases.models import Release, Rendition, Work
from omnicontent.releases.selectors import latest_release, progress
from omnicontent.releases.services import do_work
from tests.releases.campaigns import make_campaign, make_image, publish, run_all_waiting
from tests.releases.channels import FORBIDDEN

pytestmark = pytest.mark.django_db


def test_progress_grows_from_words_to_files_to_live(notice: str) -> None:
    page = make_campaign([notice], hero_image=make_image())
    release = publish(page)
    (row,) = progress(release).rows
    assert (row.name, row.locale, row.state, row.share) == ("Notice board", "en", "waiting", 0)
    do_work(work_id=Work.objects.get(kind="texts").pk)
    (row,) = progress(release).rows
    assert (row.state, row.files, row.files_ready) == ("building", 1, 0)
    Rendition.objects.update(progress=0.5)
    half = progress(release)
    assert 0.1 < half.share < 1
    assert not half.is_over
    run_all_waiting()
    done = progress(latest_release(page.translation_key))
    assert (done.share, done.rows[0].state, done.rows[0].files_ready) == (1, "live", 1)
    assert done.is_over


def test_a_blocked_channel_names_its_first_error_and_the_field(notice: str) -> None:
    release = publish(make_campaign([notice], headline=f"Something {FORBIDDEN}"))
    run_all_waiting()
    release.refresh_from_db()
    blocked = progress(release)
    assert release.state == Release.State.BLOCKED
    assert blocked.rows[0].state == "blocked"
    assert blocked.rows[0].first_error.field == "headline"
    assert [fault.channel for fault in blocked.faults] == ["notice"]
    assert blocked.reason == "Say it another way."


def test_a_channel_no_longer_installed_is_shown_by_its_slug(notice: str) -> None:
    page = make_campaign([notice], hero_image=make_image())
    release = publish(page)
    run_all_waiting()
    release.variants.update(channel="gone")
    (row,) = progress(latest_release(page.translation_key)).rows
    assert (row.name, row.state) == ("gone", "live")


def test_a_channel_uninstalled_before_its_build_blocks_the_release(notice: str) -> None:
    release = publish(make_campaign([notice]))
    release.variants.update(channel="gone")
    run_all_waiting()
    release.refresh_from_db()
    assert release.state == Release.State.BLOCKED
    assert 'no channel is called "gone"' in release.reason


def test_progress_costs_the_same_for_many_channels(
    notice: str, django_assert_num_queries: object
) -> None:
    release = publish(make_campaign([]))
    with django_assert_num_queries(2):
        progress(release)
