"""The poster: facts on paper, the tracked link in its code, and a payload that names the PDF."""

import json
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import get_channel
from omnicontent.media.posters.poster import draw_poster
from omnicontent.text.links import find_links
from tests.channels_out.full_stories import PLACE, full_story
from tests.channels_out.stories import own_words, story

CHANNEL = get_channel("print-poster")
LINK = "https://shop.example/winter?utm_source=print&utm_medium=poster&utm_campaign=winter"


def recipe_of(told):
    (use,) = CHANNEL.adapt(told).media
    return use.recipe


def seen(told):
    content = CHANNEL.adapt(told)
    return CHANNEL.visible_text(content, CHANNEL.render(content))


def issues(told):
    return CHANNEL.validate(CHANNEL.adapt(told), told)


def test_the_payload_names_the_document_and_what_a_printer_asks():
    content = CHANNEL.adapt(full_story())
    payload = json.loads(CHANNEL.render(content).body)

    assert payload == {
        "document_url": f"https://cdn.example/files/{content.media[0].file_name}",
        "type": "application/pdf",
        "pages": 1,
        "trim_mm": [210, 297],
        "bleed_mm": 3,
        "crop_marks": True,
        "resolution_dpi": 300,
        "color_space": "sRGB",
        "language": "en",
        "qr_link": LINK,
    }
    assert payload["document_url"].endswith(".pdf")


def test_the_poster_says_the_facts_and_nothing_else():
    recipe = recipe_of(full_story())

    assert recipe.texts == (
        "Greenhouse",
        "30% off",
        "through December 14, 2026",
        "Code WINTER30",
        "Shop now",
        "shop.example/winter",
        "Market hall, 12 Quai des Fleurs, Lyon",
        "While stocks last.",
    )
    assert recipe.link == LINK
    assert recipe.color == "#2f6b3c"
    assert issues(full_story()) == []


@pytest.mark.parametrize("changes", [{"headline": "Another"}, {"summary": ""}, {"hashtags": []}])
def test_what_is_not_on_it_makes_no_new_file(changes):
    (first,), (other,) = (CHANNEL.adapt(one).media for one in (story(), story(**changes)))

    assert first.file_name == other.file_name


@pytest.mark.parametrize(
    "told",
    [
        full_story(),
        full_story(locale="fr", brand={"name": "L’Épicerie du Canal", "color": "#f2c230"}),
        story(facts={"place": PLACE}),
        full_story(**own_words("print-poster", words="Minus 30%\nEnds Dec 14, 2026\nWINTER30")),
    ],
    ids=["full", "French", "place only", "own words"],
)
def test_what_the_lock_reads_is_what_is_printed(told):
    recipe = recipe_of(told)
    (page,) = pypdfium2.PdfDocument(BytesIO(draw_poster(Image.new("RGB", (432, 336)), recipe)))
    printed = "".join(page.get_textpage().get_text_bounded().split())

    assert printed == "".join("".join(recipe.texts).split())
    for text in recipe.texts:
        assert text in seen(told)
    codes = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
    assert [code.text for code in codes] == ([recipe.link] if recipe.link else [])


def test_the_link_is_tracked_in_the_code_and_short_in_words():
    links = [link.url for link in find_links(seen(full_story()))]

    assert LINK in links
    assert recipe_of(full_story()).address == "shop.example/winter"


def test_every_part_may_have_own_words():
    own = {"words": " Hello \n\nyou ", "button": "Come", "place": "Here", "small_print": "So\nso"}
    recipe = recipe_of(full_story(**own_words("print-poster", **own)))

    assert recipe.words == ("Hello", "you")
    assert (recipe.call_to_action, recipe.place, recipe.small_print) == ("Come", "Here", "So so")


def test_own_words_that_leave_out_a_fact_are_an_error():
    told = full_story(**own_words("print-poster", words="30% off", small_print=""))
    said = " ".join(issue.message for issue in issues(told))

    assert {issue.code for issue in issues(told)} == {"missing_fact"}
    assert "the period" in said
    assert "the promo code" in said
    assert "the legal line" in said


def test_words_too_long_for_paper_are_named_before_anything_is_printed():
    told = full_story(**own_words("print-poster", small_print="While stocks last. " * 200))

    (issue,) = issues(told)
    assert issue.code == "undrawable_words"
    assert "Shorten the longest of them: “While stocks" in issue.message


def test_a_small_picture_is_a_doubt_in_plain_words():
    picture = {"source": "robin.jpg", "digest": "a" * 64, "width_px": 1200, "height_px": 900}
    told = story(hero_image=picture | {"alt": "A robin"})

    (issue,) = issues(told)
    assert (issue.code, issue.severity) == ("upscaled", "warning")
    assert "2551 × 1984 pixels, the source has 1200 × 900" in issue.message


def test_a_poster_needs_a_picture():
    with pytest.raises(AdaptationError, match="needs a picture") as caught:
        CHANNEL.adapt(story(hero_image=None))
    assert caught.value.field == "hero_image"
