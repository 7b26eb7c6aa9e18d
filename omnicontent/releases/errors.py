"""Everything that can go wrong between Publish and live.

ReleasesError
+-- NotLiveError           the release is not live, so it can't be taken down
+-- NotReadyError          the release is not whole, so it can't go live
+-- OutdatedApprovalError  what was looked at is not what would be approved
+-- AlteredVariantError    a variant is not what was built, so it is not handed out
+-- NoSuchIssueError       the release has no such issue open, so nobody can settle it
+-- LeaseLostError         another worker has taken the work over; whatever we made is dropped
+-- BrokenChannelError     a channel's code crashed; as channels are pure, it would again
+-- StoredFileError        the storage has lost or altered a finished file
+-- SourceError            a source file is gone or is not the one that was published
"""


class ReleasesError(Exception):
    """The root. ``permanent`` tells that a retry can't help."""

    permanent = True


class NotLiveError(ReleasesError):
    """The release is not live, so there is nothing to take down."""


class NotReadyError(ReleasesError):
    """The release is not whole: building, blocked, failed or taken down."""


class NoSuchIssueError(ReleasesError):
    """The issue is not open: settled or mended meanwhile, or not one that people can settle."""


class OutdatedApprovalError(ReleasesError):
    """The release or a variant has changed since somebody looked at it; look again."""


class AlteredVariantError(ReleasesError):
    """A stored variant is not what was built. Publish the campaign again to build it anew."""


class StoredFileError(ReleasesError):
    """A finished file is missing in the storage or is not what was made; bring it back."""


class LeaseLostError(ReleasesError):
    """Another worker holds the work now; drop what was made and stop."""


class BrokenChannelError(ReleasesError):
    """A channel's own code crashed; the cause is chained. Mend or uninstall the channel."""


class SourceError(ReleasesError):
    """The source file is gone or has changed since it was published."""

    permanent = False
