"""The same way on what production uses: PostgreSQL with Redis or RabbitMQ."""

from pathlib import Path

import pytest
from pytest_django import Settings

from omnicontent.releases.approvals import approvals_of, find_unapproved
from omnicontent.releases.models import Work
from omnicontent.releases.sealing import is_altered
from omnicontent.releases.services import do_work
from tests.previews.making import make_whole_campaign
from tests.releases.approving import approve, make_user, submit
from tests.releases.campaigns import make_campaign, make_image, make_video, publish, translate
from tests.releases.site import Site, kill_family
from tests.releases.test_crashes import FILM_CHANNEL, comes_live
from tests.services.processes import eventually

pytestmark = pytest.mark.service
OFFER = {"offer_type": "percent", "offer_value": 30}


@pytest.fixture(params=["redis_url", pytest.param("rabbitmq_url", marks=pytest.mark.fault)])
def site(
    request: pytest.FixtureRequest, on_postgres: str, tmp_path: Path, settings: Settings
) -> Site:
    settings.MEDIA_ROOT = tmp_path / "media"
    return Site(tmp_path, request.getfixturevalue(request.param))


def test_a_release_becomes_live(site: Site) -> None:
    with site.workers(), site.beat():
        release = publish(make_campaign(["x", "sms"], hero_image=make_image()))
        assert comes_live(release, site)


def test_translations_on_postgres(on_postgres: str) -> None:
    page = make_campaign(["sms"], **OFFER)
    publish(page)
    french = translate(page, headline="Mûres", key_message="Cueillez-les dimanche.")
    publish(french)
    for offer_value, words in ((35, "Plums are ripe"), (40, "Pears are ripe")):
        release = publish(page, headline=words, offer_value=offer_value)
        values = {row.story["facts"]["offer"]["value"] for row in release.stories.all()}
        assert values == {f"{offer_value}.00"}
        assert [issue["code"] for issue in release.issues] == ["stale_translation"]
    assert publish(french, headline="Les poires sont mûres").issues == []
    french.delete()
    assert publish(page).issues == []


@pytest.mark.fault
def test_a_worker_killed_in_mid_video(site: Site) -> None:
    release = publish(make_campaign([FILM_CHANNEL], hero_video=make_video(12)))
    leased = Work.objects.filter(kind="video", state=Work.State.LEASED)
    with site.beat():
        with site.workers() as doomed:
            assert eventually(leased.exists, 60), site.log()
            kill_family(doomed)
        with site.workers():
            assert comes_live(release, site)
    assert Work.objects.get(kind="video").attempts == 2


@pytest.mark.filterwarnings("ignore:get_connection")  # Wagtail mails reviewers in an old way
def test_what_is_sealed_and_approved_comes_back_the_same(
    on_postgres: str, tmp_path: Path, settings: Settings
) -> None:
    """PostgreSQL keeps JSON in its own order and with its own numbers."""
    settings.MEDIA_ROOT = tmp_path / "media"
    ana = make_user("ana")
    release = approve(submit(make_whole_campaign(tmp_path)), ana)
    do_work(work_id=Work.objects.get(kind="texts").pk)
    variants = list(release.variants.all())
    assert not [variant for variant in variants if is_altered(variant)]
    assert find_unapproved(release, variants) == []
    assert approvals_of(release.campaign).rows
