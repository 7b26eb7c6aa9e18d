"""The picture with what is marked in it, above the fields of the image library's form."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, override

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from omnicontent.stories.choices import KEEP_KINDS
from omnicontent.stories.marking.box_words import box_words
from omnicontent.stories.marking.holding import Held
from omnicontent.stories.marking.shapes import one_of_each, picture_shapes
from omnicontent.stories.models import MasterImage


class PictureEditor(Component):
    """Draws the boxes, their list, and what each channel will show."""

    template_name = "stories/admin/picture_editor.html"

    def __init__(
        self, picture: MasterImage, marks: Any, by_hand: Any, held: Sequence[Held] = ()
    ) -> None:
        self.picture, self.marks, self.by_hand, self.held = picture, marks, by_hand, held

    class Media:
        css = {"all": ["stories/marks.css"]}
        js = [
            "stories/box.js",
            "stories/covered.js",
            "stories/draw.js",
            "stories/mark-row.js",
            "stories/proposal.js",
            "stories/marks.js",
            "stories/picture-frames.js",
        ]

    @override
    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        return {
            "picture": self.picture,
            "marks": self.marks,
            "by_hand": self.by_hand,
            "shapes": (shapes := picture_shapes()),
            "ratios": one_of_each(shapes),
            "kinds": KEEP_KINDS,
            "aspect": self.picture.width_px / self.picture.height_px,
            "words": (words := _words()),
            "words_json": json.dumps(words),
            "frames_url": reverse("picture_frames", args=[self.picture.pk]),
            "held": self.held,
            "versions_url": reverse("picture_versions", args=[self.picture.pk]),
            "proposal_url": reverse("picture_proposal", args=[self.picture.pk]),
        }


def _words() -> dict[str, str]:
    """Return what the script says, each with the names of what it fills in."""
    return box_words() | {
        "focus": _("Focus"),
        "crop": _("Crop for %(shape)s"),
        "point": _("%(name)s: %(left)s from the left, %(top)s from the top"),
        "proposed": _("Proposed automatically"),
        "by_hand": _("Marked by hand"),
        "trouble": _("The previews can't be drawn now. Your marks are kept; save them."),
    }
