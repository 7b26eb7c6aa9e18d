"""From a page, saved or not, to the frozen story."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import Locale, Site
from wagtail.rich_text import RichText

from omnicontent.channels.story import Story
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import (
    BrandSettings,
    CampaignIndexPage,
    CampaignPage,
    MasterImage,
    MasterMedia,
)
from tests.stories.making import VTT, WORDS, make_campaign


def test_a_whole_page_becomes_a_whole_story(
    index: CampaignIndexPage, picture: MasterImage, film: MasterMedia, settings: LazySettings
) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://garden.example.com/"
    picture.focal_point_x, picture.focal_point_y = 10, 15
    picture.focal_point_width = picture.focal_point_height = 4
    picture.save()
    film.captions, film.focus_x = ContentFile(VTT, "film.vtt"), 20
    film.save()
    page = make_campaign(
        index,
        offer_type="price",
        offer_value=Decimal(49),
        offer_currency="EUR",
        offer_old_price=Decimal(79),
        period_end=datetime(2031, 7, 31, 21, 59, tzinfo=UTC),
        period_time_zone="Europe/Paris",
        promo_code="TULIP49",
        cta_verb="Order",
        cta_url="https://example.com/bulbs",
        legal_line="While stocks last.",
        place_name="The shop",
        hashtags="#tulips, balcony tulips",
        hero_image=picture,
        hero_image_alt="A red tulip",
        hero_video=film,
        channels=["sms", "gone"],
        own_words=[
            ("words", {"channel": "sms", "part": "text", "text": " Tulips! STOP "}),
            ("form", {"channel": "x", "form": "thread"}),
        ],
        body=[
            ("heading", "Why now"),
            ("paragraph", RichText('<p>Frost is <b>near</b>.<script>alert("x")</script></p>')),
            ("picture", {"image": picture, "alt": "Red", "caption": "One"}),
            ("film", {"video": film, "caption": ""}),
            ("quote", {"text": "Dig deep.", "attribution": ""}),
            ("list", ["One", "Two"]),
            ("embed", {"url": "https://example.com/film", "title": ""}),
            ("offer", {"intro": "Now"}),
        ],
    )
    story = story_from_page(page)
    assert story.id == str(page.translation_key)
    assert story.url == "http://localhost/en/tulips/"
    assert story.files_url == "https://garden.example.com/files/"
    assert story.oembed_url == "https://garden.example.com/oembed/1.0"
    assert story.hashtags == ("tulips", "balcony")
    assert story.channels == ("sms",)
    assert story.overrides == {"sms": {"text": "Tulips! STOP"}}
    assert story.forms == {"x": "thread"}
    assert [kind for kind, _fact in story.facts.present()] == [
        "offer",
        "period",
        "promo_code",
        "call_to_action",
        "legal_line",
        "place",
    ]
    assert story.hero_image is not None
    assert (story.hero_image.focus.x, story.hero_image.focus.y) == (0.25, 0.5)
    assert default_storage.exists(story.hero_image.source)
    assert story.hero_video is not None
    assert story.hero_video.captions == VTT.decode()
    assert (story.hero_video.focus.x, story.hero_video.has_sound) == (0.2, True)
    assert [block.type for block in story.body] == [
        "heading",
        "paragraph",
        "picture",
        "film",
        "quote",
        "list",
        "embed",
        "offer",
    ]
    assert "<script" not in story.model_dump_json()
    assert Story.model_validate_json(story.model_dump_json()) == story


def test_an_unsaved_page_is_a_story_too(index: CampaignIndexPage) -> None:
    page = CampaignPage(title="New", locale=index.locale, **WORDS)
    story = story_from_page(page)
    assert (story.headline, story.channels) == (WORDS["headline"], ())


def test_words_are_as_old_as_their_revision_or_else_the_latest(campaign: CampaignPage) -> None:
    published, draft = campaign.save_revision(), campaign.save_revision()
    assert story_from_page(campaign).updated_at == draft.created_at
    assert story_from_page(campaign, published).updated_at == published.created_at


def test_no_file_is_opened(
    index: CampaignIndexPage, picture: MasterImage, film: MasterMedia
) -> None:
    page = make_campaign(index, hero_image=picture, hero_image_alt="Red", hero_video=film)
    for master in (picture, film):
        default_storage.delete(master.file.name)
    assert story_from_page(CampaignPage.objects.get(pk=page.pk)).hero_video is not None


def test_the_brand_speaks(campaign: CampaignPage) -> None:
    site = Site.objects.get(is_default_site=True)
    BrandSettings.objects.create(site=site, name="Verdelune", color="#2f5d50")
    assert story_from_page(campaign).brand.name == "Verdelune"


def test_reading_writes_nothing(campaign: CampaignPage) -> None:
    story_from_page(campaign)
    assert not BrandSettings.objects.exists()


def test_a_link_to_a_page_leads_to_its_public_address_in_the_story_s_language(
    index: CampaignIndexPage,
) -> None:
    french = Locale.objects.create(language_code="fr")
    index.copy_for_translation(french)
    target = make_campaign(index, title="Roses")
    target.save_revision().publish()
    rosier = target.copy_for_translation(french)
    rosier.save_revision().publish()
    draft = make_campaign(index, title="Secret", live=False)
    links = "".join(
        f'<a linktype="page" id="{page}">here</a>' for page in (target.pk, draft.pk, 99999)
    )
    page = make_campaign(index, title="Linking", body=[("paragraph", RichText(f"<p>{links}</p>"))])
    assert _html(page).count("<a ") == 1
    assert 'href="http://localhost/en/roses/"' in _html(page)
    translation = page.copy_for_translation(french)
    assert 'href="http://localhost/fr/roses/"' in _html(translation)


def _html(page: CampaignPage) -> str:
    return str(story_from_page(page).model_dump()["body"][0]["html"])


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"headline": ""}, "headline"),
        ({"key_message": " "}, "key_message"),
        ({"offer_type": "percent"}, "offer_value"),
        ({"offer_type": "percent", "offer_value": Decimal(0)}, "offer_value"),
        ({"offer_type": "price", "offer_value": Decimal(4)}, "offer_currency"),
        ({"promo_code": "no good"}, "promo_code"),
        ({"cta_verb": "Order", "cta_url": "ftp://example.com"}, "cta_url"),
        ({"channels": ["gone"]}, "channels"),
        ({"headline": "x" * 201}, "headline"),
        ({"body": [("picture", {"image": None, "alt": "", "caption": ""})]}, "body"),
        ({"body": [("film", {"video": None, "caption": ""})]}, "body"),
        ({"hero_image_id": 1}, "hero_image_alt"),
    ],
    ids=str,
)
def test_a_page_that_can_t_be_a_story_names_the_field_to_mend(
    index: CampaignIndexPage, fields: dict[str, Any], field: str
) -> None:
    page = CampaignPage(title="New", locale=index.locale, **{**WORDS, **fields})
    with pytest.raises(StoryError) as caught:
        story_from_page(page)
    assert caught.value.field == field
    assert str(caught.value)


def test_line_breaks_that_a_program_wrote_do_not_reach_the_story(index: CampaignIndexPage) -> None:
    page = CampaignPage(
        title="New", locale=index.locale, headline="One\r\nBcc: two", key_message="Yes"
    )
    assert story_from_page(page).headline == "One  Bcc: two"


def test_empty_blocks_are_left_out(index: CampaignIndexPage) -> None:
    body = [
        ("heading", ""),
        ("paragraph", RichText("<p> </p>")),
        ("list", []),
        ("quote", {"text": "", "attribution": ""}),
        ("embed", {"url": "", "title": ""}),
    ]
    page = CampaignPage(title="New", locale=index.locale, body=body, **WORDS)
    assert story_from_page(page).body == ()
