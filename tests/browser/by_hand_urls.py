"""The service's addresses and a page that holds the actions, as that of a variant does."""

from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from wagtail.admin.auth import require_admin_access

from omnicontent.channels.content import Content
from omnicontent.channels.registry import all_channels
from omnicontent.config import urls
from omnicontent.releases.models import Variant
from omnicontent.stories.models import CampaignPage

PAGE = Template(
    '{% extends "wagtailadmin/generic/base.html" %}{% block main_content %}'
    '<div class="w-mt-8">{% include "previews/by_hand/actions.html" %}</div>{% endblock %}'
)


@require_admin_access
def show_variant(request: HttpRequest, page_id: int, variant_id: int) -> HttpResponse:
    variant = Variant.objects.select_related("release").get(pk=variant_id)
    context = {
        "page": CampaignPage.objects.get(pk=page_id),
        "variant": variant,
        "content": Content.model_validate(variant.content),
        "channel": all_channels()[variant.channel],
        "page_title": "Variant",
        "header_title": "Variant",
        "breadcrumbs_items": [{"url": "", "label": "Variant"}],
    }
    return HttpResponse(PAGE.render(RequestContext(request, context)))


urlpatterns = [
    path("admin/variant/<int:page_id>/<int:variant_id>/", show_variant),
    *urls.urlpatterns,
]
