"""What the tests of stories are made of: real pages, drawn pictures, a film by ffmpeg."""

import io
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import imageio_ffmpeg
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from omnicontent.stories.models import (
    CampaignIndexPage,
    CampaignPage,
    MasterImage,
    MasterMedia,
)

STREAMS = ("place_hours", "further_places", "products")
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n[Birds sing]\n"
WORDS = {
    "headline": "Tulips for your balcony",
    "key_message": "Plant them before the frost.",
}


def make_index(slug: str = "campaigns") -> CampaignIndexPage:
    root = Page.objects.get(depth=1)
    index = root.add_child(instance=CampaignIndexPage(title="Campaigns", slug=slug))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": index},
    )
    Site.clear_site_root_paths_cache()
    return index


def make_campaign(index: Page, title: str = "Tulips", **fields: Any) -> CampaignPage:
    return index.add_child(
        instance=CampaignPage(title=title, **{**WORDS, "live": False, **fields})
    )


def picture_file(name: str = "tulip.png", orientation: int | None = None) -> ContentFile:
    buffer = io.BytesIO()
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    kind = "JPEG" if name.endswith("jpg") else "PNG"
    Image.new("RGB", (40, 30), "#c03030").save(buffer, kind, exif=exif)
    return ContentFile(buffer.getvalue(), name)


def make_picture(name: str = "tulip.png", **fields: Any) -> MasterImage:
    picture = MasterImage(title="Tulip", file=picture_file(name), **fields)
    picture.save()
    return picture


def film_bytes(folder: Path, size: str = "64x48") -> bytes:
    """Two seconds of a test card with a tone."""
    film = encode_film(
        *("-f", "lavfi", "-i", f"testsrc=size={size}:rate=10:duration=2"),
        *("-f", "lavfi", "-i", "sine=duration=2"),
        *("-pix_fmt", "yuv420p", "-shortest"),
    )
    (folder / "film.mp4").write_bytes(film)
    return film


@cache
def encode_film(*arguments: str) -> bytes:
    """Return the MP4 that ffmpeg makes; encoded once a run, however many tests want it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *arguments, str(path)]
        subprocess.run(command, check=True, capture_output=True)
        return path.read_bytes()


def make_film(folder: Path, **fields: Any) -> MasterMedia:
    film = MasterMedia(
        title="Film", type="video", file=ContentFile(film_bytes(folder), "film.mp4"), **fields
    )
    film.save()
    return film


def posted(
    body: list[tuple[str, Any]] | None = None,
    own_words: list[dict[str, str]] | None = None,
    forms: list[dict[str, str]] | None = None,
    **fields: Any,
) -> dict[str, Any]:
    """Return what the editor's form posts: an empty campaign with ``fields`` filled in."""
    words = [("words", entry) for entry in own_words or []]
    words += [("form", entry) for entry in forms or []]
    return nested_form_data(
        {
            "title": "Tulips",
            "slug": "tulips",
            **WORDS,
            "offer_type": "",
            "period_time_zone": "Europe/Paris",
            "body": streamfield(body or []),
            "own_words": streamfield(words),
            **{name: streamfield([]) for name in STREAMS},
            "comments": inline_formset([]),
        }
    ) | {"channels": ["sms"], **fields}


def edit_address(page: CampaignPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def mark(picture: MasterImage, **marks: object) -> None:
    picture.mark(picture.known_marks().model_copy(update=marks), by_hand=True)
    picture.save()
