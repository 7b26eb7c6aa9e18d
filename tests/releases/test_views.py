import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from omnicontent.releases.models import Rendition
from omnicontent.releases.selectors import live_release, live_variant
from omnicontent.releases.services import recall_release
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import (
    make_campaign,
    make_image,
    make_video,
    publish,
    run_all_waiting,
    translate,
)

pytestmark = pytest.mark.django_db
PARTS = (
    ("0-9", 0, 10),
    ("10-19", 10, 20),
    ("-5", -5, None),
    ("20-", 20, None),
    ("0-9999999", 0, None),
)
"""What a player asks for, and where it begins and ends."""


@pytest.fixture
def page(notice: str) -> CampaignPage:
    page = make_campaign([notice], hero_image=make_image(), hero_video=make_video(1))
    publish(page)
    run_all_waiting()
    return page


@pytest.fixture
def film(page: CampaignPage) -> Rendition:
    return Rendition.objects.get(kind="video")


def body_of(response: object) -> bytes:
    """Read it to its end, upon which the test client closes it."""
    return b"".join(response.streaming_content) if response.streaming else response.content


class TestFiles:
    def test_a_file_may_be_kept_for_ever(self, client: Client, film: Rendition) -> None:
        response = client.get(f"/files/{film.file_name}")
        body = body_of(response)
        assert response.status_code == 200
        assert len(body) == film.bytes == int(response["Content-Length"])
        assert response["Content-Type"] == "video/mp4"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert not response.cookies

    def test_other_names_are_not_found(self, client: Client, film: Rendition) -> None:
        for name in ("0" * 40 + ".jpg", "..", "../db.sqlite3", "%2e%2e%2fx"):
            assert client.get(f"/files/{name}").status_code == 404, name

    def test_an_unfinished_file_is_not_found(self, client: Client, film: Rendition) -> None:
        Rendition.objects.update(state=Rendition.State.WAITING)
        assert client.get(f"/files/{film.file_name}").status_code == 404

    def test_a_player_gets_the_part_it_asks_for(
        self, client: Client, film: Rendition, subtests: pytest.Subtests
    ) -> None:
        whole = body_of(client.get(f"/files/{film.file_name}"))
        for asked, start, stop in PARTS:
            with subtests.test(asked=asked):
                headers = {"range": f"bytes={asked}"}
                response = client.get(f"/files/{film.file_name}", headers=headers)
                part, expected = body_of(response), whole[start:stop]
                assert response.status_code == 206
                assert part == expected
                first = start if start >= 0 else film.bytes + start
                last = first + len(expected) - 1
                assert response["Content-Range"] == f"bytes {first}-{last}/{film.bytes}"
                assert response["Content-Length"] == str(len(expected))

    def test_a_part_outside_the_file_is_refused(self, client: Client, film: Rendition) -> None:
        for asked in ("bytes=9999999-", "bytes=-0"):
            response = client.get(f"/files/{film.file_name}", headers={"range": asked})
            assert response.status_code == 416, asked
            assert response["Content-Range"] == f"bytes */{film.bytes}"

    def test_a_range_we_do_not_know_gets_the_whole(self, client: Client, film: Rendition) -> None:
        for asked in ("bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=-", "x"):
            response = client.get(f"/files/{film.file_name}", headers={"range": asked})
            assert (response.status_code, len(body_of(response))) == (200, film.bytes), asked

    def test_a_known_file_is_not_sent_again(self, client: Client, film: Rendition) -> None:
        headers = {"if-none-match": f'"{film.sha256}"'}
        assert client.get(f"/files/{film.file_name}", headers=headers).status_code == 304


class TestPublicPage:
    def test_it_is_the_live_release_byte_for_byte(
        self, client: Client, page: CampaignPage
    ) -> None:
        variant = live_variant(page.translation_key, "notice", "en")
        page.refresh_from_db()
        response = client.get(page.url)
        assert response.content == bytes(variant.body)
        assert response["ETag"] == f'"{variant.digest}"'
        assert response["Content-Type"] == "text/html; charset=utf-8"
        assert response["Content-Security-Policy"].startswith("default-src 'none'")
        assert not response.cookies

    def test_it_waits_for_the_release_not_for_wagtail(
        self, client: Client, page: CampaignPage
    ) -> None:
        publish(page, headline="Plums are ripe")
        assert b"Cherries" in client.get(page.url).content
        run_all_waiting()
        assert b"Plums" in client.get(page.url).content

    def test_each_language_has_its_own(self, client: Client, page: CampaignPage) -> None:
        french = translate(page, headline="Les cerises sont mûres")
        publish(french)
        run_all_waiting()
        french.refresh_from_db()
        assert "Les cerises" in client.get(french.url).content.decode()
        assert "Cherries" in client.get(page.url).content.decode()

    def test_an_unchanged_page_is_not_sent_again(self, client: Client, page: CampaignPage) -> None:
        etag = client.get(page.url)["ETag"]
        assert client.get(page.url, headers={"if-none-match": etag}).status_code == 304

    def test_a_recalled_page_is_not_found(self, client: Client, page: CampaignPage) -> None:
        recall_release(release=live_release(page.translation_key))
        assert client.get(page.url).status_code == 404

    def test_a_private_page_stays_private(self, client: Client, page: CampaignPage) -> None:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert client.get(page.url).status_code == 302
