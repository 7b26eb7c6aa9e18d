"""The demo on another port: its pages lead there, and nothing that somebody decided is undone."""

import pytest
from pytest_django import Settings
from wagtail.models import Site

from omnicontent.config.demo.moving import follow_port
from omnicontent.releases.models import Release
from omnicontent.releases.selectors import live_variant
from omnicontent.releases.services import recall_release, roll_back
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import make_campaign, make_image, publish, run_all_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_port(settings: Settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8000"


@pytest.fixture
def live() -> CampaignPage:
    page = make_campaign(["web"], hero_image=make_image())
    Site.objects.update(port=8000)
    publish(page)
    run_all_waiting()
    return page


def shown(page: CampaignPage) -> str:
    variant = live_variant(page.translation_key, "web", "en")
    assert variant
    return bytes(variant.body or b"").decode()


def test_what_is_live_leads_to_the_new_port(live: CampaignPage, settings: Settings) -> None:
    assert "localhost:8000" in shown(live)
    live.headline = "Not yet"
    live.save_revision()
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8055"
    assert follow_port() == 1
    run_all_waiting()
    assert "localhost:8055" in shown(live)
    assert "localhost:8000" not in shown(live)
    assert "Cherries are ripe" in shown(live)
    assert "Not yet" not in shown(live)
    assert follow_port() == 0


def test_the_same_port_makes_nothing_anew(live: CampaignPage) -> None:
    assert follow_port() == 0
    assert Release.objects.count() == 1


def test_what_somebody_decided_stays(live: CampaignPage, settings: Settings) -> None:
    gone = make_campaign(["sms"], headline="Plums are ripe", slug="plums")
    plums = publish(gone)
    run_all_waiting()
    recall_release(release=plums)
    publish(live, headline="Cherries are gone")
    run_all_waiting()
    roll_back(release=Release.objects.get(campaign=live.translation_key, number=1))
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8055"
    assert follow_port() == 0
    assert Release.objects.count() == 3


def test_a_host_of_somebodys_own_stays(live: CampaignPage, settings: Settings) -> None:
    Site.objects.update(hostname="orchard.example", port=80)
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8055"
    assert follow_port() == 0
    assert Site.objects.get().port == 80
