"""Versions of what is marked: each saving is kept, and any of them comes back."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Revision

from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, OwnCrop
from omnicontent.media.seen import OwnKey, OwnShot
from omnicontent.stories.errors import MarksError
from omnicontent.stories.marking.reading import OWN_SHOTS
from omnicontent.stories.marking.version_words import version_in_words
from omnicontent.stories.marking.versions import bring_back
from omnicontent.stories.models import MasterImage, MasterMedia
from tests.stories.making import film_bytes, picture_file

KEEP = (Keep(left=0.1, top=0.1, right=0.4, bottom=0.4),)
CROP = (OwnCrop(ratio=1, box=Box(left=0, top=0, right=0.5, bottom=0.7)),)
OWN = (OwnShot(ratio=0.5625, start=0, keys=(OwnKey(at=0.5, middle=Focus(x=0.2, y=0.5)),)),)


def marked(row: Any) -> Any:
    """Return all of a picture that comes back with a version."""
    return row.known_marks(), row.marks_by_hand


def mark(client: Client, picture: MasterImage, **marks: Any) -> None:
    text = picture.known_marks().model_copy(update=marks).model_dump_json()
    form = {"title": picture.title, "marks": text, "marks_by_hand": "True"}
    response = client.post(reverse("wagtailimages:edit", args=[picture.pk]), form)
    assert response.status_code == 302
    picture.refresh_from_db()


def choose(client: Client, film: MasterMedia, **chosen: Any) -> None:
    form = {"title": film.title, "focus_x": "50", "focus_y": "50"} | chosen
    address = reverse("wagtailmedia:edit", args=[film.pk])
    assert client.post(address, form).status_code == 302
    film.refresh_from_db()


def versions(row: MasterImage | MasterMedia) -> list[Revision]:
    """Return them, the first one first."""
    return list(row.revisions.order_by("pk"))


def bring(client: Client, row: Any, version: Revision, kind: str = "picture") -> str:
    response = client.post(reverse(f"{kind}_version", args=[row.pk, version.pk]), follow=True)
    row.refresh_from_db()
    return response.content.decode()


def test_each_saving_of_marks_is_a_version_and_the_first_is_what_was_proposed(
    editor: Client, picture: MasterImage
) -> None:
    proposed = marked(picture)
    mark(editor, picture, keep=KEEP)
    mark(editor, picture, keep=KEEP, crops=CROP)
    kept = versions(picture)
    assert marked(kept[0].as_object()) == proposed
    assert kept[-1].as_object().known_marks().crops == CROP
    assert [str(one.user) if one.user else None for one in kept] == [None, "editor", "editor"]
    assert picture.latest_revision == kept[-1]


def test_marks_come_back_and_that_is_a_version_too(editor: Client, picture: MasterImage) -> None:
    proposed = marked(picture)
    mark(editor, picture, keep=KEEP, focus=Focus(x=0.9, y=0.9))
    assert "It is marked again as on" in bring(editor, picture, versions(picture)[0])
    assert marked(picture) == proposed
    assert len(versions(picture)) == 3
    bring(editor, picture, versions(picture)[1])
    assert picture.known_marks().keep == KEEP
    assert picture.known_marks().focus.x == pytest.approx(0.9, abs=0.02)


def test_what_is_chosen_of_a_film_comes_back(editor: Client, film: MasterMedia) -> None:
    first = {"cut_start": "0.5", "cut_end": "1.5", "cover_seconds": "0.999"}
    choose(editor, film, **first, own_shots=OWN_SHOTS.dump_json(OWN).decode())
    choose(editor, film, focus_x="10", description="A test card")
    assert version_in_words(film) == "Focus: 10% from the left, 50% from the top"
    with_cut = versions(film)[1]
    assert version_in_words(with_cut.as_object()) == (
        "Starts at 0.5 s · Ends at 1.5 s · Cover at 1 s · 1 window by hand"
    )
    bring(editor, film, with_cut, "film")
    assert (film.cut_start, film.cut_end, film.cover_seconds) == (0.5, 1.5, 0.999)
    assert (film.known_own_shots(), film.focus_x) == (OWN, 50)
    assert film.description == "A test card"  # words come back with nobody's frames


def test_marks_of_another_file_stay_where_they_are(editor: Client, picture: MasterImage) -> None:
    mark(editor, picture, keep=KEEP)
    picture.file = picture_file("other.jpg")
    picture.save()
    old = versions(picture)[-1]
    with pytest.raises(MarksError, match="has been replaced"):
        bring_back(row=picture, version=old, user=None)
    page = editor.get(reverse("picture_versions", args=[picture.pk])).content.decode()
    assert "has been replaced since" in page
    assert "Bring back" not in page


def test_a_new_film_has_versions_of_its_own(
    editor: Client, film: MasterMedia, tmp_path: Path
) -> None:
    choose(editor, film, cut_start="0.5")
    choose(editor, film, file=ContentFile(film_bytes(tmp_path, "48x64"), "new.mp4"))
    assert film.latest_revision.as_object().cut_start is None
    assert "has been replaced since" in bring(editor, film, versions(film)[1], "film")
    assert film.cut_start is None


def test_the_list_says_who_marked_what_and_which_one_holds(
    editor: Client, picture: MasterImage
) -> None:
    mark(editor, picture, keep=KEEP, crops=CROP)
    page = editor.get(reverse("picture_versions", args=[picture.pk])).content.decode()
    assert page.count("Bring back") == 1
    assert "Marked by hand · 1 box to keep · Crop for 1:1" in page
    assert "As it is now" in page
    assert [page.count(f"omni-version__box--{kind}") for kind in ("keep", "crop")] == [1, 1]
    with translation.override("fr"):
        said = version_in_words(picture)
    assert said == "Marqué à la main · 1 zone à garder · Recadrage 1:1"


def test_only_those_who_may_change_the_file_see_and_bring_back(
    editor: Client, marketer: Client, picture: MasterImage
) -> None:
    mark(editor, picture, keep=KEEP)
    listing = reverse("picture_versions", args=[picture.pk])
    assert editor.get(listing).status_code == 200
    assert marketer.get(listing).status_code == 302
    before = marked(picture)
    bring(marketer, picture, versions(picture)[0])
    bring(Client(), picture, versions(picture)[0])
    assert marked(picture) == before


def test_a_version_of_another_picture_is_not_found(editor: Client, picture: MasterImage) -> None:
    mark(editor, picture, keep=KEEP)
    other = MasterImage.objects.create(title="Other", file=picture_file("other.png"))
    address = reverse("picture_version", args=[other.pk, versions(picture)[0].pk])
    assert editor.post(address, follow=True).status_code == 404
    assert editor.get(address).status_code == 405


def test_versions_go_with_their_picture(editor: Client, picture: MasterImage) -> None:
    mark(editor, picture, keep=KEEP)
    assert Revision.objects.for_instance(picture).exists()
    pk = str(picture.pk)
    User.objects.get(username="editor").delete()
    picture.delete()
    assert not Revision.objects.filter(object_id=pk).exists()
