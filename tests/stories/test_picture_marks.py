"""Marks of pictures: proposed on upload, set by people, told to channels."""

import io
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from omnicontent.media.focus import finding
from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, Marks, OwnCrop
from omnicontent.stories.marking.shapes import film_shapes, one_of_each, picture_shapes
from omnicontent.stories.masters import to_image
from omnicontent.stories.models import MasterImage
from tests.stories.making import picture_file

FACE = Keep(left=0.7, top=0.1, right=0.9, bottom=0.5, kind="face")
LOGO = Keep(left=0.05, top=0.8, right=0.2, bottom=0.95, kind="logo")
FOUND = Marks(focus=Focus(x=0.8, y=0.3), keep=(FACE,))


@pytest.fixture(autouse=True)
def _finder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find the same in every picture: what is found is tested beside the finder."""
    monkeypatch.setattr(finding, "find_marks", lambda path: FOUND)


def upload(name: str, color: str) -> SimpleUploadedFile:
    buffer = io.BytesIO()
    Image.new("RGB", (1200, 800), color).save(buffer, "PNG")
    return SimpleUploadedFile(name, buffer.getvalue())


@pytest.fixture
def photo(db: None) -> MasterImage:
    picture = MasterImage(title="Photo", file=upload("photo.png", "#c03030"))
    picture.save()
    return picture


def edit(browser: Client, picture: MasterImage, **fields: Any) -> Any:
    form = {
        "title": picture.title,
        "marks": picture.known_marks().model_dump_json(),
        "marks_by_hand": str(picture.marks_by_hand),
    }
    return browser.post(reverse("wagtailimages:edit", args=[picture.pk]), form | fields)


def frames(browser: Client, picture: MasterImage, marks: Marks) -> Any:
    address = reverse("picture_frames", args=[picture.pk])
    return browser.post(address, {"marks": marks.model_dump_json()})


def test_marks_are_proposed_with_the_upload_and_thumbnails_follow(photo: MasterImage) -> None:
    assert (photo.known_marks(), photo.marks_by_hand) == (FOUND, False)
    assert photo.get_focal_point().centroid == (960, 240)


def test_marks_are_proposed_for_many_pictures_at_once(editor: Client) -> None:
    response = editor.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": upload("many.png", "#30c030"), "title": "Many"},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert response.json()["success"]
    assert MasterImage.objects.get().known_marks().keep == (FACE,)
    assert 'name="image-' in response.json()["form"]
    assert "marks" not in response.json()["form"]
    assert 'type="file"' not in response.json()["form"]


def test_a_finder_that_fails_stops_no_upload(
    db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(path: object) -> Marks:
        raise RuntimeError("no weights")

    monkeypatch.setattr(finding, "find_marks", fail)
    picture = MasterImage(title="Tulip", file=picture_file())
    picture.save()
    assert picture.known_marks() == Marks()
    assert "No marks could be proposed" in caplog.text


def test_a_focal_point_that_came_with_the_picture_is_kept(db: None) -> None:
    picture = MasterImage(title="Tulip", file=picture_file())
    picture.focal_point_x, picture.focal_point_y = 10, 15
    picture.focal_point_width = picture.focal_point_height = 4
    picture.save()
    assert picture.known_marks() == Marks(focus=Focus(x=0.25, y=0.5), keep=(FACE,))


def test_an_old_picture_without_marks_has_its_focal_point(photo: MasterImage) -> None:
    MasterImage.objects.filter(pk=photo.pk).update(marks={})
    photo.refresh_from_db()
    assert photo.known_marks() == Marks(focus=FOUND.focus)


def test_a_persons_marks_reach_the_story(editor: Client, photo: MasterImage) -> None:
    crop = OwnCrop(ratio=0.8, box=Box(left=0.5, top=0, right=0.9, bottom=0.75))
    hidden = Box(left=0, top=0, right=0.1, bottom=0.1)
    marks = Marks(focus=Focus(x=0.1, y=0.9), keep=(LOGO,), avoid=(hidden,), crops=(crop,))
    response = edit(
        editor,
        photo,
        marks=marks.model_dump_json(),
        marks_by_hand="True",
        credit="Ada Lovelace",
        ai_origin="compositeWithTrainedAlgorithmicMedia",
    )
    assert response.status_code == 302
    photo.refresh_from_db()
    image = to_image(photo, "A tulip", field="hero_image")
    assert (image.focus, image.keep, image.avoid, image.crops) == (
        marks.focus,
        marks.keep,
        marks.avoid,
        marks.crops,
    )
    assert (image.credit, image.ai_origin) == (
        "Ada Lovelace",
        "compositeWithTrainedAlgorithmicMedia",
    )
    assert photo.marks_by_hand
    assert photo.get_focal_point().centroid == (120, 720)


def test_a_form_saved_as_it_was_leaves_the_proposal_a_proposal(
    editor: Client, photo: MasterImage
) -> None:
    edit(editor, photo, title="Other")
    photo.refresh_from_db()
    assert (photo.title, photo.known_marks(), photo.marks_by_hand) == ("Other", FOUND, False)


def test_another_file_gets_its_own_proposal(editor: Client, photo: MasterImage) -> None:
    photo.mark(Marks(keep=(LOGO,)), by_hand=True)
    photo.save()
    edit(editor, photo, file=upload("other.png", "#3030c0"))
    photo.refresh_from_db()
    assert (photo.known_marks(), photo.marks_by_hand) == (FOUND, False)


def test_the_same_file_again_keeps_what_a_person_marked(
    editor: Client, photo: MasterImage
) -> None:
    photo.mark(Marks(keep=(LOGO,)), by_hand=True)
    photo.save()
    edit(editor, photo, file=upload("again.png", "#c03030"))
    photo.refresh_from_db()
    assert photo.known_marks().keep == (LOGO,)
    assert photo.marks_by_hand


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        ("{", "The marks can't be read. Load the page again."),
        ('{"nonsense": 1}', "The marks can't be read. Load the page again."),
        (
            '{"keep": [{"left": 0.5, "top": 0, "right": 0.2, "bottom": 1}]}',
            "Box 1 of what to keep has no size or reaches outside. Draw it anew.",
        ),
        ('{"focus": {"x": 2, "y": 0}}', "The focus has no size or reaches outside."),
        (
            json.dumps({"avoid": [{"left": 0, "top": 0, "right": 1, "bottom": 1}] * 61}),
            "There are more than 60 boxes.",
        ),
    ],
)
def test_marks_that_are_none_are_refused_in_plain_words(
    editor: Client, photo: MasterImage, posted: str, words: str
) -> None:
    response = edit(editor, photo, marks=posted)
    assert words in response.context["form"].errors["marks"][0]
    assert words.replace("'", "&#x27;") in response.content.decode()
    photo.refresh_from_db()
    assert photo.known_marks() == FOUND


def test_the_frames_are_those_of_the_channels(editor: Client, photo: MasterImage) -> None:
    answer = frames(editor, photo, Marks(keep=(FACE, LOGO))).json()["frames"]
    assert [frame["ratio"] for frame in answer] == [shape.ratio for shape in picture_shapes()]
    tallest, widest = answer[0], answer[-1]
    assert tallest["padded"]
    assert tallest["box"]["left"] <= LOGO.left < FACE.right <= tallest["box"]["right"]
    assert "Filled, so that nothing is cut." in tallest["notes"]
    assert not widest["own"]


def test_a_crop_that_cuts_is_told_in_words(editor: Client, photo: MasterImage) -> None:
    crop = OwnCrop(ratio=1, box=Box(left=0, top=0, right=0.5, bottom=0.75))
    answer = frames(editor, photo, Marks(keep=(FACE, LOGO), crops=(crop,))).json()["frames"]
    [square] = [frame for frame in answer if frame["ratio"] == 1]
    assert square["own"]
    assert square["notes"] == ["Your crop cuts: Face, Logo."]


def test_a_proposal_can_be_had_again(editor: Client, photo: MasterImage) -> None:
    photo.mark(Marks(keep=(LOGO,)), by_hand=True)
    photo.save()
    answer = editor.post(reverse("picture_proposal", args=[photo.pk]))
    assert Marks.model_validate(answer.json()["marks"]) == FOUND
    photo.refresh_from_db()
    assert photo.known_marks().keep == (LOGO,)


@pytest.mark.parametrize("name", ["picture_frames", "picture_proposal"])
def test_only_those_are_answered_who_may_change_the_picture(
    marketer: Client, photo: MasterImage, name: str
) -> None:
    address = reverse(name, args=[photo.pk])
    assert marketer.post(address).status_code in (302, 403)
    assert Client().post(address).status_code in (302, 403)


def test_shapes_are_named_as_people_name_them() -> None:
    shapes = {shape.label: shape for shape in one_of_each(picture_shapes())}
    assert {"9:16", "4:5", "1:1", "16:9", "1.91:1"} <= shapes.keys()
    assert {"LinkedIn", "Web page", "WhatsApp"} <= set(shapes["1.91:1"].channels)
    assert [shape.label for shape in one_of_each(film_shapes())] == ["9:16", "4:5", "1:1", "16:9"]
    ratios = [shape.ratio for shape in picture_shapes()]
    assert ratios == sorted(ratios)


def test_surfaces_that_cover_a_shape_in_different_ways_are_told_apart() -> None:
    tall = [shape for shape in film_shapes() if shape.label == "9:16"]
    assert not tall[0].covered
    covered = {name: shape.covered for shape in tall for name in shape.channels}
    assert covered["TikTok"] not in ((), covered["Instagram reel"])


def test_what_lies_under_buttons_is_told(editor: Client, photo: MasterImage) -> None:
    low = Keep(left=0.4, top=0.9, right=0.6, bottom=1, kind="logo")
    answer = frames(editor, photo, Marks(keep=(low,))).json()["frames"]
    notes = {note for frame in answer for note in frame["notes"]}
    assert any("of what must stay lies under its buttons." in note for note in notes)
