"""People of the approval workflow, and what they do."""

from django.contrib.auth.models import Group, User

from omnicontent.releases.models import Release
from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.services import set_up_site


def make_user(name: str, group: str = MARKETERS, **fields: object) -> User:
    set_up_site()
    user = User.objects.create_user(name, f"{name}@localhost", "secret", **fields)
    user.groups.add(Group.objects.get(name=group))
    return user


def make_editor(name: str = "ed") -> User:
    return make_user(name, EDITORS)


def submit(page: CampaignPage, **fields: object) -> CampaignPage:
    """Save a draft and ask for approval; return the page as it is then."""
    page = CampaignPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    page.get_workflow().start(page, None)
    return CampaignPage.objects.get(pk=page.pk)


def approve(page: CampaignPage, user: User) -> Release:
    """Say yes as the workflow's page does, and return the release that follows."""
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, user, "approve")
    return Release.objects.filter(campaign=page.translation_key).order_by("-number")[0]
