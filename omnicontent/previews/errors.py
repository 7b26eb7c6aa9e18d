"""Why a preview can't be drawn or a variant handed out, in words for the editor.

PreviewError
+-- NoPreviewError    the story, or this channel's way of saying it, is not there yet
+-- NotHandedOutError  a variant can't be posted by hand now
+-- NotSentError      a test mail did not go out
"""

from http import HTTPStatus


class PreviewError(Exception):
    """The root."""


class NoPreviewError(PreviewError):
    """Nothing can be drawn; ``field`` is the story's field that mends it."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class NotHandedOutError(PreviewError):
    """The variant, or one of its files, is not there or may not be used; the message says why."""

    def __init__(self, message: str, status: HTTPStatus = HTTPStatus.CONFLICT) -> None:
        super().__init__(message)
        self.status = status


class NotSentError(PreviewError):
    """The mail server, or something before it, did not take the test; the message says what."""
