"""What the forms of pictures and films share: locks hold them, and what was there is kept."""

from collections.abc import Sequence
from typing import Any, override

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import BooleanField, FileField, HiddenInput
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.collections import BaseCollectionMemberForm

from omnicontent.stories.marking.holding import Held, held_by, titles_of
from omnicontent.stories.marking.versions import keep_first_version

DRAWN_HELD = "drawn_held"
"""Posted by a form that was drawn while a lock held its fields."""
LOCKED_MEANWHILE = gettext_lazy(
    "Nothing was saved. What shows this file was locked meanwhile: %(campaigns)s. "
    "What you chose stands here; save it once the lock has ended."
)


class MarkedForm(BaseCollectionMemberForm):
    """A form whose row shapes what campaigns show."""

    about: Sequence[str] = ("title", "collection", "tags")
    """Fields that no channel shows; a lock leaves them open."""
    held: Sequence[Held] = ()
    """The campaigns whose locks hold the user now."""
    is_closed = False
    """Whether the fields that shape files are closed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.user = kwargs.get("user")
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.user:
            self.held = held_by(self.instance, self.user)
        drawn_held = self.add_prefix(DRAWN_HELD) in self.data
        self.is_closed = drawn_held or bool(self.held and not self.is_bound)

    def hold(self) -> None:
        """Close what shapes files while a lock holds the user, and while this form was drawn so.

        A browser posts no closed field: read as empty after the lock has ended, it would wipe
        what is marked. A form that was drawn open is refused by :meth:`clean` instead.
        """
        if self.is_closed:
            for name in set(self.fields) - set(self.about):
                self._close(name)
            self.fields[DRAWN_HELD] = BooleanField(
                initial=True, required=False, widget=HiddenInput
            )

    @property
    def shown_as_held(self) -> Sequence[Held]:
        """What to draw as the reason for closed fields."""
        return self.held if self.is_closed else ()

    def _close(self, name: str) -> None:
        if isinstance(self.fields[name], FileField):
            del self.fields[name]  # a closed one would read the stored file anew
        else:
            self.fields[name].disabled = True

    @override
    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if self.held and not self.is_closed and set(self.changed_data) - set(self.about):
            raise ValidationError(LOCKED_MEANWHILE % {"campaigns": titles_of(self.held)})
        return cleaned

    @override
    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        if commit and self.instance.pk:
            stored = type(self.instance)._default_manager.get(pk=self.instance.pk)
            keep_first_version(row=stored)
            self.instance.latest_revision_id = stored.latest_revision_id
        return super().save(commit=commit)
