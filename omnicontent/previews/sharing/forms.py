"""What guests and editors fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from omnicontent.previews.sharing.models import DAYS_MAX, ReviewComment

TEXT_MAX = 2000
PASSWORD_MIN = 8
CAMPAIGN, RELEASE = "campaign", "release"


class CommentForm(forms.Form):
    """A guest's name and words. ``website`` is seen by machines only: who fills it in is one.

    ``seen`` is the number of the release that was on screen; a newer one may be there meanwhile.
    """

    author = forms.CharField(
        label=_("Your name"),
        max_length=ReviewComment._meta.get_field("author").max_length,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    text = forms.CharField(
        label=_("Your comment"), max_length=TEXT_MAX, widget=forms.Textarea(attrs={"rows": 4})
    )
    website = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    seen = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    @property
    def is_of_machine(self) -> bool:
        """Tell whether the field that people don't see was filled in."""
        return bool(self.cleaned_data.get("website"))


class PasswordForm(forms.Form):
    """The password that came with a link."""

    password = forms.CharField(
        label=_("Password"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class ShareForm(forms.Form):
    """What a new link shows, for how long, and to whom."""

    scope = forms.ChoiceField(label=_("What is shown"), widget=forms.RadioSelect)
    days = forms.TypedChoiceField(
        label=_("Days it works"),
        coerce=int,
        initial=DAYS_MAX,
        choices=[(days, days) for days in range(1, DAYS_MAX + 1)],
    )
    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        min_length=PASSWORD_MIN,
        max_length=128,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_(
            "Optional, 8 characters or more. Tell it to the reviewers by another way than the "
            "link; it can’t be looked up later."
        ),
    )

    def __init__(self, release_number: int, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["scope"].initial = RELEASE
        self.fields["scope"].choices = [  # type: ignore[attr-defined]
            (RELEASE, _("Release %(number)s, and no other") % {"number": release_number}),
            (CAMPAIGN, _("The campaign: always its newest release that is built")),
        ]
