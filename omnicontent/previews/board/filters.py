"""Which tiles of a board are shown: a form that its address remembers."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from omnicontent.previews.board.issue_kinds import choices_of
from omnicontent.previews.board.tiles import Tile
from omnicontent.previews.builds import ROW_STATES
from omnicontent.previews.variants import language_name

ALL = ("", _("All"))
APPROVED, WAITS = "approved", "waits"
APPROVALS = [(APPROVED, _("approved")), (WAITS, _("waits for approval"))]
"""Beside its state a tile may be one of these."""
ISSUES = [ALL, ("any", _("With issues")), ("error", _("With errors")), ("none", _("Without"))]


class BoardFilters(forms.Form):
    """Channel, language, state and issues."""

    channel = forms.ChoiceField(label=_("Channel"), required=False)
    locale = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[ALL, *ROW_STATES.items(), *APPROVALS]
    )
    issue = forms.ChoiceField(label=_("Issues"), required=False)

    def __init__(self, tiles: Sequence[Tile], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._tiles = tiles
        offered = {
            "channel": {tile.row.channel: tile.row.name for tile in tiles},
            "locale": {tile.row.locale: language_name(tile.row.locale) for tile in tiles},
        }
        for name, choices in offered.items():
            by_label = sorted(choices.items(), key=lambda choice: choice[1].casefold())
            self._offer(name, [ALL, *by_label])
        self._offer("issue", [*ISSUES, *choices_of(kind for tile in tiles for kind in tile.kinds)])

    def _offer(self, name: str, choices: Sequence[tuple[str, object]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def shown(self) -> list[Tile]:
        """Return the tiles that fit; a wish that nothing can have is no wish."""
        self.is_valid()
        wish = self.cleaned_data
        return [tile for tile in self._tiles if _fits(tile, wish)]


def _fits(tile: Tile, wish: dict[str, str]) -> bool:
    told = {"channel": {tile.row.channel}, "locale": {tile.row.locale}, "state": _states(tile)}
    alike = all(not wish.get(name) or wish[name] in values for name, values in told.items())
    return alike and _has(tile, wish.get("issue", ""))


def _states(tile: Tile) -> set[str]:
    """Return the tile's state, and whether somebody approved it or is asked to."""
    approvals = {APPROVED: bool(tile.approved_by), WAITS: tile.waits_for_approval}
    return {tile.state, *(name for name, holds in approvals.items() if holds)}


def _has(tile: Tile, issue: str) -> bool:
    answers = {
        "": True,
        "any": bool(tile.issues),
        "error": bool(tile.errors),
        "none": not tile.issues,
    }
    return answers.get(issue, issue in tile.kinds)
