"""Where posting by hand stands in Wagtail's admin."""

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from omnicontent.previews.by_hand.log import LOG_SENT, SendFormatter
from omnicontent.previews.by_hand.views import download_variant, send_test_mail

VARIANT = "campaigns/<int:page_id>/variants/<int:variant_id>"


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Answer below the admin: its login guards the answers, and none of them may be cached."""
    return [
        path(f"{VARIANT}/download/", download_variant, name="campaign_variant_download"),
        path(f"{VARIANT}/test-mail/", send_test_mail, name="campaign_variant_test_mail"),
    ]


@hooks.register("insert_global_admin_css")
def add_styles() -> SafeString:
    """Load the looks of what people do by hand."""
    return format_html('<link rel="stylesheet" href="{}">', static("previews/by-hand.css"))


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    """Name the action, so that histories and reports show it."""
    actions.register_action(LOG_SENT)(SendFormatter)
