"""What is pasted by hand is what readers get, on every channel."""

import pytest

from omnicontent.channels.channel import Channel
from omnicontent.channels.registry import all_channels
from omnicontent.channels.sample_stories import sample_stories

STORIES = sample_stories()
MACHINE_READ = {"tags", "subjects", "topic_tag", "revocation"}
"""Parts that stand in payloads in another form, or only when something is withdrawn."""


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("slug", sorted(all_channels()))
@pytest.mark.parametrize("name", ["ordinary", "full", "emoji"])
def test_readers_see_what_is_pasted(slug: str, name: str) -> None:
    channel, story = all_channels()[slug], STORIES[name]
    content = channel.adapt(story)
    seen = squeezed(channel.visible_text(content, channel.render(content)))
    for part, texts in channel.pasted(content).items():
        for text in texts:
            assert text.strip()
            if part not in MACHINE_READ and slug not in ("activitypub", "x", "threads"):
                assert squeezed(text) in seen or text in content.links, part


@pytest.mark.parametrize("slug", ["x", "threads"])
def test_a_thread_is_pasted_post_by_post(slug: str) -> None:
    channel = all_channels()[slug]
    content = channel.adapt(STORIES["full"].model_copy(update={"forms": {slug: "thread"}}))
    pasted = channel.pasted(content)
    if "thread" in content.parts:
        assert len(pasted["thread"]) > 1
        assert "---" not in "".join(pasted["thread"])
    assert pasted["text"] == (content.parts["text"],)


def test_what_is_drawn_is_not_pasted_but_a_stickers_address_is() -> None:
    stories = {slug: all_channels()[slug] for slug in ("print-poster", "instagram-story")}
    poster, story = (pasted(channel) for channel in stories.values())
    assert poster == {}
    assert [*story] == ["link"]


def test_words_inside_another_text_and_alternative_texts_are_not_apart() -> None:
    assert not {"hashtags", "mentions", "alt"} & pasted(all_channels()["mastodon"]).keys()


def test_a_link_that_the_text_says_is_not_apart() -> None:
    assert "link" not in pasted(all_channels()["mastodon"])
    assert "link" in pasted(all_channels()["google-business"])


def test_a_mail_can_be_sent_and_nothing_else_can() -> None:
    mails = {}
    for slug, channel in all_channels().items():
        rendered = channel.render(channel.adapt(STORIES["ordinary"]))
        if mail := channel.mail(rendered):
            mails[slug] = mail
    assert [*mails] == ["email"]
    assert mails["email"].subject == STORIES["ordinary"].headline
    assert mails["email"].html.startswith("<!DOCTYPE html>")


def pasted(channel: Channel) -> dict[str, tuple[str, ...]]:
    return dict(channel.pasted(channel.adapt(STORIES["full"])))
