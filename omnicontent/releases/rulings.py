"""What people rule about the message: administrators its policy, editors single issues.

Channels and kinds of facts are plain strings, never ``choices``: both may come from plug-ins.
"""

from typing import override

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MessageRule(models.Model):
    """One line of policy: how grave an issue is on a channel, about a fact.

    The most specific rule wins: one that names the channel before one that names the fact, and
    this before one that names only what is wrong.
    """

    class What(models.TextChoices):
        """What may be wrong with a message."""

        MISSING = "missing", _("A fact is missing")
        CONTRADICTION = "contradiction", _("A fact is contradicted")
        ORPHAN = "orphan", _("A promise without a fact")
        FORBIDDEN = "forbidden", _("A fact that must not be said")
        CALENDAR = "calendar", _("Words that are wrong on some day")

    class Severity(models.TextChoices):
        """What becomes of a release with such an issue."""

        ERROR = "error", _("Error: blocks the release")
        WARNING = "warning", _("Warning: waits for acknowledgement")

    channel = models.CharField(
        _("channel"),
        max_length=60,
        blank=True,
        help_text=_("Empty: every channel. A rule for one channel beats all rules for every one."),
    )
    fact = models.CharField(
        _("fact"),
        max_length=60,
        blank=True,
        help_text=_("Empty: every kind of fact."),
    )
    what = models.CharField(
        _("what is wrong"),
        max_length=20,
        blank=True,
        choices=What,
        help_text=_("Empty: everything that can be wrong with the message."),
    )
    severity = models.CharField(
        _("severity"),
        max_length=10,
        choices=Severity,
        default=Severity.ERROR,
        help_text=_(
            "An error blocks the release. A warning keeps it back until a person with the "
            "right to publish acknowledges it by name."
        ),
    )

    class Meta:
        ordering = ["channel", "fact", "what"]
        verbose_name = _("message rule")
        verbose_name_plural = _("message rules")
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "fact", "what"],
                name="message_rule_once",
                violation_error_message=_("There is a rule for this already: change that one."),
            ),
        ]

    @override
    def __str__(self) -> str:
        named = (self.channel, self.fact, self.get_what_display() if self.what else "")
        return " · ".join(str(name) for name in named if name) or str(_("Every message"))


class Acceptance(models.Model):
    """A named person's word on one issue: a promise accepted, or a warning acknowledged.

    It holds for the same words in the same sentence of that campaign and language, and for
    nothing else; ``digest`` says which sentence that is. Ended, it never holds again.
    """

    class Kind(models.TextChoices):
        """What the person said."""

        ACCEPTED = "accepted", _("accepted")
        ACKNOWLEDGED = "acknowledged", _("acknowledged")

    kind = models.CharField(max_length=12, choices=Kind)
    campaign = models.UUIDField(editable=False)
    locale = models.CharField(max_length=20, blank=True)
    channel = models.CharField(max_length=60, blank=True)
    """Empty: every channel on which the sentence stands."""
    code = models.CharField(max_length=40)
    fact = models.CharField(max_length=60, blank=True)
    span = models.TextField(blank=True)
    sentence = models.TextField()
    """The words around the span, or those of a changed source; else the issue's own message."""
    phrase = models.JSONField(null=True)
    """That message as data, for readers of other languages."""
    digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=300, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    accepted_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-accepted_at", "-pk"]
        indexes = [models.Index(fields=["campaign", "ended_at"], name="acceptance_open")]

    @override
    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.span or self.sentence}"
