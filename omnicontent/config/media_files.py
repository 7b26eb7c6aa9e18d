"""Master pictures and films, as the editor's screens show them.

Only where no web server or object storage stands in front. Documents have a view of Wagtail's,
which knows who may read them, and renditions have one of the releases'; both stay closed here.
WhiteNoise answers, as for static files: Django's own view knows no ranges, and without them no
browser jumps to a moment of a film.
"""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, re_path
from django.utils._os import safe_join
from django.views.decorators.http import require_safe
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import MissingFileError, StaticFile

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
    folder, _, name = path.partition("/")
    try:
        file = StaticFile(
            safe_join(Path(settings.MEDIA_ROOT) / folder, name), _headers(media_type)
        )
    except (MissingFileError, SuspiciousFileOperation) as error:
        raise Http404("No such file.") from error
    response: HttpResponseBase = WhiteNoiseMiddleware.serve(file, request)
    return response


def _headers(media_type: str) -> list[tuple[str, str]]:
    return [
        ("Content-Type", media_type),
        ("Accept-Ranges", "bytes"),
        ("Content-Security-Policy", "default-src 'none'; sandbox"),
        ("X-Content-Type-Options", "nosniff"),
    ]


def media_patterns() -> list[URLPattern]:
    """Return the address of the masters, none where they live on another host."""
    if not settings.MEDIA_URL.startswith("/"):
        return []
    prefix = settings.MEDIA_URL.lstrip("/")
    return [re_path(rf"^{prefix}(?P<path>(?:{OPEN_FOLDERS})/.+)$", master_file)]
