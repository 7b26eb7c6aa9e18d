from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone, translation

from omnicontent.stories.models import CampaignPage
from tests.releases.approving import make_user
from tests.releases.campaigns import make_campaign, publish, run_all_waiting

CHANNELS = ["sms", "x", "web"]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A French guest must not leave French behind for the next test."""
    with translation.override("en"):
        yield


@pytest.fixture
def page(db: None) -> CampaignPage:
    """A campaign that is live on three channels."""
    page = make_campaign(CHANNELS)
    publish(page)
    run_all_waiting()
    return page


@pytest.fixture
def user(db: None) -> User:
    return make_user("mara")


@pytest.fixture
def editor(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def guest() -> Client:
    """Somebody without an account."""
    return Client()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., datetime]:
    """Stop the clock some time from now."""

    def stop(**time: float) -> datetime:
        moment = timezone.now() + timedelta(**time)
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return stop
