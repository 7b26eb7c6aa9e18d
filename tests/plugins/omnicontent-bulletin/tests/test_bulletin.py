"""The channel keeps the contract, and its preview shows what is delivered."""

from omnicontent.channels.registry import get_channel
from omnicontent.channels.testing import check_channel
from omnicontent.previews.drawing import draw_preview


def test_it_keeps_the_contract() -> None:
    check_channel(get_channel("bulletin"), preview=draw_preview)
