"""Pictures of the master, and what is marked in them."""

from pathlib import Path
from typing import Any, Self, override

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.images.rect import Rect
from wagtail.models import RevisionMixin

from omnicontent.media.geometry import Focus
from omnicontent.media.marks import Marks
from omnicontent.media.pictures.images import inspect_image
from omnicontent.stories.choices import AI_ORIGINS
from omnicontent.stories.files import as_path
from omnicontent.stories.marking.proposing import propose_marks
from omnicontent.stories.models.inspected import Inspected
from omnicontent.stories.validators import single_line

FOCAL_PART = 4
"""Wagtail keeps a square around the focal point: this part of the picture's shorter side."""


class MasterImage(RevisionMixin, Inspected, AbstractImage):
    """A picture of the master, with the digest and the size that stories pin."""

    sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    width_px = models.PositiveIntegerField(default=0, editable=False)
    height_px = models.PositiveIntegerField(default=0, editable=False)
    """As shown: after the rotation that the camera wrote into the file."""
    marks = models.JSONField(default=dict, blank=True, editable=False)
    """JSON of :class:`Marks`; read it through :meth:`known_marks`."""
    marks_by_hand = models.BooleanField(default=False, editable=False)
    """Whether a person set or confirmed the marks; else they were proposed."""
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        validators=[single_line],
        help_text=_("Who made the picture. Written into every file that is made of it."),
    )
    ai_origin = models.CharField(
        _("made by AI"),
        max_length=40,
        blank=True,
        choices=AI_ORIGINS,
        help_text=_("Written into every file: some platforms show it to their readers."),
    )

    admin_form_fields = (*Image.admin_form_fields[:4], "credit", "ai_origin", "tags")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @override
    def clean(self) -> None:
        super().clean()
        self.refuse_unreadable()

    @override
    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.must_inspect():
            self.inspect()
        super().save(*args, **kwargs)

    @override
    def inspect(self) -> None:
        """Read the file's digest and size, and propose marks unless a person marked this file.

        :raises MediaError: not a picture that we take.
        """
        super().inspect()
        with as_path(self.file) as path:
            facts = inspect_image(path)
            if not (self.marks_by_hand and self.sha256 in ("", facts.digest)):
                self._propose(path)
        self.sha256, self.width_px, self.height_px = facts.digest, facts.width_px, facts.height_px

    def _propose(self, path: Path) -> None:
        chosen = None if self.sha256 else self._focal_point()  # with it: it was the old file's
        marks = propose_marks(path)
        self.mark(marks.model_copy(update={"focus": chosen}) if chosen else marks, by_hand=False)

    def mark(self, marks: Marks, *, by_hand: bool) -> None:
        """Set the marks, and Wagtail's focal point with them: its own thumbnails follow it."""
        self.marks, self.marks_by_hand = marks.model_dump(mode="json"), by_hand
        side = min(self.width, self.height) // FOCAL_PART
        middle = round(marks.focus.x * self.width), round(marks.focus.y * self.height)
        self.set_focal_point(Rect.from_point(*middle, side, side))

    def known_marks(self) -> Marks:
        """Return the marks, with the focal point that Wagtail keeps, whoever set that."""
        marks = Marks.model_validate(self.marks)
        focus = self._focal_point()
        return marks.model_copy(update={"focus": focus}) if focus else marks

    def take_marks_of(self, version: Self) -> None:
        """Mark what another version of the same file marks."""
        self.mark(version.known_marks(), by_hand=version.marks_by_hand)

    def _focal_point(self) -> Focus | None:
        # Wagtail scales to the unrotated width and height: the fractions are right, whichever way
        # the camera was held.
        if self.focal_point_x is None or self.focal_point_y is None:
            return None
        return Focus(
            x=min(1.0, self.focal_point_x / self.width),
            y=min(1.0, self.focal_point_y / self.height),
        )

    @override
    def generate_rendition_file(self, *args: Any, **kwargs: Any) -> ContentFile:
        """Return the copy in memory: Wagtail leaves the temporary file that it makes open."""
        with super().generate_rendition_file(*args, **kwargs) as file:
            file.seek(0)
            return ContentFile(file.read(), name=file.name)


class MasterImageRendition(AbstractRendition):
    """A small copy that Wagtail's own screens show; channels make their own."""

    image = models.ForeignKey(MasterImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="master_image_rendition"
            ),
        ]
