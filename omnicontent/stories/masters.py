"""Rows of the media library as the frozen values of a story. Reads no file."""

from omnicontent.channels.films import automatic_cover
from omnicontent.channels.story import Image, Video
from omnicontent.media.recipes import Span
from omnicontent.phrases import Phrase
from omnicontent.phrases import phrase as _
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import MasterImage, MasterMedia


def to_image(master: MasterImage, alt: str, *, field: str) -> Image:
    """Return the picture with what is marked in it.

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
        credit=master.credit,
        ai_origin=master.ai_origin,
        **dict(master.known_marks()),
    )


def to_video(master: MasterMedia, *, field: str) -> Video:
    """Return the film with its captions, what was seen in it and what a person chose.

    :raises StoryError: the file was never measured; it names ``field``.
    """
    if not (master.sha256 and master.width and master.height and master.duration):
        raise StoryError(_unmeasured(master.title), field=field)
    seen = master.known_seen()
    best = automatic_cover(seen.cover_seconds, _cut(master)) if seen else None
    return Video(
        source=master.file.name,
        digest=master.sha256,
        width_px=master.width,
        height_px=master.height,
        seconds=master.duration,
        has_sound=master.has_sound,
        description=master.description,
        captions=master.captions_vtt,
        cut=_cut(master),
        cover_seconds=best if master.cover_seconds is None else master.cover_seconds,
        shots=seen.shots if seen else (),
        own_shots=master.known_own_shots(),
        **dict(master.known_marks()),
    )


def _cut(master: MasterMedia) -> Span | None:
    if master.cut_start is None and master.cut_end is None:
        return None
    end = master.duration if master.cut_end is None else min(master.cut_end, master.duration)
    return Span(start=master.cut_start or 0, end=end)


def _unmeasured(title: str) -> Phrase:
    return _("The size of “%(title)s” is not known: upload the file again.", title=title)
