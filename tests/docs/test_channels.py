"""The matrix of channels is what the specs say."""

from pathlib import Path

from omnicontent.channels.registry import built_in_channels
from omnicontent.config.channel_matrix import channel_matrix

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "channels.md"
COMMAND = ".venv/bin/python manage.py channels --markdown > docs/reference/channels.md"


def test_the_matrix_is_what_the_specs_say():
    matrix = channel_matrix(channel.spec for channel in built_in_channels().values())
    assert PAGE.read_text() == matrix, f"the specs have changed: run {COMMAND}"
