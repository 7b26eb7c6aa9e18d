"""Missing protections are said by ``manage.py check --deploy``."""

import pytest

from omnicontent.config.checks import check_sandbox
from omnicontent.media.films import sandbox


def test_every_missing_protection_is_a_warning_with_a_hint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sandbox, "available", list)

    said = check_sandbox(None)

    assert [warning.msg for warning in said] == sandbox.gaps()
    assert any("bubblewrap" in warning.msg for warning in said)
    assert all(warning.hint for warning in said)
