"""Missing protections are said by ``manage.py check --deploy``."""

import pytest
from django.conf import settings
from PIL import features

from omnicontent.config.checks import check_mail, check_pillow, check_sandbox
from omnicontent.media.films import sandbox


def test_every_missing_protection_is_a_warning_with_a_hint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sandbox, "available", list)

    said = check_sandbox(None)

    assert [warning.msg for warning in said] == sandbox.gaps()
    assert any("bubblewrap" in warning.msg for warning in said)
    assert all(warning.hint for warning in said)


def test_what_pillow_was_built_without_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_pillow(None) == []
    monkeypatch.setattr(features, "check", lambda name: name != "raqm")
    (warning,) = check_pillow(None)
    assert "shaping" in warning.msg
    assert "make bootstrap" in warning.hint


def test_a_mail_server_that_can_never_be_spoken_to_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert check_mail(None) == []
    both = {"default": {"BACKEND": "", "OPTIONS": {"use_tls": True, "use_ssl": True}}}
    monkeypatch.setattr(settings, "MAILERS", both)
    monkeypatch.setattr(settings, "DEFAULT_FROM_EMAIL", "nobody")
    errors = check_mail(None)
    assert [error.msg for error in errors] == [
        "SMTP_TLS and SMTP_SSL are both set.",
        "MAIL_FROM is no mail address.",
    ]
    assert all(error.hint for error in errors)
