"""What can go wrong with a picture or a film.

MediaError
+-- UnreadableMediaError    not a picture or film we take, truncated, or hostile
+-- MediaTooLargeError      more pixels, frames, seconds or bytes than we take
+-- EncodingError           the encoder failed or ran out of time
+-- BudgetError             no quality within bounds meets the byte budget
+-- WordsError              the words can't be drawn at a legible size
+-- CancelledError          whoever asked for the files does not want them any more
"""


class MediaError(Exception):
    """The root. ``permanent`` tells that a retry of the same file can't help."""

    permanent = True


class UnreadableMediaError(MediaError):
    """The file is not a picture or film that we take."""


class MediaTooLargeError(MediaError):
    """The file has more pixels, frames, seconds or bytes than we take."""


class EncodingError(MediaError):
    """The encoder failed or ran out of time; another try may help."""

    permanent = False


class BudgetError(MediaError):
    """No quality within bounds makes the file small enough for its surface."""


class WordsError(MediaError):
    """The words can't be drawn into the picture at a size that people can read."""


class CancelledError(MediaError):
    """Whoever asked for the files does not want them any more; nothing of them is left."""

    permanent = False
