"""What a story says runs as its own script does, whatever the reader's language is."""

import pytest
from django.utils import translation

from omnicontent.channels.registry import all_channels
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.previews.drawing import draw_preview
from tests.previews.making import Marked

ARABIC = sample_stories()["right to left"]


@pytest.mark.parametrize("slug", sorted(all_channels()))
def test_every_word_of_a_story_says_its_language_and_direction(slug: str) -> None:
    channel = all_channels()[slug]
    content = channel.adapt(ARABIC)
    with translation.override("fr"):
        marked = Marked(draw_preview(channel, ARABIC, content, channel.render(content)))
    told = {words for text in content.parts.values() for words in text.split("\n") if words}
    stray = {words.strip() for words in marked.unmarked} & told
    stray -= {ARABIC.brand.name, *content.links}
    assert not stray
    spoken = {value for _, name, value in marked.attributes if name == "lang"}
    assert "ar" in spoken
