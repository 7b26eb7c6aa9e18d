"""A brand's fonts: kept under their digests for as long as a release may draw with them.

The brand can choose others any time; what was published before is still drawn in its own.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile

from omnicontent.media.placing import write_whole
from omnicontent.media.recipes import Fonts

FOLDER = "brand-fonts"


def keep_font(file: FieldFile) -> str:
    """Keep a copy of the font that nobody replaces; return its SHA-256, empty without a file."""
    if not file:
        return ""
    file.open("rb")
    data = file.read()
    file.seek(0)
    digest = hashlib.sha256(data).hexdigest()
    if not default_storage.exists(f"{FOLDER}/{digest}"):
        default_storage.save(f"{FOLDER}/{digest}", ContentFile(data))
    return digest


def fetch_fonts(fonts: Iterable[Fonts]) -> None:
    """Bring the fonts to this machine, where pictures are drawn; most are there already.

    One that is gone from the storage is left to the drawing to complain about.
    """
    for digest in sorted({name for one in fonts for name in (one.heading, one.text) if name}):
        path = Path(settings.BRAND_FONTS_DIR) / f"{digest}.ttf"
        if not path.is_file() and default_storage.exists(f"{FOLDER}/{digest}"):
            path.parent.mkdir(parents=True, exist_ok=True)
            with default_storage.open(f"{FOLDER}/{digest}") as font:
                write_whole(path, font.read())
