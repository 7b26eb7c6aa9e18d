"""What Wagtail tells us: a page was approved, a page went live, a page left."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from omnicontent.channels.story import Story
from omnicontent.releases.models import PinnedStory, Release
from omnicontent.releases.selectors import latest_release
from omnicontent.releases.services import approve_stories, request_release, take_down
from omnicontent.releases.watching import ask_to_watch
from omnicontent.stories.models import CampaignPage, MasterMedia
from omnicontent.stories.signals import campaign_approved

SHOWN = (Release.State.LIVE, Release.State.BUILDING, Release.State.READY)


@receiver(page_published, dispatch_uid="release_request")
def request_on_publish(instance: Page, **kwargs: Any) -> None:
    """Ask for a release of the page's campaign; one that waits for its day is told of, too."""
    if isinstance(instance, CampaignPage) and instance.live and not _is_mirror(instance):
        revision = kwargs.get("revision")
        request_release(page=instance, requested_by=revision.user if revision else None)


@receiver(campaign_approved, dispatch_uid="release_approval")
def write_approval(campaign: UUID, stories: list[Story], **kwargs: Any) -> None:
    """Write down what was approved, before the publication that follows asks for it."""
    approve_stories(
        campaign=campaign, stories=stories, user=kwargs["user"], task_state=kwargs["task_state"]
    )


@receiver(page_unpublished, dispatch_uid="release_language_left")
def follow_unpublished_page(instance: Page, **kwargs: Any) -> None:
    """Go on without a language that left; end the release with the last one."""
    if isinstance(instance, CampaignPage) and not _is_being_deleted(instance):
        _go_on_without(instance)


@receiver(post_delete, sender=CampaignPage, dispatch_uid="release_language_deleted")
def follow_deleted_page(instance: CampaignPage, **kwargs: Any) -> None:
    """Go on without a deleted language, if a release told it."""
    told = PinnedStory.objects.filter(page_id=instance.pk)
    newest = latest_release(instance.translation_key)
    # A blocked release waits for a word that makes it live; an older one never does.
    waiting = Q(release__state=Release.State.BLOCKED, release=newest)
    if told.filter(Q(release__state__in=SHOWN) | waiting).exists():
        _go_on_without(instance)


@receiver(post_save, sender=MasterMedia, dispatch_uid="release_new_film")
def look_at_new_film(instance: MasterMedia, **kwargs: Any) -> None:
    """Have a film looked at while nobody waits for it yet."""
    if instance.type == "video" and instance.sha256 and instance.seen is None:
        ask_to_watch(instance.sha256)


def _go_on_without(page: CampaignPage) -> None:
    others = CampaignPage.objects.filter(translation_key=page.translation_key, live=True)
    rest = others.exclude(pk=page.pk).first()
    if rest is not None:
        request_release(page=rest)
        return
    state = Release.State.EXPIRED if page.expired else Release.State.RECALLED
    take_down(campaign=page.translation_key, state=state)


def _is_being_deleted(page: CampaignPage) -> bool:
    """Tell whether the row is still live: Wagtail unpublishes pages unsaved before deleting."""
    return bool(CampaignPage.objects.filter(pk=page.pk, live=True).exists())


def _is_mirror(page: CampaignPage) -> bool:
    """Tell whether the page mirrors another language, whose publication already asked."""
    source = page.alias_of
    return source is not None and source.translation_key == page.translation_key
