"""What the editing surfaces post, read as frozen values; faults are told in plain words."""

from typing import Any

import pydantic
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from omnicontent.media.marks import Marks
from omnicontent.media.seen import OwnShot

BOXES_MAX = 60
"""More marks than any picture needs; each costs every channel a moment of every build."""
WHAT = {
    "focus": gettext_lazy("The focus"),
    "keep": gettext_lazy("Box %(number)s of what to keep"),
    "avoid": gettext_lazy("Box %(number)s of what to leave out"),
    "crops": gettext_lazy("Crop %(number)s"),
}
OWN_SHOTS = pydantic.TypeAdapter(tuple[OwnShot, ...])
OWN_SHOTS_MAX = 2000
KEYS_MAX = 200
"""In one shot; a person sets a handful."""


def read_marks(text: str) -> Marks:
    """Return the marks that a JSON text says; an empty one says none.

    :raises ValidationError: no marks, or too many; it says which mark is wrong.
    """
    try:
        marks = Marks.model_validate_json(text or "{}")
    except pydantic.ValidationError as error:
        raise ValidationError([_fault(one["loc"]) for one in error.errors()[:3]]) from error
    if sum(map(len, (marks.keep, marks.avoid, marks.crops))) > BOXES_MAX:
        raise ValidationError(
            _("There are more than %(most)s boxes. Remove some.") % {"most": BOXES_MAX}
        )
    return marks


def _fault(place: tuple[Any, ...]) -> str:
    if not place or place[0] not in WHAT:
        return _("The marks can't be read. Load the page again.")
    number = place[1] + 1 if len(place) > 1 and isinstance(place[1], int) else 1
    what = str(WHAT[place[0]]) % {"number": number}
    return _("%(what)s has no size or reaches outside. Draw it anew.") % {"what": what}


def read_own_shots(text: str) -> tuple[OwnShot, ...]:
    """Return the windows that a JSON text says were chosen for shots of a film.

    :raises ValidationError: no such windows, or more than a person can have set.
    """
    try:
        shots = OWN_SHOTS.validate_json(text or "[]")
    except pydantic.ValidationError as error:
        raise ValidationError(_("The windows can't be read. Load the page again.")) from error
    if len(shots) > OWN_SHOTS_MAX or any(len(shot.keys) > KEYS_MAX for shot in shots):
        raise ValidationError(_("There are more windows than a film needs. Remove some."))
    return shots
