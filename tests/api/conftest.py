"""A publisher's view of the API."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from omnicontent.delivery.services import create_publisher

Get = Callable[..., HttpResponse]


@pytest.fixture
def get(db: None, client: Client) -> Get:
    """Ask the API with a token for every channel."""
    _, token = create_publisher(name="All channels")
    return asking(client, token)


@pytest.fixture
def get_sms(db: None, client: Client) -> Get:
    """Ask the API with a token for sms only."""
    _, token = create_publisher(name="Texts", channels=["sms"])
    return asking(client, token)


def asking(client: Client, token: str) -> Get:
    def get(path: str, query: dict[str, object] | None = None, **headers: str) -> HttpResponse:
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.get(
            f"/api/v1{path}", query, headers={"authorization": f"Bearer {token}"} | headers
        )

    return get
