"""A server's own limits, and the defaults where it says nothing."""

import json

import pytest

from omnicontent.channels.errors import PlatformFileError
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


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ({"error": "nope"}, "configuration: Field required"),
        ({}, "configuration: Field required"),
        ({"configuration": None}, "configuration: "),
        ({"configuration": {"statuses": {"max_characters": 0}}}, "max_characters: "),
        ({"configuration": {"statuses": {"max_characters": "many"}}}, "max_characters: "),
        ({"configuration": {"media_attachments": []}}, "configuration.media_attachments: "),
    ],
)
def test_another_answer_is_named_with_its_file(says, answer, fault):
    says(**answer)
    with pytest.raises(PlatformFileError, match=r"elsewhere\.json .*Fetch it .* again") as caught:
        read_server("elsewhere")
    assert fault in str(caught.value)
