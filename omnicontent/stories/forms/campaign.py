"""The campaign editor's form: choices known only at run time, wall-clock times, whole checks."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, override
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import AdminDateTimeInput

from omnicontent.message.kinds.plug_ins import plug_in_kinds
from omnicontent.stories.choices import channel_choices, currency_choices, time_zone_choices
from omnicontent.stories.clock import (
    at_wall,
    day_begun_at,
    last_whole_day,
    on_wall,
    start_of_day,
    zone_named,
)
from omnicontent.stories.completeness import find_faults
from omnicontent.stories.forms.long_select import LongSelect
from omnicontent.stories.sharing import FACTS
from omnicontent.stories.translating import take_facts
from omnicontent.stories.translations import is_stale, source_of
from omnicontent.stories.validators import WEB_ADDRESS_WANTED
from omnicontent.stories.wording import in_words

WALL_FIELDS = {"period_start": day_begun_at, "period_end": last_whole_day}
"""Fields of times -> which whole day a time stands for, if it stands for one."""
WHOLE_DAY = gettext_lazy("Leave the hour out where the whole day counts: 2031-12-31.")


class WallClockInput(AdminDateTimeInput):
    """Wagtail's chooser, which leaves a day without an hour as it is typed."""

    @override
    def get_config(self) -> dict[str, Any]:
        return super().get_config() | {"validateOnBlur": False}

    @override
    def format_value(self, value: Any) -> str | None:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        return super().format_value(value)


class WallClockField(forms.DateTimeField):
    """A date and time as the clocks show it, still without a time zone; or a whole day."""

    widget = WallClockInput

    @override
    def to_python(self, value: Any) -> Any:
        try:
            return forms.DateField().to_python(value)
        except ValidationError:
            return self._moment(value)

    def _moment(self, value: Any) -> datetime | None:
        with timezone.override(UTC):
            moment = super().to_python(value)
        return moment and moment.replace(tzinfo=None)


class ShownLooks(forms.JSONField):
    """What pictures, films and the brand looked like when the form was drawn; nobody's input."""

    widget = forms.HiddenInput

    @override
    def has_changed(self, initial: Any, data: Any) -> bool:
        return False

    @override
    def validate(self, value: Any) -> None:
        super().validate(value)
        if not isinstance(value, dict | None):
            raise ValidationError(self.error_messages["invalid"], "invalid", {"value": value})


class CampaignForm(WagtailAdminPageForm):
    """Checks a campaign field by field, and as a whole unless only a draft is saved."""

    offer_currency = forms.ChoiceField(
        label=gettext_lazy("Currency"),
        choices=currency_choices,
        required=False,
        widget=LongSelect,
    )
    period_start = WallClockField(
        label=gettext_lazy("Starts"), required=False, help_text=WHOLE_DAY
    )
    period_end = WallClockField(label=gettext_lazy("Ends"), required=False, help_text=WHOLE_DAY)
    period_time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"), choices=time_zone_choices, widget=LongSelect
    )
    cta_url = forms.URLField(
        label=pgettext_lazy("link", "Where"),
        max_length=1000,
        required=False,
        error_messages={"invalid": WEB_ADDRESS_WANTED},
    )
    channels = forms.MultipleChoiceField(
        label=gettext_lazy("Channels"),
        choices=channel_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words_hold = forms.BooleanField(
        label=gettext_lazy("The words of this page are right as they are"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs["instance"]
        source = source_of(instance)
        if source is not None:
            take_facts(instance, source)
        super().__init__(*args, **kwargs)
        if source is not None:
            self._close_facts()
        if not is_stale(self.instance):
            del self.fields["words_hold"]
        if self.instance.workflow_in_progress:
            self._show_looks()
        zone = zone_named(self.instance.period_time_zone)
        for name, day_of in WALL_FIELDS.items():
            moment = getattr(self.instance, name)
            shown = moment and (day_of(moment, zone) or on_wall(moment, zone))
            self.initial[name] = shown
        if not (plug_in_kinds() or self.instance.more_facts):
            self.fields.pop("more_facts", None)
        if not self.instance.channels:
            self.initial["channels"] = [slug for slug, _name in channel_choices()]

    @override
    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.instance.words_hold = data.get("words_hold", False)
        self._place_times_in_zone(data)
        if not self.is_deferred_validation:
            for field, message in self._faults(data).items():
                self.add_error(field, message)
        return data

    @override
    def _post_clean(self) -> None:
        # The models import this form, and the memory of own words imports the models.
        from omnicontent.stories.own_words import memories_of, remember

        saved = memories_of(self.instance)
        super()._post_clean()
        if "own_words" in self.cleaned_data:
            remember(self.instance, saved)

    def _show_looks(self) -> None:
        # The models import this form.
        from omnicontent.stories.reviewing import looks_of, told_stories

        # None where nothing can be told yet: what was not shown is not approved.
        shown = None if self.is_bound else looks_of(told_stories(self.instance)) or None
        self.fields["shown_looks"] = ShownLooks(required=False, initial=shown)

    def _close_facts(self) -> None:
        for name in set(FACTS) & set(self.fields):
            self.fields[name].disabled = True  # whatever is posted, the source's facts are saved

    def _faults(self, data: dict[str, Any]) -> dict[str, str]:
        faults = {field: in_words(fault) for field, fault in find_faults(data).items()}
        if not data.get("channels"):
            faults["channels"] = _("Choose at least one channel.")
        return {field: text for field, text in faults.items() if field not in self.errors}

    def _place_times_in_zone(self, data: dict[str, Any]) -> None:
        zone = zone_named(data.get("period_time_zone", ""))
        for name in WALL_FIELDS:
            if data.get(name):
                try:
                    data[name] = _instant(name, data[name], zone)
                except ValueError:
                    data[name] = None
                    self.add_error(name, _("The clocks in %s skip this time.") % zone.key)


def _instant(name: str, shown: date, zone: ZoneInfo) -> datetime:
    """Return when the clocks show it: a whole day ends with the first instant of the next."""
    if isinstance(shown, datetime):
        return at_wall(shown, zone)
    return start_of_day(shown + timedelta(days=name == "period_end"), zone)
