"""The web page: one safe document that shows the whole story to people and machines."""

import base64
import hashlib
import json
import re

import pytest

from omnicontent.channels.linked_data import open_graph_locale
from omnicontent.channels.registry import get_channel
from omnicontent.text.plain import html_to_text
from tests.channels_out.full_stories import HOSTILE, ROBIN, full_story, hostile_story
from tests.channels_out.html_trees import Reader
from tests.channels_out.stories import FILM, FILM_SAID, own_words, story

WEB = get_channel("web")


def page_of(told) -> str:
    return WEB.render(WEB.adapt(told)).body.decode()


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(full_story())


@pytest.fixture(scope="module")
def tree(page) -> Reader:
    return Reader(page)


def test_it_says_everything(page):
    shown = html_to_text(page)
    for words in (
        "30% off everything for the winter garden",
        "Your garden does not sleep in winter.",
        "From bird feeders to cold frames",
        "What is in the box",
        "Sow on a dry day: see the guide",
        "Sow in rows.",
        "I watered it twice.",
        "A gardener",
        "- Eleven seeds\n- Four pots",
        "The sowing film",
        "Only this winter:",
        "WINTER30",
        "While stocks last.",
        "Market hall, 12 Quai des Fleurs, Lyon",
        "Shop now",
        "1 Garden Lane, Lyon",
    ):
        assert words in shown


def test_the_hero_comes_in_three_formats_and_sizes(tree):
    hero, *others = [source for source in tree.all("source") if "srcset" in source][:3]
    assert [source["type"] for source in (hero, *others)] == [
        "image/avif",
        "image/webp",
        "image/jpeg",
    ]
    for source in (hero, *others):
        assert re.findall(r" (\d+)w", source["srcset"]) == ["640", "1280", "1920"]
        assert source["sizes"]
    image = tree.all("img")[0]
    assert image["alt"] == "A robin on a spade"
    assert (image["width"], image["height"]) == ("1280", "720")


def test_no_picture_is_wider_than_its_source():
    small = story(hero_image=ROBIN | {"width_px": 1000, "height_px": 800})
    content = WEB.adapt(small)
    widths = {use.recipe.width_px for use in content.media if use.slot.startswith("hero-")}
    assert widths == {640}


def test_a_fault_of_a_picture_is_told_once():
    told = story(hero_image=ROBIN | {"alt": ""})
    issues = WEB.validate(WEB.adapt(told), told)
    assert [issue.code for issue in issues] == ["missing_alt"]


def test_films_have_captions_a_poster_and_a_name(tree):
    hero, body = tree.all("video")
    assert (hero["aria-label"], body["aria-label"]) == (FILM_SAID, "Bees at work")
    assert hero["poster"] != body["poster"]
    assert hero["preload"] == "none"
    for track in tree.all("track"):
        assert track["kind"] == "captions"
        assert track["srclang"] == "en"
        data = base64.b64decode(track["src"].removeprefix("data:text/vtt;base64,"))
        assert data.decode().startswith("WEBVTT")


def test_a_film_shown_in_the_body_is_not_shown_twice_nor_made_twice():
    told = full_story(body=[{"type": "film", "video": FILM}])
    content = WEB.adapt(told)
    assert [use.slot for use in content.media if use.recipe.kind == "video"] == ["film"]
    (video,) = Reader(WEB.render(content).body.decode()).all("video")
    assert video["poster"]


def test_machines_find_title_picture_and_address(tree):
    assert tree.meta("og:title") == "30% off everything for the winter garden"
    assert tree.meta("og:url") == "https://shop.example/en/winter/"
    assert tree.meta("og:image").startswith("https://cdn.example/files/")
    assert tree.meta("og:image:alt") == "A robin on a spade"
    assert tree.meta("twitter:card") == "summary_large_image"
    assert {"rel": "canonical", "href": "https://shop.example/en/winter/"} in tree.all("link")


def test_the_offer_is_told_to_machines_as_well():
    offer = {"type": "price", "value": "39.00", "currency": "EUR", "old_price": "52.00"}
    facts = full_story().facts.model_dump(mode="json") | {"offer": offer}
    (script,) = Reader(page_of(full_story(facts=facts))).texts["script"]
    said = json.loads(script)["mainEntity"]
    assert (said["@type"], said["price"], said["priceCurrency"]) == ("Offer", "39.00", "EUR")
    assert said["validThrough"] == "2026-12-15T00:00:00+01:00"
    assert said["name"] == "€39.00 instead of €52.00"


def test_the_style_is_named_by_its_hash_and_nothing_runs(page, tree):
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = (
        meta["content"]
        for meta in tree.all("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert [script["type"] for script in tree.all("script")] == ["application/ld+json"]
    assert not any("style" in element.attributes for element in tree.elements)


def test_hostile_text_stays_text():
    page = page_of(hostile_story())
    tree = Reader(page)
    assert [script["type"] for script in tree.all("script")] == ["application/ld+json"]
    assert not any(
        name.startswith("on") for element in tree.elements for name in element.attributes
    )
    assert not any("javascript:" in a.get("href", "") for a in tree.all("a"))
    assert HOSTILE in " ".join(tree.texts["h1"])
    (script,) = tree.texts["script"]
    assert json.loads(script)["name"] == HOSTILE


def test_landmarks_and_headings_are_in_order(tree):
    tags = [element.tag for element in tree.elements]
    assert tags.count("main") == tags.count("h1") == 1
    assert {"header", "main", "aside", "footer"} <= set(tags)
    assert tags.index("h1") < tags.index("h2")
    assert tree.all("html") == [{"lang": "en", "dir": "ltr"}]


def test_the_direction_follows_the_language():
    assert Reader(page_of(story(locale="ar"))).all("html") == [{"lang": "ar", "dir": "rtl"}]


def test_a_story_of_two_sentences_is_a_page_as_well():
    bare = story(hero_image=None, facts={}, summary="", hashtags=[])
    tree = Reader(page_of(bare))
    assert not tree.all("img")
    assert not tree.all("aside")
    assert tree.meta("twitter:card") == "summary"
    assert WEB.validate(WEB.adapt(bare), bare) == []


def test_the_description_is_as_long_as_machines_show():
    sentences = " ".join(f"Sentence number {number} says little." for number in range(13))
    content = WEB.adapt(story(key_message=sentences))
    assert len(content.parts["description"]) <= 200
    assert content.parts["lead"] == sentences
    assert not content.dropped


def test_own_words_stand_in_title_headline_and_lead():
    told = story(**own_words("web", title="A title", headline="A headline", lead="A lead"))
    tree = Reader(page_of(told))
    assert tree.texts["title"] == ["A title"]
    assert tree.texts["h1"] == ["A headline"]
    assert "A lead" in tree.texts["p"]


def test_a_long_title_is_only_a_warning():
    told = story(**own_words("web", title="x" * 71))
    (issue,) = WEB.validate(WEB.adapt(told), told)
    assert (issue.code, issue.severity) == ("too_long", "warning")


def test_link_cards_of_every_network_find_their_words(tree):
    assert tree.meta("og:type") == "website"
    assert tree.meta("og:site_name") == "Greenhouse"
    assert tree.meta("og:locale") == "en_US"
    assert tree.meta("og:image:type") == "image/jpeg"
    assert (tree.meta("og:image:width"), tree.meta("og:image:height")) == ("1200", "630")
    for name in ("title", "description", "image", "image:alt"):
        assert tree.meta(f"twitter:{name}") == tree.meta(f"og:{name}")


@pytest.mark.parametrize(
    ("locale", "told"),
    [("fr", "fr_FR"), ("pt-BR", "pt_BR"), ("ar", "ar_EG"), ("zh-Hant", "zh_TW"), ("qaa", "")],
)
def test_open_graph_gets_a_language_with_its_territory(locale, told):
    assert open_graph_locale(locale) == told


def test_searches_find_dates_and_a_picture_in_each_shape():
    told = full_story(published_at="2026-11-20T10:00:00+01:00", updated_at="2026-11-21T09:30:00Z")
    content = WEB.adapt(told)
    (script,) = Reader(WEB.render(content).body.decode()).texts["script"]
    page = json.loads(script)
    assert page["datePublished"] == "2026-11-20T10:00:00+01:00"
    assert page["dateModified"] == "2026-11-21T09:30:00+00:00"
    by_address = {use.url: use.recipe for use in content.media}
    shapes = [by_address[url].width_px / by_address[url].height_px for url in page["image"][:3]]
    assert shapes == [16 / 9, 4 / 3, 1]
    assert all(
        by_address[url].width_px * by_address[url].height_px > 50_000 for url in page["image"]
    )


def test_other_sites_are_told_where_to_ask_how_to_show_it():
    told = full_story(oembed_url="https://shop.example/oembed")
    links = [link for link in Reader(page_of(told)).all("link") if link["rel"] == "alternate"]
    address = "https://shop.example/oembed?url=https%3A%2F%2Fshop.example%2Fen%2Fwinter%2F&format="
    assert [(link["type"], link["href"]) for link in links] == [
        ("application/json+oembed", f"{address}json"),
        ("text/xml+oembed", f"{address}xml"),
    ]


@pytest.mark.parametrize("change", [{}, {"url": "", "oembed_url": "https://shop.example/oembed"}])
def test_nobody_is_told_to_ask_where_nobody_answers(change):
    assert "oembed" not in page_of(full_story(**change))


def test_it_shows_itself_elsewhere_as_what_the_page_says():
    embed = WEB.embed(WEB.adapt(full_story()))
    assert embed.url == "https://shop.example/en/winter/"
    assert embed.title == "30% off everything for the winter garden"
    assert "WINTER30" in "\n".join(embed.lines)
    assert {picture.alt for picture in embed.pictures} == {"A robin on a spade"}
    assert all(picture.url.endswith(".jpg") for picture in embed.pictures)
    assert WEB.embed(WEB.adapt(story())) is None


def test_the_alt_text_may_be_worded_for_the_page_alone():
    tree = Reader(page_of(full_story(**own_words("web", alt="A bird in snow"))))
    assert tree.all("img")[0]["alt"] == tree.meta("og:image:alt") == "A bird in snow"
    assert tree.all("img")[1]["alt"] == "A hand sows seeds"


def test_an_alt_text_too_long_for_a_card_is_refused():
    told = full_story(**own_words("web", alt="x" * 421))
    (issue,) = WEB.validate(WEB.adapt(told), told)
    assert (issue.code, issue.part) == ("too_long", "alt")
