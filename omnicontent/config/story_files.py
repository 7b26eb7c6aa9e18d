"""Reading a story from a JSON file, with media as paths beside it.

The format is documented in ``docs/reference/story-json.md``: the JSON form of a Story in which a
picture has ``path`` and ``alt``, and a film ``path``, ``description`` and ``captions``. Digests
and sizes are found in the files; so is what to keep in each frame, where nothing is marked.
"""

import difflib
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import BaseModel, ValidationError

from omnicontent.channels.story import Image, Story, Video
from omnicontent.media.errors import MediaError
from omnicontent.media.films.videos import inspect_video
from omnicontent.media.marks import Marks
from omnicontent.media.pictures.images import inspect_image
from omnicontent.message.faults import fault_of, findings, in_plain_words
from omnicontent.stories.captions import to_webvtt
from omnicontent.stories.errors import CaptionsError
from omnicontent.stories.marking.proposing import propose_marks

Problem = tuple[str, str]
"""Where in the file, as ``body.0.image.path``, and what is wrong in plain words."""

FILES_URL = "../files/"
"""From a payload in its channel's folder to the renditions."""


class StoryFileError(ValueError):
    """The file is no story; ``problems`` says every fault found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(
            "\n".join(f"{where}: {what}" if where else what for where, what in problems)
        )
        self.problems = problems


def read_story(path: Path) -> Story:
    """Return the story that a file tells, its media inspected; sources stay relative to it.

    :raises StoryFileError: not JSON, unknown or missing fields, media that can't be read.
    """
    document = _read_json(path)
    problems: list[Problem] = []
    reader = _MediaReader(path.parent, problems)
    document = {"files_url": FILES_URL} | reader.with_media(document)
    try:
        story = Story.model_validate(document)
    except ValidationError as error:
        raise StoryFileError(problems + _in_plain_words(error, reader.unread)) from error
    if problems:
        raise StoryFileError(problems)
    return story


def read_message(document: object) -> Story:
    """Return the story of a document whose words alone matter: media are left out unread.

    It may hold no more than ``facts`` and ``locale``.

    :raises StoryFileError: no JSON object, unknown fields, facts that contradict themselves.
    """
    if not isinstance(document, dict):
        raise StoryFileError([("", "a story is a JSON object: {...}")])
    words = {name: value for name, value in document.items() if name not in _MEDIA}
    if isinstance(body := words.get("body"), list):
        words["body"] = [block for block in body if not _shows_media(block)]
    try:
        return Story.model_validate(_UNTOLD | words)
    except ValidationError as error:
        raise StoryFileError(_in_plain_words(error, set())) from error


def read_message_file(path: Path) -> Story:
    """Return the story of a file as :func:`read_message` does.

    :raises StoryFileError: not JSON, or no story.
    """
    return read_message(_read_json(path))


_MEDIA = ("hero_image", "hero_video")
_UNTOLD = {"id": "campaign", "headline": "-", "key_message": "-"}
"""Stands for what a document that holds facts alone does not tell."""


def _shows_media(block: object) -> bool:
    return isinstance(block, dict) and block.get("type") in ("picture", "film")


def _read_json(path: Path) -> dict[str, object]:
    try:
        document = json.loads(path.read_text("utf-8-sig"))
        json.dumps(document, ensure_ascii=False).encode()  # no payload can hold lone surrogates
    except OSError as error:
        raise StoryFileError([("", f"can't read {path}: {error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise StoryFileError([("", f"{path} is not UTF-8 text")]) from error
    except UnicodeEncodeError as error:
        half = f"\\u{ord(error.object[error.start]):04x}"
        problem = f"{half} is half a character: a lone surrogate"
        raise StoryFileError([("", problem)]) from error
    except RecursionError as error:
        raise StoryFileError([("", f"{path} is nested too deeply to be a story")]) from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise StoryFileError([(where, f"not JSON: {error.msg}")]) from error
    if not isinstance(document, dict):
        raise StoryFileError([("", "a story is a JSON object: {...}")])
    return document


class _MediaReader:
    """Puts digest and size in the place of a path, collecting what can't be read."""

    def __init__(self, folder: Path, problems: list[Problem]) -> None:
        self._folder = folder
        self._problems = problems
        self.unread: set[str] = set()
        """Media that are reported already."""

    def with_media(self, document: Mapping[str, object]) -> dict[str, object]:
        """Return the document with every picture and film in the form a Story takes."""
        whole = dict(document)
        for name, read in (("hero_image", self._image), ("hero_video", self._video)):
            if isinstance(value := whole.get(name), dict):
                whole[name] = self._read(name, value, read)
        body = whole.get("body")
        if isinstance(body, list):
            whole["body"] = [self._block(f"body.{n}", block) for n, block in enumerate(body)]
        return whole

    def _block(self, where: str, block: object) -> object:
        if not isinstance(block, dict):
            return block
        for name, read in (("image", self._image), ("video", self._video)):
            if isinstance(value := block.get(name), dict):
                block = block | {name: self._read(f"{where}.{name}", value, read)}
        return block

    def _read(
        self,
        where: str,
        value: dict[str, object],
        read: Callable[[str, Path, dict[str, object]], dict[str, object]],
    ) -> dict[str, object]:
        path = value.get("path")
        if not isinstance(path, str) or not path:
            return self._fail(where, f"{where}.path", "say where the file is, as text")
        file = self._folder / path
        if not file.is_file():
            return self._fail(where, f"{where}.path", f"there is no file {path}")
        words = {name: given for name, given in value.items() if name != "path"}
        try:
            return words | read(where, file, words) | {"source": path}
        except MediaError as error:
            return self._fail(where, f"{where}.path", str(error))

    def _image(self, where: str, file: Path, words: dict[str, object]) -> dict[str, object]:
        facts = inspect_image(file)
        marks = {} if words.keys() & Marks.model_fields.keys() else dict(propose_marks(file))
        return marks | {
            "digest": facts.digest,
            "width_px": facts.width_px,
            "height_px": facts.height_px,
        }

    def _video(self, where: str, file: Path, words: dict[str, object]) -> dict[str, object]:
        facts = inspect_video(file)
        seen = {} if "shots" in words else _look(file, words)
        return seen | {
            "digest": facts.digest,
            "width_px": facts.width_px,
            "height_px": facts.height_px,
            "seconds": facts.seconds,
            "has_sound": facts.has_sound,
            "captions": self._captions(where, words.get("captions")),
        }

    def _captions(self, where: str, path: object) -> str:
        if not path:
            return ""
        try:
            return to_webvtt((self._folder / str(path)).read_text("utf-8-sig"))
        except (OSError, UnicodeDecodeError):
            self._problems.append((f"{where}.captions", f"there is no text file {path}"))
        except CaptionsError as error:
            self._problems.append((f"{where}.captions", str(error)))
        return ""

    def _fail(self, where: str, field: str, what: str) -> dict[str, object]:
        self._problems.append((field, what))
        self.unread.add(where)
        return {}


def _look(file: Path, words: Mapping[str, object]) -> dict[str, object]:
    from omnicontent.media.reframe.watching import watch_film  # loads OpenCV, which few need

    seen = watch_film(file)
    return {
        "shots": seen.shots,
        "cover_seconds": words.get("cover_seconds", seen.cover_seconds),
    }


def _in_plain_words(error: ValidationError, unread: set[str]) -> list[Problem]:
    """Return pydantic's findings as fields of the file, without those of unread media."""
    found = []
    for fault in findings(error):
        # A block's type stands in pydantic's path and not in the file: body.0.paragraph.html.
        where = [str(step) for step in fault["loc"]]
        if where[:1] == ["body"] and len(where) > 3:
            del where[2]
        field = ".".join(where)
        if where[0] == "facts":
            found.append((field, in_plain_words(fault_of(fault, fault["loc"][1:]))))
        elif not any(field.startswith(f"{media}.") for media in unread):
            found.append((field, _plain(fault["type"], fault["msg"], where)))
    return found


def _plain(kind: str, message: str, where: list[str]) -> str:
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(where[-1], _known_names())
        return f"is not known here{f'; did you mean {near[0]}?' if near else ''}"
    return message.removeprefix("Value error, ")


def _known_names() -> list[str]:
    models: list[type[BaseModel]] = [Story, Image, Video]
    names = {name for model in models for name in model.model_fields}
    return sorted(names - {"source", "digest"} | {"path"})
