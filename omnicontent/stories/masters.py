"""Rows of the media library as the frozen values of a story. Reads no file."""

from django.utils.translation import gettext as _

from omnicontent.channels.story import Image, Video
from omnicontent.media.geometry import Focus
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import MasterImage, MasterMedia


def to_image(master: MasterImage, alt: str, *, field: str) -> Image:
    """Return the picture with its focal point as fractions.

    :raises StoryError: the file was never measured; it names ``field``.
    """
    if not (master.sha256 and master.width_px and master.height_px):
        raise StoryError(_unmeasured(master.title), field=field)
    return Image(
        source=master.file.name,
        digest=master.sha256,
        width_px=master.width_px,
        height_px=master.height_px,
        alt=alt,
        focus=_focus(master),
    )


def to_video(master: MasterMedia, *, field: str) -> Video:
    """Return the film with its captions.

    :raises StoryError: the file was never measured; it names ``field``.
    """
    if not (master.sha256 and master.width and master.height and master.duration):
        raise StoryError(_unmeasured(master.title), field=field)
    return Video(
        source=master.file.name,
        digest=master.sha256,
        width_px=master.width,
        height_px=master.height,
        seconds=master.duration,
        has_sound=master.has_sound,
        description=master.description,
        captions=master.captions_vtt,
        focus=Focus(x=master.focus_x / 100, y=master.focus_y / 100),
    )


def _focus(master: MasterImage) -> Focus:
    # Wagtail's chooser shows the picture upright, yet scales to the unrotated width and height:
    # the fractions are right, whichever way the camera was held.
    if master.focal_point_x is None or master.focal_point_y is None:
        return Focus()
    return Focus(
        x=min(1.0, master.focal_point_x / master.width),
        y=min(1.0, master.focal_point_y / master.height),
    )


def _unmeasured(title: str) -> str:
    return _("The size of “%s” is not known: upload the file again.") % title
