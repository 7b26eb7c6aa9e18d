"""Films of the master: what was seen in them, and what a person chose."""

from typing import Any, Self, override

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin
from wagtailmedia.models import AbstractMedia

from omnicontent.media.films.videos import inspect_video
from omnicontent.media.marks import Marks
from omnicontent.media.seen import FilmSeen, OwnShot
from omnicontent.stories.captions import read_captions
from omnicontent.stories.errors import CaptionsError
from omnicontent.stories.files import as_path, is_new
from omnicontent.stories.models.inspected import Inspected

ROUNDING_SECONDS = 0.1
"""How far behind the film's measured end a time may lie: players round."""

MARKED = (
    "focus_x",
    "focus_y",
    "cut_start",
    "cut_end",
    "cover_seconds",
    "marks",
    "own_shots",
)
"""What a person chooses of a film: all but what is written about it."""


def _seconds(label: Any, help_text: Any) -> models.FloatField:
    return models.FloatField(
        label, null=True, blank=True, validators=[MinValueValidator(0)], help_text=help_text
    )


def _percent(label: Any) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        label,
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("In percent. Stays in the picture when a channel cuts the sides off."),
    )


class MasterMedia(RevisionMixin, Inspected, AbstractMedia):
    """A film of the master, with its captions."""

    captions = models.FileField(
        _("captions"),
        upload_to="captions",
        blank=True,
        validators=[FileExtensionValidator(["vtt", "srt"])],
        help_text=_("A WebVTT (.vtt) or SubRip (.srt) file: what is said and heard, in words."),
    )
    description = models.CharField(
        _("description"),
        max_length=500,
        blank=True,
        help_text=_("What the film shows, for people who can't see it."),
    )
    focus_x = _percent(_("focus, from the left"))
    focus_y = _percent(_("focus, from the top"))
    cut_start = _seconds(_("start"), _("In seconds. Empty is the film's own beginning."))
    cut_end = _seconds(_("end"), _("In seconds. Empty is the film's own end."))
    cover_seconds = _seconds(
        _("cover"),
        _("In seconds. Empty takes the picture that looks best."),
    )
    marks = models.JSONField(default=dict, blank=True, editable=False)
    """JSON of :class:`Marks`: what the windows should keep, besides what was seen."""
    seen = models.JSONField(null=True, editable=False)
    """JSON of :class:`FilmSeen`; null while nobody has looked."""
    own_shots = models.JSONField(default=list, blank=True, editable=False)
    """JSON of a list of :class:`OwnShot`."""
    sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    has_sound = models.BooleanField(default=True, editable=False)
    captions_vtt = models.TextField(blank=True, editable=False)
    """The captions as WebVTT, whatever was uploaded."""

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "captions",
        "description",
        "focus_x",
        "focus_y",
        "cut_start",
        "cut_end",
        "cover_seconds",
        "tags",
    )

    class Meta(AbstractMedia.Meta):
        verbose_name = _("media file")
        verbose_name_plural = _("media files")

    @override
    def clean(self, *args: Any, **kwargs: Any) -> None:
        super().clean(*args, **kwargs)
        if self.captions and is_new(self.captions):
            try:
                self.captions_vtt = read_captions(self.captions)
            except CaptionsError as error:
                raise ValidationError({"captions": str(error)}) from error
        if self.type == "video":
            self.refuse_unreadable()
            self._refuse_times_outside()

    @override
    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.type == "video" and self.must_inspect():
            self.inspect()
        if not self.captions:
            self.captions_vtt = ""
        elif is_new(self.captions) or not self.captions_vtt:
            self.captions_vtt = read_captions(self.captions)
        super().save(*args, **kwargs)

    @override
    def inspect(self) -> None:
        """Read the film's digest, size, length and sound; forget what was known of another file.

        :raises MediaError: not a film that we take.
        """
        super().inspect()
        with as_path(self.file) as path:
            facts = inspect_video(path)
        if self.sha256 not in ("", facts.digest):
            self._forget()
        self.sha256, self.has_sound = facts.digest, facts.has_sound
        self.width, self.height, self.duration = facts.width_px, facts.height_px, facts.seconds

    def _forget(self) -> None:
        self.seen = self.cut_start = self.cut_end = self.cover_seconds = None
        self.marks, self.own_shots = {}, []

    def known_marks(self) -> Marks:
        """Return what the windows should keep, with the focus."""
        focus = {"x": self.focus_x / 100, "y": self.focus_y / 100}
        return Marks.model_validate({**self.marks, "focus": focus})

    def known_seen(self) -> FilmSeen | None:
        """Return what was seen in the film, None while nobody has looked."""
        return None if self.seen is None else FilmSeen.model_validate(self.seen)

    def known_own_shots(self) -> tuple[OwnShot, ...]:
        """Return the windows that a person chose."""
        return tuple(OwnShot.model_validate(shot) for shot in self.own_shots)

    def take_marks_of(self, version: Self) -> None:
        """Choose what another version of the same file chooses."""
        for name in MARKED:
            setattr(self, name, getattr(version, name))

    def _refuse_times_outside(self) -> None:
        late = [
            name
            for name in ("cut_start", "cut_end", "cover_seconds")
            if (getattr(self, name) or 0) > self.duration + ROUNDING_SECONDS
        ]
        if late:
            seconds = number_format(self.duration, 1)
            words = _("The film is only %(seconds)s seconds long.") % {"seconds": seconds}
            raise ValidationError(dict.fromkeys(late, words))
        end = self.duration if self.cut_end is None else min(self.cut_end, self.duration)
        if (self.cut_start or 0) >= end:
            raise ValidationError({"cut_end": _("The film must end after it starts.")})
