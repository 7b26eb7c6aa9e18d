"""Finer AVIF files are made in quiet hours, and only a later release shows them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.core.files.storage import default_storage
from pytest_django import DjangoAssertNumQueries

from omnicontent.channels.registry import registered
from omnicontent.channels.spec import ImageSlot
from omnicontent.releases import refining
from omnicontent.releases.models import Release, Rendition, Work
from omnicontent.releases.refining import finer_in, refine_when_idle
from omnicontent.releases.selectors import live_release
from omnicontent.releases.storing import storage_name
from tests.releases.campaigns import make_campaign, make_image, publish, run_all_waiting
from tests.releases.channels import NoticeChannel

pytestmark = pytest.mark.django_db


class AvifChannel(NoticeChannel):
    spec = replace(
        NoticeChannel.spec,
        images=(ImageSlot(name="hero", width_px=320, height_px=240, format="avif", quality=58),),
        videos=(),
    )


@pytest.fixture
def avif(settings: object) -> Iterator[str]:
    settings.CAMPAIGN_PAGE_CHANNEL = "notice"
    with registered(AvifChannel()):
        yield "notice"


@pytest.fixture
def live(avif: str) -> Release:
    page = make_campaign([avif], hero_image=make_image())
    release = publish(page)
    run_all_waiting()
    assert live_release(page.translation_key) == release
    return release


def files(release: Release) -> list[tuple[str, bool]]:
    rows = Rendition.objects.filter(variants__release=release)
    return [(row.file_name, row.recipe["thorough"]) for row in rows]


def test_a_quiet_moment_makes_a_smaller_file_beside_the_live_one(live: Release) -> None:
    before = (live.variants.get().digest, files(live))
    refine_when_idle()
    run_all_waiting()
    live.refresh_from_db()
    assert (live.variants.get().digest, files(live)) == before
    quick, finer = Rendition.objects.order_by("pk")
    assert finer.recipe == quick.recipe | {"thorough": True}
    assert finer.state == "ready"
    assert default_storage.exists(storage_name(finer.file_name))
    refine_when_idle()
    assert not Work.objects.filter(state=Work.State.WAITING).exists()


def test_a_later_release_shows_the_finer_file(live: Release) -> None:
    refine_when_idle()
    run_all_waiting()
    from omnicontent.stories.models import CampaignPage

    page = CampaignPage.objects.get(translation_key=live.campaign)
    later = publish(page, summary="Bring a basket.")
    run_all_waiting()
    assert live_release(page.translation_key) == later
    ((_name, thorough),) = files(later)
    assert thorough
    assert finer_in(later.variants.get().content) == (files(live)[0][0],)
    assert Rendition.objects.count() == 2


def test_many_files_of_a_picture_are_made_in_turns(
    avif: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (slot,) = AvifChannel.spec.images
    small = replace(slot, name="small", width_px=160, height_px=120)
    monkeypatch.setattr(AvifChannel, "spec", replace(AvifChannel.spec, images=(slot, small)))
    monkeypatch.setattr(refining, "BATCH", 1)
    publish(make_campaign([avif], hero_image=make_image()))
    run_all_waiting()
    refine_when_idle()
    run_all_waiting()
    assert Rendition.objects.filter(recipe__thorough=True, state="ready").count() == 2


def test_a_quiet_system_is_asked_little(
    live: Release, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    refine_when_idle()
    run_all_waiting()
    publish(make_campaign(["notice"], hero_image=make_image()))
    run_all_waiting()
    refine_when_idle()
    run_all_waiting()
    with django_assert_num_queries(2):
        refine_when_idle()


def test_nothing_is_refined_while_work_waits(live: Release) -> None:
    Work.objects.create(kind="texts", subject="0", queue="text")
    refine_when_idle()
    assert not Work.objects.filter(kind="refine").exists()


def test_a_picture_that_is_gone_is_asked_for_no_more(live: Release) -> None:
    default_storage.delete(Rendition.objects.get().source)
    refine_when_idle()
    run_all_waiting()
    refine_when_idle()
    assert Work.objects.get(kind="refine").state == Work.State.DEAD
    assert not Work.objects.filter(state=Work.State.WAITING).exists()
