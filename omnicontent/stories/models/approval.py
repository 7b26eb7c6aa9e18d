"""Approval by people who may say yes or no, but not change a word."""

from typing import Any, override

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from omnicontent.stories.permissions import may_change_and_publish


class CampaignApprovalTask(AbstractGroupApprovalTask):
    """Wagtail's approval by a group, without the right to edit that comes with it there."""

    @override
    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Lock a campaign under review for all but those who could publish it anyway."""
        return not may_change_and_publish(user, obj)

    @classmethod
    @override
    def get_description(cls) -> Any:
        return _("Members of the chosen groups approve or send back; they can't edit.")

    class Meta:
        verbose_name = _("campaign approval")
        verbose_name_plural = _("campaign approvals")
