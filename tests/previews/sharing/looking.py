"""Links and what a guest sees through them."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from omnicontent.previews.sharing.models import ShareLink
from omnicontent.previews.sharing.services import make_link
from omnicontent.previews.sharing.tokens import address_of, token_of
from omnicontent.releases.models import Release, Variant
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen

PASSWORD = "cherry-stones"


def share(page: CampaignPage, user: User, release: int | None = None, **fields: Any) -> ShareLink:
    """Make a link to a release by its number, or to the whole campaign."""
    found = release and Release.objects.get(campaign=page.translation_key, number=release)
    said = {"days": 7, "password": ""} | fields
    return make_link(page=page, release=found or None, user=user, **said)


def addresses(link: ShareLink, variant: Variant) -> list[str]:
    """Return every address below a link."""
    place = [token_of(link), variant.pk]
    return [address_of(link), reverse("share_variant", args=place), mock_of(link, variant)]


def mock_of(link: ShareLink, variant: Variant) -> str:
    return reverse("share_mock", args=[token_of(link), variant.pk])


def look(client: Client, address: str, **wishes: str) -> Seen:
    response = client.get(address, wishes)
    assert response.status_code == 200, response.content.decode()
    return Seen(response.content.decode())
