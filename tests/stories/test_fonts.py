"""A brand's fonts: kept by digest, brought to whoever draws, part of what is published."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from pytest_django import Settings
from wagtail.models import Site

from omnicontent.media.errors import MediaError
from omnicontent.media.recipes import Fonts
from omnicontent.media.words.fonts import brand_fonts, font_file, use_folder
from omnicontent.stories.fonts import FOLDER, fetch_fonts
from omnicontent.stories.models import BrandSettings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.BRAND_FONTS_DIR = tmp_path / "fonts"
    use_folder(tmp_path / "fonts")
    return tmp_path / "fonts"


def black() -> bytes:
    package = find_spec("font_source_sans_pro")
    (place,) = package.submodule_search_locations
    return (Path(place) / "files" / "SourceSansPro-Black.ttf").read_bytes()


@pytest.fixture
def brand() -> BrandSettings:
    row = BrandSettings(site=Site.objects.get(is_default_site=True))
    row.heading_font = ContentFile(black(), "house.ttf")
    row.save()
    return row


def test_a_font_is_kept_under_its_digest_when_the_brand_takes_another(
    brand: BrandSettings,
) -> None:
    before = brand.fonts
    assert (len(before.heading), before.text) == (64, "")
    brand.heading_font = None
    brand.save()
    assert brand.fonts == Fonts()
    with default_storage.open(f"{FOLDER}/{before.heading}") as kept:
        assert kept.read() == black()


def test_words_are_drawn_in_the_brands_font_where_it_has_the_letters(
    brand: BrandSettings, folder: Path
) -> None:
    fetch_fonts([brand.fonts])
    with brand_fonts(brand.fonts):
        assert font_file("Sale", bold=True) == str(folder / f"{brand.fonts.heading}.ttf")
        assert "Sans" in font_file("Sale")
    assert "SourceSansPro-Bold" in font_file("Sale", bold=True)


def test_a_font_that_is_gone_is_no_other_font(brand: BrandSettings) -> None:
    default_storage.delete(f"{FOLDER}/{brand.fonts.heading}")
    fetch_fonts([brand.fonts])
    with pytest.raises(MediaError, match="Upload it again"), brand_fonts(brand.fonts):
        pass
