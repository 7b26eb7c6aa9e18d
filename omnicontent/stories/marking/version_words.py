"""What a version of marks says, in a line: enough to find the one that is wanted."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from omnicontent.media.geometry import SAME_SHAPE, shape_apart
from omnicontent.media.marks import Marks
from omnicontent.message.money import say_percent
from omnicontent.stories.marking.shapes import one_of_each, picture_shapes
from omnicontent.stories.models import MasterImage, MasterMedia

MIDDLE = 50
"""Percent: where the focus of a film is until somebody moves it."""


def version_in_words(row: MasterImage | MasterMedia) -> str:
    """Return what the version marks, without what it leaves to be proposed."""
    said = _of_picture(row) if isinstance(row, MasterImage) else _of_film(row)
    return " · ".join(said) or _("Nothing marked")


def _of_picture(picture: MasterImage) -> Iterator[str]:
    marks = picture.known_marks()
    yield _("Marked by hand") if picture.marks_by_hand else _("Proposed automatically")
    yield from _boxes(marks)
    if marks.crops:
        shapes = ", ".join(_label(crop.ratio) for crop in marks.crops)
        yield _("Crop for %(shape)s") % {"shape": shapes}


def _of_film(film: MasterMedia) -> Iterator[str]:
    if (film.focus_x, film.focus_y) != (MIDDLE, MIDDLE):
        yield _("%(name)s: %(left)s from the left, %(top)s from the top") % {
            "name": _("Focus"),
            "left": say_percent(Decimal(film.focus_x), get_language() or "en"),
            "top": say_percent(Decimal(film.focus_y), get_language() or "en"),
        }
    if film.cut_start is not None:
        yield _("Starts at %(seconds)s s") % {"seconds": _seconds(film.cut_start)}
    if film.cut_end is not None:
        yield _("Ends at %(seconds)s s") % {"seconds": _seconds(film.cut_end)}
    if film.cover_seconds is not None:
        yield _("Cover at %(seconds)s s") % {"seconds": _seconds(film.cover_seconds)}
    if count := len(film.own_shots):
        yield ngettext("%(n)s window by hand", "%(n)s windows by hand", count) % {"n": count}
    yield from _boxes(film.known_marks())


def _boxes(marks: Marks) -> Iterator[str]:
    if keep := len(marks.keep):
        yield ngettext("%(n)s box to keep", "%(n)s boxes to keep", keep) % {"n": keep}
    if avoid := len(marks.avoid):
        words = ngettext("%(n)s box to leave out", "%(n)s boxes to leave out", avoid)
        yield words % {"n": avoid}


def _seconds(value: float) -> str:
    seconds = round(value, 2)
    return number_format(int(seconds) if seconds == int(seconds) else seconds)


def _label(ratio: float) -> str:
    for shape in one_of_each(picture_shapes()):
        if shape_apart(shape.ratio, ratio) <= SAME_SHAPE:
            return shape.label
    return f"{number_format(ratio, 2)}:1"
