"""An article holds the whole story, and says where it leads nowhere."""

import json

from tests.channels.article_channel import SoundArticleChannel
from tests.channels_out.full_stories import full_story
from tests.channels_out.stories import story

CHANNEL = SoundArticleChannel()


def test_the_payload_holds_the_whole_story():
    html = json.loads(CHANNEL.render(CHANNEL.adapt(full_story())).body)["html"]
    for words in ("Your garden does not sleep", "What is in the box", "Four pots", "Market hall"):
        assert words in html


def test_each_picture_comes_in_one_size_with_the_film():
    slots = [use.slot for use in CHANNEL.adapt(full_story()).media]
    assert sorted(slots) == ["body-1200-jpeg", "film", "hero-1280-jpeg"]


def test_the_article_is_the_story_s_and_its_links_the_channel_s():
    article = CHANNEL.article(CHANNEL.adapt(full_story()))
    assert article.sheet.url == "https://shop.example/en/winter/"
    assert "utm_source=sound" in article.link


def test_an_article_that_leads_nowhere_is_named():
    told = story(facts={})
    codes = [issue.code for issue in CHANNEL.validate(CHANNEL.adapt(told), told)]
    assert codes == ["missing_address"]
