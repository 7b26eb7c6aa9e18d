"""Everything of a variant in one zip: what is in it, who gets it, what is not handed out."""

import hashlib
import io
import json
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image
from wagtail.users.models import UserProfile

from omnicontent.channels.registry import registered
from omnicontent.releases.models import Release, Rendition, Variant
from omnicontent.stories.models import CampaignPage, MasterMedia
from tests.previews.by_hand.making import download_url, make_variant, unzip
from tests.releases.boards import Board
from tests.releases.campaigns import make_campaign, make_image, make_video, publish

pytestmark = pytest.mark.django_db
VTT = "WEBVTT\n\n00:00.000 --> 00:01.500\n<v Ana>Pick &amp; eat\n"


@pytest.fixture
def editor(login: Callable[..., Client]) -> Client:
    return login()


class TestWhatIsInIt:
    def test_pictures_texts_and_the_payload(self, editor: Client) -> None:
        comment = {"channel": "instagram-feed", "part": "first_comment", "text": "Any questions?"}
        page, variant = make_variant("instagram-feed", own_words=[("words", comment)])
        files = unzip(editor.get(download_url(page, variant)))
        assert list(files) == [
            "README.txt",
            "01-image.jpg",
            "caption.txt",
            "first-comment.txt",
            "link.txt",
            "alt-text.txt",
            "payload/payload.json",
        ]
        with Image.open(io.BytesIO(files["01-image.jpg"])) as picture:
            assert picture.format == "JPEG"
        assert files["caption.txt"].decode() == variant.content["parts"]["caption"]
        assert "Cherries are ripe" in files["caption.txt"].decode()
        assert files["first-comment.txt"] == b"Any questions?"
        assert files["alt-text.txt"] == b"A red circle"

    def test_the_payload_is_what_the_api_gives(self, editor: Client) -> None:
        page, variant = make_variant("instagram-feed")
        files = unzip(editor.get(download_url(page, variant)))
        body = files["payload/payload.json"]
        assert body == bytes(variant.body)
        assert hashlib.sha256(body).hexdigest() == variant.digest

    def test_the_readme_says_what_it_is_of_and_what_each_file_is(self, editor: Client) -> None:
        page, variant = make_variant("instagram-feed")
        files = unzip(editor.get(download_url(page, variant)))
        readme = files["README.txt"].decode()
        for words in ("Cherries are ripe", "1 (live)", "Instagram feed", "English (en)"):
            assert words in readme
        assert f"SHA-256 {variant.digest}" in readme
        assert all(name in readme for name in files if name != "README.txt")
        assert "picture, " in readme

    def test_the_readme_speaks_the_readers_language(self, editor: Client) -> None:
        page, variant = make_variant("instagram-feed")
        user = User.objects.get(username="editor")
        UserProfile.objects.create(user=user, preferred_language="fr")
        readme = unzip(editor.get(download_url(page, variant)))["README.txt"].decode()
        assert "Campagne" in readme
        assert "légende" in readme
        assert "image, " in readme

    def test_a_film_has_its_cover_and_its_captions_beside_it(self, editor: Client) -> None:
        film = make_video()
        MasterMedia.objects.update(captions_vtt=VTT)
        page, variant = make_variant("youtube", hero_video=film)
        files = unzip(editor.get(download_url(page, variant)))
        names = [name for name in files if name[0].isdigit()]
        assert names == ["01-video.mp4", "01-video.en.vtt", "01-video.en.srt", "02-thumbnail.jpg"]
        assert files["01-video.en.vtt"].decode() == VTT
        assert b"00:00:00,000 --> 00:00:01,500\nPick & eat" in files["01-video.en.srt"]
        row = variant.renditions.get(file_name__endswith=".mp4")
        assert hashlib.sha256(files["01-video.mp4"]).hexdigest() == row.sha256

    def test_a_mail_comes_as_text_and_as_html(self, editor: Client) -> None:
        page, variant = make_variant("email")
        files = unzip(editor.get(download_url(page, variant)))
        payload = json.loads(files["payload/payload.json"])
        assert files["subject.txt"].decode() == payload["subject"] == "Cherries are ripe"
        assert files["message.html"].decode() == payload["html"]
        assert files["text.txt"].decode() == payload["text"]
        assert "headline.txt" not in files

    def test_every_post_of_a_thread_has_its_file(self, editor: Client) -> None:
        body = [("paragraph", "<p>" + "Another sentence of the story. " * 40 + "</p>")]
        forms = [("form", {"channel": "x", "form": "thread"})]
        page, variant = make_variant("x", body=body, own_words=forms)
        files = unzip(editor.get(download_url(page, variant)))
        posts = [files[name].decode() for name in files if name.startswith("thread-")]
        assert len(posts) > 1
        assert all(len(post) <= 280 for post in posts)
        assert "\n---\n".join(posts) == variant.content["parts"]["thread"]

    def test_several_pictures_say_which_words_are_whose(self, editor: Client) -> None:
        body = [("picture", {"image": make_image(800, 800), "alt": "A bowl", "caption": ""})]
        forms = [("form", {"channel": "instagram-feed", "form": "carousel"})]
        page, variant = make_variant("instagram-feed", body=body, own_words=forms)
        files = unzip(editor.get(download_url(page, variant)))
        assert [name for name in files if name.endswith(".jpg")] == [
            "01-image.jpg",
            "02-pictures.jpg",
        ]
        assert files["alt-text-01.txt"] == b"A red circle"
        assert files["alt-text-02.txt"] == b"A bowl"

    def test_a_channel_that_is_no_longer_installed_keeps_its_texts(self, editor: Client) -> None:
        with registered(Board("kiosk")):
            page, variant = make_variant("kiosk")
        files = unzip(editor.get(download_url(page, variant)))
        assert files["text.txt"].decode() == variant.content["parts"]["text"]
        assert files["payload/notice.html"] == bytes(variant.body)
        assert "Kiosk" in files["README.txt"].decode()


class TestTheAnswer:
    def test_it_is_an_attachment_that_no_cache_keeps(self, editor: Client) -> None:
        page, variant = make_variant("sms")
        response = editor.get(download_url(page, variant))
        assert response["Content-Type"] == "application/zip"
        assert response["Content-Disposition"] == (
            'attachment; filename="cherries-are-ripe-sms-en-1.zip"'
        )
        assert int(response["Content-Length"]) == len(b"".join(response.streaming_content))
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))

    def test_a_name_in_another_script_is_escaped(self, editor: Client) -> None:
        page, variant = make_variant("sms", slug="cerises-mûres")
        response = editor.get(download_url(page, variant))
        assert response["Content-Disposition"] == (
            "attachment; filename*=utf-8''cerises-m%C3%BBres-sms-en-1.zip"
        )
        response.close()


class TestWhoGetsIt:
    def test_who_does_not_see_the_campaign_gets_nothing(
        self, login: Callable[..., Client]
    ) -> None:
        page, variant = make_variant("sms")
        assert Client().get(download_url(page, variant)).status_code == 302
        response = login("stranger", group="").get(download_url(page, variant))
        assert (response.status_code, response["Location"]) == (302, "/admin/")

    def test_a_variant_is_served_by_its_own_campaign_only(self, editor: Client) -> None:
        _page, variant = make_variant("sms")
        other = make_campaign(["sms"], headline="Plums", slug="plums")
        assert editor.get(download_url(other, variant), follow=True).status_code == 404

    @pytest.mark.parametrize("pk", [10**6, 10**30])
    def test_there_is_no_such_variant(self, editor: Client, pk: int) -> None:
        page, _variant = make_variant("sms")
        address = f"/admin/campaigns/{page.pk}/variants/{pk}/download/"
        assert editor.get(address, follow=True).status_code == 404

    def test_nothing_is_posted_to_it(self, editor: Client) -> None:
        page, variant = make_variant("sms")
        assert editor.post(download_url(page, variant)).status_code == 405


class TestWhatIsNotHandedOut:
    def refused(self, client: Client, page: CampaignPage, variant: Variant, status: int) -> str:
        response = client.get(download_url(page, variant))
        assert response.status_code == status
        assert "no-store" in response["Cache-Control"]
        assert "attachment" not in response.get("Content-Disposition", "")
        return response.content.decode()

    def test_what_is_not_built(self, editor: Client) -> None:
        page = make_campaign(["sms"])
        release = publish(page)
        variant = Variant.objects.create(release=release, channel="other", locale="en")
        assert "not built yet" in self.refused(editor, page, variant, 409)

    def test_files_that_are_still_made(self, editor: Client) -> None:
        page, variant = make_variant("instagram-feed")
        variant.renditions.update(state=Rendition.State.WAITING)
        assert "still being made" in self.refused(editor, page, variant, 409)

    def test_what_was_recalled(self, editor: Client) -> None:
        page, variant = make_variant("sms")
        Release.objects.update(state=Release.State.RECALLED)
        assert "recalled" in self.refused(editor, page, variant, 409)

    @pytest.mark.parametrize(
        "change", [{"body": b"Else"}, {"content": {"parts": {}}}, {"digest": "0" * 64}]
    )
    def test_what_was_altered(self, editor: Client, change: dict[str, object]) -> None:
        page, variant = make_variant("sms")
        Variant.objects.update(**change)
        assert "altered in the store" in self.refused(editor, page, variant, 500)

    def test_a_file_that_the_storage_lost(self, editor: Client) -> None:
        page, variant = make_variant("instagram-feed")
        name = variant.renditions.get().file_name
        default_storage.delete(f"renditions/{name}")
        html = self.refused(editor, page, variant, 500)
        assert f"The file {name} is missing in the storage" in html
        assert f'href="/admin/pages/{page.pk}/edit/"' in html

    def test_a_file_that_is_another_one(self, editor: Client) -> None:
        page, variant = make_variant("instagram-feed")
        name = f"renditions/{variant.renditions.get().file_name}"
        default_storage.delete(name)
        default_storage.save(name, ContentFile(b"Else"))
        assert "not the one that was made" in self.refused(editor, page, variant, 500)
