"""Channels in the admin, for administrators: what is wrong with them, and which are installed."""

from collections.abc import Mapping, Sequence
from typing import Any, override

from django.core.checks import ERROR, CheckMessage, run_checks
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.auth import permission_denied
from wagtail.admin.ui.components import Component

from omnicontent.channels.registry import all_channels
from omnicontent.config.channel_checks import CHANNELS_TAG
from omnicontent.stories.wording import channel_label


class BrokenChannelsPanel(Component):
    """Names on the dashboard what keeps channels from working; stays away where nothing does."""

    name = "broken_channels"
    template_name = "config/admin/broken_channels_panel.html"
    order = 50

    @override
    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        if not parent_context["request"].user.is_superuser:
            return {"faults": ()}
        return {"faults": [fault for fault in channel_faults() if fault.level >= ERROR]}


def channel_faults() -> list[CheckMessage]:
    """Return what ``manage.py check --tag channels`` says, the gravest first."""
    faults = [fault for fault in run_checks(tags=[CHANNELS_TAG]) if not fault.is_silenced()]
    return sorted(faults, key=lambda fault: -fault.level)


def show_channels(request: HttpRequest) -> HttpResponse:
    """Show administrators the faults of channels, then every installed channel."""
    if not getattr(request.user, "is_superuser", False):
        refusal: HttpResponse = permission_denied(request)
        return refusal
    title = _("Channels")
    context = {
        "page_title": title,
        "header_title": title,
        "header_icon": "globe",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": title},
        ],
        "faults": channel_faults(),
        "channels": _rows(),
    }
    return TemplateResponse(request, "config/admin/channels.html", context)


def _rows() -> Sequence[Mapping[str, object]]:
    return [
        {
            "name": channel_label(channel.spec),
            "slug": channel.spec.slug,
            "module": type(channel).__module__,
            "checked": min((limit.checked for limit in channel.spec.limits()), default=None),
        }
        for channel in all_channels().values()
    ]
