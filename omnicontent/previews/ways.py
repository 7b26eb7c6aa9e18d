"""Where somebody is sent after pressing a button."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Return the page that the button stands on, as posted; ``otherwise`` if it is not ours."""
    url = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        url, {request.get_host()}, require_https=request.is_secure()
    )
    return url if ours else otherwise
