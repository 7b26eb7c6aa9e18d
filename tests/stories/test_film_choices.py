"""What is chosen for films: their part, cover and windows; told to channels."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, Marks
from omnicontent.media.recipes import Span
from omnicontent.media.seen import FilmSeen, OwnKey, OwnShot, Seen, SeenShot
from omnicontent.stories.marking.reading import OWN_SHOTS
from omnicontent.stories.masters import to_video
from omnicontent.stories.models import MasterMedia
from tests.stories.making import film_bytes

SUBJECT = Box(left=0.7, top=0.2, right=0.8, bottom=0.8)
SEEN = FilmSeen(
    shots=(
        SeenShot(start=0, end=1, seen=(Seen(at=0.5, box=SUBJECT),)),
        SeenShot(start=1, end=2),
    ),
    cover_seconds=0.7,
)
LOGO = Keep(left=0.8, top=0.05, right=0.95, bottom=0.15, kind="logo")
LOGO_MARKED = Marks(keep=(LOGO,)).model_dump_json()
OWN = (OwnShot(ratio=0.5625, start=0, keys=(OwnKey(at=0.5, middle=Focus(x=0.2, y=0.5)),)),)


@pytest.fixture
def seen_film(film: MasterMedia) -> MasterMedia:
    film.seen = SEEN.model_dump(mode="json")
    film.save()
    return film


def edit(browser: Client, film: MasterMedia, **fields: Any) -> Any:
    form = {"title": film.title, "focus_x": "50", "focus_y": "50"}
    return browser.post(reverse("wagtailmedia:edit", args=[film.pk]), form | fields)


def windows(
    browser: Client, film: MasterMedia, own: tuple[OwnShot, ...] = (), marks: str = ""
) -> Any:
    address = reverse("film_windows", args=[film.pk])
    posted = {"own_shots": OWN_SHOTS.dump_json(own).decode(), "marks": marks}
    return browser.post(address, {"shape": "9:16"} | posted)


def test_choices_reach_the_story(editor: Client, seen_film: MasterMedia) -> None:
    own = OWN_SHOTS.dump_json(OWN).decode()
    times = {"cut_start": "0.5", "cut_end": "1.5", "cover_seconds": "1.2"}
    assert edit(editor, seen_film, own_shots=own, **times).status_code == 302
    video = to_video(MasterMedia.objects.get(), field="hero_video")
    assert (video.cut, video.cover_seconds) == (Span(start=0.5, end=1.5), 1.2)
    assert (video.shots, video.own_shots) == (SEEN.shots, OWN)


def test_what_nobody_chose_is_what_was_seen(seen_film: MasterMedia) -> None:
    logo = Keep(left=0, top=0, right=0.1, bottom=0.1, kind="logo")
    seen_film.marks = Marks(keep=(logo,)).model_dump(mode="json")
    seen_film.focus_x = 20
    video = to_video(seen_film, field="hero_video")
    assert (video.cut, video.cover_seconds, video.own_shots) == (None, 0.7, ())
    assert (video.keep, video.focus) == ((logo,), Focus(x=0.2, y=0.5))


def test_a_part_may_be_open_at_one_end(film: MasterMedia) -> None:
    film.cut_start = 0.5
    assert to_video(film, field="hero_video").cut == Span(start=0.5, end=film.duration)
    film.cut_start, film.cut_end = None, 1
    assert to_video(film, field="hero_video").cut == Span(start=0, end=1)


@pytest.mark.parametrize(
    ("times", "field", "words"),
    [
        ({"cut_end": "9"}, "cut_end", "The film is only 2.0 seconds long."),
        ({"cover_seconds": "2.5"}, "cover_seconds", "The film is only 2.0 seconds long."),
        (
            {"cut_start": "1.5", "cut_end": "1"},
            "cut_end",
            "The film must end after it starts.",
        ),
        ({"cut_end": "0"}, "cut_end", "The film must end after it starts."),
    ],
)
def test_times_outside_are_refused_at_their_field(
    editor: Client, film: MasterMedia, times: dict[str, str], field: str, words: str
) -> None:
    response = edit(editor, film, **times)
    assert response.context["form"].errors == {field: [words]}


@pytest.mark.parametrize("posted", ["{", '[{"ratio": 0, "start": 1}]', '{"a": 1}'])
def test_windows_that_are_none_are_refused_in_plain_words(
    editor: Client, film: MasterMedia, posted: str
) -> None:
    response = edit(editor, film, own_shots=posted)
    assert response.context["form"].errors["own_shots"] == [
        "The windows can't be read. Load the page again."
    ]


def test_boxes_reach_the_story_beside_the_focus(editor: Client, seen_film: MasterMedia) -> None:
    assert edit(editor, seen_film, marks=LOGO_MARKED, focus_x="20").status_code == 302
    video = to_video(MasterMedia.objects.get(), field="hero_video")
    assert (video.keep, video.focus) == ((LOGO,), Focus(x=0.2, y=0.5))


def test_a_form_saved_untouched_changes_no_box(editor: Client, seen_film: MasterMedia) -> None:
    corner = Box(left=0, top=0, right=1 / 3, bottom=1 / 7)
    before = Marks(keep=(LOGO,), avoid=(corner,))
    seen_film.marks = before.model_dump(mode="json")
    seen_film.save()
    page = editor.get(reverse("wagtailmedia:edit", args=[seen_film.pk]))
    edit(editor, seen_film, marks=page.context["form"]["marks"].value())
    assert MasterMedia.objects.get().known_marks() == before


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        ("{", "The marks can't be read. Load the page again."),
        (
            '{"keep": [{"left": 0.5, "top": 0, "right": 0.5, "bottom": 1}]}',
            "Box 1 of what to keep has no size or reaches outside. Draw it anew.",
        ),
    ],
)
def test_boxes_that_are_none_are_refused_in_plain_words(
    editor: Client, seen_film: MasterMedia, posted: str, words: str
) -> None:
    response = edit(editor, seen_film, marks=posted)
    assert response.context["form"].errors["marks"] == [words]
    assert words in response.content.decode().replace("&#x27;", "'")
    answer = windows(editor, seen_film, marks=posted)
    assert (answer.status_code, answer.json()) == (400, {"error": words})


def test_another_file_forgets_what_was_seen_and_chosen(
    editor: Client, seen_film: MasterMedia, tmp_path: Path
) -> None:
    seen_film.cut_start, seen_film.own_shots = 0.5, OWN_SHOTS.dump_python(OWN, mode="json")
    seen_film.marks = Marks(keep=(LOGO,)).model_dump(mode="json")
    seen_film.save()
    other = film_bytes(tmp_path, size="96x64")
    own = OWN_SHOTS.dump_json(OWN).decode()
    edit(
        editor,
        seen_film,
        file=SimpleUploadedFile("other.mp4", other),
        cut_start="0.5",
        own_shots=own,
        marks=LOGO_MARKED,
    )
    film = MasterMedia.objects.get()
    assert film.width == 96
    assert (film.seen, film.cut_start, film.own_shots, film.marks) == (None, None, [], {})


def test_windows_are_planned_as_for_a_release(editor: Client, seen_film: MasterMedia) -> None:
    answer = windows(editor, seen_film).json()
    assert [(shot["mode"], shot["own"]) for shot in answer["shots"]] == [("still", "")] * 2
    first = answer["windows"][0]
    left, _top = first["places"][0]
    assert left <= SUBJECT.left < SUBJECT.right <= left + first["width"]


def test_windows_hold_what_is_kept_before_it_is_saved(editor: Client, film: MasterMedia) -> None:
    assert windows(editor, film).json()["windows"][0]["places"][0][0] < 0.5
    first = windows(editor, film, marks=LOGO_MARKED).json()["windows"][0]
    left, _top = first["places"][0]
    assert left <= LOGO.left < LOGO.right <= left + first["width"]
    assert MasterMedia.objects.get().marks == {}


def test_a_window_by_hand_is_told_as_one(editor: Client, seen_film: MasterMedia) -> None:
    answer = windows(editor, seen_film, OWN).json()
    assert answer["shots"][0]["own"] == "hand"
    left, _top = answer["windows"][0]["places"][0]
    assert left + answer["windows"][0]["width"] / 2 == pytest.approx(0.2, abs=0.03)
    whole = (OwnShot(ratio=0.5625, start=0, whole=True),)
    shot = windows(editor, seen_film, whole).json()["shots"][0]
    assert (shot["own"], shot["mode"], shot["words"]) == ("whole", "whole", "whole picture")


def test_a_film_that_nobody_has_looked_at_is_one_shot(editor: Client, film: MasterMedia) -> None:
    answer = windows(editor, film).json()
    assert [shot["end"] for shot in answer["shots"]] == [film.duration]
    page = editor.get(reverse("wagtailmedia:edit", args=[film.pk])).content.decode()
    assert "This film is still being looked at; until then the middle is shown." in page


def test_only_those_are_answered_who_may_change_the_film(
    marketer: Client, film: MasterMedia
) -> None:
    assert windows(marketer, film).status_code in (302, 403)
    assert windows(Client(), film).status_code in (302, 403)


def test_a_shape_that_no_channel_has_is_refused(editor: Client, film: MasterMedia) -> None:
    address = reverse("film_windows", args=[film.pk])
    response = editor.post(address, {"shape": "7:5"})
    assert response.status_code == 400
    assert response.json()["error"] == "No channel has this shape. Load the page again."


def test_a_sound_file_has_neither_part_nor_windows(editor: Client, db: None) -> None:
    sound = MasterMedia(title="Sound", type="audio", duration=3)
    sound.file.save("birds.mp3", SimpleUploadedFile("birds.mp3", b"ID3"))
    page = editor.get(reverse("wagtailmedia:edit", args=[sound.pk])).content.decode()
    assert "cut_start" not in page
    assert "omni-film" not in page
