"""What the forms of pictures and films share: locks hold them, and what was there is kept."""

from collections.abc import Sequence
from typing import Any, override

from django.db import transaction
from django.forms import FileField
from wagtail.admin.forms.collections import BaseCollectionMemberForm
from wagtail.locks import BaseLock

from omnicontent.stories.marking.holding import locks_on
from omnicontent.stories.marking.versions import keep_first_version


class MarkedForm(BaseCollectionMemberForm):
    """A form whose row shapes what campaigns show."""

    about: Sequence[str] = ("title", "collection", "tags")
    """Fields that no channel shows; a lock leaves them open."""
    locks: Sequence[BaseLock] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.user = kwargs.get("user")
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.user:
            self.locks = locks_on(self.instance, self.user)

    def hold(self) -> None:
        """Close what shapes files, whatever is posted, while a lock holds the user."""
        for name in set(self.fields) - set(self.about) if self.locks else ():
            if isinstance(self.fields[name], FileField):
                del self.fields[name]  # a closed one would read the stored file anew
            else:
                self.fields[name].disabled = True

    @override
    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        if commit and self.instance.pk:
            stored = type(self.instance)._default_manager.get(pk=self.instance.pk)
            keep_first_version(row=stored)
            self.instance.latest_revision_id = stored.latest_revision_id
        return super().save(commit=commit)
