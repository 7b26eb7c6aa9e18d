"""Campaigns for tests: real pages, a drawn picture, a film that ffmpeg makes."""

import io
import subprocess
from pathlib import Path
from tempfile import gettempdir

import imageio_ffmpeg
from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from wagtail.models import Locale, Page, Site

from omnicontent.releases.models import Release, Work
from omnicontent.releases.services import do_work
from omnicontent.stories.models import (
    CampaignIndexPage,
    CampaignPage,
    MasterImage,
    MasterMedia,
)

WORDS = ("headline", "key_message", "summary", "hero_image_alt", "cta_verb", "legal_line")


def make_index() -> CampaignIndexPage:
    index = CampaignIndexPage.objects.filter(locale__language_code="en").first()
    if index is None:
        root = Page.objects.get(depth=1)
        index = root.add_child(instance=CampaignIndexPage(title="Campaigns", slug="campaigns"))
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "root_page": index}
        )
    return index


def make_campaign(
    channels: list[str], *, headline: str = "Cherries are ripe", **fields: object
) -> CampaignPage:
    """Save an unpublished campaign page."""
    page = CampaignPage(
        title=headline,
        headline=headline,
        key_message="Pick your own in the orchard.",
        channels=channels,
        **fields,
    )
    if page.hero_image_id:
        page.hero_image_alt = "A red circle"
    make_index().add_child(instance=page)
    return page


def publish(page: CampaignPage, **fields: object) -> Release:
    """Change fields, publish, and return the release that was asked for."""
    page = CampaignPage.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return Release.objects.filter(campaign=page.translation_key).order_by("-number")[0]


def translate(page: CampaignPage, language: str = "fr", **fields: object) -> CampaignPage:
    """Save an unpublished page of the same campaign in another language, with words of its own."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    translated = page.copy_for_translation(locale, copy_parents=True)
    said = {name: getattr(page, name) for name in WORDS}
    words = {name: f"{text} ({language})" for name, text in said.items() if text}
    for name, value in (words | fields).items():
        setattr(translated, name, value)
    translated.save()
    return translated


def run_all_waiting() -> None:
    """Do all work that waits, and what follows from it, as one patient worker would."""
    while waiting := list(Work.objects.filter(state=Work.State.WAITING)):
        for work in waiting:
            do_work(work_id=work.pk)


def make_image(width: int = 900, height: int = 700) -> MasterImage:
    picture = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(picture).ellipse((100, 100, 500, 500), fill="red")
    file = io.BytesIO()
    picture.save(file, "JPEG")
    image = MasterImage(title="Circle", file=ContentFile(file.getvalue(), "circle.jpg"))
    image.save()
    return image


def make_video(seconds: int = 3, *, seen: bool = True) -> MasterMedia:
    """Save a film; ``seen`` spares the work of looking at it."""
    media = MasterMedia(title="Test card", type="video", duration=seconds)
    if seen:
        shots = [{"start": 0, "end": seconds}]
        media.seen = {"shots": shots, "cover_seconds": 1}
    media.file = ContentFile(_film(seconds).read_bytes(), "card.mp4")
    media.save()
    return media


def _film(seconds: int) -> Path:
    path = Path(gettempdir()) / f"omnicontent-test-card-{seconds}.mp4"
    if not path.exists():
        sources = [
            f"testsrc2=size=960x540:rate=25:duration={seconds}",
            f"sine=frequency=440:duration={seconds}",
        ]
        inputs = [part for source in sources for part in ("-f", "lavfi", "-i", source)]
        half = path.with_suffix(".new.mp4")
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error", *inputs]
        subprocess.run([*command, "-c:v", "libx264", "-c:a", "aac", str(half)], check=True)
        half.rename(path)
    return path
