"""Who may do what with a campaign, asked of Wagtail's own permissions."""

from typing import Any


def may_change_and_publish(user: Any, page: Any) -> bool:
    """Tell whether the user's groups let them both change and publish the page.

    Wagtail's ``can_edit`` also says yes to a reviewer; this does not.
    """
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    return {"change", "publish"} <= page.permissions_for_user(user).permissions
