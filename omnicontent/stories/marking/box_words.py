"""What the script that draws boxes says, over pictures and over films."""

from django.utils.translation import gettext as _


def box_words() -> dict[str, str]:
    """Return the words of boxes, each with the names of what it fills in."""
    return {
        "avoid": _("Leave out"),
        "box": _(
            "%(name)s: %(left)s from the left, %(top)s from the top, "
            "%(width)s wide, %(height)s high"
        ),
        "remove": _("Remove %(name)s"),
        "removed": _("%(name)s removed"),
    }
