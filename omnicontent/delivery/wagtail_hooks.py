"""Publishers under Settings, for whoever has the permission: by default administrators only."""

from typing import Any, override

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from omnicontent.delivery.forms import PublisherForm
from omnicontent.delivery.models import Publisher
from omnicontent.delivery.views import (
    INDEX_COLUMNS,
    CreatePublisherView,
    EditPublisherView,
    NewTokenView,
)


class PublisherViewSet(ModelViewSet):
    """List, make, change and revoke publishers."""

    model = Publisher
    name = "publishers"
    icon = "key"
    menu_label = _("Publishers")
    menu_order = 500
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False  # a copy would carry the same token
    list_display = INDEX_COLUMNS
    search_fields = ["name", "token_prefix"]
    add_view_class = CreatePublisherView
    edit_view_class = EditPublisherView

    @override
    def get_form_class(self, for_update: bool = False) -> type[PublisherForm]:
        return PublisherForm

    @property
    def new_token_view(self) -> Any:
        """Return the view that replaces a token."""
        return self.construct_view(NewTokenView)

    @override
    def get_urlpatterns(self) -> list[URLPattern]:
        new_token = path("new-token/<int:pk>/", self.new_token_view, name="new_token")
        return [*super().get_urlpatterns(), new_token]


@hooks.register("register_admin_viewset")
def register_publishers() -> PublisherViewSet:
    """Return the viewset to register."""
    return PublisherViewSet()
