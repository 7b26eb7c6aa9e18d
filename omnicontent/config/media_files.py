"""Master pictures and films, as the editor's screens show them.

Only where no web server or object storage stands in front. Documents have a view of Wagtail's,
which knows who may read them, and renditions have one of the releases'; both stay closed here.
"""

import mimetypes

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, re_path
from django.views.decorators.http import require_safe
from django.views.static import serve

OPEN_FOLDERS = r"images|media|media_thumbnails"
"""Where Wagtail and wagtailmedia put pictures' copies and films."""


@require_safe
def master_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a picture or a film out of an open folder.

    :raises Http404: no such file, or another kind of file.
    """
    media_type = mimetypes.guess_type(path)[0] or ""
    if not media_type.startswith(("image/", "video/", "audio/")):
        raise Http404("Not a picture or a film.")
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def media_patterns() -> list[URLPattern]:
    """Return the address of the masters, none where they live on another host."""
    if not settings.MEDIA_URL.startswith("/"):
        return []
    prefix = settings.MEDIA_URL.lstrip("/")
    return [re_path(rf"^{prefix}(?P<path>(?:{OPEN_FOLDERS})/.+)$", master_file)]
