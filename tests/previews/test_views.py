import html
import json
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from wagtail.users.models import UserProfile

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.registry import all_channels, registered
from omnicontent.channels.spec import ChannelSpec, Part
from omnicontent.channels.story import Story
from omnicontent.previews.drafts import make_draft
from omnicontent.releases.models import Rendition
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen, squeeze
from tests.stories.making import posted

SLUGS = sorted(all_channels())
FOLLOWS = '<script type="module" src="/static/previews/film-window.js"></script>'
LOOK = (
    r"\((?:prefers-color-scheme: \w+|m\w+-width: 0)\)"
    r"|color-scheme: (?:light dark|only \w+)"
    r'|<meta http-equiv="Content-Security-Policy"[^>]*>'
)
"""What a mail program decides, not the mail: its color scheme, and whether it loads images."""


def preview(page: CampaignPage, slug: str) -> str:
    response = page.make_preview_request(preview_mode=slug)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("slug", SLUGS)
def test_shows_every_word_that_would_be_delivered(campaign: CampaignPage, slug: str) -> None:
    draft = make_draft(campaign, slug)
    seen = Seen(preview(campaign, slug))
    for text in draft.content.parts.values():
        for line in text.splitlines():
            assert squeeze(line) in seen.text


@pytest.mark.parametrize("slug", SLUGS)
def test_names_the_digest_of_the_delivered_bytes(campaign: CampaignPage, slug: str) -> None:
    digest = make_draft(campaign, slug).rendered.digest
    seen = Seen(preview(campaign, slug))
    assert seen.values("code", "data-digest") == seen.values("code", "title") == [digest]
    assert digest[:12] in seen.text


@pytest.mark.parametrize("slug", SLUGS)
def test_previews_what_is_typed_and_not_yet_saved(campaign: CampaignPage, slug: str) -> None:
    campaign.promo_code = "LILY15"
    assert "LILY15" in Seen(preview(campaign, slug)).text
    campaign.refresh_from_db()
    assert campaign.promo_code == "TULIP30"


@pytest.mark.parametrize("slug", SLUGS)
def test_runs_nothing_that_an_editor_types(campaign: CampaignPage, slug: str) -> None:
    campaign.headline = '<script>alert("tulips")</script>'
    campaign.hero_image_alt = '"><img src=x onerror=alert(1)>'
    page = preview(campaign, slug)
    seen = Seen(page)
    assert page.count("<script") == page.count(FOLLOWS) == page.count("data-windows")
    assert not seen.values("img", "onerror")
    assert set(seen.values("iframe", "sandbox")) <= {""}
    assert len(seen.values("iframe", "sandbox")) == len(seen.frames)


def test_frames_exactly_the_bytes_of_a_web_page(campaign: CampaignPage) -> None:
    draft = make_draft(campaign, "web")
    make_ready(draft.content)
    frames = Seen(preview(campaign, "web")).frames
    assert frames
    assert {frame.encode() for frame in frames} == {draft.rendered.body}


def test_frames_exactly_the_html_of_a_mail_and_shows_its_plain_text(
    campaign: CampaignPage,
) -> None:
    draft = make_draft(campaign, "email")
    make_ready(draft.content)
    page = preview(campaign, "email")
    payload = json.loads(draft.rendered.body)
    as_sent, light, dark, bare = Seen(page).frames
    assert as_sent == payload["html"]
    assert len({light, dark, bare}) == 3
    assert {re.sub(LOOK, "", frame) for frame in (light, dark, bare)} == {
        re.sub(LOOK, "", as_sent)
    }
    assert html.escape(payload["text"]) in page


@pytest.mark.parametrize("slug", SLUGS)
def test_shows_the_renditions_that_are_ready(campaign: CampaignPage, slug: str) -> None:
    content = make_draft(campaign, slug).content
    make_ready(content)
    page = preview(campaign, slug)
    for use in content.media:
        assert f"/files/{use.file_name}" in page
    assert "made when published" not in page


@pytest.mark.parametrize("slug", SLUGS)
def test_shows_masters_where_nothing_is_made_yet(campaign: CampaignPage, slug: str) -> None:
    page = preview(campaign, slug)
    media = make_draft(campaign, slug).content.media
    assert "/files/" not in page
    assert ("/media/images/" in page or "/media/media/" in page) == bool(media)


def test_a_master_whose_file_is_gone_still_has_its_alternative_text(
    campaign: CampaignPage,
) -> None:
    campaign.hero_video = None
    default_storage.delete(campaign.hero_image.file.name)
    assert campaign.hero_image_alt in Seen(preview(campaign, "x")).values("img", "alt")


def test_lays_the_words_over_a_picture_that_is_still_to_be_drawn(campaign: CampaignPage) -> None:
    campaign.hero_video = None
    page = preview(campaign, "instagram-story")
    assert "shot-words" in page
    make_ready(make_draft(campaign, "instagram-story").content)
    assert "shot-words" not in preview(campaign, "instagram-story")


def test_a_film_has_its_captions(campaign: CampaignPage) -> None:
    campaign.hero_video.captions_vtt = "WEBVTT\n\n00:00.000 --> 00:01.000\n[Birds sing]\n"
    assert any(
        source.startswith("data:text/vtt")
        for source in Seen(preview(campaign, "tiktok")).values("track", "src")
    )


def test_says_what_is_missing_and_where(campaign: CampaignPage) -> None:
    campaign.headline = ""
    seen = Seen(preview(campaign, "x"))
    assert "Write a headline." in seen.text
    assert f"/admin/pages/{campaign.pk}/edit/#id_headline" in seen.values("a", "href")
    assert seen.values("a", "target") == ["_top"]


def test_says_that_a_film_is_missing(campaign: CampaignPage) -> None:
    campaign.hero_video = None
    seen = Seen(preview(campaign, "tiktok"))
    assert "needs a film" in seen.text
    assert f"/admin/pages/{campaign.pk}/edit/#id_hero_video" in seen.values("a", "href")


def test_links_within_the_editor_before_a_page_is_saved(campaign: CampaignPage) -> None:
    campaign.pk = campaign.id = None
    campaign.headline = ""
    assert "#id_headline" in Seen(preview(campaign, "x")).values("a", "href")


def test_own_words_that_are_too_long_are_an_issue_and_a_full_gauge(
    campaign: CampaignPage,
) -> None:
    campaign.own_words = [
        ("words", {"channel": "x", "part": "text", "text": "Tulips for everybody. " * 20})
    ]
    seen = Seen(preview(campaign, "x"))
    assert "counter counter-over" in seen.values("li", "class")
    assert f"/admin/pages/{campaign.pk}/edit/#id_own_words" in seen.values("a", "href")


def test_an_unknown_channel_is_named(campaign: CampaignPage) -> None:
    assert "carrier-pigeon" in Seen(preview(campaign, "carrier-pigeon")).text


class NoteChannel(Channel):
    spec = ChannelSpec(
        slug="note",
        network="note",
        name="Note",
        media_type="application/json",
        parts=(Part(name="text", label="text"),),
    )

    def adapt(self, story: Story) -> Content:
        parts = {"text": f"{story.headline} & more"}
        return Content(channel="note", locale=story.locale, parts=parts)

    def render(self, content: Content) -> Rendered:
        body = json.dumps({"note": content.parts["text"]}).encode()
        return Rendered(media_type="application/json", body=body, file_name="note.json")


class BrokenChannel(NoteChannel):
    def render(self, content: Content) -> Rendered:
        raise KeyError("no such page of the notebook")


class NoJsonChannel(NoteChannel):
    def render(self, content: Content) -> Rendered:
        return Rendered(media_type="application/json", body=b"{note", file_name="note.json")

    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return content.parts["text"]


class NoTemplateNameChannel(NoteChannel):
    def preview_template(self) -> str:
        raise LookupError("no drawer for templates")


def test_a_plug_in_without_a_mock_is_drawn_plainly(campaign: CampaignPage) -> None:
    with registered(NoteChannel()):
        seen = Seen(preview(campaign, "note"))
    assert "Tulips for your balcony & more" in seen.text
    assert "note.json" in seen.text


def test_a_broken_plug_in_is_reported_and_not_a_crash(campaign: CampaignPage) -> None:
    with registered(BrokenChannel()):
        text = Seen(preview(campaign, "note")).text
    assert "has a fault of its own" in text
    assert "no such page of the notebook" in text


@pytest.mark.parametrize(
    ("channel", "said"),
    [(NoJsonChannel, "JSONDecodeError"), (NoTemplateNameChannel, "no drawer for templates")],
)
def test_whatever_a_plug_in_breaks_is_reported(
    campaign: CampaignPage, channel: type[Channel], said: str
) -> None:
    with registered(channel()):
        text = Seen(preview(campaign, "note")).text
    assert "has a fault of its own" in text
    assert said in text


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% mock %}", "Invalid block tag"),
        ("{% extends 'no/such/base.html' %}", "no/such/base.html"),
        ("{% include 'no/such/mock.html' %}", "no/such/mock.html"),
        ("{% load no_such_library %}", "no_such_library"),
        ("{{ payload.note|no_such_filter }}", "Invalid filter"),
    ],
)
def test_a_broken_template_is_reported_and_the_editor_stays(
    campaign: CampaignPage, template: str, said: str, templates: Callable[..., None]
) -> None:
    templates(**{"channels_out/note/preview.html": template})
    with registered(NoteChannel()):
        text = Seen(preview(campaign, "note")).text
    assert "has a fault of its own" in text
    assert said in text


def test_the_reader_of_a_preview_changes_no_byte(
    campaign: CampaignPage, login: Callable[..., Client]
) -> None:
    client = login("reader", group="", is_superuser=True)
    user = User.objects.get(username="reader")
    UserProfile.objects.create(user=user, preferred_language="fr", theme="dark")
    campaign.save_revision()
    digests = set()
    for language in ("en", "fr"):
        with translation.override(language):
            digests.add(make_draft(campaign, "web").rendered.digest)
    response = client.get(f"/admin/pages/{campaign.pk}/view_draft/?mode=web")
    seen = Seen(response.content.decode())
    assert set(seen.values("code", "data-digest")) == digests
    assert ("html", "lang", "fr") in seen.attributes
    assert ("html", "data-theme", "dark") in seen.attributes


@pytest.mark.parametrize("place", ["edit/preview", "view_draft"])
def test_no_cache_keeps_an_unsaved_page(
    campaign: CampaignPage, login: Callable[..., Client], place: str
) -> None:
    campaign.save_revision()
    client = login()
    client.post(f"/admin/pages/{campaign.pk}/edit/preview/", posted())
    response = client.get(f"/admin/pages/{campaign.pk}/{place}/?mode=x")
    assert response.status_code == 200
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("slug", SLUGS)
def test_asks_the_database_little(
    campaign: CampaignPage, slug: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    preview(campaign, slug)  # makes the stand-ins
    page = CampaignPage.objects.get(pk=campaign.pk)
    with django_assert_max_num_queries(12):
        preview(page, slug)


def make_ready(content: Content) -> None:
    for use in content.media:
        Rendition.objects.update_or_create(
            file_name=use.file_name,
            defaults={
                "kind": use.recipe.kind,
                "source": use.source,
                "source_digest": use.source_digest,
                "recipe": {},
                "state": Rendition.State.READY,
            },
        )
