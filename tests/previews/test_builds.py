import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from omnicontent.channels.message_checks import say_finding
from omnicontent.channels.registry import get_channel
from omnicontent.previews import panels
from omnicontent.releases.approvals import NOT_APPROVED
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import LivePointer, PinnedStory, Release, Rendition, Variant
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.models import CampaignPage
from tests.stories.making import make_campaign, posted

State = Release.State


def make_release(page: CampaignPage, number: int = 1, **fields: object) -> Release:
    """A release of two channels, one ready, one that waits for half a file."""
    release = Release.objects.create(
        campaign=page.translation_key, number=number, title=page.title, **fields
    )
    PinnedStory.objects.create(release=release, locale="en", page_id=page.pk, story={})
    Variant.objects.create(
        release=release, channel="sms", locale="en", state="ready", milliseconds=12
    )
    film = Variant.objects.create(release=release, channel="tiktok", locale="en", state="ready")
    rendition, _ = Rendition.objects.get_or_create(
        file_name=f"{'a' * 40}.mp4", defaults={"kind": "video", "recipe": {}, "progress": 0.5}
    )
    film.renditions.add(rendition)
    return release


def go_live(release: Release) -> None:
    LivePointer.objects.update_or_create(campaign=release.campaign, defaults={"release": release})
    Release.objects.filter(pk=release.pk).update(state=State.LIVE, live_at=timezone.now())


def get_build(client: Client, page: CampaignPage) -> dict[str, object]:
    response = client.get(f"/admin/campaigns/{page.pk}/build/")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return json.loads(response.content)


def test_tells_each_channels_progress(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    make_release(campaign)
    build = get_build(login(), campaign)
    assert (build["state"], build["busy"], build["number"]) == ("building", True, 1)
    assert "1 of 2 variants are ready" in str(build["sentence"])
    assert 50 < int(str(build["percent"])) < 100
    sms, tiktok = build["channels"]
    assert (sms["name"], sms["percent"]) == ("SMS", 100)
    assert (tiktok["channel"], tiktok["percent"]) == ("tiktok", 55)
    assert tiktok["note"].startswith("0 of 1 file")
    assert tiktok["variants"][0]["state"] == "building"
    assert tiktok["variants"][0]["label"] == "building"


def test_tells_what_is_live(campaign: CampaignPage, login: Callable[..., Client]) -> None:
    go_live(make_release(campaign))
    build = get_build(login(), campaign)
    assert (build["state"], build["busy"]) == ("live", False)
    assert "Release 1 is live since" in str(build["sentence"])


@pytest.mark.parametrize(
    ("starts", "ends", "said"), [(1, 2, "goes live on"), (-2, -1, "has ended")]
)
def test_a_live_release_keeps_its_times(
    campaign: CampaignPage, login: Callable[..., Client], starts: int, ends: int, said: str
) -> None:
    def at(days: int) -> datetime:
        return timezone.now() + timedelta(days=days)

    go_live(make_release(campaign, starts_at=at(starts), ends_at=at(ends)))
    assert said in str(get_build(login(), campaign)["sentence"])


def test_a_blocked_release_says_why_and_where_and_what_stays(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    french = campaign.copy_for_translation(
        Locale.objects.get_or_create(language_code="fr")[0], copy_parents=True
    )
    go_live(make_release(campaign))
    fault = {"code": "long", "message": "Too long.", "field": "headline", "channel": "sms"}
    make_release(
        campaign,
        number=2,
        state=State.BLOCKED,
        reason="Too long.",
        issues=[fault | {"locale": "en"}, fault | {"locale": "fr", "channel": ""}],
    )
    build = get_build(login(), campaign)
    assert build["sentence"] == "Release 2 is blocked. Release 1 stays live."
    english_fault, french_fault = build["faults"]
    assert english_fault["where"] == "SMS (English)"
    assert english_fault["message"] == "Too long."
    assert english_fault["url"] == f"/admin/pages/{campaign.pk}/edit/#id_headline"
    assert english_fault["mend"] == "Go to “Headline”"
    assert french_fault["where"] == "French"
    assert french_fault["url"] == f"/admin/pages/{french.pk}/edit/#id_headline"


def test_a_failed_release_without_known_faults_gives_its_reason(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    make_release(campaign, state=State.FAILED, reason="The film is no film.")
    build = get_build(login(), campaign)
    assert build["reason"] == "The film is no film."
    assert build["sentence"] == "Release 1 failed. Nothing is live."


def test_there_is_nothing_to_tell_before_the_first_release_or_of_other_pages(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    client = login()
    index = campaign.get_parent()
    for page in (campaign, index):
        assert client.get(f"/admin/campaigns/{page.pk}/build/").status_code == 204


def test_only_who_may_see_the_campaign_is_told(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    make_release(campaign)
    url = f"/admin/campaigns/{campaign.pk}/build/"
    assert Client().get(url).status_code == 302
    assert login("stranger", group="").get(url).status_code == 403
    assert login("marketer", group="Marketers").get(url).status_code == 200


def test_the_bar_asks_the_database_little(
    campaign: CampaignPage,
    login: Callable[..., Client],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    make_release(campaign)
    client = login()
    get_build(client, campaign)
    with django_assert_max_num_queries(16):
        get_build(client, campaign)


def test_the_dashboard_shows_the_newest_release_of_each_campaign(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    client = login()
    assert "Campaign releases" not in client.get("/admin/").content.decode()
    make_release(campaign, state=State.SUPERSEDED)
    make_release(campaign, number=2)
    page = client.get("/admin/").content.decode()
    assert "Campaign releases" in page
    assert "Release 2 is being built" in page
    assert "Release 1" not in page
    assert f'href="/admin/pages/{campaign.pk}/edit/"' in page
    part = client.get("/admin/campaigns/").content.decode()
    assert 'data-busy="true"' in part


def make_campaigns(first: CampaignPage, number: int) -> list[CampaignPage]:
    """Return campaigns, each with a release that is being built."""
    index = first.get_parent()
    more = [make_campaign(index, f"Campaign {one}") for one in range(2, number + 1)]
    for page in (first, *more):
        make_release(page)
    return [first, *more]


def panel_titles(client: Client) -> list[str]:
    rows = client.get("/admin/campaigns/").context["rows"]
    return [row["build"].release.title for row in rows]


def test_the_dashboard_shows_first_what_calls_for_somebody(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    pages = make_campaigns(campaign, panels.SHOWN + 2)
    Release.objects.update(state=State.LIVE, live_at=timezone.now())
    calling = {pages[0]: State.BLOCKED, pages[1]: State.FAILED, pages[2]: State.BUILDING}
    for page, state in calling.items():
        Release.objects.filter(campaign=page.translation_key).update(state=state)
    titles = panel_titles(login())
    assert titles[:3] == [page.title for page in reversed(calling)]
    assert titles[3:] == [page.title for page in reversed(pages[5:])]


def test_the_dashboard_shows_what_waits_for_approval_however_old(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    make_campaigns(campaign, panels.SHOWN + 1)
    Release.objects.update(state=State.LIVE, live_at=timezone.now())
    fault = Fault.of(NOT_APPROVED, "Nobody has approved this yet.", channel="sms", locale="en")
    first = Release.objects.filter(campaign=campaign.translation_key)
    first.update(state=State.BLOCKED, issues=[fault.model_dump(mode="json")])
    page = login().get("/admin/").content.decode()
    assert f'href="/admin/campaigns/{campaign.pk}/approval/"' in page


def test_one_thing_told_of_many_variants_is_one_line(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    faults = [
        Fault.of(NOT_APPROVED, "Nobody has approved this yet.", channel=slug, locale="en")
        for slug in ("sms", "x", "web", "email")
    ]
    told = [fault.model_dump(mode="json") for fault in faults]
    release = make_release(campaign, state=State.BLOCKED, reason="Four.", issues=told)
    client = login()
    (line,) = get_build(client, campaign)["faults"]
    assert (line["where"], line["message"]) == ("4 variants:", "Nobody has approved this yet.")
    Release.objects.filter(pk=release.pk).update(issues=told[:2])
    (line,) = get_build(client, campaign)["faults"]
    assert line["where"] == "SMS (English), X (English)"


def test_a_warning_that_let_the_release_pass_says_that_somebody_answers_for_it(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    fault = Fault.of("stale_translation", "Not said yet.", severity="warning", locale="fr")
    release = make_release(campaign, state=State.BLOCKED, issues=[fault.model_dump(mode="json")])
    client = login()
    (line,) = get_build(client, campaign)["faults"]
    assert "settled" not in line
    go_live(release)
    (line,) = get_build(client, campaign)["faults"]
    assert line["settled"] == "Acknowledged."


def test_the_dashboard_leads_to_what_blocks(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    release = make_release(campaign, state=State.BLOCKED, reason="Too long.")
    client = login()
    page = client.get("/admin/").content.decode()
    assert f'href="/admin/campaigns/{campaign.pk}/board/?issue=error"' in page
    fault = Fault.of("missing_fact", "X says no offer.", fact="offer", channel="x", locale="en")
    Release.objects.filter(pk=release.pk).update(issues=[fault.model_dump(mode="json")])
    page = client.get("/admin/").content.decode()
    assert f'href="/admin/campaigns/{campaign.pk}/issues/"' in page


def test_the_dashboard_leads_to_all_campaigns(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    make_release(campaign)
    client = login()
    page = client.get("/admin/").content.decode()
    for address in ("/admin/all-campaigns/", "/admin/calendar/?view=list"):
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_seven_campaigns_take_as_many_queries_as_one(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/admin/campaigns/").status_code == 200
        return len(queries)

    make_release(campaign)
    issue = {"code": "missing_fact", "message": "No price.", "fact": "offer"}
    Variant.objects.update(issues=[issue])
    client = login()
    asked()
    alone = asked()
    for number in range(2, 8):
        make_release(make_campaign(campaign.get_parent(), f"Campaign {number}"))
    Variant.objects.update(issues=[issue])
    assert len(panel_titles(client)) == 7
    assert asked() == alone


def test_a_stranger_sees_no_releases(campaign: CampaignPage, login: Callable[..., Client]) -> None:
    make_release(campaign)
    client = login("stranger", group="")
    assert "Release 1" not in client.get("/admin/campaigns/").content.decode()


def test_the_editor_loads_the_bar(campaign: CampaignPage, login: Callable[..., Client]) -> None:
    page = login().get(f"/admin/pages/{campaign.pk}/edit/").content.decode()
    assert 'previews/admin.js" data-campaigns-url="/admin/campaigns/"' in page
    assert "previews/admin.css" in page


def test_publishing_comes_back_to_the_editor(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    url = f"/admin/pages/{campaign.pk}/edit/"
    client = login()
    saved = client.post(url, posted())
    published = client.post(url, posted() | {"action-publish": "action-publish"})
    assert (saved.status_code, published.status_code) == (302, 302)
    assert published["Location"] == url
    campaign.refresh_from_db()
    assert campaign.live


def test_faults_of_the_message_are_told_in_the_editors_words(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    words = say_finding(get_channel("sms").spec, story_from_page(campaign), "missing", "offer")
    fault = Fault.of("missing_fact", words, fact="offer", channel="sms", locale="en")
    make_release(campaign, state=State.BLOCKED, issues=[fault.model_dump()])
    client = login()
    (told,) = get_build(client, campaign)["faults"]
    assert told["message"].startswith("SMS must say the offer (-30%)")
    UserProfile.objects.update_or_create(
        user_id=client.session["_auth_user_id"], defaults={"preferred_language": "fr"}
    )
    (told,) = get_build(client, campaign)["faults"]
    assert told["message"].startswith("SMS doit dire l’offre (-30%)")
