"""The demo's content: made once, never over what editors did, sayable on every channel."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import connection

from omnicontent.channels.registry import all_channels, get_channel
from omnicontent.config.demo.campaigns import end_of_offer
from omnicontent.config.demo.content import ACCOUNTS, create_demo
from omnicontent.config.demo.typography import french
from omnicontent.releases.models import Release
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.models import CampaignPage, MasterImage
from omnicontent.stories.translations import stale_strings, tie_of


def _rows() -> dict[str, int]:
    tables = [table for table in connection.introspection.table_names() if "session" not in table]
    with connection.cursor() as cursor:
        counts = {}
        for table in tables:
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
            counts[table] = cursor.fetchone()[0]
    return counts


@pytest.mark.django_db
def test_the_demo_is_made_once_and_keeps_what_editors_did(demo_media: Path) -> None:
    assert create_demo(demo_media)
    page = CampaignPage.objects.get(slug="wake-the-meadow")
    page.headline = "Mine now"
    page.save_revision().publish()
    before = _rows()
    assert not create_demo(demo_media)
    assert _rows() == before
    assert CampaignPage.objects.get(pk=page.pk).headline == "Mine now"


@pytest.mark.django_db
def test_every_channel_can_say_both_campaigns_in_both_languages(demo_media: Path) -> None:
    create_demo(demo_media)
    stories = [story_from_page(page) for page in CampaignPage.objects.all()]
    assert sorted(story.locale for story in stories) == ["en", "en", "fr", "fr"]
    assert len({story.id for story in stories}) == 2
    for story in stories:
        assert story.channels == tuple(all_channels())
        for slug, own in story.overrides.items():
            assert all(get_channel(slug).spec.part(part).overridable for part in own)
        for channel in all_channels().values():
            content = channel.adapt(story)
            issues = channel.validate(content, story)
            faults = [i for i in issues if i.severity == "error" and i.code != "too_small"]
            assert not faults, (channel.spec.slug, story.locale, faults)


@pytest.mark.django_db
def test_the_french_pages_are_translations_and_not_stale(demo_media: Path) -> None:
    create_demo(demo_media)
    french = CampaignPage.objects.filter(locale__language_code="fr", live=True)
    assert french.count() == 2
    for page in french:
        assert tie_of(page) is not None
        assert stale_strings(page) == []
    assert not Release.objects.exclude(issues=[]).exists()


@pytest.mark.django_db
def test_every_account_can_log_in(demo_media: Path) -> None:
    create_demo(demo_media)
    for account in ACCOUNTS:
        user = authenticate(username=account.username, password=account.password)
        assert user is not None
        assert user.has_perm("wagtailadmin.access_admin")
        assert user.groups.get().name == account.group


@pytest.mark.django_db
def test_owners_are_named_and_drawings_are_called_so(demo_media: Path) -> None:
    create_demo(demo_media)
    page = CampaignPage.objects.get(slug="cinema-at-sunset")
    texts = page.body.raw_data[-1]["value"]
    assert "Some Foundation (CC-BY-3.0)" in texts
    assert "Somebody" not in texts, "garden.jpg is not in this campaign"
    alts = [block.value["alt"] for block in page.body if block.block_type == "picture"]
    assert alts == ["A drawing in plain colors that stands in for a photo."]


@pytest.mark.django_db
def test_half_a_demo_is_no_demo(demo_media: Path) -> None:
    (demo_media / "sunset.jpg").unlink()
    with pytest.raises(CommandError, match=r"sunset\.jpg"):
        call_command("create_demo", media=demo_media)
    assert not CampaignPage.objects.exists()
    assert not MasterImage.objects.exists()


def test_known_passwords_stay_out_of_a_real_service(
    demo_media: Path, settings: LazySettings
) -> None:
    settings.DEMO_ACCOUNTS = False
    with pytest.raises(CommandError, match="DEMO_ACCOUNTS"):
        call_command("create_demo", media=demo_media)


@pytest.mark.parametrize(
    ("now", "day", "end"),
    [
        (datetime(2026, 1, 31, 12, tzinfo=UTC), 0, datetime(2026, 2, 28, 22, 59, tzinfo=UTC)),
        (datetime(2026, 11, 23, tzinfo=UTC), 20, datetime(2026, 12, 20, 22, 59, tzinfo=UTC)),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), 0, datetime(2027, 2, 28, 22, 59, tzinfo=UTC)),
        (datetime(2026, 6, 1, tzinfo=UTC), 0, datetime(2026, 7, 31, 21, 59, tzinfo=UTC)),
    ],
)
def test_an_offer_ends_in_the_month_after(now: datetime, day: int, end: datetime) -> None:
    assert end_of_offer(day, 23, 59, now) == end


def test_french_has_its_spaces_and_apostrophes() -> None:
    assert french("C'est 30 % : « oui » !") == (
        "C\u2019est 30\u202f%\u00a0: «\u00a0oui\u00a0»\u202f!"
    )
