"""Approving in the editor itself: its yes holds for pictures and films as it showed them."""

from typing import Any, override

from django.db import transaction
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.reviewed_action import ReviewedAction, films_unseen, looks_changed
from omnicontent.stories.reviewing import hold_media, looks_of


class ReviewedEdit(EditView):
    """Wagtail's editor, in which those whom no lock holds may also approve.

    Its words are those of the form, whoever saved others meanwhile; frames, cuts, covers and the
    brand are compared with what stood beside the form.
    """

    @override
    @transaction.atomic
    def perform_workflow_action(self) -> Any:
        # Locked, so that nobody moves a frame between the look and the publication.
        page = CampaignPage.objects.select_for_update().get(pk=self.page.pk)
        hold_media(page)
        reason = self.workflow_action == "approve" and self._refusal(page)
        if not reason:
            return super().perform_workflow_action()
        messages.warning(self.request, reason)
        return self.save_action()  # what was typed is not lost

    def _refusal(self, page: CampaignPage) -> str:
        """Return why what the form says can't be approved now, nothing where it can."""
        shown = self.form.cleaned_data.get("shown_looks")
        # What is told only since then was chosen in this form, and seen there.
        if shown is None or any(
            shown.get(name, look) != look for name, look in looks_of(page).items()
        ):
            return looks_changed()
        try:
            return films_unseen([story_from_page(self.page)])
        except StoryError:
            return ""  # the release will be blocked, and say why


class CampaignViews(PageViewSet):
    """Wagtail's views of a page, with a yes that holds for what was seen."""

    model = CampaignPage
    edit_view_class = ReviewedEdit
    workflow_action_view_class = ReviewedAction
