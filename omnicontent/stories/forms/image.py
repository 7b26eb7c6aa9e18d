"""The form of the image library."""

from typing import Any, override

from django.core.exceptions import ValidationError
from django.forms import BooleanField, FileInput, HiddenInput, Media
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from omnicontent.media.marks import Marks
from omnicontent.stories.forms.marked import MarkedForm
from omnicontent.stories.forms.marks import MarksField
from omnicontent.stories.marking.picture_editor import PictureEditor


class PictureField(WagtailImageField):
    """Wagtail's field, which lets a file that ends within its header bring the page down."""

    @override
    def check_image_pixel_size(self, f: Any) -> None:
        try:
            super().check_image_pixel_size(f)
        except OSError as error:
            raise ValidationError(self.error_messages["invalid_image"]) from error


class MasterImageForm(MarkedForm, BaseImageForm):
    """Asks for a picture, and once there is one, for what its renditions must keep.

    The model's own check says what is wrong with a file.
    """

    file = PictureField(
        label=_("File"),
        widget=FileInput(attrs=BaseImageForm.Meta.widgets["file"].attrs),
    )
    editor: PictureEditor | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in (self._meta.exclude or ()):  # Wagtail's form below each of many uploads
            del self.fields["file"]
        elif self.instance.pk and self.instance.width_px and "file" in self.fields:
            self._add_marks()
        self.hold()

    def _add_marks(self) -> None:
        picture = self.instance
        self.fields["marks"] = MarksField(initial=picture.known_marks().model_dump_json())
        self.fields["marks_by_hand"] = BooleanField(
            required=False, widget=HiddenInput, initial=picture.marks_by_hand
        )
        self.editor = PictureEditor(
            picture, self["marks"], self["marks_by_hand"], self.shown_as_held
        )

    @property
    @override
    def media(self) -> Media:
        return super().media + self.editor.media if self.editor else super().media

    @override
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        # Marks of the old file say nothing about a new one, which gets its own proposal.
        if "file" not in self.changed_data and isinstance(cleaned.get("marks"), Marks):
            self._take(cleaned["marks"], by_hand=cleaned["marks_by_hand"])
        return cleaned

    def _take(self, marks: Marks, *, by_hand: bool) -> None:
        picture = self.instance
        if marks != picture.known_marks() or by_hand != picture.marks_by_hand:
            picture.mark(marks, by_hand=by_hand)
