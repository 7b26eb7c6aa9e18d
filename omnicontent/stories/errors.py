"""Everything that can go wrong between an editor's page and a story.

StoriesError
+-- StoryError       the page can't be a story yet; ``field`` is what to mend
+-- CaptionsError    a captions file is not WebVTT or SubRip
+-- MarksError       marks can't be brought back
"""

from omnicontent.phrases import Words


class StoriesError(Exception):
    """The root; its text is fit to show to an editor."""


class StoryError(StoriesError):
    """The page can't be a story yet. ``field`` names the page's field to mend."""

    def __init__(self, message: Words, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class CaptionsError(StoriesError):
    """The file holds no captions that a player could show."""


class MarksError(StoriesError):
    """What was once marked says nothing about the file that is there now."""
