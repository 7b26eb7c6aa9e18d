"""Bearer tokens (RFC 6750), looked at before anything else of the request.

A wrong token and no token answer alike, on every route, with and without conditional headers.
"""

from typing import override

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from omnicontent.delivery.models import Publisher
from omnicontent.delivery.selectors import publisher_with_token
from omnicontent.delivery.services import note_use


class PublisherToken(HttpBearer):
    """A token that an administrator made in the admin, under Settings, Publishers."""

    openapi_description = "A publisher's token, made in the admin under Settings, Publishers."

    @override
    def authenticate(self, request: HttpRequest, token: str) -> Publisher | None:
        now = timezone.now()
        publisher = publisher_with_token(token, at=now)
        if publisher:
            note_use(publisher=publisher, at=now)
        return publisher


def publisher_of(request: HttpRequest) -> Publisher:
    """Return who asks; only behind :class:`PublisherToken`."""
    publisher = request.auth  # type: ignore[attr-defined]  # django-ninja sets it
    if not isinstance(publisher, Publisher):
        raise TypeError("a route of the API must be behind PublisherToken")
    return publisher
