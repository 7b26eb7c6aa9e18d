"""Approvals as rows: who said yes to which exact bytes, and whether releases wait for that."""

from typing import override

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


class ApprovedVariant(models.Model):
    """One payload with its files that somebody approved for a channel and a language.

    It holds the payload itself, so that the next one can be shown beside it. Rows are only added
    or, when the same is approved again, dated anew: what was approved stays approved.
    """

    campaign = models.UUIDField()
    channel = models.CharField(max_length=60)
    locale = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    """SHA-256 of ``body``."""
    files_digest = models.CharField(max_length=64)
    content = models.JSONField()
    media_type = models.CharField(max_length=100)
    body = models.BinaryField()
    story_updated_at = models.DateTimeField(null=True)
    """When the story was last changed, as the payload may say."""
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approved_at = models.DateTimeField(default=timezone.now)
    task_state = models.PositiveIntegerField(null=True)
    """The id of the workflow's step in which it was approved; null: on the approval page."""
    seal = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "channel", "locale", "digest", "files_digest"],
                name="approved_once",
            ),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.channel} {self.locale} {self.digest[:12]}"


@register_setting(icon="success")
class ReleaseSettings(BaseGenericSetting):
    """What must be true of every release of the service."""

    needs_approval = models.BooleanField(
        _("every release needs approval"),
        default=False,
        help_text=_(
            "Otherwise a campaign needs approval only once it was approved for the first time."
        ),
    )

    panels = [FieldPanel("needs_approval")]

    class Meta:
        verbose_name = _("releases")

    @override
    def __str__(self) -> str:
        return str(self._meta.verbose_name)
