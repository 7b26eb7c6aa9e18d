"""The tables are the truth: releases, their variants, the files they use, what is live.

Channel slugs are plain strings, never ``choices``: no migration may mention a channel.
"""

from typing import override

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from omnicontent.phrases import Phrase, Words
from omnicontent.releases.approval_models import ApprovedVariant, ReleaseSettings
from omnicontent.releases.rulings import Acceptance, MessageRule

__all__ = [
    "Acceptance",
    "ApprovedVariant",
    "LivePointer",
    "MessageRule",
    "PinnedStory",
    "Release",
    "ReleaseSettings",
    "Rendition",
    "Variant",
    "Work",
]


class Failing(models.Model):
    """A row that keeps why its work failed: in English, and as data for its readers."""

    error = models.TextField(blank=True)
    error_phrase = models.JSONField(null=True)

    class Meta:
        abstract = True

    @property
    def cause(self) -> Words:
        """What went wrong; "" where nothing did."""
        known = self.error and self.error_phrase
        return Phrase.model_validate(self.error_phrase) if known else self.error

    @cause.setter
    def cause(self, words: Words) -> None:
        self.error = str(words)
        self.error_phrase = words.model_dump() if isinstance(words, Phrase) else None


class Release(models.Model):
    """An immutable manifest: one pinned revision per language and the variants built from it."""

    class State(models.TextChoices):
        """building -> ready / blocked / failed -> live -> superseded / recalled / expired."""

        BUILDING = "building", _("building")
        READY = "ready", _("ready")
        BLOCKED = "blocked", _("blocked")
        FAILED = "failed", _("failed")
        LIVE = "live", _("live")
        SUPERSEDED = "superseded", _("superseded")
        RECALLED = "recalled", _("recalled")
        EXPIRED = "expired", _("expired")

    campaign = models.UUIDField(db_index=True, editable=False)
    """The campaign's translation key: the same for its page in every language."""
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=255)
    state = models.CharField(max_length=12, choices=State, default=State.BUILDING)
    reason = models.TextField(blank=True)
    """Why it is blocked or failed, in plain words."""
    issues = models.JSONField(default=list)
    """The same as data: issues of the whole release, each with the field to mend."""
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    built_at = models.DateTimeField(null=True, blank=True)
    live_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    """Evaluated when reading, so they hold to the second without any worker."""

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="release_number"),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.title} #{self.number}"


class PinnedStory(models.Model):
    """The frozen story of one language of a release."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="stories")
    locale = models.CharField(max_length=20)
    page_id = models.PositiveIntegerField(db_index=True)
    revision_id = models.PositiveIntegerField(null=True)
    story = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "locale"], name="pinned_story_locale"),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.release} {self.locale}"


class Rendition(Failing):
    """A file made from a source by a recipe; its key is the digest of both."""

    class State(models.TextChoices):
        """waiting -> ready / failed."""

        WAITING = "waiting", _("waiting")
        READY = "ready", _("ready")
        FAILED = "failed", _("failed")

    file_name = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=10)
    source = models.CharField(max_length=500)
    source_digest = models.CharField(max_length=64, db_index=True)
    recipe = models.JSONField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    progress = models.FloatField(default=0)
    width_px = models.PositiveIntegerField(null=True)
    height_px = models.PositiveIntegerField(null=True)
    seconds = models.FloatField(null=True)
    lufs = models.FloatField(null=True)
    """How loud a film came out (EBU R 128), null where there is nothing to hear."""
    quality = models.PositiveSmallIntegerField(null=True)
    """Of a picture: less than its recipe's where more bytes would not have fitted."""
    bytes = models.PositiveBigIntegerField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    milliseconds = models.PositiveIntegerField(null=True)
    made_at = models.DateTimeField(null=True)

    @override
    def __str__(self) -> str:
        return self.file_name


class Variant(models.Model):
    """What one channel carries in one language of a release: exact bytes and their digest."""

    class State(models.TextChoices):
        """waiting -> ready / failed. Whether it is live is the release's to say."""

        WAITING = "waiting", _("waiting")
        READY = "ready", _("ready")
        FAILED = "failed", _("failed")

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="variants")
    channel = models.CharField(max_length=60)
    locale = models.CharField(max_length=20)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    content = models.JSONField(null=True)
    media_type = models.CharField(max_length=100, blank=True)
    file_name = models.CharField(max_length=100, blank=True)
    body = models.BinaryField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64, blank=True)
    """Made with the service's secret over all that is handed out: see ``sealing``."""
    issues = models.JSONField(default=list)
    milliseconds = models.PositiveIntegerField(null=True)
    built_at = models.DateTimeField(null=True)
    renditions = models.ManyToManyField(Rendition, related_name="variants")

    class Meta:
        ordering = ["channel", "locale"]
        constraints = [
            models.UniqueConstraint(fields=["release", "channel", "locale"], name="variant_place"),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.release} {self.channel} {self.locale}"


class LivePointer(models.Model):
    """Which release is live, one row a campaign. Moving it switches every channel at once."""

    campaign = models.UUIDField(primary_key=True)
    release = models.OneToOneField(
        Release, null=True, on_delete=models.PROTECT, related_name="live_pointer"
    )
    changed_at = models.DateTimeField(auto_now=True)

    @override
    def __str__(self) -> str:
        return str(self.release or self.campaign)


class Work(Failing):
    """One piece of work, the same only once. A broker's message is no more than a wake-up.

    Whoever works holds a lease and renews it; ``fence`` grows with every lease, so that a worker
    that slept too long can't write over its successor.
    """

    class State(models.TextChoices):
        """waiting -> leased -> done, or dead after the last attempt."""

        WAITING = "waiting", _("waiting")
        LEASED = "leased", _("leased")
        DONE = "done", _("done")
        DEAD = "dead", _("dead")

    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=80)
    """What the work is about: a release's id or the digest of a source file."""
    queue = models.CharField(max_length=20)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    """Counted before an attempt starts, so that work that kills its worker is counted too."""
    fence = models.PositiveIntegerField(default=0)
    holder = models.CharField(max_length=200, blank=True)
    leased_until = models.DateTimeField(null=True)
    due_at = models.DateTimeField(default=timezone.now)
    """Not before: each failed attempt waits twice as long as the one before."""
    sent_at = models.DateTimeField(null=True)
    """The outbox: null until the broker took a wake-up."""
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "subject"], name="work_once")]
        indexes = [models.Index(fields=["state", "sent_at"], name="work_outbox")]

    @override
    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
