"""Everything of one variant in one zip: files, captions, texts, the payload, and what is what.

The zip is put together in a temporary file and sent from there. A film is never in memory: it goes
from the storage to the disk in pieces. Streaming it while it is made would save that disk space,
but what is missing in the storage would then end as a broken zip on somebody's desk, and members
of unknown size that are stored as they are can't be read by every program. Pictures and films are
packed already, so nothing is deflated.
"""

import logging
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from typing import IO

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from omnicontent.channels.content import Content, MediaUse
from omnicontent.previews.by_hand.texts import Paste
from omnicontent.previews.errors import NotHandedOutError
from omnicontent.releases.errors import StoredFileError
from omnicontent.releases.models import Rendition, Variant
from omnicontent.releases.storing import copy_rendition
from omnicontent.stories.captions import to_subrip

logger = logging.getLogger(__name__)
KINDS = {
    "image": gettext_lazy("picture"),
    "frame": gettext_lazy("picture"),
    "video": gettext_lazy("film"),
    "poster": gettext_lazy("printed page"),
}
READABLE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the zip."""

    name: str
    about: str
    """What it is, in the reader's language."""
    source: bytes | Rendition


def members_of(variant: Variant, content: Content, pastes: Iterable[Paste]) -> list[Member]:
    """Return what goes into the zip, in the order in which it is used.

    :raises NotHandedOutError: a picture or film is not made yet.
    """
    return [
        *_media(variant, content),
        *(Member(one.file_name, one.label, one.text.encode()) for one in pastes),
        _payload(variant),
    ]


def write_zip(members: Iterable[Member], built_at: datetime | None) -> IO[bytes]:
    """Return a temporary file with the zip, to be read from its start; closing it deletes it.

    :raises NotHandedOutError: the storage has lost or altered a file.
    """
    file = tempfile.TemporaryFile(prefix="omnicontent-", suffix=".zip")  # noqa: SIM115 - the response closes it
    try:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for member in members:
                _write(archive, member, built_at or timezone.now())
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def media_names(content: Content) -> list[str]:
    """Return what the files are called in the zip: by their place, then their slot."""
    return [
        f"{place:02}-{slugify(use.slot) or use.recipe.kind}{Path(use.file_name).suffix}"
        for place, use in enumerate(content.media, start=1)
    ]


def _media(variant: Variant, content: Content) -> Iterator[Member]:
    made = {row.file_name: row for row in variant.renditions.filter(state=Rendition.State.READY)}
    if not made.keys() >= {use.file_name for use in content.media}:
        raise NotHandedOutError(_("Pictures and films are still being made. Try again later."))
    for name, use in zip(media_names(content), content.media, strict=True):
        yield Member(name, _about(use, made[use.file_name]), made[use.file_name])
        if use.captions:
            yield from _captions(PurePosixPath(name).stem, use, content.locale)


def _captions(stem: str, use: MediaUse, locale: str) -> Iterator[Member]:
    language = locale.partition("-")[0]
    yield Member(f"{stem}.{language}.vtt", _("captions, WebVTT"), use.captions.encode())
    subrip = to_subrip(use.captions).encode()
    yield Member(f"{stem}.{language}.srt", _("the same captions, SubRip"), subrip)


def _about(use: MediaUse, row: Rendition) -> str:
    kind = str(KINDS[use.recipe.kind])
    if use.recipe.kind == "poster" or not row.width_px:
        return kind
    return f"{kind}, {row.width_px} × {row.height_px}"


def _payload(variant: Variant) -> Member:
    name = PurePosixPath(variant.file_name).name or "payload"
    about = _("what the API delivers, byte for byte; the digest is its SHA-256")
    return Member(f"payload/{name}", about, bytes(variant.body or b""))


def _write(archive: zipfile.ZipFile, member: Member, when: datetime) -> None:
    info = zipfile.ZipInfo(member.name, timezone.localtime(when).timetuple()[:6])
    info.external_attr = READABLE
    if isinstance(member.source, bytes):
        archive.writestr(info, member.source)
        return
    info.file_size = member.source.bytes or 0  # tells whether the member needs Zip64
    try:
        with archive.open(info, "w") as into:
            copy_rendition(member.source, into)
    except StoredFileError as error:
        logger.exception("A file can't be handed out")
        words = _(
            "The file %(file)s is missing in the storage or is not the one that was made. Tell "
            "whoever runs this service to bring it back."
        )
        words %= {"file": member.source.file_name}
        raise NotHandedOutError(words, HTTPStatus.INTERNAL_SERVER_ERROR) from error
