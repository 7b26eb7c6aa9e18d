"""Limits beyond one text: parts together, beside media or not; the alt text of what goes out."""

from dataclasses import replace
from typing import override

import pytest

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.common_parts import ALT, alt_part, mentions_part
from omnicontent.channels.content import Content
from omnicontent.channels.counting import count_parts
from omnicontent.channels.media_uses import words_of_film
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import ImageSlot, Part, VideoSlot
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit

STORY = sample_stories()["ordinary"]
LONG = STORY.model_copy(update={"summary": "Qzmore qzwords. " * 60})


def told(story=STORY, **words):
    return story.model_copy(update={"overrides": {"sound": words}})


class SharingChannel(SoundChannel):
    """A note before the post counts with it."""

    spec = replace(
        SPEC,
        parts=(
            Part(
                name="text",
                label="post",
                limits=(replace(limit(400, Unit.CHARACTERS), together=("note", "text")),),
            ),
            Part(name="note", label="note", limits=(limit(400, Unit.CHARACTERS),)),
            mentions_part("text"),
        ),
    )

    @override
    def pieces(self, part, story):
        return super().pieces(part, story) if part.name == "text" else []


@pytest.mark.parametrize("length", [0, 1, 100, 150])
def test_the_part_with_the_limit_gives_way_to_the_others(length):
    channel = SharingChannel()
    content = channel.adapt(told(LONG, note="n" * length))
    (count, _note) = count_parts(channel, content)
    assert count.length.count == length + len(content.parts["text"])
    assert 370 < count.length.count <= 400


def test_too_much_together_is_an_issue_of_the_own_words_that_take_the_room():
    channel = SharingChannel()
    story = told(note="n" * 401)
    issues = channel.validate(channel.adapt(story), story)
    assert [(issue.code, issue.part) for issue in issues] == [
        ("too_long", "note"),
        ("too_long", "note"),
    ]
    assert issues[0].message.startswith("The note with the post on Sound has ")
    assert issues[0].field == "overrides.sound.note"


def test_a_mention_with_an_address_is_one_word_with_its_spaces():
    channel = SharingChannel()
    story = told(mentions="@[Qzacme Qzcorp](urn:li:organization:1) @qzrobin")
    content = channel.adapt(story)
    assert "@[Qzacme Qzcorp](urn:li:organization:1)" in content.fitting["mentions"].used
    assert "@[Qzacme Qzcorp](urn:li:organization:1) @qzrobin" in content.parts["text"]
    assert channel.validate(content, story) == []


class CaptionChannel(SoundChannel):
    """Text is shorter beside a picture."""

    spec = replace(
        SPEC,
        parts=(
            Part(
                name="text",
                label="post",
                limits=(
                    replace(limit(250, Unit.CHARACTERS), beside_media=True),
                    replace(limit(600, Unit.CHARACTERS), beside_media=False),
                ),
            ),
        ),
    )


@pytest.mark.parametrize(("image", "maximum"), [(STORY.hero_image, 250), (None, 600)])
def test_a_limit_beside_media_holds_only_there(image, maximum):
    channel = CaptionChannel()
    content = channel.adapt(LONG.model_copy(update={"hero_image": image}))
    (count,) = count_parts(channel, content)
    assert count.limit.maximum == maximum
    assert maximum - 40 < count.length.count <= maximum


class FilmChannel(FilmFirstChannel):
    """A film, or a picture where there is none."""

    spec = replace(
        SPEC,
        parts=(*SPEC.parts, alt_part(limit(40, Unit.CHARACTERS))),
        images=(ImageSlot(name="image", width_px=1200, height_px=630, required=False),),
        videos=(VideoSlot(name="video", width_px=1280, height_px=720, seconds_max=60),),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return {"text": content.parts["text"], "alt": [use.alt for use in content.media]}


@pytest.mark.parametrize(
    ("film", "kind", "alt"),
    [(STORY.hero_video, "video", "Qzwalk qzthrough"), (None, "image", "Qzrobin on a qzspade")],
)
def test_the_alt_text_is_that_of_what_goes_out(film, kind, alt):
    story = STORY.model_copy(update={"hero_video": film})
    content = FilmChannel().adapt(story)
    (use,) = content.media
    assert (use.recipe.kind, use.alt, content.parts[ALT]) == (kind, alt, alt)
    (own,) = FilmChannel().adapt(told(story, alt="Qzmine")).media
    assert own.alt == "Qzmine"


@pytest.mark.parametrize(
    ("spare", "said"),
    [
        (60, "Qzwalk qzthrough. Qzbees qzat qzwork. {card}"),
        (25, "Qzwalk qzthrough. {card}"),
        (5, "Qzwalk qzthrough. Qzbees qzat qzwork."),
    ],
)
def test_a_films_description_gives_way_to_the_facts_of_its_card(spare, said):
    class TerseChannel(FilmChannel):
        spec = FilmChannel.spec

    card = ". ".join(words_of_film(FilmChannel.spec, STORY))
    most = limit(len(card) + spare, Unit.CHARACTERS)
    TerseChannel.spec = replace(FilmChannel.spec, parts=(*SPEC.parts, alt_part(most)))
    film = STORY.hero_video.model_copy(
        update={"description": "Qzwalk qzthrough. Qzbees qzat qzwork."}
    )
    story = STORY.model_copy(update={"hero_video": film})
    channel = TerseChannel()
    content = channel.adapt(story)
    assert content.media[0].alt == said.format(card=card)
    codes = {issue.code for issue in channel.validate(content, story)}
    assert not codes & {"too_long", "contradiction", "orphan_promise", "alt_too_long"}
