"""Why a preview can't be drawn, in words for the editor.

PreviewError
+-- NoPreviewError    the story, or this channel's way of saying it, is not there yet
"""


class PreviewError(Exception):
    """The root."""


class NoPreviewError(PreviewError):
    """Nothing can be drawn; ``field`` is the story's field that mends it."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field
