"""Real workers, a real broker, kill -9: a release becomes live by itself, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from omnicontent.delivery.models import JournalEntry
from omnicontent.releases.models import LivePointer, Release, Rendition, Work
from omnicontent.releases.selectors import live_release
from tests.releases.campaigns import make_campaign, make_image, make_video, publish
from tests.releases.site import EmbeddedBroker, Site, kill_family
from tests.services.processes import eventually

pytestmark = pytest.mark.django_db(transaction=True)
State = Release.State
FILM_CHANNEL = "tiktok"


@pytest.fixture
def broker() -> Iterator[EmbeddedBroker]:
    broker = EmbeddedBroker()
    broker.start()
    yield broker
    broker.close()


@pytest.fixture
def site(broker: EmbeddedBroker, tmp_path: Path) -> Site:
    return Site(tmp_path, broker.url)


def state_of(release: Release) -> str:
    return Release.objects.get(pk=release.pk).state


def comes_live(release: Release, site: Site, seconds: float = 90) -> bool:
    assert eventually(lambda: state_of(release) != State.BUILDING, seconds), site.log()
    return went_live_once(release)


def went_live_once(release: Release) -> bool:
    """Whether the pointer shows it and the journal tells of each variant exactly once."""
    told = JournalEntry.objects.filter(release=release.pk)
    places = sorted(told.values_list("channel", "locale"))
    return (
        live_release(release.campaign) == release
        and LivePointer.objects.filter(release=release).count() == 1
        and places == sorted(release.variants.values_list("channel", "locale"))
    )


def test_a_release_becomes_live(site: Site) -> None:
    with site.workers(), site.beat():
        release = publish(make_campaign(["x", "sms"], hero_image=make_image()))
        assert comes_live(release, site)


@pytest.mark.fault
def test_a_worker_killed_in_mid_video(site: Site) -> None:
    release = publish(make_campaign([FILM_CHANNEL], hero_video=make_video(12)))
    with site.beat():
        with site.workers() as doomed:
            assert eventually(lambda: Rendition.objects.filter(progress__gt=0).exists(), 60)
            kill_family(doomed)
        film = Work.objects.get(kind="video")
        assert (film.state, film.attempts) == (Work.State.LEASED, 1)
        assert not Rendition.objects.filter(state=Rendition.State.READY, kind="video").exists()
        with site.workers():
            assert comes_live(release, site)
    film.refresh_from_db()
    assert (film.state, film.attempts) == (Work.State.DONE, 2)


@pytest.mark.parametrize(
    "remembers",
    [
        pytest.param(True, id="with disk"),
        pytest.param(False, id="without disk", marks=pytest.mark.fault),
    ],
)
def test_a_broker_killed_while_work_is_queued(
    site: Site, broker: EmbeddedBroker, remembers: bool
) -> None:
    release = publish(make_campaign(["sms"]))
    site.send("from omnicontent.releases.services import send_messages; send_messages()")
    assert Work.objects.get().sent_at
    broker.kill()
    if not remembers:
        broker.forget()
    broker.start()
    with site.workers(), site.beat():
        assert comes_live(release, site)


@pytest.mark.fault
def test_a_broker_killed_under_waiting_workers(site: Site, broker: EmbeddedBroker) -> None:
    with site.supervised_workers() as workers, site.beat():
        first = publish(make_campaign(["sms"]))
        assert comes_live(first, site)
        broker.kill()
        second = publish(make_campaign(["sms"], headline="Plums are ripe"))
        broker.start()

        def is_over() -> bool:
            workers.revive()  # Celery gives up if its broker dies under an acknowledgement
            return state_of(second) != State.BUILDING

        assert eventually(is_over, 90), site.log()
        assert went_live_once(second)


@pytest.mark.fault
def test_the_same_message_eight_times_has_one_effect(site: Site) -> None:
    release = publish(make_campaign(["sms"]))
    work = Work.objects.get()
    send = f"[do_work.delay({work.pk}) for _ in range(8)]"
    site.send(f"from omnicontent.releases.tasks import do_work; {send}")
    with site.workers(), site.beat():
        assert comes_live(release, site)
    work.refresh_from_db()
    assert (work.attempts, work.fence) == (1, 1)


@pytest.mark.fault
def test_poison_is_dead_with_its_cause_and_the_previous_stays_live(site: Site) -> None:
    page = make_campaign(["x"])
    with site.workers(), site.beat():
        first = publish(page)
        assert comes_live(first, site)
        image = make_image()
        image.file.storage.delete(image.file.name)
        second = publish(page, hero_image=image, hero_image_alt="A red circle")
        assert eventually(lambda: state_of(second) == State.FAILED, 60), site.log()
    second.refresh_from_db()
    assert Work.objects.get(kind="images").attempts == 5
    assert "missing" in second.reason
    assert live_release(page.translation_key) == first
