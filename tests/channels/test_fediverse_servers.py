"""A server's own limits, and the defaults where it says nothing."""

import json

import pytest
from pydantic import ValidationError

from omnicontent.channels.fediverse_servers import read_server


@pytest.fixture
def says(tmp_path, monkeypatch):
    """Return a function that writes down what a server answers."""
    monkeypatch.setenv("OMNICONTENT_PLATFORMS", str(tmp_path))
    return lambda **answer: (tmp_path / "elsewhere.json").write_text(json.dumps(answer))


def test_without_a_file_the_defaults_hold(says):
    server = read_server("elsewhere")
    assert server.domain == ""
    assert server.configuration.statuses.max_characters == 500
    assert server.configuration.media_attachments.description_limit == 10_000


def test_a_server_sets_its_own(says):
    says(
        domain="social.example",
        title="A place",
        configuration={
            "statuses": {"max_characters": 5000},
            "media_attachments": {"image_size_limit": 1000},
        },
    )
    server = read_server("elsewhere")
    assert server.domain == "social.example"
    assert server.configuration.statuses.max_characters == 5000
    assert server.configuration.statuses.max_media_attachments == 4
    # A server that says much about files but no such limit is older than 4.6.
    assert server.configuration.media_attachments.description_limit == 1500


def test_no_limit_is_zero(says):
    says(configuration={"statuses": {"max_characters": 0}})
    with pytest.raises(ValidationError):
        read_server("elsewhere")
