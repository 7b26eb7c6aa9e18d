"""What stands in a link's address: its id, signed."""

import uuid

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from omnicontent.previews.errors import UnknownLinkError
from omnicontent.previews.sharing.models import ShareLink

SALT = "omnicontent.previews.share"


def token_of(link: ShareLink) -> str:
    """Return what opens the link: ``ID:SIGNATURE``."""
    return Signer(salt=SALT).sign(link.pk.hex)


def link_id_of(token: str) -> uuid.UUID:
    """Return the id of the link that the token opens.

    :raises UnknownLinkError: the service never signed this.
    """
    try:
        return uuid.UUID(hex=Signer(salt=SALT).unsign(token))
    except (BadSignature, ValueError) as error:
        raise UnknownLinkError("This token was not signed by this service.") from error


def address_of(link: ShareLink) -> str:
    """Return the link's path on this site."""
    return reverse("share_wall", args=[token_of(link)])
