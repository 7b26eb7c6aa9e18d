"""Publishers in the admin. The token is part of one answer to one POST, and nowhere else.

It is not kept in the session or in a message: both are stored, and the database must not hold it.
"""

from typing import Any, override

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from omnicontent.delivery.models import Publisher
from omnicontent.delivery.services import issue_token

INDEX_COLUMNS = [
    TitleColumn("name", label=gettext_lazy("Name"), url_name="publishers:edit"),
    Column("token_prefix", label=gettext_lazy("Token starts with")),
    Column(
        "channels",
        label=gettext_lazy("Channels"),
        accessor=lambda publisher: ", ".join(publisher.channels) or _("all"),
    ),
    Column("status", label=gettext_lazy("Status")),
    DateColumn("last_used_at", label=gettext_lazy("Last used")),
]


def breadcrumbs(publisher: Publisher) -> list[dict[str, str]]:
    """Return the way from the list of publishers to one of them."""
    return [
        {"url": reverse("publishers:index"), "label": _("Publishers")},
        {"url": "", "label": publisher.name},
    ]


def show_token(request: HttpRequest, publisher: Publisher, token: str) -> HttpResponse:
    """Return the only page that ever shows the token."""
    context = {
        "publisher": publisher,
        "token": token,
        "channels_url": f"{settings.WAGTAILADMIN_BASE_URL}/api/v1/channels",
        "header_title": publisher.name,
        "header_icon": "key",
        "breadcrumbs_items": breadcrumbs(publisher),
    }
    response = TemplateResponse(request, "delivery/token.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


class CreatePublisherView(generic.CreateView):
    """Makes a publisher and answers with its token."""

    @override
    def save_instance(self) -> Publisher:
        self.form.instance.created_by = self.request.user
        self.token = self.form.instance.take_token()
        return super().save_instance()

    @override
    def save_action(self) -> HttpResponse:
        return show_token(self.request, self.object, self.token)


class EditPublisherView(generic.EditView):
    """Changes what the token may do, and leads to a new one."""

    @property
    @override
    def header_more_buttons(self) -> list[Button]:
        address = reverse("publishers:new_token", args=[self.object.pk])
        new_token = Button(_("New token"), url=address, icon_name="key", priority=5)
        return [*super().header_more_buttons, new_token]


class NewTokenView(
    PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin, TemplateView
):
    """Asks first, then replaces the token: the old one stops at once."""

    model = Publisher
    permission_required = "change"
    template_name = "delivery/new_token.html"
    page_title = gettext_lazy("New token")
    header_icon = "key"
    _show_breadcrumbs = True

    @override
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return breadcrumbs(self.object)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Replace the token and show the new one."""
        with transaction.atomic():
            publisher = get_object_or_404(Publisher.objects.select_for_update(), pk=self.object.pk)
            token = issue_token(publisher=publisher)
            log(instance=publisher, action="wagtail.edit", user=request.user)
        return show_token(request, publisher, token)
