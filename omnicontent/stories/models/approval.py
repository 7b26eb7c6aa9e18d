"""Approval by people who may say yes or no, but not change a word."""

from typing import Any, override

from django.db import models, transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock
from wagtail.models import AbstractGroupApprovalTask, TaskState

from omnicontent.stories.permissions import may_change_and_publish

LOCKED = _("It can't be edited until it is approved or sent back.")


class ApprovalLock(WorkflowLock):
    """Says what holds here; Wagtail's own words promise reviewers that they can edit."""

    @override
    def get_message(self, user: Any) -> Any:
        if not self.for_user(user):
            return None
        return format_lazy("{} {}", _("This campaign awaits approval."), LOCKED)

    @override
    def get_description(self, user: Any, can_lock: bool = False) -> Any:
        return LOCKED


class CampaignApprovalState(TaskState):
    """What waits for a reviewer, with what its pictures and films were when it was handed in."""

    look = models.CharField(max_length=64, blank=True, editable=False)
    """As :func:`omnicontent.stories.reviewing.look_of` tells it."""


class CampaignApprovalTask(AbstractGroupApprovalTask):
    """Wagtail's approval by a group, without the right to edit that comes with it there."""

    lock_class = ApprovalLock
    task_state_class = CampaignApprovalState

    @override
    @transaction.atomic
    def start(self, workflow_state: Any, user: Any = None) -> Any:
        """Remember what pictures and films look like: their marks change without the page."""
        # Here, for it reads the pages that stand above this module.
        from omnicontent.stories.reviewing import look_of

        state = super().start(workflow_state, user)
        state.look = look_of(workflow_state.content_object.specific)
        state.save(update_fields=["look"])
        return state

    @override
    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Lock a campaign under review for all but those who could publish it anyway."""
        return not may_change_and_publish(user, obj)

    @override
    @transaction.atomic
    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Tell what is approved before Wagtail publishes it, so that nothing else goes live."""
        if action_name == "approve" and self._is_last(task_state):
            # Here, for it reads the pages that stand above this module.
            from omnicontent.stories.reviewing import announce_approval

            announce_approval(task_state=task_state, user=user)
        return super().on_action(task_state, user, action_name, **kwargs)

    def _is_last(self, task_state: Any) -> bool:
        """Tell whether no other campaign approval is still to be given in this workflow."""
        state = task_state.workflow_state
        steps = CampaignApprovalTask.objects.filter(
            workflow_tasks__workflow=state.workflow, active=True
        )
        given = steps.filter(task_states__in=state.successful_task_states)
        return not steps.exclude(pk=self.pk).exclude(pk__in=given).exists()

    @classmethod
    @override
    def get_description(cls) -> Any:
        return _("Members of the chosen groups approve or send back; they can't edit.")

    class Meta:
        verbose_name = _("campaign approval")
        verbose_name_plural = _("campaign approvals")
