"""Configuration that would leak a token is told."""

from omnicontent.delivery.checks import check_tokens_travel_encrypted


def test_plain_http_is_told_with_a_hint(settings):
    settings.WAGTAILADMIN_BASE_URL = "http://news.example.com"
    (warning,) = check_tokens_travel_encrypted(None)
    assert "http://news.example.com" in warning.msg
    assert "https://" in warning.hint


def test_https_is_fine(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://news.example.com"
    assert check_tokens_travel_encrypted(None) == []
