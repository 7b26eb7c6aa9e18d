from collections.abc import Iterator

import pytest
from pytest_django import Settings

from omnicontent.channels.registry import registered
from tests.releases.channels import NoticeChannel


@pytest.fixture(autouse=True)
def _no_pause_between_attempts(settings: Settings) -> None:
    settings.WORK_RETRY_SECONDS = 0


@pytest.fixture
def notice(settings: Settings) -> Iterator[str]:
    """Slug of a plain channel, which is also the public page's."""
    settings.CAMPAIGN_PAGE_CHANNEL = "notice"
    with registered(NoticeChannel()):
        yield "notice"
