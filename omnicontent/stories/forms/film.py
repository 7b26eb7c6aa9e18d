"""The form of the media library."""

from typing import Any, override

from django.db import transaction
from django.forms import CharField, HiddenInput, Media
from django.utils.translation import gettext_lazy as _
from wagtailmedia.forms import BaseMediaForm

from omnicontent.media.marks import Marks
from omnicontent.media.seen import OwnShot
from omnicontent.stories.forms.marked import MarkedForm
from omnicontent.stories.forms.marks import MarksField
from omnicontent.stories.marking.film_editor import FilmEditor
from omnicontent.stories.marking.reading import OWN_SHOTS, read_own_shots

TIMES = ("cut_start", "cut_end", "cover_seconds")
BOXES = {"keep", "avoid"}
"""Of :class:`Marks`: a film's focus has fields of its own, its crops are windows."""


class OwnShotsField(CharField):
    """Windows as the JSON that the film editor writes."""

    widget = HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Windows"), required=False, max_length=500_000, **kwargs)

    @override
    def clean(self, value: Any) -> tuple[OwnShot, ...]:
        return read_own_shots(super().clean(value))


class MasterMediaForm(MarkedForm, BaseMediaForm):
    """Asks for a film, and once there is one, for what is shown of it."""

    editor: FilmEditor | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        film = self.instance
        if film.pk and film.type == "video" and film.width:
            self._add_choices()
        else:
            for name in TIMES:  # of a film that nobody has seen yet, or of no film
                self.fields.pop(name, None)
        self.hold()

    def _add_choices(self) -> None:
        film = self.instance
        windows = OWN_SHOTS.dump_json(film.known_own_shots()).decode()
        self.fields["own_shots"] = OwnShotsField(initial=windows)
        boxes = film.known_marks().model_dump_json(include=BOXES)
        self.fields["marks"] = MarksField(initial=boxes)
        names = [name for name in (*TIMES, "own_shots", "marks") if name in self.fields]
        self.editor = FilmEditor(film, {name: self[name] for name in names}, self.shown_as_held)

    @property
    @override
    def media(self) -> Media:
        return super().media + self.editor.media if self.editor else super().media

    @override
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        # Choices for the old file say nothing about a new one, which forgets them.
        if "file" not in self.changed_data:
            self._take(cleaned)
        return cleaned

    def _take(self, cleaned: dict[str, Any]) -> None:
        film = self.instance
        if "own_shots" in cleaned:
            film.own_shots = OWN_SHOTS.dump_python(cleaned["own_shots"], mode="json")
        if isinstance(marks := cleaned.get("marks"), Marks):
            film.marks = marks.model_dump(mode="json", include=BOXES)

    @override
    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        film = super().save(commit=commit)
        if commit:  # of pictures, Wagtail's own view keeps a version
            film.save_revision(user=self.user, log_action=True, clean=False)
        return film
