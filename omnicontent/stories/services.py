"""What makes a fresh site ready for campaigns. Writes only; running it again changes nothing.

Only what is missing is made: a group or workflow that an administrator has changed stays so.
"""

from collections.abc import Iterator

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Count, QuerySet
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail_localize.models import Translation

from omnicontent.stories.groups import MARKETERS, PLANS, TRANSLATE, GroupPlan
from omnicontent.stories.models import CampaignApprovalTask, CampaignPage
from omnicontent.stories.translating import share

WORKFLOW = "Campaign approval"


@transaction.atomic
def set_up_site() -> None:
    """Make the groups and the approval workflow that are missing; tie translations of old."""
    for name, plan in PLANS.items():
        group, created = Group.objects.get_or_create(name=name)
        if created:
            grant(group=group, plan=plan)
    _renew_translators()
    for campaign in _untied_campaigns():
        share(campaign)
    if not Workflow.objects.filter(name=WORKFLOW).exists():
        _make_workflow()


def grant(*, group: Group, plan: GroupPlan) -> None:
    """Give the group what its plan says, on all pages and on the whole library."""
    root = Page.objects.get(depth=1)
    for action in plan.pages:
        permission = _permissions("wagtailcore", (f"{action}_page",)).get()
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    for app_label, codenames in plan.library.items():
        for permission in _permissions(app_label, codenames):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=Collection.get_first_root_node(), permission=permission
            )
    for app_label, codenames in plan.site.items():
        group.permissions.add(*_permissions(app_label, codenames))


def _renew_translators() -> None:
    """Let who began translations with Wagtail's own tool begin them with wagtail-localize."""
    (new,) = _permissions("wagtail_localize", TRANSLATE)
    for group in Group.objects.filter(permissions__in=_permissions("simple_translation", ("*",))):
        group.permissions.add(new)
        group.permissions.remove(*_permissions("simple_translation", ("*",)))


def _untied_campaigns() -> Iterator[list[CampaignPage]]:
    """Yield the pages of each campaign with several languages, none of them tied yet."""
    pages = CampaignPage.objects.filter(alias_of=None)
    keys = pages.order_by("translation_key").values("translation_key")
    several = keys.annotate(n=Count("pk")).filter(n__gt=1)
    tied = Translation.objects.values("source__object_id")
    for row in several.exclude(translation_key__in=tied):
        yield list(pages.filter(translation_key=row["translation_key"]).order_by("pk"))


def _permissions(app_label: str, codenames: tuple[str, ...]) -> QuerySet[Permission]:
    permissions = Permission.objects.filter(content_type__app_label=app_label)
    return permissions if codenames == ("*",) else permissions.filter(codename__in=codenames)


def _make_workflow() -> None:
    workflow = Workflow.objects.create(name=WORKFLOW)
    task = CampaignApprovalTask.objects.create(name=WORKFLOW)
    task.groups.add(Group.objects.get(name=MARKETERS))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    # On the root page, in place of Wagtail's own: pages in every language inherit it.
    WorkflowPage.objects.update_or_create(
        page=Page.objects.get(depth=1), defaults={"workflow": workflow}
    )
