"""The small form in which an editor says why words may stand."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput


class ReasonForm(forms.Form):
    """Why words may stand that no fact backs."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=10,
        max_length=300,
        widget=AdminAutoHeightTextInput,
        help_text=_("10 to 300 characters. It stays in the page’s history."),
    )
