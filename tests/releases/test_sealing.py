"""A variant that was altered in the store is not handed out, switched to or rolled back to."""

import hashlib
import importlib
import logging

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from pytest_django import Settings

from omnicontent.releases.errors import AlteredVariantError, NotReadyError
from omnicontent.releases.models import Release, Variant, Work
from omnicontent.releases.sealing import require_seals, require_unaltered, seal_of
from omnicontent.releases.selectors import live_release, live_variant
from omnicontent.releases.services import do_work, roll_back
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import make_campaign, publish, run_all_waiting
from tests.releases.test_embedding import ShownElsewhere, ask, board  # noqa: F401

pytestmark = pytest.mark.django_db
FOREIGN = b"<p>Pay here instead.</p>"


@pytest.fixture
def page(board: str) -> CampaignPage:  # noqa: F811
    page = make_campaign([board])
    publish(page)
    run_all_waiting()
    page.refresh_from_db()
    return page


def built(page: CampaignPage) -> Variant:
    return live_variant(page.translation_key, "notice", "en")


ALTERATIONS = {
    "body": {"body": FOREIGN},
    "body and digest": {"body": FOREIGN, "digest": hashlib.sha256(FOREIGN).hexdigest()},
    "words": {"content": {"parts": {"text": "Pay here instead."}}},
    "media type": {"media_type": "text/plain"},
    "file name": {"file_name": "x.exe"},
    "no seal": {"seal": ""},
}
altered = pytest.mark.parametrize("change", ALTERATIONS.values(), ids=ALTERATIONS.keys())


def test_what_was_built_is_whole(page: CampaignPage) -> None:
    variant = built(page)
    assert require_unaltered(variant) is variant
    assert require_seals([variant]) == [variant]


@altered
def test_an_alteration_is_refused_and_logged(
    page: CampaignPage, change: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    Variant.objects.update(**change)
    variant = built(page)
    with pytest.raises(AlteredVariantError), caplog.at_level(logging.ERROR):
        require_unaltered(variant)
    assert f"Variant {variant.pk} (release {variant.release_id}, notice, en)" in caplog.text


def test_a_seal_holds_for_its_own_place_only(page: CampaignPage) -> None:
    variant = built(page)
    Variant.objects.update(locale="fr")
    with pytest.raises(AlteredVariantError):
        require_unaltered(Variant.objects.get(pk=variant.pk))


@altered
def test_the_public_page_refuses_in_plain_words(
    page: CampaignPage, client: Client, change: dict[str, object]
) -> None:
    etag = client.get(page.url)["ETag"]
    Variant.objects.update(**change)
    for headers in ({}, {"if-none-match": etag}):
        response = client.get(page.url, headers=headers)
        assert response.status_code == 500
        assert response["Content-Type"].startswith("text/plain")
        assert "not what was published" in response.content.decode()


@altered
def test_other_sites_are_refused(
    page: CampaignPage, client: Client, change: dict[str, object]
) -> None:
    Variant.objects.update(**change)
    response = ask(client, page.full_url)
    assert response.status_code == 500
    assert "not what was published" in response.content.decode()


@altered
def test_the_gate_refuses_and_a_new_publication_heals(
    page: CampaignPage, change: dict[str, object]
) -> None:
    release = publish(page, headline="Plums are ripe")
    do_work(work_id=Work.objects.get(kind="texts", subject=str(release.pk)).pk)
    release.variants.update(**change)
    run_all_waiting()
    release.refresh_from_db()
    assert release.state == Release.State.BLOCKED
    assert [issue["code"] for issue in release.issues] == ["altered"]
    assert live_release(page.translation_key).number == 1
    publish(page)
    run_all_waiting()
    assert live_release(page.translation_key).number == 3


@altered
def test_an_altered_release_can_not_return(page: CampaignPage, change: dict[str, object]) -> None:
    first = live_release(page.translation_key)
    publish(page, headline="Plums are ripe")
    run_all_waiting()
    first.variants.update(**change)
    with pytest.raises(NotReadyError, match="altered"):
        roll_back(release=first)
    assert live_release(page.translation_key).number == 2


def test_a_new_secret_keeps_the_seals_of_the_old_one(
    page: CampaignPage, settings: Settings
) -> None:
    old = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new one", [old]
    assert require_unaltered(built(page))
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(AlteredVariantError):
        require_unaltered(built(page))


def test_a_seal_is_none_of_the_database(page: CampaignPage) -> None:
    """Whoever reads every table still lacks the secret that seals are made with."""
    variant = built(page)
    variant.digest = hashlib.sha256(FOREIGN).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT seal FROM releases_variant")
        stored = [seal for (seal,) in cursor.fetchall()]
    assert seal_of(variant) not in stored


def test_what_was_built_before_there_were_seals_is_sealed(
    page: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant = built(page)
    # One day seals may cover a field that is not there yet when this migration runs.
    monkeypatch.setattr("omnicontent.releases.sealing._sealed", lambda row: [row.not_there_yet])
    Variant.objects.update(seal="")
    migration = importlib.import_module("omnicontent.releases.migrations.0002_approvals")
    migration.seal_variants(apps, None)
    assert Variant.objects.get(pk=variant.pk).seal == variant.seal
