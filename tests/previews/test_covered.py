"""The switch over a film shows exactly what the spec says is covered."""

import re

import pytest

from omnicontent.channels.registry import all_channels
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.media.geometry import Box
from omnicontent.previews.drawing import draw_preview
from tests.previews.making import Seen

STORY = sample_stories()["full"]
PATH = re.compile(r"M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H")
FULL_SCREEN = (
    "facebook-reel",
    "facebook-story",
    "instagram-reel",
    "instagram-story",
    "tiktok",
    "youtube-short",
)


def zones_of(slug: str) -> set[tuple[Box, ...]]:
    spec = all_channels()[slug].spec
    return {slot.safe_zone.covered for slot in (*spec.images, *spec.videos) if slot.safe_zone}


@pytest.mark.parametrize("slug", FULL_SCREEN)
def test_shows_the_zones_of_the_spec(slug: str) -> None:
    channel = all_channels()[slug]
    content = channel.adapt(STORY)
    seen = Seen(draw_preview(channel, STORY, content, channel.render(content)))
    shown = [tuple(map(float, PATH.match(path).groups())) for path in seen.values("path", "d")]
    (covered,) = zones_of(slug)
    assert shown == [(box.left, box.top, box.right, box.bottom) for box in covered]
