"""The film with its marks and each channel's window, above the fields of its form."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, override

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from omnicontent.stories.choices import KEEP_KINDS
from omnicontent.stories.marking.box_words import box_words
from omnicontent.stories.marking.holding import Held
from omnicontent.stories.marking.shapes import film_shapes
from omnicontent.stories.models import MasterMedia


class FilmEditor(Component):
    """Plays the film under its window and marks, and lists its shots, its cut and its cover."""

    template_name = "stories/admin/film_editor.html"

    def __init__(
        self, film: MasterMedia, fields: Mapping[str, Any], held: Sequence[Held] = ()
    ) -> None:
        self.film, self.fields, self.held = film, fields, held

    class Media:
        css = {"all": ["stories/marks.css", "stories/film.css"]}
        js = [
            "stories/box.js",
            "stories/covered.js",
            "stories/draw.js",
            "stories/mark-row.js",
            "stories/marks.js",
            "stories/film-player.js",
            "stories/film-cut.js",
            "stories/film-windows.js",
        ]

    @override
    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        return {
            "film": self.film,
            "fields": self.fields,
            "shapes": film_shapes(),
            "words": (words := _words()),
            "words_json": json.dumps(words),
            "kinds": KEEP_KINDS,
            "mark_words_json": json.dumps(box_words()),
            "held": self.held,
            "versions_url": reverse("film_versions", args=[self.film.pk]),
            "windows_url": reverse("film_windows", args=[self.film.pk]),
        }


def _words() -> dict[str, str]:
    """Return what the script says, each with the names of what it fills in."""
    return {
        "shot": _("Shot %(number)s, %(start)s to %(end)s"),
        "shown": _("Shot %(number)s, %(start)s to %(end)s: %(mode)s"),
        "by_hand": _("by hand"),
        "window": _("Window: %(left)s from the left, %(top)s from the top"),
        "key": _("At %(time)s"),
        "remove": _("Remove the place at %(time)s"),
        "trouble": _("The windows can't be drawn now. What you chose is kept; save it."),
    }
