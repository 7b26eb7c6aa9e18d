"""Discord: Markdown that shows what is written, limits of the embed, nobody pinged by chance."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.counting import count_parts
from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import full_story
from tests.channels_out.stories import own_words, story

DISCORD = get_channel("discord")
FACTS = "-30% until Dec 14, 2026 WINTER30 https://shop.example/winter"
NOBODY = {"parse": [], "users": [], "roles": []}


def message(told):
    return json.loads(DISCORD.render(DISCORD.adapt(told)).body)


def codes(told):
    return [issue.code for issue in DISCORD.validate(DISCORD.adapt(told), told)]


def test_the_message_says_the_facts_and_the_embed_the_story():
    payload = message(full_story())
    (embed,) = payload["embeds"]
    for fact in ("30% off", "December 14, 2026", "WINTER30", "utm_source=discord"):
        assert fact in payload["content"]
    assert embed["title"] == "30% off everything for the winter garden"
    assert embed["author"] == {"name": "Greenhouse"}
    assert embed["footer"] == {"text": "While stocks last."}
    assert embed["color"] == 0x2F6B3C
    assert "Eleven seeds" in embed["description"]
    assert codes(full_story()) == []


def test_the_picture_is_an_attachment_with_its_description():
    payload = message(story())
    (attachment,) = payload["attachments"]
    assert attachment["description"] == "A robin on a spade"
    assert payload["embeds"][0]["image"]["url"] == f"attachment://{attachment['filename']}"
    assert "attachments" not in message(story(hero_image=None))


def test_the_button_opens_the_link_unless_its_address_is_too_long():
    ((button,),) = [row["components"] for row in message(story())["components"]]
    assert (button["style"], button["label"]) == (5, "Shop now")
    assert button["url"].startswith("https://shop.example/winter?utm_source=discord")
    long = {"verb": "Go", "url": f"https://shop.example/?a={'9' * 500}"}
    told = story(facts=story().facts.model_dump() | {"call_to_action": long})
    assert "components" not in message(told)
    assert codes(told) == ["no_button"]


def test_signs_of_the_story_are_no_markdown_and_own_words_may_be():
    payload = message(story(headline="**Not bold** _at_ all", key_message="A [b](c) `d`."))
    assert payload["embeds"][0]["title"] == r"\*\*Not bold\*\* \_at\_ all"
    assert payload["content"].startswith(r"A \[b](c) \`d\`.")
    own = message(story(**own_words("discord", title="**Bold**", content=f"_{FACTS}_")))
    assert own["embeds"][0]["title"] == "**Bold**"
    assert own["content"] == f"_{FACTS}_"


@given(st.text(alphabet=st.sampled_from("*_~|`[]<>#\\ ab"), min_size=1, max_size=60))
def test_a_reader_sees_the_key_message_as_it_is_written(words):
    told = story(key_message=f"Say {words} now.")
    content = DISCORD.adapt(told)
    seen = DISCORD.visible_text(content, DISCORD.render(content))
    assert " ".join(f"Say {words} now.".split()) in " ".join(seen.split())


@pytest.mark.parametrize(
    ("part", "length"),
    [
        ("content", 2000),
        ("author", 256),
        ("title", 256),
        ("footer", 2048),
        ("button", 80),
        ("alt", 1024),
    ],
)
def test_each_part_has_its_limit_and_spaces_at_its_ends_are_free(part, length):
    words = f"{FACTS} While stocks last. " if part == "content" else "While stocks last. "
    full = words + "a" * (length - len(words))
    assert codes(story(**own_words("discord", **{part: f" {full} \n"}))) == []
    assert codes(story(**own_words("discord", **{part: full + "a"}))) == ["too_long"]


def test_the_texts_of_an_embed_have_6000_characters_together():
    body = [{"type": "paragraph", "html": f"<p>{'Much to say here. ' * 400}</p>"}]
    footer = own_words("discord", footer="While stocks last. " + "f" * 2000)
    content = DISCORD.adapt(story(body=body, **footer))
    together = [count for count in count_parts(DISCORD, content) if count.limit.together]
    assert [count.fits for count in together] == [True]
    assert together[0].length.count > 5900
    over = footer["overrides"]["discord"] | {"description": "d" * 4000}
    assert codes(story(overrides={"discord": over})) == ["too_long"]


@pytest.mark.parametrize(
    ("mentions", "allowed"),
    [
        ("", NOBODY),
        ("<@12> <@&34>", NOBODY | {"users": ["12"], "roles": ["34"]}),
        ("<@12> <@!12> <@&34> <@&34>", NOBODY | {"users": ["12"], "roles": ["34"]}),
        ("<@!12>", NOBODY | {"users": ["12"]}),
        ("@everyone", NOBODY | {"parse": ["everyone"]}),
    ],
)
def test_only_whom_the_editor_names_is_pinged(mentions, allowed):
    told = story(key_message="Hi @everyone and <@99>!", **own_words("discord", mentions=mentions))
    payload = message(told)
    assert payload["allowed_mentions"] == allowed
    assert set(mentions.split()) <= set(payload["content"].split())
    assert codes(told) == []
