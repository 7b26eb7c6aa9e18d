"""Why a preview can't be drawn, handed out or shared, in words for the reader.

PreviewError
+-- NoPreviewError       the story, or this channel's way of saying it, is not there yet
+-- NotHandedOutError    a variant can't be posted by hand now
+-- NotSentError         a test mail did not go out
+-- SharingError
    +-- NotShareableError    there is nothing to share, or not for so long
    +-- UnknownLinkError     no such link, or one whose signature is not ours
    +-- EndedLinkError       revoked, over, or its campaign was recalled
    +-- TooManyError         too many passwords or comments in a short time
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


class SharingError(PreviewError):
    """Something is wrong with a link for people without an account."""


class NotShareableError(SharingError):
    """No link can be made of this."""


class UnknownLinkError(SharingError):
    """There is no such link. Whether there ever was one is not told."""


class EndedLinkError(SharingError):
    """The link shows nothing any more."""


class TooManyError(SharingError):
    """Somebody has to wait."""
