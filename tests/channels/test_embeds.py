"""oEmbed answers: the fields of the specification, and never more room than a site gives."""

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.embeds import (
    Embed,
    EmbedPicture,
    describe_embed,
    discovery_links,
    embed_pictures,
)
from tests.channels.article_channel import SoundArticleChannel
from tests.channels_out.full_stories import full_story

PICTURES = tuple(
    EmbedPicture(url=f"https://cdn.example/{width}.jpg", width=width, height=height, alt="A robin")
    for width, height in ((640, 360), (1200, 630), (1280, 720))
)
EMBED = Embed(
    url="https://shop.example/winter/?a=1&b=2",
    title='Winter <b>"sale"</b>',
    provider="Greenhouse",
    lines=("Your garden does not sleep.", "30% off", "Code WINTER30"),
    pictures=PICTURES,
)
NEEDED = {"rich": {"html", "width", "height"}, "link": set()}
THUMBNAIL = {"thumbnail_url", "thumbnail_width", "thumbnail_height"}


def check_answer(answer: dict, max_width: int | None, max_height: int | None) -> None:
    """Pass if the answer has what oEmbed 1.0 asks for, within the room."""
    assert answer["version"] == "1.0"
    assert NEEDED[answer["type"]] <= set(answer)
    assert len(THUMBNAIL & set(answer)) in (0, 3)
    for prefix in ("", "thumbnail_"):
        assert answer.get(f"{prefix}width", 1) <= (max_width or 10_000)
        assert answer.get(f"{prefix}height", 1) <= (max_height or 10_000)
    for name in ("provider_url", "author_url", "thumbnail_url"):
        assert name not in answer or urlsplit(answer[name]).scheme == "https"


def test_it_is_a_card_with_picture_title_and_words():
    answer = describe_embed(EMBED)
    check_answer(answer, None, None)
    assert (answer["type"], answer["width"]) == ("rich", 600)
    assert answer["title"] == EMBED.title
    assert (answer["provider_name"], answer["provider_url"]) == (
        "Greenhouse",
        "https://shop.example/",
    )
    assert answer["thumbnail_url"] == "https://cdn.example/1280.jpg"
    html = answer["html"]
    assert html.startswith('<blockquote cite="https://shop.example/winter/?a=1&amp;b=2">')
    assert "Winter &lt;b&gt;&quot;sale&quot;&lt;/b&gt;" in html
    assert "<p>Code WINTER30</p>" in html
    assert '<img src="https://cdn.example/640.jpg" alt="A robin" width="552"' in html


@given(st.one_of(st.none(), st.integers(1, 2000)), st.one_of(st.none(), st.integers(1, 2000)))
def test_it_never_needs_more_room_than_there_is(max_width, max_height):
    answer = describe_embed(EMBED, max_width, max_height)
    check_answer(answer, max_width, max_height)
    for width, height in re.findall(r'width="(\d+)" height="(\d+)"', str(answer.get("html", ""))):
        assert int(width) <= answer["width"]
        assert int(height) <= answer["height"]


def test_where_the_picture_has_no_room_the_words_stay():
    whole = describe_embed(EMBED)
    answer = describe_embed(EMBED, max_height=whole["height"] - 1)
    assert answer["type"] == "rich"
    assert "<img" not in answer["html"]
    assert "Code WINTER30" in answer["html"]


@pytest.mark.parametrize("room", [{"max_width": 60}, {"max_height": 90}])
def test_where_the_words_have_no_room_it_is_a_link(room):
    answer = describe_embed(EMBED, **room)
    assert answer["type"] == "link"
    assert not {"html", "width", "height"} & set(answer)


def test_a_thumbnail_is_a_file_that_fits_or_none():
    assert describe_embed(EMBED, max_width=700)["thumbnail_url"] == "https://cdn.example/640.jpg"
    assert not THUMBNAIL & set(describe_embed(EMBED, max_width=639))
    assert not THUMBNAIL & set(describe_embed(EMBED.model_copy(update={"pictures": ()})))


def test_it_is_asked_for_by_its_whole_address():
    links = discovery_links("https://shop.example/oembed", EMBED.url)
    assert links["text/xml+oembed"] == (
        "https://shop.example/oembed?url=https%3A%2F%2Fshop.example%2Fwinter%2F%3Fa%3D1%26b%3D2&format=xml"
    )
    assert (
        discovery_links("", EMBED.url) == discovery_links("https://shop.example/oembed", "") == {}
    )


def test_pictures_are_those_that_every_site_shows_and_can_fetch():
    uses = SoundArticleChannel().adapt(full_story()).media
    pictures = list(embed_pictures(uses))
    assert [(one.width, one.height) for one in pictures] == [(1280, 720), (1200, 800)]
    assert pictures[0].alt == "A robin on a spade"
    relative = SoundArticleChannel().adapt(full_story(files_url="files/")).media
    assert list(embed_pictures(relative)) == []
    webp = [
        use.model_copy(update={"recipe": use.recipe.model_copy(update={"format": "webp"})})
        for use in uses
    ]
    assert list(embed_pictures(webp)) == []
