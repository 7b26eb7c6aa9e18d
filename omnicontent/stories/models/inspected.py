"""Files of the master: checked and measured once, when they are uploaded.

A story needs digest, size and length of each file; reading them here, and not for every story,
keeps a release from opening any file.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.fields.files import FieldFile

from omnicontent.media.errors import MediaError
from omnicontent.phrases import words_of
from omnicontent.stories.files import is_new
from omnicontent.stories.wording import in_words


class Inspected:
    """A row whose file is read once: when it is new, or was never read."""

    file: FieldFile
    sha256: Any
    _inspected: FieldFile | None = None

    def must_inspect(self) -> bool:
        """Tell whether the file's digest and size are still to be read."""
        unread = is_new(self.file) and self._inspected is not self.file
        return bool(self.file) and (unread or not self.sha256)

    def inspect(self) -> None:
        """Read the file; each kind adds what it needs to know."""
        self._inspected = self.file

    def refuse_unreadable(self) -> None:
        """Read the file if it is new.

        :raises ValidationError: at the field ``file``, with the reason.
        """
        if self.must_inspect():
            try:
                self.inspect()
            except MediaError as error:
                raise ValidationError({"file": in_words(words_of(error))}) from error
