"""The form field of what is marked in a picture or a film."""

from typing import Any, override

from django.forms import CharField, HiddenInput
from django.utils.translation import gettext_lazy as _

from omnicontent.media.marks import Marks
from omnicontent.stories.marking.reading import read_marks


class MarksField(CharField):
    """Marks as the JSON that the editors of pictures and films write."""

    widget = HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Marks"), required=False, max_length=50_000, **kwargs)

    @override
    def clean(self, value: Any) -> Marks:
        return read_marks(super().clean(value))
