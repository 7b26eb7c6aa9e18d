"""The policy of messages under Settings, for whoever has the permission: administrators."""

from typing import Any, override

import django_filters
from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from omnicontent.message.kinds.registry import all_kinds
from omnicontent.releases.models import MessageRule
from omnicontent.stories.choices import channel_choices


def fact_choices() -> list[tuple[str, str]]:
    """Return name and label of every installed kind of fact."""
    labels = {name: kind.label.removeprefix("the ") for name, kind in all_kinds().items()}
    return [(name, capfirst(_(label))) for name, label in labels.items()]


def named(choices: list[tuple[str, str]], value: str, every: str) -> str:
    """Return a choice's label; what is no longer installed keeps its name."""
    return dict(choices).get(value, value) if value else every


class MessageRuleForm(forms.ModelForm):
    """One rule; channels and facts are those that are installed when the form is drawn."""

    class Meta:
        model = MessageRule
        fields = ["channel", "fact", "what", "severity"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("channel", channel_choices(), _("Every channel"))
        self._choose("fact", fact_choices(), _("Every fact"))
        whats = [("", _("Everything")), *MessageRule.What.choices]
        self.fields["what"].choices = whats  # type: ignore[attr-defined]

    def _choose(self, name: str, choices: list[tuple[str, str]], every: str) -> None:
        # What is no longer installed stays chosen: saving must not widen the rule.
        current = getattr(self.instance, name)
        if current and current not in dict(choices):
            choices = [*choices, (current, current)]
        field = self.fields[name]
        self.fields[name] = forms.ChoiceField(
            label=field.label,
            help_text=field.help_text,
            required=False,
            choices=[("", every), *choices],
        )


class MessageRuleFilters(WagtailFilterSet):
    """Find the rules for a channel, a fact, or of one severity."""

    channel = django_filters.ChoiceFilter(label=gettext_lazy("Channel"), choices=channel_choices)
    fact = django_filters.ChoiceFilter(label=gettext_lazy("Fact"), choices=fact_choices)

    class Meta:
        model = MessageRule
        fields = ["channel", "fact", "what", "severity"]


class MessageRuleViewSet(ModelViewSet):
    """List, make, change and delete rules."""

    model = MessageRule
    name = "message_rules"
    icon = "warning"
    menu_label = gettext_lazy("Message rules")
    menu_order = 510
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False  # a copy would be refused: there is one rule for each case
    filterset_class = MessageRuleFilters
    list_display = [
        TitleColumn(
            "channel",
            label=gettext_lazy("Channel"),
            url_name="message_rules:edit",
            accessor=lambda rule: named(channel_choices(), rule.channel, _("Every channel")),
        ),
        Column(
            "fact",
            label=gettext_lazy("Fact"),
            accessor=lambda rule: named(fact_choices(), rule.fact, _("Every fact")),
        ),
        Column(
            "what",
            label=gettext_lazy("What is wrong"),
            accessor=lambda rule: rule.get_what_display() if rule.what else _("Everything"),
        ),
        Column(
            "severity",
            label=gettext_lazy("Severity"),
            accessor=lambda rule: rule.get_severity_display(),
        ),
    ]

    @override
    def get_form_class(self, for_update: bool = False) -> type[MessageRuleForm]:
        return MessageRuleForm


@hooks.register("register_admin_viewset")
def register_rules() -> MessageRuleViewSet:
    """Return the viewset to register."""
    return MessageRuleViewSet()
