"""Every address of the service."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.cache import never_cache
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from omnicontent.config.media_files import media_patterns
from omnicontent.previews.reviewing import ReviewablePreview
from omnicontent.releases.embedding import oembed

urlpatterns: list[URLPattern | URLResolver] = [
    # Before Wagtail's own view of this address.
    path(
        "admin/pages/<int:page_id>/edit/preview/",
        never_cache(require_admin_access(ReviewablePreview.as_view())),
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("omnicontent.api.urls")),
    path(settings.RENDITIONS_URL.lstrip("/"), include("omnicontent.releases.urls")),
    path("share/", include("omnicontent.previews.sharing.urls")),
    path(settings.OEMBED_URL.lstrip("/"), oembed),
    path("documents/", include(wagtaildocs_urls)),
    *media_patterns(),
]
urlpatterns += i18n_patterns(path("", include(wagtail_urls)))
