import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import override

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.registry import registered
from omnicontent.releases.leases import lease_work
from omnicontent.releases.models import Release, Rendition, Work
from omnicontent.releases.selectors import live_release
from omnicontent.releases.services import do_work, sweep
from omnicontent.releases.working import fail_work
from omnicontent.text.units import Unit
from tests.releases.campaigns import make_campaign, make_image, publish, run_all_waiting
from tests.releases.channels import NoticeChannel, limit

pytestmark = pytest.mark.django_db
State = Release.State


def write_over(name: str, data: bytes) -> None:
    with default_storage.open(name, "wb") as file:
        file.write(data)


def test_a_missing_source_fails_the_release_after_five_attempts(notice: str) -> None:
    page = make_campaign([notice])
    first = publish(page)
    run_all_waiting()
    image = make_image()
    second = publish(page, hero_image=image, hero_image_alt="A red circle")
    default_storage.delete(image.file.name)
    run_all_waiting()
    second.refresh_from_db()
    work = Work.objects.get(kind="images")
    assert (work.state, work.attempts) == (Work.State.DEAD, 5)
    assert second.state == State.FAILED
    assert "missing" in second.reason
    assert [(i["code"], i["field"]) for i in second.issues] == [("file_failed", "hero_image")]
    assert live_release(page.translation_key) == first


def test_a_source_that_changed_after_publishing_is_not_used(notice: str) -> None:
    image = make_image()
    release = publish(make_campaign([notice], hero_image=image))
    write_over(image.file.name, b"another picture")
    run_all_waiting()
    release.refresh_from_db()
    assert release.state == State.FAILED
    assert "changed" in release.reason


def test_a_source_that_is_no_picture_is_not_tried_twice(notice: str) -> None:
    image = make_image()
    image.sha256 = hashlib.sha256(b"no picture").hexdigest()
    image.save()
    write_over(image.file.name, b"no picture")
    release = publish(make_campaign([notice], hero_image=image))
    run_all_waiting()
    work = Work.objects.get(kind="images")
    release.refresh_from_db()
    assert (work.state, work.attempts) == (Work.State.DEAD, 1)
    assert release.state == State.FAILED
    assert work.error in release.reason


def test_publishing_again_gives_dead_work_new_attempts(notice: str) -> None:
    image = make_image()
    with default_storage.open(image.file.name) as file:
        data = file.read()
    page = make_campaign([notice], hero_image=image)
    publish(page)
    default_storage.delete(image.file.name)
    run_all_waiting()
    default_storage.save(image.file.name, ContentFile(data))
    release = publish(page)
    run_all_waiting()
    assert live_release(page.translation_key) == release


def test_a_channel_that_crashes_fails_the_release_with_its_cause(notice: str) -> None:
    class CrashingChannel(NoticeChannel):
        @override
        def render(self, content: Content) -> Rendered:
            raise ZeroDivisionError("the plug-in divides by zero")

    with registered(CrashingChannel()):
        release = publish(make_campaign([notice]))
        run_all_waiting()
    release.refresh_from_db()
    assert release.state == State.FAILED
    assert "notice" in release.reason
    assert "divides by zero" in release.reason


def test_a_late_failure_of_overtaken_work_changes_nothing(notice: str) -> None:
    release = publish(make_campaign([notice]))
    slow = lease_work(work_id=Work.objects.get().pk)
    assert slow is not None
    Work.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    do_work(work_id=slow.pk)
    run_all_waiting()
    fail_work(work=slow, error=RuntimeError("too late"))
    release.refresh_from_db()
    assert release.state == State.LIVE
    assert Work.objects.get(pk=slow.pk).state == Work.State.DONE


def test_a_broken_row_does_not_stop_the_sweeper(notice: str) -> None:
    page = make_campaign([notice])
    release = publish(page)
    run_all_waiting()
    past = timezone.now() - timedelta(minutes=1)
    Work.objects.create(
        kind="texts",
        subject="0",  # no such release: giving it up fails, too
        queue="text",
        state=Work.State.LEASED,
        attempts=5,
        leased_until=past,
    )
    Release.objects.filter(pk=release.pk).update(ends_at=past)
    sweep()
    release.refresh_from_db()
    assert release.state == State.EXPIRED


def test_a_picture_too_heavy_for_one_surface_is_made_for_the_others(notice: str) -> None:
    slots = NoticeChannel.spec.images
    tight = replace(slots[0], name="tight", width_px=900, limits=(limit(300, Unit.BYTES),))

    class TightChannel(NoticeChannel):
        spec = replace(NoticeChannel.spec, images=(*slots, tight))

    with registered(TightChannel()):
        page = make_campaign([notice], hero_image=make_image())
        release = publish(page)
        run_all_waiting()
    release.refresh_from_db()
    states = set(Rendition.objects.values_list("width_px", "state"))
    assert states == {(320, "ready"), (None, "failed")}
    assert release.state == Release.State.FAILED
    assert "300 bytes" in release.reason
