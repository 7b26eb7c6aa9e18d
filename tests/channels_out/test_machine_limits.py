"""Limits against what the platforms' own machine-readable descriptions say.

Each is read from ``shared/vectors/machine-limits``; Pinterest's, WhatsApp's, X's and YouTube's are
compared beside their channels.
"""

import json
import re
from pathlib import Path

import pytest

from omnicontent.channels.fediverse_servers import Configuration
from omnicontent.channels.registry import get_channel
from omnicontent.channels.spec import Limit
from omnicontent.text.units import Unit
from tests.channels_out.full_stories import full_story

FOLDER = Path(__file__).parents[3] / "shared" / "vectors" / "machine-limits"


def described(name: str):
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"no machine-limits/{name} beside the repository")
    return json.loads(path.read_text(encoding="utf-8"))


def limits(slug: str, part: str, **options) -> list[float]:
    return [
        limit.maximum
        for limit in get_channel(slug).spec.part(part).limits
        if all(getattr(limit, name) == value for name, value in options.items())
    ]


def highest(limits: tuple[Limit, ...], unit: Unit) -> float:
    return min(limit.maximum for limit in limits if limit.unit is unit)


@pytest.fixture
def telegram():
    return described("telegram-bot-api.json")["methods"]


def characters(sentence: str) -> tuple[int, int]:
    low, high = re.search(r"(\d+)-(\d+) characters", sentence).groups()
    return int(low), int(high)


def test_a_telegram_message_is_as_long_as_the_bot_api_says(telegram):
    text = telegram["sendMessage"]["text"]
    assert (1, *limits("telegram", "text", beside_media=False)) == characters(text)
    for method in ("sendPhoto", "sendVideo"):
        caption = telegram[method]["caption"]
        assert (0, *limits("telegram", "text", beside_media=True)) == characters(caption)
    assert get_channel("telegram").spec.part("text").required  # one character at least


def test_a_telegram_photo_has_the_size_the_bot_api_takes(telegram):
    rule = telegram["sendPhoto"]["photo"]
    megabytes = int(re.search(r"at most (\d+) MB", rule)[1])
    both_sides = int(re.search(r"not exceed (\d+) in total", rule)[1])
    ratio = int(re.search(r"ratio must be at most (\d+)", rule)[1])
    for slot in get_channel("telegram").spec.images:
        sides = (slot.width_px, slot.height_px)
        assert sum(sides) <= both_sides
        assert max(sides) <= ratio * min(sides)
        assert highest(slot.limits, Unit.BYTES) <= megabytes * 1_000_000


def test_discords_limits_are_its_own():
    told = described("discord-limits.json")
    alone = {"together": ()}
    assert limits("discord", "content", **alone) == [told["content"]]
    assert limits("discord", "title", **alone) == [told["embed"]["title"]]
    assert limits("discord", "description", **alone) == [told["embed"]["description"]]
    assert limits("discord", "footer", **alone) == [told["embed"]["footer.text"]]
    assert limits("discord", "author", **alone) == [told["embed"]["author.name"]]
    assert limits("discord", "alt", **alone) == [told["attachment_description"]]
    together = [limit for limit in get_channel("discord").spec.limits() if limit.together]
    assert [limit.maximum for limit in together] == [told["embeds_total_characters"]]


def test_a_discord_message_has_no_more_embeds_and_no_fields():
    told = described("discord-limits.json")
    channel = get_channel("discord")
    embeds = json.loads(channel.render(channel.adapt(full_story())).body)["embeds"]
    assert 0 < len(embeds) <= told["embeds"]
    assert not any("fields" in embed for embed in embeds)  # so their limits are nobody's


def test_what_mastodon_takes_unless_a_server_says_otherwise_is_in_its_code():
    told = described("mastodon-constants.json")
    posts, files = Configuration().statuses, Configuration().media_attachments
    assert posts.max_characters == told["MAX_CHARS"]
    assert posts.characters_reserved_per_url == told["URL_PLACEHOLDER_CHARS"]
    assert posts.max_media_attachments == told["MAX_MEDIA_ATTACHMENTS"]
    assert files.image_size_limit == told["IMAGE_LIMIT_BYTES"]
    assert files.video_size_limit == told["VIDEO_LIMIT_BYTES"]
    assert files.video_matrix_limit == told["MAX_VIDEO_MATRIX_LIMIT"]
    assert files.video_frame_rate_limit == told["MAX_VIDEO_FRAME_RATE"]
    assert files.description_limit == told["MEDIA_DESCRIPTION_LIMIT"]


def test_mastodons_limits_are_those_of_its_code():
    told = described("mastodon-constants.json")
    spec = get_channel("mastodon").spec
    assert limits("mastodon", "text") == [told["MAX_CHARS"]]
    assert limits("mastodon", "alt") == [told["MEDIA_DESCRIPTION_LIMIT"]]
    for slot in spec.images:
        assert highest(slot.limits, Unit.BYTES) < told["IMAGE_LIMIT_BYTES"]
        assert highest(slot.limits, Unit.ITEMS) == told["MAX_MEDIA_ATTACHMENTS"]
    (film,) = spec.videos
    assert highest(film.limits, Unit.BYTES) < told["VIDEO_LIMIT_BYTES"]
    assert highest(film.limits, Unit.PIXELS) == told["MAX_VIDEO_MATRIX_LIMIT"]
    assert highest(film.limits, Unit.SECONDS) * film.fps == told["MAX_VIDEO_FRAMES"]


def test_a_server_older_than_the_newest_mastodon_takes_shorter_descriptions():
    told = described("mastodon-constants.json")
    older = Configuration.model_validate({"media_attachments": {"image_size_limit": 1}})
    assert (
        older.media_attachments.description_limit == (told["MEDIA_DESCRIPTION_LIMIT_before_4_6"])
    )


def test_the_longest_host_of_a_mention_is_mastodons():
    from omnicontent.text.fediverse import find_mentions

    longest = "b" * described("mastodon-constants.json")["MAX_DOMAIN_LENGTH"]
    assert list(find_mentions(f"@robin@{longest}"))
    assert not list(find_mentions(f"@robin@{longest}b"))
