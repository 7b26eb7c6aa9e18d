"""What the bases promise: whole pieces, own words, links that tell where a reader came from."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.sample_stories import LINK, sample_stories
from omnicontent.channels.spec import Part
from omnicontent.channels.story import BulletList, Heading, Paragraph
from omnicontent.channels.wording import body_pieces, display_link, hashtag_pieces
from omnicontent.message.saying import say
from omnicontent.text.fitting import fit
from omnicontent.text.links import find_links, same_target
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit

STORY = sample_stories()["ordinary"]


def sound_with(maximum, **changes):
    class Sized(SoundChannel):
        spec = replace(
            SPEC,
            parts=(
                Part(
                    name="text",
                    label="post",
                    required=True,
                    limits=(limit(maximum, Unit.CHARACTERS),),
                ),
            ),
            **changes,
        )

    return Sized()


def test_everything_is_said_where_there_is_room():
    content = sound_with(5000).adapt(STORY)
    assert content.dropped == ()
    assert content.parts["text"].startswith(STORY.headline + "\n\n")
    assert content.parts["text"].endswith("#qzgarden #qzété")


@given(st.integers(min_value=130, max_value=600))
def test_what_is_said_is_whole_and_in_order(maximum):
    said = sound_with(5000).adapt(STORY).parts["text"] + LINK
    said += " ".join(say(fact, "en", "short") for _kind, fact in STORY.facts.present())
    content = sound_with(maximum).adapt(STORY)
    assert len(content.parts["text"]) <= maximum
    for line in content.parts["text"].split("\n\n"):
        assert all(word in said for word in line.split(" · "))
    assert "QZCODE42" in content.parts["text"]


def test_hashtags_go_first_and_facts_stay():
    content = sound_with(250).adapt(STORY)
    assert "#qzgarden" in content.dropped
    assert "Code QZCODE42" in content.parts["text"]


def test_hashtags_are_one_word_each():
    story = STORY.model_copy(update={"hashtags": ("city bikes", "#sale", "e-bike", "हिन्दी")})
    assert [piece.text for piece in hashtag_pieces(story, 5)] == [
        "#CityBikes",
        "#sale",
        "#EBike",
        "#हिन्दी",
    ]


def test_what_is_no_hashtag_takes_no_place_of_one():
    story = STORY.model_copy(update={"hashtags": ("🎉", "!!!", "2027", "#spring", "42nd", "sale")})
    assert [piece.text for piece in hashtag_pieces(story, 2)] == ["#spring", "#42nd"]


def test_no_sentence_is_said_without_the_one_before_it():
    story = sample_stories()["without facts"].model_copy(
        update={
            "headline": "Move",
            "key_message": f"Mr. Fox {'surely ' * 20}tried it. He loved it!",
            "summary": "",
            "hashtags": (),
        }
    )
    assert sound_with(60).adapt(story).parts["text"] == "Move"


BODY = (
    Heading(text="What you get"),
    BulletList(items=("A set-up", "A ride")),
    Heading(text="Why"),
    Paragraph(html=f"<p>{'Because ' * 40}it is spring.</p>"),
    Heading(text="Where"),
    Paragraph(html="<p>Here.</p>"),
)


def body_within(maximum):
    pieces = body_pieces(STORY.model_copy(update={"body": BODY}))
    return fit(pieces, lambda text: len(text) <= maximum).text


def test_a_list_is_one_block_below_its_heading():
    assert body_within(5000).startswith("What you get\n\n- A set-up\n- A ride\n\nWhy\n\nBecause ")


def test_no_heading_stands_over_nothing():
    assert body_within(100) == "What you get\n\n- A set-up\n- A ride"


def test_facts_without_room_name_the_part_and_what_to_do():
    with pytest.raises(AdaptationError, match="Say the facts in fewer words") as caught:
        sound_with(20).adapt(STORY)
    assert caught.value.slug == "sound"
    assert caught.value.field == "overrides.sound.text"


def test_a_required_part_that_no_sentence_fits_is_an_error():
    channel = sound_with(10, must=frozenset())
    story = sample_stories()["without facts"].model_copy(update={"hashtags": ()})
    with pytest.raises(AdaptationError, match="no whole sentence"):
        channel.adapt(story)


def test_own_words_stand_as_typed():
    words = " My own words,\n\nexactly. "
    story = STORY.model_copy(update={"overrides": {"sound": {"text": words}}})
    content = SoundChannel().adapt(story)
    assert content.parts["text"] == words
    assert content.dropped == ()


def test_links_say_where_the_reader_came_from_and_keep_the_rest():
    assert SoundChannel().link(STORY) == LINK.replace(
        "#top", "&utm_source=sound&utm_medium=social&utm_campaign=qz-spring#top"
    )


def test_links_are_left_alone_where_people_read_them():
    class Untracked(SoundChannel):
        tracked = False

    assert Untracked().link(STORY) == LINK


def test_the_payload_is_canonical_json():
    rendered = SoundChannel().render(SoundChannel().adapt(STORY))
    assert rendered.body.startswith(b'{"files":[{"alt":')
    assert "été".encode() in rendered.body
    assert b'": ' not in rendered.body


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://shop.example/", "shop.example"),
        ("https://shop.example/winter/", "shop.example/winter/"),
        ("https://shop.example:8080/#x", "shop.example:8080/#x"),
        ("http://shop.example/winter", "http://shop.example/winter"),
        ("https://shop.example/?back=/", "shop.example/?back=/"),
    ],
)
def test_a_link_as_people_read_it_leads_to_the_same_place(url, shown):
    assert display_link(url) == shown
    assert [same_target(link.url, url) for link in find_links(f"Shop: {shown}")] == [True]


def test_where_the_facts_alone_exceed_advice_they_are_all_that_is_said():
    """Advice that can't be kept is kept as nearly as the facts allow."""
    advice = limit(10, Unit.CHARACTERS, enforced=False)
    part = Part(
        name="text",
        label="post",
        limits=(limit(5000, Unit.CHARACTERS), advice),
        fit_to_advice=True,
    )

    class Advised(SoundChannel):
        spec = replace(SPEC, parts=(part,))

    content = Advised().adapt(STORY)
    link = Advised().link(STORY)
    assert content.parts["text"] == f"€1,299 · Code QZCODE42\n\n{link}"
    assert STORY.headline in content.dropped
