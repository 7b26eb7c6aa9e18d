"""The form of the image library."""

from typing import Any, override

from django.core.exceptions import ValidationError
from django.forms import FileInput
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class PictureField(WagtailImageField):
    """Wagtail's field, which lets a file that ends within its header bring the page down."""

    @override
    def check_image_pixel_size(self, f: Any) -> None:
        try:
            super().check_image_pixel_size(f)
        except OSError as error:
            raise ValidationError(self.error_messages["invalid_image"]) from error


class MasterImageForm(BaseImageForm):
    """Asks for a picture; the model's own check then says what is wrong with it."""

    file = PictureField(
        label=_("File"),
        widget=FileInput(attrs=BaseImageForm.Meta.widgets["file"].attrs),
    )
