"""A yes in the workflow holds for what the reviewer could see, not for what came meanwhile."""

from collections.abc import Iterable
from typing import Any, override

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Page, Revision, TaskState

from omnicontent.channels.story import Story
from omnicontent.stories.models import CampaignApprovalState, CampaignApprovalTask, CampaignPage
from omnicontent.stories.reviewing import (
    digest_of,
    films_to_be_seen,
    hold_media,
    look_of,
    looks_of,
    reviewed_stories,
)

SHOWN, LOOK = "shown", "look"
"""In the address of a yes: the state of the words that its button stood beside, and the digest of
what its pictures and films were."""


def with_shown(address: str, page: Page, **more: str) -> str:
    """Return the address, completed with what the page says now."""
    shown = {SHOWN: state_of(page.latest_revision), LOOK: look_of(page)}
    return f"{address}?{urlencode({**shown, **more})}"


def state_of(revision: Revision) -> str:
    """Return what changes with each saving: autosave writes over a revision and keeps its id."""
    return f"{revision.pk} {revision.created_at.isoformat()}"


def looks_changed() -> str:
    """Say that what is shown is not what was seen."""
    return _(
        "Nothing was approved: a picture, a film or the brand has changed meanwhile. "
        "Look at them as they are now, and approve them here."
    )


def not_shown() -> str:
    """Say that the editor's form stood beside nothing that could be looked at."""
    return _(
        "Nothing was approved: the campaign could not be shown beside this form yet. "
        "Look at it as it is now, and approve it here."
    )


def films_unseen(stories: Iterable[Story]) -> str:
    """Say which films of the stories nobody has looked at yet; nothing where there are none."""
    films = ", ".join(film.title for film in films_to_be_seen(stories))
    if not films:
        return ""
    return _(
        "Nothing was approved: the windows of “%(films)s” are still being chosen. "
        "Wait a minute, look at them, and approve here."
    ) % {"films": films}


class ReviewedAction(WorkflowActionView):
    """Wagtail's workflow action; what the reviewer can't have seen is not approved."""

    @override
    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Locked, so that nobody saves between the look and the publication.
        page = CampaignPage.objects.select_for_update().get(pk=self.object.pk)
        self.task_state = self.get_task_state()
        if self.task_state.status != TaskState.STATUS_IN_PROGRESS:  # somebody else was quicker
            self.add_not_in_moderation_error()
            return self._send_to(self.redirect_url)
        if self.action_name == "approve" and (reason := self._refusal(page)):
            messages.warning(request, reason)
            return self._send_to(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        return super().post(request, *args, **kwargs)

    def _refusal(self, page: CampaignPage) -> str:
        """Return why the page can't be approved now, nothing where it can."""
        if self._is_unseen(page.latest_revision):
            return _(
                "Nothing was approved: the words have changed meanwhile. "
                "Look at them as they are now, and approve them here."
            )
        hold_media(list(reviewed_stories(page)))
        stories = list(reviewed_stories(page))  # told anew: nothing moves from here on
        if self._is_different(digest_of(looks_of(stories))):
            return looks_changed()
        return films_unseen(stories)

    def _is_unseen(self, revision: Revision) -> bool:
        """Tell whether others saved since the button was drawn, or else since it was asked for.

        The dashboard's button does not say what it shows: that is what was handed in.
        """
        if SHOWN in self.request.GET:
            return self.request.GET[SHOWN] != state_of(revision)
        handed_in = self.task_state.revision_id == revision.pk
        unchanged = handed_in and revision.created_at <= self.task_state.started_at
        return not unchanged and revision.user_id != self.request.user.pk

    def _is_different(self, look: str) -> bool:
        """Tell whether a frame, a cut or the brand looked otherwise beside the button.

        The dashboard's button stands for what was handed in. Nobody knows how that looked where
        it was handed in before looks were kept; and Wagtail's own tasks approve no bytes.
        """
        if SHOWN in self.request.GET:
            return self.request.GET.get(LOOK) != look
        if isinstance(self.task_state, CampaignApprovalState):
            return self.task_state.look != look
        return isinstance(self.task, CampaignApprovalTask)

    def _send_to(self, address: str) -> HttpResponse:
        """Send the reviewer to another page; as JSON where Wagtail's dialog asks."""
        if self.request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(self.request, {"step": "success", "redirect": address})
        return redirect(address)
