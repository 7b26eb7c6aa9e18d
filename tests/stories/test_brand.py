"""Fonts of a brand: tried before they are taken."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from omnicontent.stories.models import BrandSettings


@pytest.fixture
def admin(client: Client, db: None) -> Client:
    client.force_login(User.objects.create_superuser("admin", password="x"))
    return client


def post_font(browser: Client, name: str, content: bytes):
    site = Site.objects.get(is_default_site=True)
    address = reverse("wagtailsettings:edit", args=["stories", "brandsettings", site.pk])
    form = {"name": "Garden", "color": "#1f3a5f"}
    return browser.post(address, form | {"heading_font": SimpleUploadedFile(name, content)})


def font() -> bytes:
    package = find_spec("font_source_sans_pro")
    assert package
    assert package.origin
    return next(Path(package.origin).parent.rglob("*.ttf")).read_bytes()


def test_a_font_is_taken_and_stays_when_the_rest_is_saved(admin: Client) -> None:
    assert post_font(admin, "house.ttf", font()).status_code == 302
    brand = BrandSettings.objects.get()
    assert brand.heading_font.name.startswith("fonts/house")
    assert brand.text_font.name == ""
    brand.full_clean()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("house.ttf", b"no font at all", "This is no font file: take a .ttf or .otf file."),
        ("house.ttf", bytes(64), "This is no font file: take a .ttf or .otf file."),
        ("house.woff2", b"wOF2", "File extension “woff2” is not allowed."),
        ("house.otf", bytes(20_000_001), "The font file is larger than 20 MB."),
    ],
)
def test_what_is_no_font_is_refused(admin: Client, name: str, content: bytes, words: str) -> None:
    response = post_font(admin, name, content)
    assert words in str(response.context["form"].errors["heading_font"])
    assert not BrandSettings.objects.exclude(heading_font="").exists()
