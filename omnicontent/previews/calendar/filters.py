"""The calendar's filters."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.coreutils import get_content_languages

from omnicontent.previews.calendar.asking import Asked
from omnicontent.previews.calendar.entries import Entry
from omnicontent.previews.calendar.showing import channel_names
from omnicontent.previews.calendar.states import STATES


class FilterForm(forms.Form):
    """Which campaigns are shown; the part of the calendar goes with it unseen."""

    locale = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    channel = forms.ChoiceField(label=gettext_lazy("Channel"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    view = forms.CharField(widget=forms.HiddenInput)
    on = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, asked: Asked) -> None:
        super().__init__(
            initial={
                "locale": asked.locale,
                "channel": asked.channel,
                "state": asked.state,
                "view": asked.view.value,
                "on": asked.on.isoformat(),
            },
        )
        states = [(name, capfirst(str(one.label))) for name, one in STATES.items()]
        self._offer("locale", _("All languages"), get_content_languages().items())
        self._offer("channel", _("All channels"), channel_names().items())
        self._offer("state", _("All states"), states)

    def _offer(self, name: str, everything: str, choices: Iterable[tuple[str, Any]]) -> None:
        field = cast("forms.ChoiceField", self.fields[name])
        field.choices = [("", everything), *choices]


def passes(entry: Entry, asked: Asked) -> bool:
    """Tell whether the reader asked for such an entry."""
    return (
        asked.locale in {"", *entry.locales}
        and asked.channel in {"", *entry.channels}
        and asked.state in {"", *entry.states}
    )
