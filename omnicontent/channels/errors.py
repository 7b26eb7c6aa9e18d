"""Everything that can go wrong between a story and a payload.

ChannelsError
+-- UnknownChannelError      no channel has this slug
+-- BrokenChannelError       a module offers no channel, or one with a spec that can't be used
+-- DuplicateChannelError    two modules claim one slug
+-- AdaptationError          this story can't be said on this channel
+-- PlatformFileError        a platform's file of settings can't be used
"""

from omnicontent.phrases import Words


class ChannelsError(Exception):
    """The root. ``slug`` names the channel; ``permanent`` tells that a retry can't help."""

    def __init__(self, message: Words, *, slug: str = "", permanent: bool = True) -> None:
        super().__init__(message)
        self.slug = slug
        self.permanent = permanent


class UnknownChannelError(ChannelsError):
    """No installed channel has this slug."""


class BrokenChannelError(ChannelsError):
    """A module offers no channel, or one whose spec can't be used; says every fault."""


class DuplicateChannelError(ChannelsError):
    """Two modules claim one slug; both are named."""


class AdaptationError(ChannelsError):
    """The story can't be said on this channel; ``field`` is what the editor can mend."""

    def __init__(self, message: Words, *, slug: str = "", part: str = "", field: str = "") -> None:
        super().__init__(message, slug=slug, permanent=True)
        self.part = part
        self.field = field


class PlatformFileError(ChannelsError):
    """A file of what a platform says about itself is broken; says which, and what to do."""
