"""Who may show a campaign to people without an account."""

from omnicontent.stories.models import CampaignPage


def may_share(user: object, page: CampaignPage) -> bool:
    """Tell whether the user may make links to the campaign, and settle what comes of them."""
    may = page.permissions_for_user(user)
    return bool(may.can_publish() or may.can_edit())
