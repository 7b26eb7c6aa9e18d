"""What pure packages say reaches a French reader in French: every issue, every refusal."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from omnicontent.channels.content import Issue
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import built_in_channels
from omnicontent.phrases import Moment, ngettext, term, words_of
from omnicontent.phrases import phrase as _
from omnicontent.stories.wording import in_words
from tests.channels_out.full_stories import BODY, FILM, full_story
from tests.channels_out.stories import story
from tests.stories.making import picture_file

ROOT = Path(__file__).parents[2]
PURE = ("channels_out", "omnicontent/channels", "omnicontent/media", "omnicontent/releases")
ERRORS = {
    *("AdaptationError", "BudgetError", "EncodingError", "MediaError", "MediaTooLargeError"),
    *("UnknownChannelError", "UnreadableMediaError", "WordsError"),
}
CHANNELS = built_in_channels()


def faulty_words() -> dict[str, dict[str, str]]:
    """Return own words for every part that break whatever can be broken."""
    long = "Only 12,99 € on 3 May {{x}} *now* 😀 < \t| #" + "tag" * 90 + " @nobody.example" * 60
    return {
        slug: {part.name: f"{long}\n\n\n\n{long}" for part in channel.spec.parts}
        | {"no-such-part": "Lost"}
        for slug, channel in CHANNELS.items()
    }


def faulty_stories() -> Iterator:
    short = FILM | {"seconds": 0.5, "captions": "", "description": "", "has_sound": True}
    endless = FILM | {"seconds": 5000, "description": ""}
    tiny = story().hero_image.model_dump() | {"width_px": 90, "height_px": 60, "alt": ""}
    marked = tiny | {"keep": [{"left": 0, "top": 0, "right": 1, "bottom": 1, "kind": "face"}]}
    unbranded = {"name": "漢字の庭園センター"}
    forms = dict.fromkeys(CHANNELS, "no-such-form")
    last = {slug: one.spec.forms[-1] for slug, one in CHANNELS.items() if one.spec.forms}
    slugs = tuple(CHANNELS)
    yield story()
    yield full_story(channels=("rcs",), files_url="files/", url="")
    yield full_story(overrides=faulty_words(), hero_video=short, forms=forms, channels=slugs)
    yield full_story(overrides=faulty_words(), hero_video=endless, forms=last, body=BODY * 12)
    yield full_story(hero_image=tiny, hero_video=None, brand=unbranded, forms=last, body=[])
    yield story(hero_image=marked, facts={"promo_code": {"code": "WINTER-" + "X" * 20}})
    yield story(hero_image=None, headline="ê… « 漢 »" * 20, key_message="Long" * 120)
    yield story(facts={"call_to_action": {"verb": "Go", "url": "https://a.example/" + "x" * 2000}})


def issues_of(channel) -> Iterator[Issue]:
    for told in faulty_stories():
        try:
            yield from channel.validate(channel.adapt(told), told)
        except AdaptationError as error:
            yield Issue.of("cannot_adapt", words_of(error))


@pytest.mark.parametrize("slug", CHANNELS)
def test_every_issue_of_a_built_in_channel_is_said_in_french(slug):
    found = list(issues_of(CHANNELS[slug]))
    assert len({issue.code for issue in found}) > 1
    with translation.override("fr"):
        said = {issue.message: in_words(issue.words) for issue in found}
    assert [english for english, french in said.items() if english == french] == []
    assert [french for french in said.values() if "%(" in french] == []


def test_many_kinds_of_issues_were_looked_at():
    codes = {issue.code for channel in CHANNELS.values() for issue in issues_of(channel)}
    assert len(codes) > 30


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


def test_no_issue_and_no_refusal_is_english_alone():
    """What is built from words alone, and not from a phrase, nobody can translate."""
    alone = [
        f"{path}:{call.lineno}"
        for folder in PURE
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name, call in calls(path)
        if (name in ("Issue", "Fault") and any(word.arg == "message" for word in call.keywords))
        or (name in ERRORS and isinstance(call.args[0], ast.Constant | ast.JoinedStr))
    ]
    assert alone == []


def test_an_issue_of_an_older_plug_in_is_shown_as_it_is():
    with translation.override("fr"):
        assert in_words(Issue(code="dry", message="The pond is dry.").words) == "The pond is dry."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "12,345 pixels · 3.5 · 3 June, 09:00 · Web page"),
        ("fr", "12\u202f345 pixels · 3,5 · 3 juin, 09:00 · Page web"),
    ],
)
def test_numbers_times_and_names_are_those_of_the_reader(language, said):
    words = _(
        "%(pixels)s pixels · %(seconds)s · %(moment)s · %(channel)s",
        pixels=12345,
        seconds=3.5,
        moment=Moment(at="2026-06-03T09:00:00+02:00"),
        channel=term("channel", "Web page"),
    )
    with translation.override(language):
        assert in_words(words).replace("\xa0", "\u202f") == said


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [("en", 0, "0 links"), ("en", 1, "1 link"), ("fr", 0, "0 lien"), ("fr", 2, "2 liens")],
)
def test_nought_is_one_in_french_and_several_in_english(language, n, said):
    with translation.override(language):
        assert in_words(ngettext("%(n)s link", "%(n)s links", n)) == said


@pytest.fixture
def french(editor: Client, django_user_model) -> Client:
    user = django_user_model.objects.get(pk=editor.session["_auth_user_id"])
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "fr"
    profile.save()
    return editor


def test_the_form_of_pictures_refuses_in_french(french: Client, monkeypatch):
    monkeypatch.setattr("omnicontent.media.pictures.opening.PIXELS_MAX", 1000)  # it has 1200
    file = SimpleUploadedFile("tulip.jpg", picture_file("tulip.jpg").read())
    response = french.post(reverse("wagtailimages:add"), {"title": "Tulip", "file": file})
    assert "millions de pixels, toutes vues comprises" in response.content.decode()


def test_the_form_of_films_refuses_in_french(french: Client):
    file = SimpleUploadedFile("film.mp4", b"no film at all", "video/mp4")
    response = french.post(
        reverse("wagtailmedia:add", args=["video"]), {"title": "x", "file": file}
    )
    assert "Le fichier n’est pas une vidéo" in response.context["form"].errors["file"][0]
