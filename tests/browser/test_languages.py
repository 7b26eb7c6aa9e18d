"""The editor's panel of languages, seen through a browser."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale

from omnicontent.stories.models import CampaignPage
from tests.browser.looking import axe_of, shoot

pytestmark = pytest.mark.browser


@pytest.fixture
def french(campaign: CampaignPage) -> CampaignPage:
    locale, _created = Locale.objects.get_or_create(language_code="fr")
    campaign.save_revision().publish()
    campaign.copy_for_translation(locale, copy_parents=True)
    page = CampaignPage.objects.get(locale=locale, translation_key=campaign.translation_key)
    page.headline = "Tulipes"
    page.save_revision().publish()
    campaign.headline = "Tulips and lilies"
    campaign.save_revision().publish()
    return page


def test_a_translation_says_what_is_stale_and_who_has_the_facts(
    admin: Page, live_server: LiveServer, french: CampaignPage
) -> None:
    admin.emulate_media(reduced_motion="reduce")
    admin.goto(f"{live_server.url}/admin/pages/{french.pk}/edit/")
    panel = admin.get_by_role("region", name="Languages")
    expect(panel).to_contain_text("Tulips and lilies")
    expect(admin.get_by_role("textbox", name="Promo code")).to_be_disabled()
    admin.get_by_label("The words of this page are right as they are").check()
    for scheme in ("light", "dark"):
        admin.emulate_media(color_scheme=scheme)
        axe_of(admin)
        shoot(admin, f"languages-{scheme}")
    panel.get_by_role("link", name="Go to the facts").click()
    expect(admin.get_by_role("region", name="Languages")).to_contain_text("still to be translated")
