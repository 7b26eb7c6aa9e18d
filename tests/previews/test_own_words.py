"""Own words as they are typed: what the server says of a form that nobody saved."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail.users.models import UserProfile

from omnicontent.channels.content import Content, Issue
from omnicontent.channels.message_checks import say_finding
from omnicontent.channels.registry import get_channel, registered
from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Story
from omnicontent.previews import own_words
from omnicontent.stories.groups import MARKETERS
from omnicontent.stories.models import CampaignPage
from tests.channels.sound_channel import SoundChannel
from tests.releases.approving import approve, make_user, submit
from tests.releases.campaigns import make_campaign
from tests.stories.making import posted

BLOCK = "5d6c0f6e-6c1b-4c5e-9b52-0a4f4a1f4d11"
GOOD = "30% off, code TULIP30, until 31 May 2031: https://garden.example/tulips STOP"
FACTS = {
    "offer_type": "percent",
    "offer_value": "30",
    "period_end": "2031-05-31 23:59",
    "promo_code": "TULIP30",
    "cta_verb": "Order bulbs",
    "cta_url": "https://garden.example/tulips",
}


def form(*texts: str, channel: str = "sms", part: str = "text", **fields: Any) -> dict[str, Any]:
    words = streamfield(
        [("words", {"channel": channel, "part": part, "text": text}) for text in texts]
    )
    for number in range(len(texts)):
        words[str(number)]["id"] = f"{BLOCK}{number or ''}"
    return posted(**FACTS | fields) | nested_form_data({"own_words": words})


def ask(client: Client, page: Page | None, data: dict[str, Any], parent: int = 0) -> Any:
    place = page.pk if page else f"new/{parent}"
    return client.post(
        f"/admin/campaigns/{place}/words/", data, headers={"X-Requested-With": "XMLHttpRequest"}
    )


def told(client: Client, page: Page | None, data: dict[str, Any], parent: int = 0) -> Any:
    response = ask(client, page, data, parent)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return response.json()["blocks"][BLOCK]


def messages(answer: Any, severity: str = "error") -> list[str]:
    return [one["message"] for one in answer["issues"] if one["severity"] == severity]


@pytest.fixture
def editor(login: Callable[..., Client]) -> Client:
    return login()


def test_good_words_have_no_issues(editor: Client, campaign: CampaignPage) -> None:
    answer = told(editor, campaign, form(GOOD))
    assert (answer["issues"], answer["stale"]) == ([], None)


def test_each_issue_is_told_once(editor: Client, campaign: CampaignPage) -> None:
    said = messages(told(editor, campaign, form("Tulips! STOP")))
    assert said
    assert len(said) == len(set(said))


def test_a_fact_said_wrongly_is_told_once(
    editor: Client, campaign: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(spec: ChannelSpec, _part: str, _words: str, story: Story) -> list[Issue]:
        words = say_finding(spec, story, "contradiction", "offer", "25 %")
        return [Issue.of("contradiction", words, fact="offer", span="25 %")]

    monkeypatch.setattr(own_words, "check_words", find)
    answer = told(editor, campaign, form(GOOD.replace("30%", "25 %")))
    assert messages(answer) == ["SMS says “25 %”, the campaign says “-30%”. Make them agree."]


def test_a_fact_left_out_is_told(editor: Client, campaign: CampaignPage) -> None:
    answer = told(editor, campaign, form("Code TULIP30, https://garden.example/tulips STOP"))
    assert any("must say the offer (-30%)" in one for one in messages(answer))


def test_a_text_beyond_its_limit_is_told(editor: Client, campaign: CampaignPage) -> None:
    answer = told(editor, campaign, form(GOOD + " tulips" * 60, channel="x"))
    assert any("are allowed" in one for one in messages(answer))


def test_the_facts_are_those_of_the_form(editor: Client, campaign: CampaignPage) -> None:
    words = GOOD.replace("TULIP30", "LILY15")
    assert messages(told(editor, campaign, form(words)))
    assert messages(told(editor, campaign, form(words, promo_code="LILY15"))) == []
    campaign.refresh_from_db()
    assert campaign.promo_code == "TULIP30"
    assert not campaign.revisions.exists()


def test_a_french_editor_reads_french_sentences_where_they_are_translated(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    client = login()
    user = User.objects.get(username="editor")
    UserProfile.objects.create(user=user, preferred_language="fr")
    sentence = "%(channel)s must say %(label)s (%(fact)s), and its text does not. "
    with translation.override("fr"):
        wanted = translation.gettext(sentence + "Add it to the own words, or clear them.")
    answer = told(client, campaign, form("Tulips! STOP"))
    start = wanted.partition("%(label)")[0] % {"channel": "SMS"}
    assert any(one.startswith(start) for one in messages(answer))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"headline": ""}, "Write a headline."),
        ({"offer_type": ""}, "Choose what kind of offer"),
        ({"period_end": "2031-03-30 02:30", "offer_value": ""}, "Enter the value of the offer"),
    ],
)
def test_a_form_that_is_no_story_yet_says_why(
    editor: Client, campaign: CampaignPage, fields: dict[str, str], said: str
) -> None:
    answer = told(editor, campaign, form(GOOD, **fields))
    assert messages(answer) == []
    (doubt,) = messages(answer, "warning")
    assert doubt.startswith("These words can't be checked yet: ")
    assert said in doubt


def test_words_are_checked_beside_faults_of_the_form(
    editor: Client, campaign: CampaignPage
) -> None:
    assert messages(told(editor, campaign, form("Code LILY15 STOP", cta_url="no address")))
    twice = form("Tulips! STOP", "Code LILY15 STOP")
    assert messages(told(editor, campaign, twice)), "words for one part twice are still checked"


@pytest.mark.parametrize("lost", ["own_words-count", "own_words-0-order"])
def test_a_form_with_a_hole_is_refused_in_words(
    editor: Client, campaign: CampaignPage, lost: str
) -> None:
    data = form(GOOD)
    del data[lost]
    response = ask(editor, campaign, data)
    assert response.status_code == 400
    assert "load the page again" in response.json()["error"]


class Broken(SoundChannel):
    def adapt(self, story: Story) -> Content:
        raise ZeroDivisionError("no such note")


def test_a_broken_channel_is_told_in_words(editor: Client, campaign: CampaignPage) -> None:
    with registered(Broken()):
        answer = told(editor, campaign, form(GOOD, channel="sound"))
    (doubt,) = messages(answer, "warning")
    assert "has a fault of its own" in doubt


def test_a_channel_that_is_gone_is_told_in_words(editor: Client, campaign: CampaignPage) -> None:
    (doubt,) = messages(told(editor, campaign, form(GOOD, channel="gone")), "warning")
    assert "gone" in doubt


def test_stale_words_come_with_the_texts_to_compare(
    editor: Client, campaign: CampaignPage
) -> None:
    assert told(editor, campaign, form(GOOD))["stale"] is None
    editor.post(f"/admin/pages/{campaign.pk}/edit/", form(GOOD))
    data = form(GOOD, key_message="Plant them in spring.")
    answer = told(editor, campaign, data)
    now, mine, then = (one["text"] for one in answer["stale"]["texts"])
    assert "Plant them in spring." in now
    assert mine == GOOD
    assert "Plant them before the frost." in then
    assert any(
        "The campaign says something else now" in one for one in messages(answer, "warning")
    )

    kept = data | {"own_words-0-value-replaced": answer["stale"]["digest"]}
    answer = told(editor, campaign, kept)
    assert (answer["issues"], answer["stale"]) == ([], None)
    rewritten = form(GOOD + "!", key_message="Plant them in spring.")
    assert told(editor, campaign, rewritten)["stale"] is None


def test_every_limit_of_the_part_is_counted_as_the_preview_counts_it(
    editor: Client, campaign: CampaignPage
) -> None:
    [count] = told(editor, campaign, form("Tulips", channel="x"))["counts"]
    assert (count["count"], count["rest"]) == ("6", "/ 280 weighted characters")
    assert (count["state"], count["note"]) == ("fits", "")
    assert count["said"] == "6 of 280 weighted characters."


@pytest.mark.parametrize(
    ("length", "state", "note"),
    [(252, "fits", ""), (279, "near", "1 left."), (281, "over", "1 too many.")],
)
def test_a_count_tells_how_much_is_left_or_too_much(
    editor: Client, campaign: CampaignPage, length: int, state: str, note: str
) -> None:
    [count] = told(editor, campaign, form("t" * length, channel="x"))["counts"]
    assert (count["state"], count["note"]) == (state, note)
    assert count["said"].endswith(note)


def test_a_dear_text_message_names_the_sign_that_makes_it_so(
    editor: Client, campaign: CampaignPage
) -> None:
    counts = told(editor, campaign, form(GOOD + " ś"))["counts"]
    assert any("because of ś." in one["note"] for one in counts)


def test_words_beyond_what_a_channel_can_be_are_still_counted(
    editor: Client, campaign: CampaignPage
) -> None:
    part = next(one.name for one in get_channel("tiktok").spec.parts if one.overridable)
    answer = told(editor, campaign, form("Tulips", channel="tiktok", part=part, hero_video=""))
    assert answer["master"] is None
    assert [one["count"] for one in answer["counts"]] == ["6"]


def test_what_the_campaign_would_say_comes_with_words_and_without(
    editor: Client, campaign: CampaignPage
) -> None:
    mine = told(editor, campaign, form(GOOD))
    nothing = told(editor, campaign, form(""))
    assert "Plant them before the frost." in nothing["master"]["text"]
    assert mine["master"] == nothing["master"]
    assert (nothing["counts"], nothing["issues"]) == ([], [])


def test_a_locked_page_says_why_to_those_who_cannot_save_it(
    editor: Client, campaign: CampaignPage
) -> None:
    assert ask(editor, campaign, form(GOOD)).json()["locked"] == ""
    campaign.locked, campaign.locked_by = True, User.objects.create_user("ada")
    campaign.save()
    assert "locked" in ask(editor, campaign, form(GOOD)).json()["locked"]


def test_a_preview_tells_that_words_are_stale(campaign: CampaignPage) -> None:
    words = {"channel": "sms", "part": "text", "text": GOOD, "replaced": "0" * 64}
    campaign.own_words = [("words", words)]
    shown = campaign.make_preview_request(preview_mode="sms").content.decode()
    assert "The campaign says something else now" in shown


def test_a_campaign_that_nobody_saved_is_checked(editor: Client, campaign: CampaignPage) -> None:
    parent = campaign.get_parent().pk
    assert told(editor, None, form(GOOD, slug="new"), parent)["issues"] == []
    answer = told(editor, None, form("Code LILY15 STOP", slug="new"), parent)
    assert messages(answer)
    assert CampaignPage.objects.count() == 1


@pytest.mark.parametrize("slug", ["tulips", ""])
def test_a_new_campaign_that_autosave_has_saved_meanwhile_is_checked(
    editor: Client, campaign: CampaignPage, slug: str
) -> None:
    assert campaign.slug == "tulips"
    parent = campaign.get_parent().pk
    assert told(editor, None, form(GOOD, slug=slug), parent)["issues"] == []


def test_who_may_not_edit_is_refused(campaign: CampaignPage, login: Callable[..., Client]) -> None:
    stranger = login("stranger", group="")
    assert ask(stranger, campaign, form(GOOD)).status_code == 403
    assert ask(stranger, None, form(GOOD), campaign.get_parent().pk).status_code == 403
    assert ask(Client(), campaign, form(GOOD)).status_code in (302, 403)


def test_other_pages_have_no_own_words(editor: Client, campaign: CampaignPage) -> None:
    response = ask(editor, campaign.get_parent(), form(GOOD))
    assert editor.get(response.url).status_code == 404


def test_it_answers_only_to_a_form(editor: Client, campaign: CampaignPage) -> None:
    assert editor.get(f"/admin/campaigns/{campaign.pk}/words/").status_code == 405


@pytest.mark.filterwarnings("ignore:get_connection")
def test_a_reviewer_who_may_open_the_editor_is_told_as_well(db: None) -> None:
    # Marketers may not edit; the task that waits for them opens the editor to them.
    marketer = make_user("ana", MARKETERS)
    page = submit(make_campaign(["sms"]))
    client = Client()
    client.force_login(marketer)
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    answer = told(client, page, form(GOOD + " 59 €"))
    assert any("59" in one for one in messages(answer))
    approve(page, marketer)
    assert ask(client, page, form(GOOD)).status_code == 403
