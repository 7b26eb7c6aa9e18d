"""What a rendition says about itself: its credit, that a model made it, and nothing else."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from omnicontent.media.pictures.metadata import xmp_packet
from omnicontent.media.recipes import AiOrigin, ImageFormat
from tests.media.making import FORMATS, made, small
from tests.media.photos import photo, saved
from tests.media.profiles import display_p3

CREDIT = "{http://ns.adobe.com/photoshop/1.0/}Credit"
ORIGIN = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"
DESCRIPTION = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
CODE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def told(xmp: bytes) -> dict[str, str]:
    (description,) = ET.fromstring(xmp).iter(DESCRIPTION)
    return dict(description.attrib)


def packet(picture: Image.Image) -> bytes:
    found = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp")
    return found.encode() if isinstance(found, str) else found


@pytest.mark.parametrize("image_format", FORMATS)
def test_credit_and_origin_are_written_into_every_format(
    tmp_path: Path, image_format: ImageFormat
) -> None:
    path = saved(photo(90, 60), tmp_path / "a.png")
    credit = "Zoë & Co. <“photo”> 'été'"

    picture = made(path, small(image_format, credit=credit, ai_origin="trainedAlgorithmicMedia"))

    facts = told(packet(picture))
    assert facts[CREDIT] == credit
    assert facts[ORIGIN] == CODE + "trainedAlgorithmicMedia"


@pytest.mark.parametrize("image_format", FORMATS)
def test_without_a_word_to_say_there_is_no_metadata(
    tmp_path: Path, image_format: ImageFormat
) -> None:
    path = saved(photo(90, 60), tmp_path / "a.png")

    assert not packet(made(path, small(image_format)))


@pytest.mark.parametrize("origin", ["", "compositeWithTrainedAlgorithmicMedia"])
def test_only_what_is_known_is_told(origin: AiOrigin) -> None:
    assert (ORIGIN in told(xmp_packet("Ada", origin))) == bool(origin)
    assert xmp_packet("\n", "") == b""


@given(st.text())
def test_any_credit_makes_a_packet_that_can_be_read(credit: str) -> None:
    told(xmp_packet(credit, "trainedAlgorithmicMedia"))


@pytest.mark.parametrize("suffix", ["jpg", "webp", "png", "avif", "heic"])
@pytest.mark.parametrize("image_format", FORMATS)
def test_nothing_else_is_left(tmp_path: Path, image_format: ImageFormat, suffix: str) -> None:
    path = _with_canaries(tmp_path / f"a.{suffix}")
    assert b"CANARY" in path.read_bytes()

    picture = made(path, small(image_format, credit="Ada"))

    data = (tmp_path / f"made.{small(image_format).suffix}").read_bytes()
    assert b"CANARY" not in data
    assert b"Display P3" not in data
    assert not {"exif", "icc_profile", "comment", "photoshop"} & set(picture.info)
    assert not picture.getexif()
    assert told(packet(picture))[CREDIT] == "Ada"


def _with_canaries(path: Path) -> Path:
    source = photo(96, 64)
    exif = source.getexif()
    exif[0x010E] = "CANARY description"
    exif[0x013B] = "CANARY artist"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 29.0), 29: "CANARY"})
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>CANARY</x:xmpmeta>"
    extra: dict[str, object] = {"comment": b"CANARY"} if path.suffix == ".jpg" else {}
    if path.suffix == ".heic":
        source.save(path, "HEIF", exif=exif.tobytes(), xmp=xmp, icc_profile=display_p3())
        return path
    return saved(source, path, exif=exif, xmp=xmp, icc_profile=display_p3(), **extra)
