"""What every channel's picture shows of a marked one, with what there is to say about it."""

from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from omnicontent.channels.framing import HIDDEN, SOFT, too_small
from omnicontent.media.framing.frames import Size, frame_picture
from omnicontent.media.framing.report import Framing, report_framing
from omnicontent.media.marks import Marks
from omnicontent.media.recipes import Frame
from omnicontent.stories.choices import KEEP_KINDS
from omnicontent.stories.marking.shapes import Shape, picture_shapes


def picture_frames(marks: Marks, source: Size) -> list[dict[str, object]]:
    """Return for each shape in use the window as fractions of the picture, and notes in words."""
    return [_frame(marks, source, shape) for shape in picture_shapes()]


def _frame(marks: Marks, source: Size, shape: Shape) -> dict[str, object]:
    target = shape.width_px, shape.height_px
    frame = frame_picture(marks, source, target, shape.covered)
    framing = report_framing(marks, source, target, frame, shape.covered)
    return {
        "ratio": shape.ratio,
        "box": _fractions(frame, source),
        "padded": bool(frame.pad),
        "own": framing.own,
        "notes": list(_notes(framing, marks, target)),
    }


def _fractions(frame: Frame, source: Size) -> dict[str, float]:
    width, height = source
    return {
        "left": frame.left / width,
        "top": frame.top / height,
        "right": frame.right / width,
        "bottom": frame.bottom / height,
    }


def _notes(framing: Framing, marks: Marks, target: Size) -> Iterator[str]:
    if framing.padded:
        yield _("Filled, so that nothing is cut.")
    if framing.cut:
        kinds = dict(KEEP_KINDS)
        cut = dict.fromkeys(str(kinds[marks.keep[place].kind]) for place in framing.cut)
        yield _("Your crop cuts: %(kinds)s.") % {"kinds": ", ".join(cut)}
    if framing.avoid_shown:
        yield _("Shows something that should be left out.")
    if framing.enlarged > SOFT:
        times = number_format(framing.enlarged, 1)
        yield _("Enlarged %(times)s times: it may look soft.") % {"times": times}
    if framing.under_buttons > HIDDEN:
        percent = number_format(100 * framing.under_buttons, 0)
        yield _("%(percent)s%% of what must stay lies under its buttons.") % {"percent": percent}
    if framing.smallest_text_px is not None and too_small(target, framing.smallest_text_px):
        yield _("The smallest text is too small to read.")
