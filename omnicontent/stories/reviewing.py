"""What reviewers say yes to, told before Wagtail publishes it: the release must tell the same."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.utils import timezone
from pydantic import BaseModel
from wagtail.models import Revision, Task, TaskState, WorkflowTask

from omnicontent.channels.story import Image, Story, Video
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import (
    BrandSettings,
    CampaignApprovalTask,
    CampaignPage,
    MasterImage,
    MasterMedia,
)
from omnicontent.stories.signals import campaign_approved


def announce_approval(*, task_state: TaskState, user: Any) -> None:
    """Tell which stories are approved. The caller opens the transaction and publishes next."""
    page = task_state.workflow_state.content_object.specific
    if not isinstance(page, CampaignPage):
        return
    freeze_first_publication(page)
    campaign_approved.send(
        CampaignPage,
        campaign=page.translation_key,
        stories=list(reviewed_stories(page)),
        user=user,
        task_state=task_state.pk,
    )


def freeze_first_publication(page: CampaignPage) -> None:
    """Fix when the page was first published, if it never was: payloads may say it.

    In whole seconds, for revisions keep no finer time. A page that waits for its day gets that.
    """
    goes_live = _latest_revision(page).as_object().go_live_at
    moment = max(filter(None, (timezone.now(), goes_live))).replace(microsecond=0)
    same = CampaignPage.objects.filter(Q(pk=page.pk) | Q(alias_of=page))
    same.filter(first_published_at=None).update(first_published_at=moment)


def reviewed_stories(page: CampaignPage) -> Iterator[Story]:
    """Yield the story of the page's latest revision, and those of the languages that mirror it."""
    revision = _latest_revision(page)
    return told_stories(revision.as_object(), revision)


def told_stories(page: CampaignPage, revision: Revision | None = None) -> Iterator[Story]:
    """Yield the story that the page tells, saved or not, and those of languages that mirror it."""
    mirrors = CampaignPage.objects.filter(
        alias_of=page.pk, translation_key=page.translation_key, live=True
    )
    content = page.serializable_data()
    mirrored = (mirror.with_content_json(content) for mirror in mirrors)
    for words in (page, *mirrored):
        try:
            yield story_from_page(words, revision)
        except StoryError:
            continue  # the release will be blocked, and say why


def films_to_be_seen(stories: Iterable[Story]) -> list[MasterMedia]:
    """Return the films of the stories that nobody has looked at yet.

    What is seen in them decides their windows: approved before, the files would be others.
    """
    told = {film.digest for story in stories for film in story.films}
    return list(MasterMedia.objects.filter(sha256__in=told, seen__isnull=True))


def look_of(page: Any) -> str:
    """Return a digest of all that shapes the pictures and films which the reviewed stories tell.

    Marks, cuts, covers and the brand stand beside the page: it keeps its revision while they
    change. Empty for what is no campaign.
    """
    if not isinstance(page, CampaignPage):
        return ""
    return digest_of(looks_of(reviewed_stories(page)))


def digest_of(looks: dict[str, str]) -> str:
    """Return one digest of looks."""
    return hashlib.sha256(repr(sorted(looks.items())).encode()).hexdigest()


def looks_of(stories: Iterable[Story]) -> dict[str, str]:
    """Return the look of the brand and of each picture and film by itself: name -> digest.

    What the page itself says of a picture is left out: it is seen with the words. A file that was
    replaced keeps its name here, and so looks different.
    """
    looks = {}
    for story in stories:
        media: tuple[Image | Video, ...] = (*story.images, *story.films)
        rows = _rows_of([file.source for file in media])
        told: list[tuple[str, BaseModel]] = [("brand", story.brand)]
        told += [(rows.get(file.source, file.source), file) for file in media]
        for name, shown in told:
            look = shown.model_dump_json(exclude={"alt"})
            looks[f"{story.locale} {name}"] = hashlib.sha256(look.encode()).hexdigest()
    return looks


def _rows_of(sources: list[str]) -> dict[str, str]:
    """Return a name for the row of each file, by the name of the file."""
    return {
        file: f"{model._meta.model_name} {pk}"
        for model in (MasterImage, MasterMedia)
        for file, pk in model._default_manager.filter(file__in=sources).values_list("file", "pk")
    }


def hold_media(stories: Collection[Story]) -> None:
    """Keep the brand and what is marked in the stories' media until the transaction ends."""
    list(BrandSettings.objects.order_by("pk").select_for_update().values_list("pk"))
    told = {image.digest for story in stories for image in story.images}
    told |= {film.digest for story in stories for film in story.films}
    for model in (MasterImage, MasterMedia):
        rows = model._default_manager.filter(sha256__in=told).order_by("pk")
        list(rows.select_for_update().values_list("pk"))


def source_of(page: CampaignPage) -> CampaignPage:
    """Return the page whose words the page says: itself, or that of which it is a mirror."""
    source = page.alias_of
    mirrors = source is not None and source.translation_key == page.translation_key
    return CampaignPage.objects.get(pk=source.pk) if mirrors else page


def may_approve(user: Any, page: CampaignPage) -> bool:
    """Tell whether the user may approve the page: the last step of its workflow says who.

    Where the page has no workflow, whoever may publish it may approve it.
    """
    if not user.is_active:
        return False
    task = _last_task(page)
    if task is None:
        return bool(page.permissions_for_user(user).can_publish())
    return any(name == "approve" for name, *_rest in task.get_actions(page, user))


def _latest_revision(page: CampaignPage) -> Revision:
    # Asked anew: one that is at hand remembers the page as it was before it was frozen.
    return Revision.objects.get(pk=page.latest_revision_id)


def _last_task(page: CampaignPage) -> Task | None:
    """Return the workflow's last campaign approval, or else its last step."""
    steps = WorkflowTask.objects.filter(workflow=page.get_workflow(), task__active=True)
    tasks = [step.task.specific for step in steps.order_by("-sort_order").select_related("task")]
    approvals = [task for task in tasks if isinstance(task, CampaignApprovalTask)]
    return next(iter(approvals or tasks), None)
