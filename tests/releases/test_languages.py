"""One release in all languages: the same facts, and no stale words without a warning."""

from decimal import Decimal

import pytest
from wagtail.models import Locale

from omnicontent.previews.mending import mend
from omnicontent.releases.gate import Fault
from omnicontent.releases.languages import SHARED_FACTS
from omnicontent.releases.models import Release, Work
from omnicontent.releases.requesting import request_release
from omnicontent.releases.services import reconsider
from omnicontent.stories.facts import FIELDS
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import make_campaign, publish, run_all_waiting, translate
from tests.releases.channels import FORBIDDEN

pytestmark = pytest.mark.django_db
State = Release.State
OFFER = {"offer_type": "percent", "offer_value": Decimal(30)}
FRENCH = {"headline": "Les cerises sont mûres", "key_message": "Cueillez-les dimanche."}


@pytest.fixture
def page(notice: str) -> CampaignPage:
    page = make_campaign([notice], **OFFER)
    publish(page)
    return page


@pytest.fixture
def french(page: CampaignPage) -> CampaignPage:
    french = translate(page, **FRENCH)
    publish(french)
    return french


def make_by_program(page: CampaignPage, **fields: object) -> CampaignPage:
    """Add a live French page of the campaign, with facts of its own and without a revision."""
    locale, _created = Locale.objects.get_or_create(language_code="fr")
    home = page.get_parent().copy_for_translation(locale)
    words = {**FRENCH, "title": "Cerises", "channels": page.channels, **fields}
    made = CampaignPage(translation_key=page.translation_key, locale=locale, **words)
    return home.add_child(instance=made)


def promised(release: Release) -> dict[str, str]:
    return {row.locale: row.story["facts"]["offer"]["value"] for row in release.stories.all()}


def faults(release: Release) -> list[Fault]:
    release.refresh_from_db()
    return [Fault.model_validate(issue) for issue in release.issues]


def test_the_gate_compares_every_kind_of_fact_whose_fields_are_shared() -> None:
    own = ("call_to_action", "legal_line", "place", "contact", "products", "audience")
    assert {"offer", "period", "promo_code"} <= set(SHARED_FACTS)
    assert set(FIELDS) - set(SHARED_FACTS) == set(own), "a shared field: stories/sharing.py"


def test_one_publication_makes_one_release_with_the_same_facts_in_all_languages(
    page: CampaignPage, french: CampaignPage
) -> None:
    before = Release.objects.count()
    release = publish(page, offer_value=Decimal(35))
    assert Release.objects.count() == before + 1
    assert promised(release) == {"en": "35.00", "fr": "35.00"}
    run_all_waiting()
    assert faults(release) == []
    assert release.state == State.LIVE


@pytest.fixture
def german(french: CampaignPage) -> CampaignPage:
    """A live German page that mirrors the French one."""
    locale = Locale.objects.create(language_code="de")
    return french.copy_for_translation(locale, copy_parents=True, alias=True)


def test_a_mirror_of_a_translation_follows_the_facts(
    page: CampaignPage, french: CampaignPage, german: CampaignPage
) -> None:
    publish(french)
    audience = "Regulars"
    release = publish(page, offer_value=Decimal(35), audience=audience)
    assert promised(release) == {"en": "35.00", "fr": "35.00", "de": "35.00"}
    facts = {row.locale: row.story["facts"] for row in release.stories.all()}
    assert facts["de"] == facts["fr"]
    assert facts["de"]["audience"]["name"] == audience
    run_all_waiting()
    assert faults(release) == []
    assert release.state == State.LIVE


def test_a_mirror_keeps_what_its_translation_chose(
    page: CampaignPage, french: CampaignPage, german: CampaignPage
) -> None:
    publish(french, audience="Habitués")
    release = publish(page, audience="Regulars")
    chosen = {row.locale: row.story["facts"]["audience"]["name"] for row in release.stories.all()}
    assert chosen == {"en": "Regulars", "fr": "Habitués", "de": "Habitués"}


def test_a_stale_language_is_a_warning_that_names_what_to_translate(
    page: CampaignPage, french: CampaignPage
) -> None:
    release = publish(page, headline="Plums are ripe", summary="Bring a basket.")
    run_all_waiting()
    (fault,) = faults(release)
    assert (release.state, fault.waits) == (State.BLOCKED, True)
    assert (fault.code, fault.severity) == ("stale_translation", "warning")
    assert (fault.locale, fault.field) == ("fr", "headline")
    assert "headline, summary" in fault.message
    assert mend(fault, french.pk).url.endswith(f"/{french.pk}/edit/#id_headline")

    said = {"headline": "Les prunes sont mûres", "summary": "Avec un panier."}
    draft = CampaignPage.objects.get(pk=french.pk)
    draft.headline, draft.summary = said.values()
    draft.save_revision()
    assert len(faults(publish(page))) == 1, "a draft mends nothing that is published"
    assert faults(publish(french, **said)) == []


def test_languages_that_promise_differently_are_stopped(page: CampaignPage) -> None:
    make_by_program(page, offer_type="percent", offer_value=Decimal(25))
    Work.objects.all().delete()
    release = publish(page, headline="Plums are ripe")
    (fault,) = faults(release)
    assert release.state == State.BLOCKED
    assert (fault.code, fault.severity) == ("languages_differ", "error")
    assert (fault.locale, fault.field) == ("fr", "facts.offer")
    assert "25" in fault.message
    assert "30%" in fault.message
    assert fault.message in release.reason
    assert not Work.objects.exists()


def test_languages_that_promise_the_same_are_tied_and_then_follow(page: CampaignPage) -> None:
    make_by_program(page, **OFFER)
    assert publish(page).state == State.BUILDING
    assert promised(publish(page, offer_value=Decimal(35))) == {"en": "35.00", "fr": "35.00"}


def test_a_blocked_release_still_warns_of_what_is_stale(
    page: CampaignPage, french: CampaignPage
) -> None:
    release = publish(page, headline="Plums are ripe", cta_verb="Order now")
    codes = [(fault.code, fault.locale) for fault in faults(release)]
    assert codes == [("no_story", "en"), ("stale_translation", "fr")]


def test_a_release_judged_again_keeps_its_warnings(
    page: CampaignPage, french: CampaignPage
) -> None:
    release = publish(page, headline=f"Plums are {FORBIDDEN}")
    run_all_waiting()
    before = faults(release)
    assert [fault.code for fault in before] == ["forbidden", "stale_translation"]
    reconsider(release=release)
    run_all_waiting()
    assert faults(release) == before


def test_an_unpublished_source_gives_away_nothing(
    page: CampaignPage, french: CampaignPage
) -> None:
    source = CampaignPage.objects.get(pk=page.pk)
    source.unpublish()
    source.offer_value = Decimal(50)
    source.save()
    assert promised(request_release(page=french)) == {"fr": "30.00"}
