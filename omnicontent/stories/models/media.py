"""Master files: checked and measured once, when they are uploaded.

A story needs digest, size and length of each file; reading them here, and not for every story,
keeps a release from opening any file.
"""

from typing import Any, override

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import FileExtensionValidator, MaxValueValidator
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtailmedia.models import AbstractMedia

from omnicontent.media.errors import MediaError
from omnicontent.stories.captions import read_captions
from omnicontent.stories.errors import CaptionsError
from omnicontent.stories.files import inspect_stored_image, inspect_stored_video, is_new


class Inspected:
    """A row whose file is read once: when it is new, or was never read."""

    file: FieldFile
    sha256: Any
    _inspected: FieldFile | None = None

    def must_inspect(self) -> bool:
        """Tell whether the file's digest and size are still to be read."""
        unread = is_new(self.file) and self._inspected is not self.file
        return bool(self.file) and (unread or not self.sha256)

    def inspect(self) -> None:
        """Read the file; each kind adds what it needs to know."""
        self._inspected = self.file

    def refuse_unreadable(self) -> None:
        """Read the file if it is new.

        :raises ValidationError: at the field ``file``, with the reason.
        """
        if self.must_inspect():
            try:
                self.inspect()
            except MediaError as error:
                raise ValidationError({"file": str(error)}) from error


class MasterImage(Inspected, AbstractImage):
    """A picture of the master, with the digest and the size that stories pin."""

    sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    width_px = models.PositiveIntegerField(default=0, editable=False)
    height_px = models.PositiveIntegerField(default=0, editable=False)
    """As shown: after the rotation that the camera wrote into the file."""

    admin_form_fields = Image.admin_form_fields

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
        """Read the file's digest and size.

        :raises MediaError: not a picture that we take.
        """
        super().inspect()
        facts = inspect_stored_image(self.file)
        self.sha256, self.width_px, self.height_px = facts.digest, facts.width_px, facts.height_px

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


def _percent(label: Any) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        label,
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("In percent. Stays in the picture when a channel cuts the sides off."),
    )


class MasterMedia(Inspected, AbstractMedia):
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
        """Read the film's digest, size, length and whether it has sound.

        :raises MediaError: not a film that we take.
        """
        super().inspect()
        facts = inspect_stored_video(self.file)
        self.sha256, self.has_sound = facts.digest, facts.has_sound
        self.width, self.height, self.duration = facts.width_px, facts.height_px, facts.seconds
