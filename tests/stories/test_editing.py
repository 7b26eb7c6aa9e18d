"""The campaign editor, by the requests that a browser sends."""

import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.forms import ModelForm
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.test.utils.form_data import rich_text

from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.models import CampaignIndexPage, CampaignPage, MasterImage, MasterMedia
from omnicontent.stories.panels import campaign_tabs
from tests.stories.making import posted


def save(client: Client, page: CampaignPage, *, action: str = "", **fields: Any) -> Any:
    data = posted(**fields) | ({f"action-{action}": "1"} if action else {})
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def errors_of(client: Client, page: CampaignPage, **fields: Any) -> dict[str, list[str]]:
    response = save(client, page, action="publish", **fields)
    assert response.status_code == 200, "the page was published"
    form: ModelForm = response.context["form"]
    return {field: [str(text) for text in texts] for field, texts in form.errors.items()}


# Wagtail leaves a temporary file open when it makes the thumbnails of its own screens.
leaves_files_open = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@leaves_files_open
def test_everything_an_editor_enters_comes_back(
    editor: Client, campaign: CampaignPage, picture: MasterImage, film: MasterMedia
) -> None:
    response = save(
        editor,
        campaign,
        action="publish",
        offer_type="price",
        offer_value="49.00",
        offer_currency="EUR",
        offer_old_price="79",
        period_start="2031-07-01 09:00",
        period_end="2031-07-31 23:59",
        promo_code="TULIP49",
        cta_verb="Order bulbs",
        cta_url="https://example.com/bulbs",
        legal_line="While stocks last.",
        place_name="The shop",
        place_address="1 Garden Lane",
        summary="Red ones.\nYellow ones.",
        hashtags="#tulips balcony",
        hero_image=picture.pk,
        hero_image_alt="A red tulip",
        hero_video=film.pk,
        channels=["sms", "x"],
        body=[
            ("heading", "Why now"),
            ("paragraph", rich_text("<p>Frost is <b>near</b>.</p>")),
            ("picture", {"image": str(picture.pk), "alt": "Red", "caption": ""}),
            ("film", {"video": str(film.pk), "caption": "How to"}),
            ("quote", {"text": "Dig deep.", "attribution": ""}),
            ("embed", {"url": "https://example.com/film", "title": ""}),
            ("offer", {"intro": "Now"}),
        ],
        own_words=[{"channel": "sms", "part": "text", "text": "Tulips! STOP"}],
    )
    assert response.status_code == 302, response.context["form"].errors
    page = CampaignPage.objects.get(pk=campaign.pk)
    assert page.live
    assert (page.offer_value, page.offer_old_price) == (Decimal("49.00"), Decimal(79))
    assert page.channels == ["sms", "x"]
    assert page.hero_image_id == picture.pk
    assert page.hero_video_id == film.pk
    assert [block.block_type for block in page.body] == [
        "heading",
        "paragraph",
        "picture",
        "film",
        "quote",
        "embed",
        "offer",
    ]
    assert page.own_words[0].value["text"] == "Tulips! STOP"


def test_times_are_meant_on_the_clocks_of_the_chosen_zone(
    editor: Client, campaign: CampaignPage
) -> None:
    save(editor, campaign, action="publish", period_end="2031-07-31 23:59")
    page = CampaignPage.objects.get(pk=campaign.pk)
    assert page.period_end == datetime(2031, 7, 31, 21, 59, tzinfo=UTC)
    shown = editor.get(reverse("wagtailadmin_pages:edit", args=[campaign.pk]))
    assert "2031-07-31 23:59" in shown.content.decode()


FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"offer_type": "percent"}, "offer_value", "Enter the value of the offer, such as 30."),
    (
        {"offer_value": "30"},
        "offer_type",
        "Choose what kind of offer this value is, or clear the value.",
    ),
    (
        {"offer_type": "percent", "offer_value": "101"},
        "offer_value",
        "A percentage off can't be more than 100.",
    ),
    (
        {"offer_type": "price", "offer_value": "49"},
        "offer_currency",
        "Choose the currency of the price or amount.",
    ),
    (
        {
            "offer_type": "price",
            "offer_value": "49",
            "offer_currency": "EUR",
            "offer_old_price": "49",
        },
        "offer_old_price",
        "The old price must be higher than the new one.",
    ),
    (
        {"offer_type": "percent", "offer_value": "30", "offer_old_price": "49"},
        "offer_old_price",
        "Only a price has an old price: clear this, or choose a price.",
    ),
    (
        {"period_start": "2031-07-02 00:00", "period_end": "2031-07-01 00:00"},
        "period_end",
        "The end must come after the start.",
    ),
    (
        {"period_end": "2031-03-30 02:30"},
        "period_end",
        "The clocks in Europe/Paris skip this time.",
    ),
    (
        {"promo_code": "ÉTÉ 30"},
        "promo_code",
        "Use 2 to 32 letters, digits, hyphens or underscores, such as BULBS30.",
    ),
    ({"cta_verb": "Order"}, "cta_url", "Enter the address to which “Order” leads."),
    (
        {"cta_url": "https://example.com"},
        "cta_verb",
        "Say what to do at this address, such as “Order now”.",
    ),
    (
        {"cta_verb": "Order", "cta_url": "javascript:alert(1)"},
        "cta_url",
        "Enter a whole web address that starts with https:// or http://.",
    ),
    ({"place_address": "1 Garden Lane"}, "place_name", "Name the place that has this address."),
    (
        {"headline": "Tulips\r\nBcc: everybody@example.com"},
        "headline",
        "Write this on one line: remove the line breaks.",
    ),
    (
        {"hashtags": "tulips rock&roll"},
        "hashtags",
        "“rock&roll” is no hashtag: letters, digits and underscores only.",
    ),
    ({"channels": []}, "channels", "Choose at least one channel."),
    ({"period_time_zone": "Mars/Base"}, "period_time_zone", "Select a valid choice. "),
    ({"offer_currency": "ZZZ"}, "offer_currency", "Select a valid choice. "),
    ({"channels": ["carrier-pigeon"]}, "channels", "Select a valid choice. "),
    ({"headline": ""}, "headline", "This field is required."),
]


@pytest.mark.parametrize(("fields", "field", "message"), FAULTS, ids=lambda value: str(value)[:40])
def test_a_fault_is_told_in_plain_words_at_its_field(
    editor: Client, campaign: CampaignPage, fields: dict[str, Any], field: str, message: str
) -> None:
    errors = errors_of(editor, campaign, **fields)
    assert set(errors) == {field}
    assert any(message in text for text in errors[field]), errors


@leaves_files_open
def test_a_hero_image_needs_words(
    editor: Client, campaign: CampaignPage, picture: MasterImage
) -> None:
    errors = errors_of(editor, campaign, hero_image=picture.pk)
    assert errors == {
        "hero_image_alt": ["Say what the picture shows, for people who can't see it."]
    }


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"channel": "pigeon", "part": "text", "text": "Coo"}, "Select a valid choice."),
        ({"channel": "sms", "part": "nonsense", "text": "Coo"}, "Select a valid choice."),
        ({"channel": "sms", "part": "caption", "text": "Coo"}, "SMS has no such part."),
    ],
)
def test_words_for_an_unknown_place_are_refused(
    editor: Client, campaign: CampaignPage, entry: dict[str, str], message: str
) -> None:
    response = save(editor, campaign, action="publish", own_words=[entry])
    error = response.context["form"].errors.as_data()["own_words"][0]
    assert message in json.dumps(error.as_json_data())


def test_the_same_part_is_worded_once(editor: Client, campaign: CampaignPage) -> None:
    twice = [{"channel": "sms", "part": "text", "text": text} for text in ("One", "Two")]
    response = save(editor, campaign, action="publish", own_words=twice)
    error = response.context["form"].errors.as_data()["own_words"][0]
    assert "worded twice" in json.dumps(error.as_json_data())


def test_a_channel_s_form_is_asked_for(editor: Client, campaign: CampaignPage) -> None:
    save(editor, campaign, forms=[{"channel": "x", "form": "thread"}])
    draft = CampaignPage.objects.get(pk=campaign.pk).get_latest_revision_as_object()
    assert story_from_page(draft).forms == {"x": "thread"}


@pytest.mark.parametrize(
    ("forms", "message"),
    [
        ([{"channel": "sms", "form": "thread"}], "Select a valid choice."),
        ([{"channel": "x", "form": "carousel"}], "X has no such form. Choose one of: post"),
        ([{"channel": "x", "form": form} for form in ("post", "thread")], "has two forms"),
    ],
)
def test_a_form_that_a_channel_does_not_have_is_refused(
    editor: Client, campaign: CampaignPage, forms: list[dict[str, str]], message: str
) -> None:
    response = save(editor, campaign, action="publish", forms=forms)
    error = response.context["form"].errors.as_data()["own_words"][0]
    assert message in json.dumps(error.as_json_data())


def test_half_a_thought_is_saved_as_a_draft(editor: Client, campaign: CampaignPage) -> None:
    response = save(editor, campaign, headline="", offer_type="price", cta_verb="Order")
    assert response.status_code == 302
    draft = CampaignPage.objects.get(pk=campaign.pk)
    assert (draft.headline, draft.offer_type, draft.cta_verb) == ("", "price", "Order")
    assert not draft.live


def test_a_new_campaign_goes_to_every_channel(editor: Client, index: CampaignIndexPage) -> None:
    address = reverse("wagtailadmin_pages:add", args=["stories", "campaignpage", index.pk])
    form = editor.get(address).context["form"]
    slugs = [slug for slug, _name in form.fields["channels"].choices]
    assert form["channels"].value() == slugs
    assert "sms" in slugs


def test_the_editor_shows_each_tab_and_the_limits(editor: Client, campaign: CampaignPage) -> None:
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[campaign.pk])).content.decode()
    tabs = re.findall(r'data-w-tabs-target="trigger">\s*([^<]+?)\s*<', html)
    assert tabs[:5] == ["Message", "Story", "Media", "Channels", "Promote"]
    assert "3 segments" in html


def test_a_tab_has_one_address_whoever_opens_it_first() -> None:
    with translation.override("fr"):
        tabs = campaign_tabs.bind_to_model(CampaignPage)
        assert tabs.children[1].heading == "Contenu"
        assert tabs.child_identifiers[:4] == ["message", "story", "media", "channels"]
        assert "offer" in tabs.children[0].child_identifiers


def test_previews_take_what_is_not_saved(editor: Client, campaign: CampaignPage) -> None:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[campaign.pk])
    answer = editor.post(address, posted(headline="Changed, unsaved")).json()
    assert answer == {"is_valid": True, "is_available": True}
    modes = dict(campaign.preview_modes)
    assert {"sms", "x"} <= set(modes)
    html = editor.get(f"{address}?mode=sms&in_preview_panel=true").content.decode()
    assert "Changed, unsaved" in html
