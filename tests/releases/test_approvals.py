"""Approval holds for exact bytes: later edits revoke only the channels that say something else."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry, Workflow, WorkflowTask

from omnicontent.channels.registry import all_channels
from omnicontent.releases.approvals import approvals_of, find_unapproved
from omnicontent.releases.errors import (
    AlteredVariantError,
    NotReadyError,
    OutdatedApprovalError,
)
from omnicontent.releases.models import ApprovedVariant, Release, ReleaseSettings, Variant, Work
from omnicontent.releases.selectors import live_release, live_variant
from omnicontent.releases.services import approve_release, do_work, roll_back
from omnicontent.stories.groups import ADMINISTRATORS, EDITORS, MARKETERS
from omnicontent.stories.models import CampaignApprovalTask, CampaignPage
from omnicontent.stories.reviewing import looks_of, reviewed_stories
from tests.previews.making import make_whole_campaign
from tests.releases.approving import approve, make_user, submit
from tests.releases.campaigns import make_campaign, publish, run_all_waiting, translate
from tests.stories.making import posted

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:get_connection")]
State = Release.State
CHANNELS = ["sms", "x", "web"]


def words(channel: str, part: str, text: str) -> tuple[str, dict[str, str]]:
    return ("words", {"channel": channel, "part": part, "text": text})


OWN = {"own_words": [words("sms", "text", "Ripe cherries, come and pick. STOP to opt out.")]}


@pytest.fixture
def ana(db: None) -> User:
    return make_user("ana", first_name="Ana", last_name="Lima")


@pytest.fixture
def approved(ana: User) -> CampaignPage:
    """A campaign on three channels that Ana approved, live."""
    page = submit(make_campaign(CHANNELS))
    approve(page, ana)
    run_all_waiting()
    assert live_release(page.translation_key)
    return CampaignPage.objects.get(pk=page.pk)


def edit(page: CampaignPage, **fields: object) -> Release:
    """Publish directly, as an editor may, and let everything be built and judged."""
    release = publish(page, **fields)
    run_all_waiting()
    release.refresh_from_db()
    return release


def held(release: Release) -> list[str]:
    return [issue["channel"] for issue in release.issues if issue["code"] == "not_approved"]


def digests(release: Release, *channels: str) -> dict[int, str]:
    variants = release.variants.filter(channel__in=channels)
    return {variant.pk: variant.digest for variant in variants}


class TestInTheWorkflow:
    def test_what_is_approved_goes_live(self, approved: CampaignPage, ana: User) -> None:
        rows = ApprovedVariant.objects.order_by("channel")
        assert [row.channel for row in rows] == sorted(CHANNELS)
        for row in rows:
            variant = live_variant(approved.translation_key, row.channel, "en")
            assert (row.digest, row.body) == (variant.digest, variant.body)
            assert row.approved_by == ana
            assert row.task_state

    def test_every_built_in_channel_builds_what_was_approved(
        self, ana: User, tmp_path: Path
    ) -> None:
        page = submit(make_whole_campaign(tmp_path), own_words=[], go_live_at=None)
        release = approve(page, ana)
        do_work(work_id=Work.objects.get(kind="texts").pk)
        variants = release.variants.filter(state=Variant.State.READY)
        assert variants.count() == len(all_channels())
        assert find_unapproved(release, variants) == []

    def test_languages_that_mirror_the_page_are_approved_with_it(self, ana: User) -> None:
        page = make_campaign(CHANNELS)
        publish(page)
        mirror = translate(page)
        CampaignPage.objects.filter(pk=mirror.pk).update(alias_of=page, live=True)
        approve(submit(page, headline="Plums are ripe"), ana)
        run_all_waiting()
        release = live_release(page.translation_key)
        assert release
        assert ApprovedVariant.objects.filter(locale="fr").count() == 3
        again = edit(page)  # now with what Wagtail has copied into the mirror
        assert (again.state, held(again)) == (State.LIVE, [])

    def test_another_language_waits_for_its_own_approval(self, approved: CampaignPage) -> None:
        french = translate(approved, headline="Les cerises sont mûres")
        release = edit(french)
        assert release.state == State.BLOCKED
        assert {issue["locale"] for issue in release.issues} == {"fr"}
        assert release.issues[0]["message"] == "Nobody has approved this yet."

    def test_a_campaign_that_waits_for_its_day_is_approved_for_it(self, ana: User) -> None:
        day = timezone.now() + timedelta(days=2)
        page = submit(make_campaign(CHANNELS), go_live_at=day)
        CampaignPage.objects.filter(pk=page.pk).update(live=False)
        state = page.current_workflow_task_state
        state.task.specific.on_action(state, ana, "approve")
        assert not Release.objects.exists()
        page = CampaignPage.objects.get(pk=page.pk)
        assert page.first_published_at == day.replace(microsecond=0)
        revision = page.latest_revision
        revision.content["go_live_at"] = None  # the day has come
        revision.save()
        revision.publish()
        run_all_waiting()
        assert live_release(page.translation_key)

    def test_who_edits_and_approves_in_one_go_approves_what_they_typed(
        self, client: Client, ana: User
    ) -> None:
        page = submit(make_campaign(CHANNELS))
        client.force_login(make_user("admin", ADMINISTRATORS, is_superuser=True))
        looks = json.dumps(looks_of(reviewed_stories(page)))
        response = client.post(
            f"/admin/pages/{page.pk}/edit/",
            posted(headline="Plums are ripe", title="Plums", slug=page.slug)
            | {"action-workflow-action": "true", "workflow-action-name": "approve"}
            | {"shown_looks": looks},
        )
        assert response.status_code == 302
        run_all_waiting()
        variant = live_variant(page.translation_key, "sms", "en")
        assert b"Plums are ripe" in variant.body
        assert ApprovedVariant.objects.get().digest == variant.digest

    def test_sending_back_approves_nothing(self, ana: User) -> None:
        page = submit(make_campaign(CHANNELS))
        state = page.current_workflow_task_state
        state.task.specific.on_action(state, ana, "reject")
        assert not ApprovedVariant.objects.exists()

    def test_approving_twice_is_refused_and_approves_nothing(
        self, approved: CampaignPage, ana: User
    ) -> None:
        page = submit(approved, headline="Plums are ripe")
        state = page.current_workflow_task_state
        approve(page, ana)
        CampaignPage.objects.get(pk=page.pk).save_revision()
        before = ApprovedVariant.objects.count()
        with pytest.raises(PermissionDenied):
            state.task.specific.on_action(type(state).objects.get(pk=state.pk), ana, "approve")
        assert ApprovedVariant.objects.count() == before

    def test_of_two_approvals_the_last_one_counts(self, ana: User) -> None:
        second = CampaignApprovalTask.objects.create(name="Legal")
        second.groups.add(Group.objects.get(name=MARKETERS))
        workflow = Workflow.objects.get(name="Campaign approval")
        WorkflowTask.objects.create(workflow=workflow, task=second, sort_order=2)
        page = submit(make_campaign(CHANNELS))
        state = page.current_workflow_task_state
        state.task.specific.on_action(state, ana, "approve")
        assert not ApprovedVariant.objects.exists()
        approve(CampaignPage.objects.get(pk=page.pk), ana)
        assert ApprovedVariant.objects.count() == 3

    def test_a_second_approval_keeps_the_bytes_of_unchanged_channels(
        self, approved: CampaignPage, ana: User
    ) -> None:
        web = live_variant(approved.translation_key, "web", "en").digest
        approve(submit(approved, **OWN), ana)
        run_all_waiting()
        assert live_release(approved.translation_key).number == 2
        assert live_variant(approved.translation_key, "web", "en").digest == web
        assert ApprovedVariant.objects.filter(channel="web").count() == 1
        assert ApprovedVariant.objects.filter(channel="sms").count() == 2


class TestLaterEdits:
    def test_an_edit_holds_only_the_channels_that_changed(self, approved: CampaignPage) -> None:
        release = edit(approved, **OWN)
        assert (release.state, held(release)) == (State.BLOCKED, ["sms"])
        message = release.issues[0]["message"]
        assert message.startswith("This has changed since Ana Lima approved it on ")
        assert live_release(approved.translation_key).number == 1

    def test_a_new_headline_holds_all_that_say_it(self, approved: CampaignPage) -> None:
        assert held(edit(approved, headline="Plums are ripe")) == sorted(CHANNELS)

    def test_publishing_the_same_again_goes_live(self, approved: CampaignPage) -> None:
        assert edit(approved).state == State.LIVE

    def test_going_back_to_what_was_approved_goes_live(self, approved: CampaignPage) -> None:
        edit(approved, **OWN)
        assert edit(approved, own_words=[]).state == State.LIVE

    def test_going_back_past_another_approval_goes_live(
        self, approved: CampaignPage, ana: User
    ) -> None:
        first = live_variant(approved.translation_key, "web", "en").digest
        approve(submit(approved, headline="Plums are ripe"), ana)
        run_all_waiting()
        assert live_variant(approved.translation_key, "web", "en").digest != first
        release = edit(approved, headline=approved.headline, title=approved.title)
        assert (release.state, held(release)) == (State.LIVE, [])
        assert live_variant(approved.translation_key, "web", "en").digest == first

    def test_a_new_alternative_text_is_held_even_where_the_payload_lacks_it(
        self, approved: CampaignPage
    ) -> None:
        release = edit(approved)
        variant = release.variants.get(channel="sms")
        variant.content["media"] = [{"url": "/files/x.jpg", "alt": "New", "captions": ""}]
        assert len(find_unapproved(release, [variant])) == 1

    def test_a_campaign_never_approved_goes_live_as_ever(self, db: None) -> None:
        assert edit(make_campaign(CHANNELS)).state == State.LIVE

    @pytest.mark.parametrize("forged", ["digest", "content", "story_updated_at"])
    def test_a_forged_approval_is_none(self, approved: CampaignPage, forged: str) -> None:
        release = edit(approved, **OWN)
        variant = release.variants.get(channel="sms")
        values = {
            "digest": variant.digest,
            "content": variant.content,
            "story_updated_at": timezone.now() + timedelta(days=1),
        }
        ApprovedVariant.objects.filter(channel="sms").update(**{forged: values[forged]})
        assert approvals_of(release.campaign).of(variant) is None
        assert approvals_of(release.campaign).newest("sms", "en") is None

    def test_faults_to_mend_come_before_approval(self, approved: CampaignPage) -> None:
        release = edit(approved, own_words=[words("sms", "text", "x" * 5000)])
        assert release.state == State.BLOCKED
        assert held(release) == []


class TestEveryReleaseNeedsApproval:
    @pytest.fixture(autouse=True)
    def _strict(self, db: None) -> None:
        ReleaseSettings.objects.create(needs_approval=True)

    def test_nothing_goes_live_by_itself(self) -> None:
        release = edit(make_campaign(CHANNELS))
        assert (release.state, held(release)) == (State.BLOCKED, sorted(CHANNELS))

    def test_the_workflow_approves(self, ana: User) -> None:
        page = submit(make_campaign(CHANNELS))
        approve(page, ana)
        run_all_waiting()
        assert live_release(page.translation_key)


class TestTheSetting:
    address = "/admin/settings/releases/releasesettings/"

    def test_administrators_may_change_it(self, client: Client) -> None:
        client.force_login(make_user("admin", ADMINISTRATORS))
        page = client.get(self.address, follow=True)
        assert "Every release needs approval" in page.content.decode()
        client.post(page.request["PATH_INFO"], {"needs_approval": "on"})
        assert ReleaseSettings.objects.get().needs_approval

    @pytest.mark.parametrize("group", [EDITORS, MARKETERS])
    def test_others_may_not(self, client: Client, group: str) -> None:
        client.force_login(make_user("other", group))
        page = client.get(self.address, follow=True)
        assert page.redirect_chain[-1] == ("/admin/", 302)


class TestOnTheApprovalPage:
    @pytest.fixture
    def release(self, approved: CampaignPage) -> Release:
        """A release whose message waits for approval."""
        return edit(approved, **OWN)

    def test_the_release_goes_live(self, release: Release, ana: User) -> None:
        approve_release(release=release, digests=digests(release, "sms"), user=ana)
        run_all_waiting()
        release.refresh_from_db()
        assert (release.state, release.issues) == (State.LIVE, [])
        row = ApprovedVariant.objects.latest("approved_at")
        assert (row.channel, row.task_state, row.approved_by) == ("sms", None, ana)

    def test_it_is_told_in_the_history_of_each_language(self, ana: User) -> None:
        ReleaseSettings.objects.create(needs_approval=True)
        page = make_campaign(["sms", "x"])
        publish(page)
        french = translate(page, headline="Les cerises sont mûres")
        release = edit(french)
        chosen = release.variants.exclude(locale="fr", channel="x")
        shown = {variant.pk: variant.digest for variant in chosen}
        approve_release(release=release, digests=shown, user=ana)
        entries = PageLogEntry.objects.filter(action="releases.approve").order_by("page_id")
        assert [(one.page_id, one.user, one.message) for one in entries] == [
            (page.pk, ana, "Approved release 2: SMS, X"),
            (french.pk, ana, "Approved release 2: SMS"),
        ]

    def test_what_is_not_ticked_keeps_waiting(self, approved: CampaignPage, ana: User) -> None:
        release = edit(approved, headline="Plums are ripe")
        approve_release(release=release, digests=digests(release, "web", "x"), user=ana)
        run_all_waiting()
        release.refresh_from_db()
        assert (release.state, held(release)) == (State.BLOCKED, ["sms"])

    def test_a_replaced_release_is_not_approved(
        self, release: Release, approved: CampaignPage, ana: User
    ) -> None:
        shown = digests(release, "sms")
        edit(approved, own_words=[words("sms", "text", "Something else. STOP to opt out.")])
        with pytest.raises(OutdatedApprovalError, match="no longer waits"):
            approve_release(release=release, digests=shown, user=ana)
        assert ApprovedVariant.objects.count() == 3

    @pytest.mark.parametrize("shift", [0, 999], ids=["another digest", "another variant"])
    def test_other_bytes_than_were_shown_are_not_approved(
        self, release: Release, ana: User, shift: int
    ) -> None:
        ((pk, digest),) = digests(release, "sms").items()
        shown = {pk + shift: digest if shift else "0" * 64}
        with pytest.raises(OutdatedApprovalError, match="has changed"):
            approve_release(release=release, digests=shown, user=ana)
        assert ApprovedVariant.objects.count() == 3

    def test_altered_bytes_are_not_approved(self, release: Release, ana: User) -> None:
        release.variants.filter(channel="sms").update(body=b"Pay here instead.")
        with pytest.raises(AlteredVariantError):
            approve_release(release=release, digests=digests(release, "sms"), user=ana)
        assert ApprovedVariant.objects.count() == 3


class TestRollingBack:
    def test_to_what_was_approved(self, approved: CampaignPage, ana: User) -> None:
        first = live_release(approved.translation_key)
        approve(submit(approved, headline="Plums are ripe"), ana)
        run_all_waiting()
        roll_back(release=Release.objects.get(pk=first.pk))
        assert live_release(approved.translation_key) == first

    def test_not_to_what_nobody_approved(self, ana: User) -> None:
        page = make_campaign(CHANNELS)
        first = edit(page)
        approve(submit(page, headline="Plums are ripe"), ana)
        run_all_waiting()
        with pytest.raises(NotReadyError, match=r"Nobody|changed"):
            roll_back(release=first)
        assert live_release(page.translation_key).number == 2
