"""Who may pull, and what changed for them.

Channel slugs are plain strings, never ``choices``: no migration may mention a channel.
"""

from datetime import datetime
from typing import Any, override

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from omnicontent.delivery.errors import AppendOnlyError
from omnicontent.delivery.tokens import SHOWN, make_token, token_digest


class Publisher(models.Model):
    """An API client that pulls variants for the channels it is allowed."""

    name = models.CharField(
        _("name"), max_length=120, unique=True, help_text=_("Who or what will use the token.")
    )
    channels = models.JSONField(
        _("channels"),
        default=list,
        blank=True,
        help_text=_("What the token may read. Nothing ticked means every channel."),
    )
    active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("Untick to revoke the token; it stops working at once."),
    )
    expires_at = models.DateTimeField(
        _("expires"),
        null=True,
        blank=True,
        help_text=_("From this moment the token no longer works. Empty means never."),
    )
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    token_prefix = models.CharField(_("token starts with"), max_length=12, editable=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("made by"),
    )
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    """To the minute: a busy publisher must not cost a write for every read."""

    class Meta:
        ordering = ["name"]
        verbose_name = _("publisher")
        verbose_name_plural = _("publishers")

    @override
    def __str__(self) -> str:
        return self.name

    def take_token(self) -> str:
        """Take a new token and return it, without saving; the old one is forgotten."""
        token = make_token()
        self.token_digest, self.token_prefix = token_digest(token), token[:SHOWN]
        return token

    def may_pull_at(self, moment: datetime) -> bool:
        """Tell whether the token works at ``moment``: neither revoked nor expired."""
        return self.active and (self.expires_at is None or moment < self.expires_at)

    @property
    def status(self) -> str:
        """The token's state in one word, for the list of publishers."""
        if not self.active:
            return str(_("revoked"))
        return str(
            _("active") if self.may_pull_at(timezone.now()) else pgettext_lazy("token", "expired")
        )


class JournalEntry(models.Model):
    """One change of one channel in one language. Append-only: rows are never changed.

    The release is a number and not a foreign key: the journal outlives what it tells of.
    """

    class Event(models.TextChoices):
        """What happened to the variant."""

        LIVE = "live", _("live")
        ENDED = "ended", _("ended")

    release = models.BigIntegerField()
    campaign = models.UUIDField(db_index=True)
    channel = models.CharField(max_length=60)
    locale = models.CharField(max_length=20)
    event = models.CharField(max_length=8, choices=Event)
    digest = models.CharField(max_length=64)
    """SHA-256 of the payload that became live or ended."""
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["channel", "id"], name="journal_channel")]
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")

    @override
    def __str__(self) -> str:
        return f"{self.channel} {self.locale} {self.event} #{self.release}"

    @override
    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnlyError("A journal entry can't be changed: append another one.")
        super().save(*args, **kwargs)

    @override
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("A journal entry can't be deleted: append another one.")
