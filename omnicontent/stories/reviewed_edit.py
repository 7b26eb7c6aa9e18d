"""Approving in the editor itself: its yes holds for pictures and films as it showed them."""

from typing import Any, override

from django.db import transaction
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from omnicontent.stories.models import CampaignPage
from omnicontent.stories.reviewed_action import (
    ReviewedAction,
    films_unseen,
    looks_changed,
    not_shown,
)
from omnicontent.stories.reviewing import hold_media, looks_of, told_stories


class ReviewedEdit(EditView):
    """Wagtail's editor, in which those whom no lock holds may also approve.

    Its words are those of the form, whoever saved others meanwhile; frames, cuts, covers and the
    brand are compared with what stood beside the form.
    """

    @override
    @transaction.atomic
    def perform_workflow_action(self) -> Any:
        # Locked, so that nobody moves a frame or approves between the look and the publication.
        row = CampaignPage.objects.select_for_update().get(pk=self.page.pk)
        self.page.live = row.live  # saved as it was read before, it would take the page down
        if not self.workflow_action_is_valid():
            return self.save_action()  # as Wagtail does where somebody approved before
        if self.workflow_action != "approve" or not (reason := self._refusal()):
            return super().perform_workflow_action()
        messages.warning(self.request, reason)
        # What was typed is not lost.
        return self.save_action() if self.has_content_changes else self.redirect_and_remain()

    def _refusal(self) -> str:
        """Return why what the form says can't be approved now, nothing where it can."""
        shown = self.form.cleaned_data.get("shown_looks")
        if shown is None:
            return not_shown()
        hold_media(list(told_stories(self.page)))
        # Told anew, for the form remembers pictures and films as it read them before the lock.
        fresh = self.page.with_content_json(self.page.serializable_data())
        stories = list(told_stories(fresh))
        # What the form did not show when it was drawn was chosen in it, and seen there.
        if any(shown.get(name, look) != look for name, look in looks_of(stories).items()):
            return looks_changed()
        return films_unseen(stories)


class CampaignViews(PageViewSet):
    """Wagtail's views of a page, with a yes that holds for what was seen."""

    model = CampaignPage
    edit_view_class = ReviewedEdit
    workflow_action_view_class = ReviewedAction
