"""The texts of a release: every variant adapted, checked and rendered, all in one transaction.

Pure code does the work; this module only reads the pinned stories and writes the rows.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from django.utils import timezone

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.errors import AdaptationError, UnknownChannelError
from omnicontent.channels.media_checks import UNMAKEABLE
from omnicontent.channels.registry import get_channel
from omnicontent.channels.story import Story
from omnicontent.phrases import phrase as _
from omnicontent.phrases import words_of
from omnicontent.releases.approvals import approvals_of, keep_approved
from omnicontent.releases.errors import BrokenChannelError
from omnicontent.releases.files import ask_for_files, ensure_renditions
from omnicontent.releases.gate import ask_for_verdict
from omnicontent.releases.leases import holding
from omnicontent.releases.models import ApprovedVariant, Release, Variant, Work
from omnicontent.releases.outbox import close_work, ensure_work, reopen_work
from omnicontent.releases.sealing import files_digest, seal_of
from omnicontent.releases.switching import lock_campaign
from omnicontent.releases.watching import ask_to_watch, complete_stories, unseen_films
from omnicontent.stories.fonts import fetch_fonts


@dataclass(frozen=True, slots=True)
class Built:
    """What a channel made of a story: content and payload, or why it can't."""

    milliseconds: int
    content: Content | None = None
    rendered: Rendered | None = None
    issues: list[Issue] = field(default_factory=list)

    @property
    def media(self) -> tuple[MediaUse, ...]:
        """The files the content needs, but those of which it is known that they can't be made."""
        hopeless = {issue.part for issue in self.issues if issue.code == UNMAKEABLE}
        uses = self.content.media if self.content else ()
        return tuple(use for use in uses if use.slot not in hopeless)

    @property
    def digests(self) -> tuple[str, str]:
        """The digests of payload and files; empty where there are none."""
        if self.content is None or self.rendered is None:
            return "", ""
        return self.rendered.digest, files_digest(self.content.model_dump(mode="json"))


def build_texts(work: Work) -> None:
    """Build all variants of a release, and ask for the files that are missing."""
    release = Release.objects.get(pk=int(work.subject))
    building = release.state == Release.State.BUILDING
    if building and unseen_films(release):
        _wait_for_a_look(work, release)
        return
    built = build_variants(release) if building else []
    with holding(work) as current:
        store_variants(built)
        close_work(current)
        ask_for_files(release)
        ask_for_verdict(release)


def _wait_for_a_look(work: Work, release: Release) -> None:
    """Stop here: whoever has looked at the films asks for the texts again.

    Asked before the lock is taken: a look that ends just now locks its own row, then ours.
    """
    for digest in sorted(unseen_films(release)):
        ask_to_watch(digest)
    with holding(work) as current:
        close_work(current)
        if not unseen_films(release):  # it was ended while our row was still leased
            reopen_work(current)
            ensure_work(kind=work.kind, subject=work.subject)


def build_variants(release: Release) -> list[tuple[Variant, Built]]:
    """Say each pinned story on its channels; no variant is written yet."""
    stories = complete_stories(release)
    fetch_fonts(story.brand.fonts for story in stories.values())
    approved = approvals_of(release.campaign)
    return [
        (variant, build_as_approved(slug, stories[locale], approved.at(slug, locale))[1])
        for variant in release.variants.all()
        for slug, locale in [(variant.channel, variant.locale)]
    ]


def build_as_approved(
    slug: str, story: Story, approved: Sequence[ApprovedVariant]
) -> tuple[Story, Built]:
    """Say the story on a channel, in approved bytes if it says the same as they.

    Returned with the story that was told: it differs in when it was last changed, if at all.

    :raises BrokenChannelError: the channel's own code crashed.
    """
    return keep_approved(approved, story, partial(_build_on, slug), lambda built: built.digests)


def _build_on(slug: str, story: Story) -> Built:
    try:
        channel = get_channel(slug)
    except UnknownChannelError as error:  # uninstalled, or broken, since the release was asked for
        issue = Issue.of("unknown_channel", words_of(error), field="channels")
        return Built(milliseconds=0, issues=[issue])
    return build(channel, story)


def build(channel: Channel, story: Story) -> Built:
    """Adapt, check and render a story; a story the channel can't say is an issue.

    :raises BrokenChannelError: the channel's own code crashed.
    """
    started = time.perf_counter()
    try:
        content = channel.adapt(story)
        issues = channel.validate(content, story)
        rendered = channel.render(content)
    except AdaptationError as error:
        issue = Issue.of("cannot_adapt", words_of(error), part=error.part, field=error.field)
        return Built(_since(started), issues=[issue])
    except Exception as error:
        raise BrokenChannelError(
            _(
                "The channel %(channel)s is broken: %(error)s",
                channel=channel.spec.slug,
                error=words_of(error),
            )
        ) from error
    return Built(_since(started), content, rendered, issues)


def give_up_release(work: Work) -> None:
    """Fail the release whose work is dead, with its cause."""
    release = Release.objects.get(pk=int(work.subject))
    lock_campaign(release.campaign)
    release.refresh_from_db()
    if release.state == Release.State.BUILDING:
        release.state = Release.State.FAILED
        release.built_at = timezone.now()
        words = _("This release could not be built: %(cause)s", cause=work.cause)
        release.reason = str(words)
        release.issues = [Issue.of("build_failed", words).model_dump()]
        release.save()


def store_variants(built: list[tuple[Variant, Built]]) -> None:
    """Write the variants down, each with its files, made or still to be made."""
    uses = [use for _variant, made in built for use in made.media]
    renditions = ensure_renditions(uses)
    for variant, made in built:
        fill_variant(variant, made)
        variant.save()
        variant.renditions.set({renditions[use.file_name] for use in made.media})


def fill_variant(variant: Variant, built: Built) -> None:
    """Write into the row, without saving it, what was built, under its seal."""
    variant.issues = [issue.model_dump() for issue in built.issues]
    variant.milliseconds = built.milliseconds
    variant.built_at = timezone.now()
    variant.state = Variant.State.FAILED
    if built.content and built.rendered:
        variant.state = Variant.State.READY
        variant.content = built.content.model_dump(mode="json")
        variant.media_type = built.rendered.media_type
        variant.file_name = built.rendered.file_name
        variant.body = built.rendered.body
        variant.digest = built.rendered.digest
        variant.seal = seal_of(variant)


def _since(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
