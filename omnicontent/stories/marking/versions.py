"""Versions of what is marked in a picture or chosen of a film. Writes.

They are Wagtail's revisions of the row, one for each saving. The file itself has no versions: a
new one is marked anew.
"""

from typing import Any

from django.db import transaction
from wagtail.models import Revision

from omnicontent.phrases import phrase as _
from omnicontent.stories.errors import MarksError
from omnicontent.stories.models import MasterImage, MasterMedia


def keep_first_version(*, row: MasterImage | MasterMedia) -> None:
    """Keep what is there before somebody changes it, unless there are versions.

    Not every way into a library makes one. Nobody knows who marked it until then.
    """
    if row.latest_revision_id is None:
        row.save_revision(clean=False)


@transaction.atomic
def bring_back(*, row: MasterImage | MasterMedia, version: Revision, user: Any) -> None:
    """Mark the row again as it was, and keep that as the latest version.

    :raises MarksError: the version is of another file.
    """
    old = version.as_object()
    if old.sha256 != row.sha256:
        raise MarksError(_("These marks were made in a file that has been replaced since."))
    row.take_marks_of(old)
    row.save()
    row.save_revision(user=user, log_action=True, previous_revision=version, clean=False)
