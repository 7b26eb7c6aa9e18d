"""Accounts that a deployment mentions: checked when their file is read."""

import json

import pytest

from omnicontent.channels.atproto_accounts import read_handles
from omnicontent.channels.errors import PlatformFileError
from omnicontent.channels.settings import FOLDER_VARIABLE


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Return a function that writes what the file says."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    return lambda answer: (tmp_path / "sky.json").write_text(json.dumps(answer))


def test_handles_are_known_in_any_case(told):
    told({"handles": {"Alice.Example.COM": "did:plc:7iza6de2dwap2sbkpav7c6c6"}})
    assert read_handles("sky") == {"alice.example.com": "did:plc:7iza6de2dwap2sbkpav7c6c6"}


def test_without_a_file_no_handle_is_known(told):
    assert read_handles("sky") == {}


@pytest.mark.parametrize(
    ("handles", "message"),
    [
        ({"@alice.example.com": "did:plc:a"}, r'"@alice\.example\.com" in sky\.json is no handle'),
        ({"alice": "did:plc:a"}, r'"alice" in sky\.json is no handle'),
        ({"b.example": "plc:a"}, r'"b\.example" in sky\.json has \'plc:a\', which is no DID'),
        ({"b.example": 7}, r'"b\.example" in sky\.json has 7, which is no DID'),
        (["b.example"], r'"handles" in sky\.json is no object'),
    ],
)
def test_an_entry_that_is_none_is_named(told, handles, message):
    told({"handles": handles})
    with pytest.raises(PlatformFileError, match=message):
        read_handles("sky")
