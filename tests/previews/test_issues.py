"""The page of open issues: who sees it, who settles, what it says."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from wagtail.models import GroupPagePermission

from omnicontent.channels.registry import registered
from omnicontent.message.kinds import plug_ins
from omnicontent.previews.drafts import make_draft
from omnicontent.releases.models import Acceptance, MessageRule, Release
from omnicontent.releases.open_issues import open_issues
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen
from tests.previews.test_builds import get_build
from tests.releases.boards import Board
from tests.releases.campaigns import make_campaign, publish, run_all_waiting, translate
from tests.releases.kinds import GuaranteeKind

pytestmark = pytest.mark.django_db
REASON = "Our supplier's own guarantee."
SUMMARY = "Every basket is guaranteed for 10 years. Come early."


@pytest.fixture(autouse=True)
def _boards() -> Iterator[None]:
    with (
        registered(Board("north")),
        registered(Board("south")),
        plug_ins.registered(GuaranteeKind()),
    ):
        yield


@pytest.fixture
def page() -> CampaignPage:
    page = make_campaign(["north", "south"], summary=SUMMARY)
    build(page)
    return page


def build(page: CampaignPage, **fields: object) -> Release:
    release = publish(page, **fields)
    run_all_waiting()
    release.refresh_from_db()
    return release


def url_of(page: CampaignPage) -> str:
    return f"/admin/campaigns/{page.pk}/issues/"


def seen(client: Client, page: CampaignPage) -> str:
    response = client.get(url_of(page))
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return Seen(response.content.decode()).text


def post(client: Client, page: CampaignPage, verb: str = "accept", reason: str = REASON):
    release = Release.objects.filter(campaign=page.translation_key).order_by("-number")[0]
    key = open_issues(release)[0].key
    data = {"key": key, "verb": verb, f"{key}-reason": reason}
    return client.post(url_of(page), data, follow=True)


def test_names_the_sentence_once_with_all_its_channels(
    page: CampaignPage, login: Callable[..., Client]
) -> None:
    text = seen(login(), page)
    assert text.count("Every basket is guaranteed for 10 years.") == 1
    assert "Channels: North, South" in text
    assert "Accept “guaranteed for 10 years”" in text
    assert "Go to “Summary”" in text
    assert "Release 1 is blocked." in text


def test_an_editor_accepts_with_a_reason(page: CampaignPage, login: Callable[..., Client]) -> None:
    client = login("anna", first_name="Anna", last_name="Roux")
    answer = post(client, page)
    assert answer.redirect_chain == [(url_of(page), 302)]
    assert "Accepted. Release 1 is judged again." in answer.content.decode()
    assert 'data-busy="true"' in answer.content.decode()
    run_all_waiting()
    text = seen(client, page)
    assert "Release 1 is live" in text
    assert "no issue of the message keeps the release back" in text
    assert "Anna Roux" in text
    assert REASON in text
    history = client.get(f"/admin/pages/{page.pk}/history/").content.decode()
    assert "Accepted “guaranteed for 10 years”" in history
    assert "Our supplier" in history


@pytest.mark.parametrize("reason", ["", "Because.", "  Because   ", "x" * 301])
def test_a_reason_is_needed_and_says_something(
    page: CampaignPage, login: Callable[..., Client], reason: str
) -> None:
    answer = post(login(), page, reason=reason)
    assert answer.redirect_chain == []
    assert "error-message" in answer.content.decode()
    assert not Acceptance.objects.exists()


def test_a_warning_is_acknowledged(page: CampaignPage, login: Callable[..., Client]) -> None:
    MessageRule.objects.create(severity="warning")
    client = login()
    release = build(page)
    assert "Acknowledge “guaranteed for 10 years”" in seen(client, page)
    post(client, page, verb="acknowledge")
    run_all_waiting()
    release.refresh_from_db()
    assert release.state == Release.State.LIVE


@pytest.mark.parametrize("verb", ["accept", "acknowledge"])
def test_what_was_settled_meanwhile_is_told(
    page: CampaignPage, login: Callable[..., Client], verb: str
) -> None:
    client = login()
    data = {"key": "gone", "verb": verb, "gone-reason": "short"}
    answer = client.post(url_of(page), data, follow=True)
    assert answer.redirect_chain == [(url_of(page), 302)]
    assert "This issue is no longer open" in answer.content.decode()


def test_who_may_not_publish_sees_but_settles_nothing(
    page: CampaignPage, login: Callable[..., Client]
) -> None:
    client = login("writer")
    publish_pages = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.filter(permission=publish_pages).delete()
    text = seen(client, page)
    assert "Who may publish this page may settle this." in text
    assert "Accept “" not in text
    post(client, page)
    assert not Acceptance.objects.exists()
    assert all("settle" not in fault for fault in get_build(client, page)["faults"])


def test_strangers_are_sent_away(page: CampaignPage, login: Callable[..., Client]) -> None:
    assert Client().get(url_of(page)).status_code == 302
    assert login("stranger", group="").get(url_of(page)).status_code == 302


def test_the_bar_leads_to_the_issue(page: CampaignPage, login: Callable[..., Client]) -> None:
    release = Release.objects.get()
    key = open_issues(release)[0].key
    faults = get_build(login(), page)["faults"]
    assert {fault["settle"] for fault in faults} == {"Accept…"}
    assert {fault["settle_url"] for fault in faults} == {f"{url_of(page)}#issue-{key}"}
    assert f'id="issue-{key}"' in login("other").get(url_of(page)).content.decode()


def test_the_bar_says_that_a_warning_waits(
    page: CampaignPage, login: Callable[..., Client]
) -> None:
    MessageRule.objects.create(severity="warning")
    build(page)
    faults = get_build(login(), page)["faults"]
    assert {fault["settle"] for fault in faults} == {"Acknowledge…"}
    assert all(fault["message"].startswith("Waits for acknowledgement: ") for fault in faults)


def test_every_language_is_listed_and_mended_where_it_stands(
    page: CampaignPage, login: Callable[..., Client]
) -> None:
    french = translate(page)
    build(french)
    html = login().get(url_of(page)).content.decode()
    assert f"/admin/pages/{page.pk}/edit/#id_summary" in html
    assert f"/admin/pages/{french.pk}/edit/#id_summary" in html
    assert 'lang="fr"' in html


def test_a_preview_shows_what_policy_and_editors_leave(
    page: CampaignPage, login: Callable[..., Client]
) -> None:
    (fault,) = make_draft(page, "north").issues
    assert fault.severity == "error"
    MessageRule.objects.create(channel="north", severity="warning")
    (doubt,) = make_draft(page, "north").issues
    assert doubt.severity == "warning"
    MessageRule.objects.all().delete()
    post(login(), page)
    assert make_draft(page, "north").issues == ()


def test_before_the_first_release_there_is_nothing(login: Callable[..., Client]) -> None:
    page = make_campaign(["north"])
    assert "This campaign has no release yet." in seen(login(), page)
