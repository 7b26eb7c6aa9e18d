"""Own words remember the master that they replaced, by the requests that a browser sends."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from omnicontent.channels.channel import Channel
from omnicontent.channels.registry import get_channel, registered
from omnicontent.channels.story import Story
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.models import CampaignIndexPage, CampaignPage
from omnicontent.stories.own_words import remember
from tests.channels.sound_channel import SoundChannel
from tests.stories.making import WORDS, make_campaign, posted

BLOCK = "5d6c0f6e-6c1b-4c5e-9b52-0a4f4a1f4d11"
OTHER = "WRITTEN BY HAND"


def entry(text: str = "Tulips!", block: str = BLOCK, **value: str) -> dict[str, Any]:
    words = streamfield([("words", {"channel": "sms", "part": "text", "text": text, **value})])
    words["0"]["id"] = block
    return nested_form_data({"own_words": words})


def save(client: Client, page: CampaignPage, words: dict[str, Any], **fields: Any) -> CampaignPage:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.post(address, posted(**fields) | words)
    assert response.status_code == 302, response.context["form"].errors
    return CampaignPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def words_of(page: CampaignPage) -> Any:
    return page.own_words[0].value


def is_stale(page: CampaignPage) -> bool:
    channel, story = sms(), story_from_page(page)
    issues = channel.validate(channel.adapt(story), story)
    return "stale_words" in {issue.code for issue in issues}


def sms() -> Channel:
    return get_channel("sms")


def master(page: CampaignPage) -> str:
    story = story_from_page(page)
    return sms().adapt(story.model_copy(update={"overrides": {}})).parts["text"]


def test_new_words_remember_the_master(editor: Client, campaign: CampaignPage) -> None:
    saved = save(editor, campaign, entry())
    assert words_of(saved)["replaced_words"] == master(saved)
    assert WORDS["key_message"] in words_of(saved)["replaced_words"]
    assert not is_stale(saved)


def test_words_keep_their_memory_while_other_things_change(
    editor: Client, campaign: CampaignPage
) -> None:
    before = words_of(save(editor, campaign, entry()))["replaced_words"]
    saved = save(editor, campaign, entry(), key_message="Plant them in spring.")
    assert words_of(saved)["replaced_words"] == before
    assert is_stale(saved)


def test_changed_words_remember_the_master_as_it_is_then(
    editor: Client, campaign: CampaignPage
) -> None:
    save(editor, campaign, entry())
    saved = save(editor, campaign, entry("More tulips!"), key_message="Plant them in spring.")
    assert "Plant them in spring." in words_of(saved)["replaced_words"]
    assert not is_stale(saved)


def test_no_form_writes_a_memory(editor: Client, campaign: CampaignPage) -> None:
    forged = entry(replaced="0" * 64, replaced_words=OTHER)
    assert words_of(save(editor, campaign, forged))["replaced_words"] != OTHER
    saved = save(editor, campaign, forged, key_message="Plant them in spring.")
    assert words_of(saved)["replaced_words"] != OTHER
    assert is_stale(saved)


def test_kept_words_remember_the_master_that_was_shown(
    editor: Client, campaign: CampaignPage
) -> None:
    spring = {"key_message": "Plant them in spring."}
    save(editor, campaign, entry())
    shown = save(editor, campaign, entry(), **spring)
    now = story_from_page(written_anew(shown))
    saved = save(editor, campaign, entry(replaced=now.replaced["sms"]["text"]), **spring)
    assert "Plant them in spring." in words_of(saved)["replaced_words"]
    assert not is_stale(saved)
    again = save(editor, campaign, entry(replaced=now.replaced["sms"]["text"]), key_message="No.")
    assert is_stale(again), "a master that nobody saw was kept"


def written_anew(page: CampaignPage) -> CampaignPage:
    """The page with its own words written anew."""
    remember(page, {})
    return page


def test_words_that_a_program_wrote_count_as_fresh_when_the_page_was_saved(
    editor: Client, index: CampaignIndexPage
) -> None:
    value = {"channel": "sms", "part": "text", "text": "Tulips!"}
    page = make_campaign(index, own_words=[{"type": "words", "value": value, "id": BLOCK}])
    assert not is_stale(page)
    saved = save(editor, page, entry())
    assert words_of(saved)["replaced_words"] == master(page)
    assert not is_stale(saved)


def test_they_are_stale_when_the_save_itself_changes_the_master(
    editor: Client, index: CampaignIndexPage
) -> None:
    value = {"channel": "sms", "part": "text", "text": "Tulips!"}
    page = make_campaign(index, own_words=[{"type": "words", "value": value, "id": BLOCK}])
    assert is_stale(save(editor, page, entry(), key_message="Plant them in spring."))


def test_a_draft_that_is_no_story_yet_remembers_later(
    editor: Client, campaign: CampaignPage
) -> None:
    saved = save(editor, campaign, entry(), offer_value="30")
    assert words_of(saved)["replaced"] == ""
    saved = save(editor, campaign, entry())
    assert words_of(saved)["replaced_words"] == master(saved)


def test_words_are_remembered_when_the_page_is_made(
    editor: Client, index: CampaignIndexPage
) -> None:
    address = reverse("wagtailadmin_pages:add", args=["stories", "campaignpage", index.pk])
    response = editor.post(address, posted() | entry())
    assert response.status_code == 302, response.context["form"].errors
    page = CampaignPage.objects.get().get_latest_revision_as_object()
    assert words_of(page)["replaced_words"] == master(page)
    assert not is_stale(page)


class Broken(SoundChannel):
    def adapt(self, story: Story) -> Any:
        raise ZeroDivisionError("no such note")


def test_a_broken_channel_keeps_nobody_from_saving(editor: Client, campaign: CampaignPage) -> None:
    with registered(Broken()):
        saved = save(editor, campaign, entry(channel="sound"))
    assert words_of(saved)["replaced"] == ""


def test_two_revisions_are_compared_by_what_the_editor_wrote(
    editor: Client, campaign: CampaignPage
) -> None:
    first = save(editor, campaign, entry())
    save(editor, campaign, entry("More tulips!"))
    last = save(editor, campaign, entry("More tulips!"))
    address = reverse(
        "wagtailadmin_pages:revisions_compare", args=[campaign.pk, "earliest", "latest"]
    )
    shown = editor.get(address).content.decode()
    assert "More" in shown
    assert words_of(first)["replaced"] not in shown
    assert words_of(last)["replaced"] not in shown
