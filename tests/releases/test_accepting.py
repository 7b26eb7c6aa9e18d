"""Promises accepted, warnings acknowledged: by name, logged, gone with their sentence."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.utils import translation
from wagtail.models import PageLogEntry

from omnicontent.channels.registry import registered
from omnicontent.message.kinds import plug_ins
from omnicontent.releases.errors import NoSuchIssueError, NotReadyError
from omnicontent.releases.models import Acceptance, MessageRule, Release
from omnicontent.releases.open_issues import OpenIssue, open_issues
from omnicontent.releases.selectors import live_release, progress
from omnicontent.releases.services import accept, acknowledge
from omnicontent.stories.models import CampaignPage
from omnicontent.text.units import Unit
from tests.releases.boards import Board
from tests.releases.campaigns import make_campaign, publish, run_all_waiting, translate
from tests.releases.channels import limit
from tests.releases.kinds import GuaranteeKind

pytestmark = pytest.mark.django_db
State = Release.State
SUMMARY = "Every basket is guaranteed for 10 years. Come early."
REASON = "Our supplier's own guarantee."


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
    return make_campaign(["north", "south"], summary=SUMMARY)


@pytest.fixture
def anna() -> User:
    return User.objects.create_user("anna")


def release_of(page: CampaignPage, **fields: object) -> Release:
    release = publish(page, **fields)
    run_all_waiting()
    release.refresh_from_db()
    return release


def only_issue(release: Release) -> OpenIssue:
    (issue,) = open_issues(release)
    return issue


def accept_all(release: Release, user: User) -> Release:
    for issue in open_issues(release):
        accept(release=release, key=issue.key, reason=REASON, user=user)
    run_all_waiting()
    release.refresh_from_db()
    return release


def log_of(page: CampaignPage, action: str) -> list[PageLogEntry]:
    return list(PageLogEntry.objects.filter(page=page, action=f"releases.{action}"))


class TestAccepting:
    def test_a_promise_without_a_fact_blocks_until_somebody_accepts_it(
        self, page: CampaignPage, anna: User
    ) -> None:
        release = release_of(page)
        issue = only_issue(release)
        assert release.state == State.BLOCKED
        assert issue.channels == ("north", "south")
        assert issue.text == "Every basket is guaranteed for 10 years."
        assert accept_all(release, anna).state == State.LIVE
        assert release.issues == []
        (entry,) = log_of(page, "accept_promise")
        assert entry.user == anna
        assert entry.message == (
            "Accepted “guaranteed for 10 years” in “Every basket is guaranteed for 10 years.”"
        )
        assert entry.comment == REASON

    def test_it_holds_in_later_releases_while_the_sentence_stays(
        self, page: CampaignPage, anna: User
    ) -> None:
        accept_all(release_of(page), anna)
        release = release_of(page, headline="Plums are ripe", summary=f"New! {SUMMARY}")
        assert release.state == State.LIVE
        assert Acceptance.objects.get().ended_at is None

    def test_it_dies_with_the_sentence(self, page: CampaignPage, anna: User) -> None:
        accept_all(release_of(page), anna)
        other = SUMMARY.replace("basket", "ladder")
        assert release_of(page, summary=other).state == State.BLOCKED
        assert Acceptance.objects.get().ended_at
        (entry,) = log_of(page, "end_acceptance")
        assert (entry.user, entry.data["release"]) == (None, 2)
        assert "guaranteed for 10 years" in entry.message
        assert release_of(page, summary=SUMMARY).state == State.BLOCKED

    def test_it_holds_for_its_words_alone(self, page: CampaignPage, anna: User) -> None:
        accept_all(release_of(page), anna)
        more = f"{SUMMARY} Trees are guaranteed for 3 years."
        release = release_of(page, summary=more)
        assert release.state == State.BLOCKED
        assert only_issue(release).subject.span == "guaranteed for 3 years"

    def test_it_holds_in_its_language_alone(self, page: CampaignPage, anna: User) -> None:
        accept_all(release_of(page), anna)
        french = translate(page)
        release = release_of(french)
        assert release.state == State.BLOCKED
        assert only_issue(release).subject.locale == "fr"
        assert accept_all(release, anna).state == State.LIVE
        assert len(log_of(french, "accept_promise")) == 1

    def test_a_language_that_could_not_be_said_ends_nothing(
        self, page: CampaignPage, anna: User
    ) -> None:
        accept_all(release_of(page), anna)
        release_of(page, headline="Something unspeakable")
        assert Acceptance.objects.get().ended_at is None

    def test_another_fault_blocks_all_the_same(self, page: CampaignPage, anna: User) -> None:
        release = release_of(page, summary=f"{SUMMARY} {'Far too long. ' * 400}")
        assert {fault["code"] for fault in release.issues} == {"orphan_promise", "too_long"}
        assert accept_all(release, anna).state == State.BLOCKED
        assert {fault["code"] for fault in release.issues} == {"too_long"}

    def test_what_is_settled_or_superseded_can_not_be_accepted(
        self, page: CampaignPage, anna: User
    ) -> None:
        release = release_of(page)
        key = only_issue(release).key
        with pytest.raises(NoSuchIssueError):
            acknowledge(release=release, key=key, user=anna)
        publish(page)
        with pytest.raises(NotReadyError):
            accept(release=release, key=key, reason=REASON, user=anna)
        assert not Acceptance.objects.exists()
        run_all_waiting()
        newest = accept_all(Release.objects.get(number=2), anna)
        with pytest.raises(NoSuchIssueError):
            accept(release=newest, key=key, reason=REASON, user=anna)


class TestAcknowledging:
    def test_a_warning_waits_for_a_name(self, page: CampaignPage, anna: User) -> None:
        MessageRule.objects.create(what="orphan", severity="warning")
        release = release_of(page)
        assert release.state == State.BLOCKED
        assert release.reason.startswith("Waits for acknowledgement: North says")
        assert {(f["severity"], f["waits"]) for f in release.issues} == {("warning", True)}
        assert {row.state for row in progress(release).rows} == {"blocked"}
        issue = only_issue(release)
        with pytest.raises(NoSuchIssueError):
            accept(release=release, key=issue.key, reason=REASON, user=anna)
        acknowledge(release=release, key=issue.key, user=anna)
        run_all_waiting()
        release.refresh_from_db()
        assert (release.state, release.reason) == (State.LIVE, "")
        assert {(f["severity"], f["waits"]) for f in release.issues} == {("warning", False)}
        assert {one.channel for one in Acceptance.objects.all()} == {"north", "south"}
        north, south = log_of(page, "acknowledge_warning")
        assert {north.user, south.user} == {anna}
        assert release_of(page).state == State.LIVE
        assert release_of(page, summary="Guaranteed? Baskets are guaranteed for 10 years!").reason

    def test_a_rule_for_one_channel_leaves_the_other_blocked(
        self, page: CampaignPage, anna: User
    ) -> None:
        MessageRule.objects.create(channel="south", severity="warning")
        release = release_of(page)
        north, south = sorted(open_issues(release), key=lambda issue: issue.channels)
        assert (north.channels, north.can_be_accepted) == (("north",), True)
        assert (south.channels, south.can_be_acknowledged) == (("south",), True)
        accept(release=release, key=north.key, reason=REASON, user=anna)
        run_all_waiting()
        assert live_release(page.translation_key) == release

    def test_a_missing_fact_is_asked_about_anew_when_the_fact_changes(self, anna: User) -> None:
        MessageRule.objects.create(channel="north", what="missing", severity="warning")
        with registered(Board("north", must=frozenset({"promo_code"}))):
            page = make_campaign(["north"], promo_code="CHERRY")
            release = release_of(page)
            acknowledge(release=release, key=only_issue(release).key, user=anna)
            run_all_waiting()
            assert live_release(page.translation_key) == release
            assert release_of(page, headline="Plums").state == State.LIVE
            assert release_of(page, promo_code="PLUM").state == State.BLOCKED

    def test_a_stale_translation_waits_for_a_name(self, anna: User) -> None:
        page = make_campaign(["north"])
        publish(page)
        french = translate(page, headline="Les cerises sont mûres")
        publish(french)
        release = release_of(page, headline="Plums are ripe")
        issue = only_issue(release)
        assert (issue.channels, issue.first.code) == (("",), "stale_translation")
        assert issue.text == "Cherries are ripe → Plums are ripe"
        acknowledge(release=release, key=issue.key, user=anna)
        assert open_issues(release) == []
        run_all_waiting()
        assert live_release(page.translation_key) == release
        assert release_of(page, title="Plums").state == State.LIVE, "the same words"
        stale = release_of(page, headline="Pears are ripe")
        assert (stale.state, stale.issues[0]["waits"]) == (State.BLOCKED, True)
        assert release_of(page, headline="Plums are ripe").state == State.BLOCKED, "it had ended"

    def test_a_stale_translation_is_acknowledged_in_every_language_of_the_admin(
        self, anna: User
    ) -> None:
        page = make_campaign(["north"])
        publish(page)
        publish(translate(page, headline="Les cerises sont mûres"))
        release = release_of(page, headline="Plums are ripe")
        acknowledge(release=release, key=only_issue(release).key, user=anna)
        run_all_waiting()
        with translation.override("fr"):
            publish(page)
        run_all_waiting()
        newest = Release.objects.order_by("number").last()
        assert newest.issues[0]["message"] == release.issues[0]["message"]
        assert newest.state == State.LIVE

    def test_advice_never_waits(self) -> None:
        MessageRule.objects.create(severity="warning")
        advice = replace(limit(10, Unit.GRAPHEMES), enforced=False)
        text = replace(Board.spec.parts[0], limits=(advice,))
        with registered(Board("north", parts=(text,))):
            release = release_of(make_campaign(["north"]))
        assert release.variants.get().issues[0]["code"] == "too_long"
        assert (release.state, release.issues) == (State.LIVE, [])


def test_policy_reaches_the_rows_of_the_bar(page: CampaignPage, anna: User) -> None:
    release = release_of(page)
    assert {row.first_error.code for row in progress(release).rows} == {"orphan_promise"}
    accept_all(release, anna)
    assert {row.first_error for row in progress(release).rows} == {None}
