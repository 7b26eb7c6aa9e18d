"""Where the calendar stands in Wagtail's admin."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from omnicontent.previews.calendar.views import show_calendar


@hooks.register("register_admin_urls")
def add_address() -> list[URLPattern]:
    """Answer below the admin: its login guards the calendar, and no answer may be cached."""
    return [path("calendar/", show_calendar, name="campaign_calendar")]


@hooks.register("register_admin_menu_item")
def add_menu_item() -> MenuItem:
    """Put the calendar behind the list of campaigns."""
    return MenuItem(
        _("Calendar"),
        reverse_lazy("campaign_calendar"),
        name="calendar",
        icon_name="calendar",
        order=60,
    )
