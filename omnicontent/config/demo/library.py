"""The demo's files, each put into Wagtail's library the first time a page uses it."""

import re
from pathlib import Path

from django.core.files import File
from django.core.files.base import ContentFile

from omnicontent.config.demo.typography import french
from omnicontent.stories.models import MasterImage, MasterMedia

CREDIT = re.compile(r"(?P<file>\S+): .+, by (?P<author>[^,]+).*, (?P<license>\S+) \(")
HALF = (0.5, 0.5)
FILM_DESCRIPTION = {
    "en": "A big grey rabbit crawls out of its burrow, stretches and yawns at the morning.",
    "fr": french("Un gros lapin gris sort de son terrier, s'étire et bâille au matin."),
}
DRAWN_ALT = {
    "en": "A drawing in plain colors that stands in for a photo.",
    "fr": french("Un dessin aux couleurs simples, à la place d'une photo."),
}
FRENCH_CAPTIONS = """WEBVTT

00:00.000 --> 00:01.800
[Chants d'oiseaux]

00:01.800 --> 00:03.600
[Des pattes dans l'herbe, un grand étirement]

00:03.600 --> 00:05.200
[Un long bâillement heureux]
"""


class Library:
    """Pictures and films out of a folder that also holds ``CREDITS.txt`` and captions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.images: dict[str, MasterImage] = {}
        self.films: dict[str, MasterMedia] = {}
        credits_ = folder / "CREDITS.txt"
        self.credits = credits_.read_text() if credits_.exists() else ""

    def image(self, name: str, focus: tuple[float, float] = HALF) -> MasterImage:
        """Return the picture called ``name``; ``focus`` as fractions of width and height."""
        if name not in self.images:
            self.images[name] = self._add_image(name, focus)
        return self.images[name]

    def film(self, name: str, language: str) -> MasterMedia:
        """Return the film called ``name`` with the captions of a language."""
        if language not in self.films:
            self.films[language] = self._add_film(name, language)
        return self.films[language]

    def alt(self, name: str, alt: str, language: str) -> str:
        """Return the alternative text, or an honest one where the picture was only drawn."""
        return DRAWN_ALT[language] if self._is_drawn(name) else alt

    def owners(self, names: set[str]) -> list[str]:
        """Return whose these originals are, with their licenses; each once, drawings none."""
        found = [one for one in CREDIT.finditer(self.credits) if one["file"] in names]
        return list(dict.fromkeys(f"{one['author']} ({one['license']})" for one in found))

    def _add_image(self, name: str, focus: tuple[float, float]) -> MasterImage:
        with (self.folder / name).open("rb") as file:
            image = MasterImage(title=Path(name).stem.capitalize(), file=File(file, name))
            image.focal_point_x = round(focus[0] * image.width)
            image.focal_point_y = round(focus[1] * image.height)
            image.focal_point_width = image.focal_point_height = image.height // 4
            image.save()
        return image

    def _add_film(self, name: str, language: str) -> MasterMedia:
        with (self.folder / name).open("rb") as file:
            film = MasterMedia(
                title=f"{Path(name).stem.capitalize()} ({language})",
                type="video",
                description=FILM_DESCRIPTION[language],
                file=File(file, name),
                captions=self._captions(name, language),
            )
            film.save()
        return film

    def _captions(self, name: str, language: str) -> ContentFile[bytes]:
        path = self.folder / Path(name).with_suffix(".vtt").name
        if language == "fr" and not self._is_drawn(name):
            return ContentFile(french(FRENCH_CAPTIONS).encode(), "film-fr.vtt")
        return ContentFile(path.read_bytes(), path.name)

    def _is_drawn(self, name: str) -> bool:
        return f"{name}: drawn" in self.credits
