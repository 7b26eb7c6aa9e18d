"""The page that teaches adding a channel is true: its module keeps the contract."""

import re
from pathlib import Path
from types import ModuleType

from omnicontent.channels.channel import Channel
from omnicontent.channels.testing import check_channel

PAGE = Path(__file__).parents[2] / "docs" / "adding-a-channel.md"


def _channel_on_the_page() -> Channel:
    code = re.search(r"```python\n(\"\"\"Bulletin.*?)```", PAGE.read_text(), re.DOTALL)
    assert code, "the page no longer holds the module"
    module = ModuleType("bulletin")
    exec(code[1], module.__dict__)
    channel = module.channel
    assert isinstance(channel, Channel)
    return channel


def test_the_module_on_the_page_keeps_the_contract() -> None:
    check_channel(_channel_on_the_page())
