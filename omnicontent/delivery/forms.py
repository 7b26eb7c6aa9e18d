"""The publisher's form: channels are ticked from what is installed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from omnicontent.channels.registry import all_channels
from omnicontent.delivery.models import Publisher
from omnicontent.stories.wording import channel_label


class PublisherForm(forms.ModelForm):
    """Who pulls, which channels, and until when."""

    channels = forms.MultipleChoiceField(
        label=_("Channels"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=Publisher._meta.get_field("channels").help_text,
    )

    class Meta:
        model = Publisher
        fields = ["name", "channels", "expires_at", "active"]
        widgets = {"expires_at": AdminDateTimeInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {slug: channel_label(channel.spec) for slug, channel in all_channels().items()}
        # A channel that is no longer installed stays ticked: a saved form must not widen the
        # scope to every channel behind the administrator's back.
        names |= {slug: slug for slug in self.instance.channels if slug not in names}
        self.fields["channels"].choices = list(names.items())  # type: ignore[attr-defined]
