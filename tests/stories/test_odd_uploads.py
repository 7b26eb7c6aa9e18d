"""Odd files at the upload forms: taken as they are seen, or refused in the reader's words."""

import hashlib
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from omnicontent.stories.models import MasterImage, MasterMedia
from tests.stories import odd_files as odd

PICTURES = {
    **{f"turned-{n}.jpg": (odd.picture(orientation=n), n > 4) for n in range(1, 9)},
    "press.jpg": (odd.picture("CMYK"), False),
    "deep.png": (odd.deep, False),
    "phone.png": (odd.in_display_p3, False),
    "phone.jpg": (odd.in_display_p3, False),
    "logo.png": (odd.picture("RGBA"), False),
    "phone.heic": (odd.heic, False),
}
"""Name -> what draws it, and whether it stands upright: 40 wide and 60 high."""
FILMS = {
    "turned.mp4": (odd.film_turned, (48, 64), True),
    "mute.mp4": (odd.film(sound=""), (64, 48), False),
    "cinema.mp4": (odd.film(sound="5.1"), (64, 48), True),
    "odd.mp4": (odd.film("67x49", codec=(*odd.FAST[:4], "-pix_fmt", "yuv444p")), (67, 49), True),
    "phone.mp4": (odd.film_of_varying_rate, (64, 48), False),
    "editor.mov": (odd.film(), (64, 48), True),
    "browser.webm": (odd.film(codec=odd.VP8), (64, 48), True),
}
"""Name -> what draws it, its size as seen, and whether it is heard."""


def post(browser: Client, tmp_path: Path, name: str, draw: odd.Draw):
    """Return what the form says of the file in its place, None where it is taken."""
    path = tmp_path / name
    draw(path)
    film = name in FILMS or name in REFUSED_FILMS
    place = reverse("wagtailmedia:add", args=["video"]) if film else reverse("wagtailimages:add")
    file = SimpleUploadedFile(name, path.read_bytes())
    focus = {"focus_x": "50", "focus_y": "50"}
    response = browser.post(place, {"title": "Odd", "file": file, **focus})
    return None if response.status_code == 302 else unescape(response.content.decode())


@pytest.mark.parametrize("name", PICTURES)
def test_an_odd_picture_is_taken_as_it_is_seen(editor: Client, tmp_path: Path, name: str):
    draw, upright = PICTURES[name]

    assert not post(editor, tmp_path, name, draw)

    picture = MasterImage.objects.get()
    assert (picture.width_px, picture.height_px) == ((40, 60) if upright else (60, 40))
    assert picture.sha256 == hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()


@pytest.mark.parametrize("name", FILMS)
def test_an_odd_film_is_taken_as_it_is_seen(editor: Client, tmp_path: Path, name: str):
    draw, size, heard = FILMS[name]

    assert not post(editor, tmp_path, name, draw)

    film = MasterMedia.objects.get()
    assert ((film.width, film.height), film.has_sound) == (size, heard)
    assert film.duration == pytest.approx(1, abs=0.2)
    assert film.sha256 == hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()


NO_PICTURE = "Upload a valid image.", "Téléversez une image valide."
EMPTY = "The submitted file is empty.", "Le fichier soumis est vide."
NO_FILM = "Export it as MP4 (H.264 and AAC)", "Exportez-la en MP4 (H.264 et AAC)"
NO_NAME = "Allowed extensions are: mp4, mov, webm.", "n’est pas autorisée"
REFUSED_PICTURES = {
    "cut.jpg": (odd.half_of(odd.grainy), *NO_PICTURE),
    "cut.png": (odd.half_of(odd.grainy), *NO_PICTURE),
    "cut.heic": (odd.half_of(odd.heic), *NO_PICTURE),
    "empty.jpg": (Path.touch, *EMPTY),
    "screen.jpg": (
        odd.called_otherwise(odd.grainy, ".png"),
        "The extension does not match the file format (png)",
        "L'extension de fichier ne correspond pas au format du fichier (png)",
    ),
}
REFUSED_FILMS = {
    "cut.mp4": (odd.half_of(odd.film()), *NO_FILM),
    "cut.webm": (odd.half_of(odd.film(codec=odd.VP8)), *NO_FILM),
    "empty.mp4": (Path.touch, *EMPTY),
    "list.mp4": (odd.playlist, *NO_FILM),
    "list.txt": (odd.playlist, *NO_NAME),
    "camera.avi": (odd.film(codec=odd.MPEG4), *NO_NAME),
}
"""Name -> what draws it, and what English and French editors read."""
REFUSED = REFUSED_PICTURES | REFUSED_FILMS


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_refused_in_plain_words(
    editor: Client, tmp_path: Path, django_user_model, name: str, language: str
):
    user = django_user_model.objects.get(pk=editor.session["_auth_user_id"])
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    draw, english, french = REFUSED[name]

    page = post(editor, tmp_path, name, draw)

    assert page is not None
    said = [english in page, french in page]
    assert said == ([True, False] if language == "en" else [False, True])
    assert not MasterImage.objects.exists()
    assert not MasterMedia.objects.exists()
