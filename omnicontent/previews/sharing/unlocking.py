"""Who typed a link's password need not type it again: a signed cookie, for that link alone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from omnicontent.previews.sharing.models import ShareLink
from omnicontent.previews.sharing.tokens import address_of

COOKIE = "share"


def is_unlocked(request: HttpRequest, link: ShareLink) -> bool:
    """Tell whether the guest may look: no password is asked for, or theirs was right."""
    if not link.password:
        return True
    return request.get_signed_cookie(COOKIE, default=None, salt=_salt(link)) == link.pk.hex


def unlock(response: HttpResponse, link: ShareLink) -> HttpResponse:
    """Let the guest's browser in until the link is over."""
    response.set_signed_cookie(
        COOKIE,
        link.pk.hex,
        salt=_salt(link),
        expires=link.expires_at,
        path=address_of(link),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _salt(link: ShareLink) -> str:
    """Return a salt that no other link has, nor this one with another password."""
    return f"omnicontent.previews.share.{link.pk.hex}.{link.password}"
