"""Handles and DIDs of the AT Protocol, by the protocol's own lists."""

from pathlib import Path

import pytest

from omnicontent.text.atproto import is_did, is_handle

LISTS = Path(__file__).parents[3] / "shared" / "vectors" / "bluesky" / "interop-syntax"
CHECKS = {"handle": is_handle, "did": is_did}


@pytest.mark.parametrize("kind", CHECKS)
@pytest.mark.parametrize("verdict", ["valid", "invalid"])
def test_names_are_judged_as_the_protocol_does(kind, verdict):
    path = LISTS / f"{kind}_syntax_{verdict}.txt"
    if not path.exists():
        pytest.skip(f"no {path.name} beside the repository")
    lines = path.read_text().splitlines()
    names = [line for line in lines if line.strip() and not line.startswith("#")]
    assert len(names) > 10
    judge = CHECKS[kind]
    assert [name for name in names if judge(name) is not (verdict == "valid")] == []
