"""Which tiles of a board are shown: a form that its address remembers."""

from collections.abc import Iterable, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from omnicontent.previews.board.tiles import Tile
from omnicontent.previews.builds import ROW_STATES
from omnicontent.previews.variants import language_name

ALL = ("", _("All"))
ISSUES = [ALL, ("any", _("With issues")), ("error", _("With faults")), ("none", _("Without"))]


class BoardFilters(forms.Form):
    """Channel, language, state and issues."""

    channel = forms.ChoiceField(label=_("Channel"), required=False)
    locale = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[ALL, *ROW_STATES.items()])
    issue = forms.ChoiceField(label=_("Issues"), required=False, choices=ISSUES)

    def __init__(self, tiles: Sequence[Tile], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._tiles = tiles
        offered = {
            "channel": {tile.row.channel: tile.row.name for tile in tiles},
            "locale": {tile.row.locale: language_name(tile.row.locale) for tile in tiles},
        }
        for name, choices in offered.items():
            by_label = sorted(choices.items(), key=lambda choice: choice[1].casefold())
            self.fields[name].choices = [ALL, *by_label]  # type: ignore[attr-defined]

    def shown(self) -> list[Tile]:
        """Return the tiles that fit; a wish that nothing can have is no wish."""
        self.is_valid()
        wish = self.cleaned_data
        return [tile for tile in self._tiles if _fits(tile, wish)]


def _fits(tile: Tile, wish: dict[str, str]) -> bool:
    told = {"channel": tile.row.channel, "locale": tile.row.locale, "state": tile.state}
    alike = all(not wish.get(name) or wish[name] == value for name, value in told.items())
    return alike and _has(tile, wish.get("issue", ""))


def _has(tile: Tile, issue: str) -> bool:
    answers: dict[str, Iterable[object] | int] = {"any": tile.issues, "error": tile.errors}
    if issue == "none":
        return not tile.issues
    return not issue or bool(answers[issue])
