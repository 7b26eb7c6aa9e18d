"""What the service as a whole adds to Wagtail's admin: the report of channels."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import AdminOnlyMenuItem

from omnicontent.config.channel_report import BrokenChannelsPanel, show_channels


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Answer below the admin, so that its login guards the report."""
    return [path("reports/channels/", show_channels, name="channel_report")]


@hooks.register("register_reports_menu_item")
def add_report() -> Any:
    """List the channels under Reports, for administrators."""
    return AdminOnlyMenuItem(
        _("Channels"), reverse("channel_report"), name="channels", icon_name="globe", order=650
    )


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Tell administrators on the dashboard of channels that don't work."""
    panels.append(BrokenChannelsPanel())
