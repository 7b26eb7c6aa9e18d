"""The approval page: the difference, who may approve it, and what happens to late answers."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from omnicontent.releases.models import ApprovedVariant, Release, ReleaseSettings, Variant
from omnicontent.releases.selectors import live_release
from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignApprovalTask, CampaignPage
from tests.previews.making import Seen
from tests.releases.approving import approve, make_user, submit
from tests.releases.campaigns import (
    make_campaign,
    make_image,
    publish,
    run_all_waiting,
    translate,
)

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:get_connection")]
CHANNELS = ["sms", "x", "web"]
NEW_WORDS = "Cherries are red. STOP to opt out."
OWN = {
    "own_words": [("words", {"channel": "sms", "part": "text", "text": NEW_WORDS})],
}


@pytest.fixture
def ana(db: None) -> User:
    return make_user("ana", MARKETERS, first_name="Ana")


@pytest.fixture
def page(ana: User) -> CampaignPage:
    """A campaign that Ana approved, live, with a later edit of the text message."""
    page = submit(make_campaign(CHANNELS))
    approve(page, ana)
    run_all_waiting()
    publish(page, **OWN)
    run_all_waiting()
    return CampaignPage.objects.get(pk=page.pk)


@pytest.fixture
def marketer(ana: User) -> Client:
    client = Client()
    client.force_login(ana)
    return client


@pytest.fixture
def editor(ana: User) -> Client:
    client = Client()
    client.force_login(make_user("ed", EDITORS))
    return client


def address(page: CampaignPage) -> str:
    return f"/admin/campaigns/{page.pk}/approval/"


def form_of(response: HttpResponse) -> dict[str, object]:
    """Return what the page's form posts as it is shown."""
    context = response.context
    return {
        "release": context["release"].number,
        "variant": [one.value for one in context["waiting"]],
    }


def said(response: HttpResponse) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


class TestLooking:
    def test_it_shows_the_difference_of_what_changed(
        self, page: CampaignPage, marketer: Client
    ) -> None:
        response = marketer.get(address(page))
        assert "no-store" in response["Cache-Control"]
        html = response.content.decode()
        assert html.count("<ins>") > 0
        assert html.count("<del>") > 0
        seen = Seen(html).text
        assert "SMS (English)" in seen
        assert "Approved by Ana on " in seen
        assert "2 variants are still approved." in seen
        assert "Approve and go live" in seen
        (box,) = response.context["waiting"]
        assert box.value == "{}:{}".format(
            *Variant.objects.values_list("pk", "digest").get(release__number=2, channel="sms")
        )

    def test_what_was_never_approved_is_shown_whole(self, ana: User, marketer: Client) -> None:
        ReleaseSettings.objects.create(needs_approval=True)
        page = make_campaign(["sms"])
        publish(page)
        run_all_waiting()
        html = marketer.get(address(page)).content.decode()
        assert "Nobody has approved this yet." in html
        assert "Cherries are ripe" in html
        assert "<ins>" not in html

    def test_a_picture_that_changed_is_shown(self, ana: User, marketer: Client) -> None:
        page = submit(make_campaign(["x"], hero_image=make_image()))
        approve(page, ana)
        run_all_waiting()
        publish(page, hero_image=make_image(1200, 900), hero_image_alt="A larger circle")
        run_all_waiting()
        html = marketer.get(address(page)).content.decode()
        assert "The picture has changed." in html
        pictures = [src for src in Seen(html).values("img", "src") if "/files/" in src]
        assert len(set(pictures)) == 2
        assert "Alternative texts" in html

    def test_an_editor_may_look_but_not_approve(self, page: CampaignPage, editor: Client) -> None:
        response = editor.get(address(page))
        html = response.content.decode()
        assert "You can look at what has changed; others approve it." in html
        assert "Approve and go live" not in html
        posted = editor.post(address(page), form_of(response))
        assert posted.status_code == 302
        assert posted["Location"] == "/admin/"
        assert ApprovedVariant.objects.count() == 3

    def test_a_stranger_sees_nothing(
        self, page: CampaignPage, login: Callable[..., Client]
    ) -> None:
        assert Client().get(address(page)).status_code == 302
        response = login("stranger", group="").get(address(page))
        assert (response.status_code, response["Location"]) == (302, "/admin/")

    def test_nothing_waits(self, ana: User, marketer: Client) -> None:
        page = make_campaign(CHANNELS)
        assert "never been published" in marketer.get(address(page)).content.decode()
        publish(page)
        assert "Nothing waits" in marketer.get(address(page)).content.decode()
        run_all_waiting()
        assert "Nothing waits" in marketer.get(address(page)).content.decode()

    def test_other_faults_come_first(self, page: CampaignPage, marketer: Client) -> None:
        own = [("words", {"channel": "sms", "part": "text", "text": "No way out."})]
        publish(page, own_words=own)
        run_all_waiting()
        html = marketer.get(address(page)).content.decode()
        assert "for other reasons" in html
        assert "/issues/" not in html
        assert "Approve and go live" not in html

    def test_what_only_wants_a_word_comes_first_and_is_linked_to(
        self, page: CampaignPage, marketer: Client
    ) -> None:
        publish(translate(page, headline="Les cerises sont mûres"))
        publish(page, headline="Plums are ripe")  # which French does not say yet
        run_all_waiting()
        html = marketer.get(address(page)).content.decode()
        assert "acknowledge what may stay" in html
        assert f'href="/admin/campaigns/{page.pk}/issues/"' in html


class TestApproving:
    def test_it_goes_live(self, page: CampaignPage, marketer: Client, ana: User) -> None:
        form = form_of(marketer.get(address(page)))
        response = marketer.post(address(page), form)
        assert response["Location"] == address(page)
        assert "1 variant is approved." in said(response)
        run_all_waiting()
        assert live_release(page.translation_key).number == 2
        assert ApprovedVariant.objects.latest("approved_at").approved_by == ana

    def test_a_release_that_was_replaced_meanwhile_is_refused(
        self, page: CampaignPage, marketer: Client
    ) -> None:
        form = form_of(marketer.get(address(page)))
        own = [("words", {"channel": "sms", "part": "text", "text": "Else. STOP to opt out."})]
        publish(page, own_words=own)
        run_all_waiting()
        response = marketer.post(address(page), form)
        assert "Release 2 no longer waits for approval." in said(response)
        assert ApprovedVariant.objects.count() == 3
        assert live_release(page.translation_key).number == 1

    def test_bytes_that_changed_meanwhile_are_refused(
        self, page: CampaignPage, marketer: Client
    ) -> None:
        form = form_of(marketer.get(address(page)))
        Variant.objects.filter(release__number=2, channel="sms").update(digest="0" * 64)
        assert "has changed while you looked" in said(marketer.post(address(page), form))
        assert ApprovedVariant.objects.count() == 3

    def test_an_altered_variant_is_not_offered(self, page: CampaignPage, marketer: Client) -> None:
        Variant.objects.filter(release__number=2, channel="sms").update(content={"media": [1]})
        response = marketer.get(address(page))
        assert response.status_code == 200
        assert response.context["waiting"] == []

    @pytest.mark.parametrize("altered", ["content", "body"])
    def test_an_altered_approval_is_not_shown_as_approved(
        self, page: CampaignPage, marketer: Client, altered: str
    ) -> None:
        new = Variant.objects.get(release__number=2, channel="sms")
        ApprovedVariant.objects.filter(channel="sms").update(**{altered: getattr(new, altered)})
        html = marketer.get(address(page)).content.decode()
        assert "Readers see no difference" not in html
        assert "Nobody has approved this yet." in html

    def test_altered_bytes_are_refused(self, page: CampaignPage, marketer: Client) -> None:
        form = form_of(marketer.get(address(page)))
        Variant.objects.filter(release__number=2, channel="sms").update(body=b"Else")
        assert "altered in the store" in said(marketer.post(address(page), form))
        assert ApprovedVariant.objects.count() == 3

    @pytest.mark.parametrize(
        "change",
        [
            {"variant": []},
            {"variant": ["x"]},
            {"variant": [f"{'9' * 23}:abc"]},
            {"variant": [f"{'9' * 5000}:abc"]},
            {"release": "x"},
            {"release": "9"},
            {"release": "9" * 40},
            {"release": "9" * 5000},
        ],
        ids=lambda change: f"{str(change)[:24]} {len(str(change))}",
    )
    def test_what_is_no_approval_is_refused(
        self, page: CampaignPage, marketer: Client, change: dict[str, object]
    ) -> None:
        form = form_of(marketer.get(address(page)))
        assert said(marketer.post(address(page), form | change))
        assert ApprovedVariant.objects.count() == 3
        assert Release.objects.get(number=2).state == Release.State.BLOCKED


class TestLanguages:
    @pytest.fixture
    def page(self, ana: User) -> CampaignPage:
        """A campaign in two languages that waits for approval; others than Ana approve French."""
        ReleaseSettings.objects.create(needs_approval=True)
        page = make_campaign(["sms", "x"])
        publish(page)
        french = translate(page, headline="Les cerises sont mûres")
        task = CampaignApprovalTask.objects.create(name="French approval")
        task.groups.add(Group.objects.create(name="French marketers"))
        workflow = Workflow.objects.create(name="French approval")
        WorkflowTask.objects.create(workflow=workflow, task=task)
        WorkflowPage.objects.create(page=french.get_parent(), workflow=workflow)
        publish(french)
        run_all_waiting()
        return CampaignPage.objects.get(pk=page.pk)

    def test_who_approves_one_language_is_not_offered_another(
        self, page: CampaignPage, marketer: Client
    ) -> None:
        response = marketer.get(address(page))
        allowed = {one.place: one.allowed for one in response.context["waiting"]}
        assert allowed == {
            "SMS (English)": True,
            "X (English)": True,
            "SMS (French)": False,
            "X (French)": False,
        }
        assert response.content.decode().count('type="checkbox" name="variant"') == 2

    def test_who_approves_one_language_can_not_approve_another(
        self, page: CampaignPage, marketer: Client
    ) -> None:
        response = marketer.post(address(page), form_of(marketer.get(address(page))))
        assert response["Location"] == "/admin/"
        assert not ApprovedVariant.objects.exists()

    def test_the_others_approve_it_from_any_page_of_the_campaign(self, page: CampaignPage) -> None:
        luc = make_user("luc", EDITORS)
        luc.groups.add(Group.objects.get(name="French marketers"))
        client = Client()
        client.force_login(luc)
        form = form_of(client.get(address(page)))
        french = [
            f"{variant.pk}:{variant.digest}" for variant in Variant.objects.filter(locale="fr")
        ]
        client.post(address(page), form | {"variant": french})
        approved = ApprovedVariant.objects.values_list("locale", "approved_by__username")
        assert list(approved) == [("fr", "luc")] * 2

    def test_a_mirror_is_approved_by_those_of_its_source(
        self, page: CampaignPage, marketer: Client
    ) -> None:
        mirrors = CampaignPage.objects.filter(locale__language_code="fr")
        mirrors.update(alias_of=page)
        assert all(one.allowed for one in marketer.get(address(page)).context["waiting"])


class TestLeadingThere:
    def test_the_build_bar_links_to_it(self, page: CampaignPage, editor: Client) -> None:
        (fault,) = editor.get(f"/admin/campaigns/{page.pk}/build/").json()["faults"]
        assert fault["where"] == "SMS (English)"
        assert (fault["url"], fault["mend"]) == (address(page), "Look at the difference")

    def test_the_editor_links_to_it(self, page: CampaignPage, editor: Client) -> None:
        html = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert "Release 2 waits for approval" in html
        assert f'href="{address(page)}"' in html

    def test_the_dashboard_links_to_it(self, page: CampaignPage, marketer: Client) -> None:
        assert f'href="{address(page)}"' in marketer.get("/admin/").content.decode()
