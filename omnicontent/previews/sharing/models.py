"""Links that people without an account look through, and what they say there.

Channels and languages are plain strings, never ``choices``: both may come from plug-ins.
"""

import uuid
from datetime import datetime, timedelta
from typing import override

from django.conf import settings
from django.db import models

from omnicontent.releases.models import Release

DAYS_MAX = 7


class ShareLink(models.Model):
    """Lets whoever has its address look at one release, or at a campaign's newest one.

    Its address holds ``id`` under the service's signature; see ``tokens``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.UUIDField(db_index=True, editable=False)
    release = models.ForeignKey(
        Release, null=True, on_delete=models.CASCADE, related_name="share_links"
    )
    """None: the campaign's newest release that was built, whichever that is by then."""
    days = models.PositiveSmallIntegerField()
    """How long it lasts. Kept in place of its end, so that the database itself bounds it."""
    password = models.CharField(max_length=128, blank=True)
    """Hashed; empty where none is asked for."""
    tries = models.PositiveSmallIntegerField(default=0)
    """Wrong passwords since ``tries_since``: here and in no cache, so that all processes count."""
    tries_since = models.DateTimeField(null=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days__gte=1, days__lte=DAYS_MAX), name="share_link_lasts_days"
            ),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.release or self.campaign} ({self.days} d)"

    @property
    def expires_at(self) -> datetime:
        """The moment from which on it shows nothing."""
        return self.created_at + timedelta(days=self.days)


class ReviewComment(models.Model):
    """What somebody without an account said of a variant, or of the whole."""

    link = models.ForeignKey(ShareLink, on_delete=models.CASCADE, related_name="comments")
    channel = models.CharField(max_length=60, blank=True)
    """Empty, as ``locale`` and ``digest`` are, where the whole is meant."""
    locale = models.CharField(max_length=20, blank=True)
    release_number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, blank=True)
    """Of the payload that was looked at: later ones may say something else."""
    author = models.CharField(max_length=80)
    """As typed: nobody vouches for it."""
    text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [
            models.Index(fields=["channel", "locale", "resolved_at"], name="review_comment_place"),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.author}: {self.text[:40]}"
