import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import Settings

from omnicontent.config.media_files import media_patterns

PICTURE = ContentFile(b"\x89PNG\r\n\x1a\n", "a.png")


def test_serves_pictures_and_films_that_editors_see(db: None) -> None:
    for name in ("images/tulip.png", "media/film.mp4"):
        default_storage.save(name, PICTURE)
        response = Client().get(f"/media/{name}")
        assert response.status_code == 200
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
        response.close()


def test_a_browser_may_ask_again_for_what_it_has(db: None) -> None:
    default_storage.save("images/tulip.png", PICTURE)
    first = Client().get("/media/images/tulip.png")
    first.close()
    since = {"if-modified-since": first["Last-Modified"]}
    assert Client().get("/media/images/tulip.png", headers=since).status_code == 304


def test_a_browser_may_jump_to_a_moment_of_a_film(db: None) -> None:
    default_storage.save("media/film.mp4", ContentFile(bytes(range(100))))
    response = Client().get("/media/media/film.mp4", headers={"range": "bytes=40-49"})
    assert response.status_code == 206
    assert response["Content-Range"] == "bytes 40-49/100"
    assert b"".join(response.streaming_content) == bytes(range(40, 50))
    response.close()


@pytest.mark.parametrize(
    "name",
    ["documents/contract.pdf", "renditions/early.jpg", "images/page.html", "images/../secret.png"],
)
def test_everything_else_stays_closed(db: None, name: str) -> None:
    if ".." not in name:
        default_storage.save(name, PICTURE)
    assert Client().get(f"/media/{name}").status_code == 404


def test_media_on_another_host_are_not_ours(settings: Settings) -> None:
    settings.MEDIA_URL = "https://media.example/"
    assert media_patterns() == []
