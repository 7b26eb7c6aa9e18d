"""The public side, the migrations, the panels' choices."""

from io import StringIO

from django.core.management import call_command
from django.test import Client

from omnicontent.stories.choices import currency_choices, time_zone_choices
from omnicontent.stories.models import CampaignIndexPage, CampaignPage
from tests.stories.making import make_campaign


def test_a_published_page_without_a_release_is_not_shown(campaign: CampaignPage) -> None:
    campaign.save_revision().publish()
    assert Client().get("/en/tulips/").status_code == 404


def test_an_index_lists_what_is_live_only(index: CampaignIndexPage) -> None:
    make_campaign(index)
    html = Client().get("/en/").content.decode()
    assert "Nothing to announce today." in html
    assert "Tulips" not in html


def test_no_migration_is_missing(db: None) -> None:
    call_command("makemigrations", "stories", check=True, dry_run=True, stdout=StringIO())


def test_currencies_and_zones_come_from_the_standards() -> None:
    codes = [code for code, _name in currency_choices()]
    assert codes[:2] == ["", "EUR"]
    assert {"JPY", "XOF"} <= set(codes)
    assert ("Europe/Paris", "Europe/Paris") in time_zone_choices()
