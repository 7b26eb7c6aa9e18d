"""Uploads: measured once, refused with the reason."""

import hashlib
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from omnicontent.stories.models import MasterImage, MasterMedia
from tests.stories.making import VTT, film_bytes, picture_file


def test_a_picture_is_measured_when_it_is_saved(picture: MasterImage) -> None:
    with picture.file.open() as file:
        assert picture.sha256 == hashlib.sha256(file.read()).hexdigest()
    assert (picture.width_px, picture.height_px) == (40, 30)


def test_a_picture_taken_upright_is_measured_upright(db: None) -> None:
    picture = MasterImage(title="Tall", file=picture_file("tall.jpg", orientation=6))
    picture.save()
    assert (picture.width_px, picture.height_px) == (30, 40)


def test_another_file_is_measured_anew(picture: MasterImage) -> None:
    before = picture.sha256
    picture.file = picture_file("other.jpg")
    picture.save()
    assert picture.sha256 != before
    assert MasterImage.objects.get(pk=picture.pk).sha256 == picture.sha256


def test_a_film_is_measured_when_it_is_saved(film: MasterMedia) -> None:
    assert (film.width, film.height, film.has_sound) == (64, 48, True)
    assert film.duration == pytest.approx(2, abs=0.2)
    assert len(film.sha256) == 64


def test_the_library_takes_a_film_and_its_captions(editor: Client, tmp_path: Path) -> None:
    response = editor.post(
        reverse("wagtailmedia:add", args=["video"]),
        {
            "title": "Film",
            "file": SimpleUploadedFile("film.mp4", film_bytes(tmp_path)),
            "captions": SimpleUploadedFile("film.srt", b"1\n00:00:00,000 --> 00:00:01,000\nHi\n"),
            "focus_x": "20",
            "focus_y": "50",
        },
    )
    assert response.status_code == 302, response.context["form"].errors
    film = MasterMedia.objects.get()
    assert film.captions_vtt == "WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.000\nHi\n"
    assert (film.width, film.focus_x) == (64, 20)


def test_the_library_refuses_what_is_no_film(editor: Client) -> None:
    response = editor.post(
        reverse("wagtailmedia:add", args=["video"]),
        {
            "title": "Film",
            "file": SimpleUploadedFile("film.mp4", b"not a film at all"),
            "focus_x": "50",
            "focus_y": "50",
        },
    )
    assert "file" in response.context["form"].errors
    assert not MasterMedia.objects.exists()


def test_the_library_refuses_a_truncated_picture(editor: Client) -> None:
    whole = picture_file("tulip.jpg").read()
    response = editor.post(
        reverse("wagtailimages:add"),
        {"title": "Cut", "file": SimpleUploadedFile("cut.jpg", whole[: len(whole) // 2])},
    )
    assert "file" in response.context["form"].errors
    assert not MasterImage.objects.exists()


def test_captions_that_do_not_parse_are_refused(film: MasterMedia) -> None:
    film.captions = ContentFile(b"Not captions", "film.vtt")
    with pytest.raises(ValidationError) as caught:
        film.full_clean()
    assert "This is not a WebVTT or SubRip file" in caught.value.message_dict["captions"][0]


def test_captions_leave_with_their_file(film: MasterMedia) -> None:
    film.captions = ContentFile(VTT, "film.vtt")
    film.save()
    assert film.captions_vtt.startswith("WEBVTT")
    film.captions = ""
    film.save()
    assert film.captions_vtt == ""
