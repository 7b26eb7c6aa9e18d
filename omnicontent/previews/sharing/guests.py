"""What holds for every address below a link: who gets in, and what an answer carries.

The link is looked up at every request, so a dead one is dead at once, frames of mocks included.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from omnicontent.previews.errors import EndedLinkError, TooManyError, UnknownLinkError
from omnicontent.previews.sharing.forms import PasswordForm
from omnicontent.previews.sharing.selectors import Shared, open_link
from omnicontent.previews.sharing.services import TRIES_WINDOW, try_password
from omnicontent.previews.sharing.unlocking import is_unlocked, unlock

OWN_URLS = "omnicontent.previews.sharing.urls"

View = Callable[..., HttpResponse]


def for_guests(view: View) -> View:
    """Wrap ``view(request, shared, ...)``: it is called for links that work, once unlocked."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str, **arguments: Any) -> HttpResponse:
        # Else the locale middleware would send a 404 on to /en/share/..., where nothing is.
        request.urlconf = OWN_URLS
        request.user = AnonymousUser()  # an editor sees here what guests see
        return _sealed_off(_answer(view, request, token, arguments))

    return guarded


def _answer(
    view: View, request: HttpRequest, token: str, arguments: dict[str, Any]
) -> HttpResponse:
    try:
        shared = open_link(token)
        if not is_unlocked(request, shared.link):
            return _ask_password(request, shared)
        return view(request, shared, **arguments)
    except (UnknownLinkError, Http404):
        return _refuse(request, HTTPStatus.NOT_FOUND)
    except EndedLinkError:
        return _refuse(request, HTTPStatus.GONE)


def _refuse(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    context = {"ended": status == HTTPStatus.GONE}
    return render(request, "previews/sharing/refused.html", context, status=status)


def _ask_password(request: HttpRequest, shared: Shared) -> HttpResponse:
    form = PasswordForm(request.POST if "password" in request.POST else None)
    status = HTTPStatus.FORBIDDEN
    if form.is_valid():
        try:
            if try_password(link=shared.link, password=form.cleaned_data["password"]):
                return unlock(redirect(request.path), shared.link)
            form.add_error("password", _("This is not the password."))
        except TooManyError as error:
            form.add_error("password", str(error))
            status = HTTPStatus.TOO_MANY_REQUESTS
    response = render(request, "previews/sharing/password.html", {"form": form}, status=status)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        response["Retry-After"] = str(round(TRIES_WINDOW.total_seconds()))
    return response


def _sealed_off(response: HttpResponse) -> HttpResponse:
    """Keep an answer out of caches and search engines, and its address from other sites."""
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex, nofollow"
    # Not "no-referrer": browsers would then hide the origin of forms, which Django asks for.
    response["Referrer-Policy"] = "same-origin"
    response["Content-Security-Policy"] = _content_security_policy()
    return response


def _content_security_policy() -> str:
    """Allow the service's own styles, frames and forms, and its files; no script at all."""
    files = f"'self' {' '.join(sorted(_file_hosts()))} data:"
    return (
        f"default-src 'none'; img-src {files}; media-src {files}; "
        f"style-src 'self' 'unsafe-inline' {' '.join(sorted(_hosts(settings.STATIC_URL)))}; "
        "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    )


def _file_hosts() -> set[str]:
    addresses = (
        settings.WAGTAILADMIN_BASE_URL,
        settings.STATIC_URL,
        default_storage.url("picture"),
    )
    return set().union(*map(_hosts, addresses))


def _hosts(address: str) -> set[str]:
    """Return the origin of an address; none for a path, which is on this very site."""
    parts = urlsplit(address)
    return {f"{parts.scheme or 'https'}://{parts.netloc}"} if parts.netloc else set()
