"""An alert says the facts before the words, and no words twice."""

from dataclasses import replace
from typing import override

import pytest

from omnicontent.channels.alerts import AlertChannel, alert_parts, shown
from omnicontent.channels.content import Content
from tests.channels.sound_channel import SPEC
from tests.channels_out.stories import own_words, story


class Alert(AlertChannel):
    spec = replace(SPEC, parts=alert_parts(title=shown(50), body=shown(160)))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return {**content.parts, "id": content.data["campaign"], **self.target(content)}


class SubtitledAlert(Alert):
    spec = replace(SPEC, parts=alert_parts(title=shown(50), subtitle=shown(50), body=shown(160)))


def parts_of(told, alert=Alert):
    return alert().adapt(told).parts


def test_facts_stand_before_the_words():
    assert parts_of(story())["body"].splitlines() == [
        "30% off · through December 14, 2026 · Code WINTER30",
        "Your garden does not sleep in winter. Neither do our prices.",
    ]


def test_a_subtitle_takes_the_first_fact_out_of_the_body():
    said = parts_of(story(), SubtitledAlert)
    assert said["subtitle"] == "30% off"
    assert said["body"].startswith("through December 14, 2026 · Code WINTER30")
    worded = parts_of(story(**own_words("sound", subtitle="Now")), SubtitledAlert)
    assert worded["body"].startswith("30% off")


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Winter", "Winter"),
        (
            "Everything that a garden could ever need is cheaper",
            "Your garden does not sleep in winter.",
        ),
    ],
)
def test_a_title_is_whole_and_not_said_again(headline, title):
    said = parts_of(story(headline=headline, summary=""))
    assert said["title"] == title
    assert title not in said["body"].splitlines()


def test_who_speaks_is_the_title_where_no_sentence_is_short_enough():
    words = "Everything that a garden could ever need is cheaper"
    said = parts_of(story(headline=words, key_message=words + " today."))
    assert said["title"] == "Greenhouse"
    assert words in said["body"]


def test_ids_are_not_read():
    told = story(id="WINTER30")
    content = Alert().adapt(told)
    seen = Alert().visible_text(content, Alert().render(content))
    assert "https://shop.example/winter" in seen
    assert seen.splitlines().count("WINTER30") == 0


def test_fields_are_left_out_where_there_is_nothing_to_say():
    bare = Alert().adapt(story(facts={}, hero_image=None))
    assert Alert().target(bare) == Alert().image(bare) == {}
    whole = Alert().adapt(story())
    assert Alert().target(whole) == {"url": whole.links[0]}
    assert Alert().image(whole) == {"image": whole.media[0].url}
