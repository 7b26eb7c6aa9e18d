"""A test of a mail: to oneself, byte for byte, and in plain words where it does not go out."""

import json
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings
from wagtail.models import PageLogEntry, Site

from omnicontent.channels.registry import registered
from omnicontent.releases.models import Release, Variant
from omnicontent.stories.models import BrandSettings, CampaignPage
from tests.previews.by_hand.making import LetterBoard, mail_url, make_variant
from tests.releases.approving import make_user
from tests.releases.campaigns import make_index
from tests.services.missing import free_port
from tests.services.smtp import MailServer, mail_server

pytestmark = pytest.mark.django_db
HEADLINE = "Les cerises sont mûres : venez « cueillir » !"
BRAND = {"name": "Verger & fils", "unsubscribe_url": "https://orchard.example/u?list=1"}


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    cache.clear()
    with mail_server() as running:
        settings.MAILERS = running.mailer()
        settings.DEFAULT_FROM_EMAIL = "campaigns@orchard.example"
        yield running


@pytest.fixture
def mail(db: None) -> tuple[CampaignPage, Variant]:
    return make_variant("email", headline=HEADLINE, hero_image=None)


@pytest.fixture
def ana(db: None) -> User:
    return make_user("ana")


@pytest.fixture
def client(ana: User) -> Client:
    client = Client()
    client.force_login(ana)
    return client


def said(response: HttpResponse) -> str:
    """Return the newest message; those before it wait until a page is looked at."""
    return str([*get_messages(response.wsgi_request)][-1]).strip()


def as_typed(text: str) -> str:
    """Return a text of a mail with the line ends that it had before it was sent."""
    return text.replace("\r\n", "\n")


class TestWhatArrives:
    def test_it_goes_to_oneself_and_nobody_else(
        self, server: MailServer, client: Client, mail: tuple[CampaignPage, Variant]
    ) -> None:
        response = client.post(mail_url(*mail), {"to": "else@localhost", "cc": "x@localhost"})
        assert said(response) == "A test is on its way to ana@localhost."
        (got,) = server.received
        assert got.recipients == ["ana@localhost"]
        assert got.sender == "campaigns@orchard.example"
        assert got.message["To"] == "ana@localhost"
        assert got.message["Cc"] is None

    def test_words_and_subject_are_those_of_the_payload(
        self, server: MailServer, client: Client, mail: tuple[CampaignPage, Variant]
    ) -> None:
        client.post(mail_url(*mail))
        _page, variant = mail
        payload = json.loads(variant.body)
        (got,) = server.received
        message = got.message
        assert message["Subject"] == payload["subject"] == HEADLINE
        assert message.get_content_type() == "multipart/alternative"
        text, html = message.iter_parts()
        assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
        assert as_typed(text.get_content()) == payload["text"]
        assert as_typed(html.get_content()) == payload["html"] + "\n"  # a mail ends its last line

    def test_it_says_of_which_bytes_it_is_a_test(
        self, server: MailServer, client: Client, mail: tuple[CampaignPage, Variant]
    ) -> None:
        client.post(mail_url(*mail))
        (got,) = server.received
        digest = mail[1].digest
        assert "".join(got.message["X-OmniContent-Test"].split()) == f"release=1;sha-256={digest}"

    def test_headers_sender_and_pictures_are_those_of_the_brand(
        self, server: MailServer, client: Client
    ) -> None:
        make_index()
        BrandSettings.objects.create(site=Site.objects.get(), **BRAND)
        page, variant = make_variant("email")
        client.post(mail_url(page, variant))
        (got,) = server.received
        headers = json.loads(variant.body)["headers"]
        assert headers
        assert {name: got.message[name] for name in headers} == headers
        assert variant.content["media"][0]["url"] in got.message.get_body(["html"]).get_content()
        assert got.message["From"] == "Verger & fils <campaigns@orchard.example>"

    def test_the_history_of_the_page_tells_it(
        self,
        server: MailServer,
        client: Client,
        ana: User,
        mail: tuple[CampaignPage, Variant],
    ) -> None:
        client.post(mail_url(*mail))
        entry = PageLogEntry.objects.get(action="previews.send_test_mail")
        assert (entry.user, entry.page_id) == (ana, mail[0].pk)
        assert entry.message == "Sent a test of release 1, Email · en, to themselves"
        assert entry.data["digest"] == mail[1].digest


class TestWhereItGoesBackTo:
    @pytest.mark.parametrize(
        ("given", "wanted"),
        [
            ("/admin/campaigns/", "/admin/campaigns/"),
            ("https://elsewhere.example/", None),
            ("//elsewhere.example/", None),
            ("", None),
        ],
    )
    def test_to_the_page_it_came_from(
        self,
        server: MailServer,
        client: Client,
        mail: tuple[CampaignPage, Variant],
        given: str,
        wanted: str | None,
    ) -> None:
        response = client.post(mail_url(*mail), {"next": given})
        assert response["Location"] == (wanted or f"/admin/campaigns/{mail[0].pk}/board/")
        assert "no-store" in response["Cache-Control"]


class TestWithoutAServer:
    def test_it_says_that_the_mail_was_only_printed(
        self,
        settings: Settings,
        client: Client,
        mail: tuple[CampaignPage, Variant],
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        settings.MAILERS = {
            "default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
        }
        assert "No mail server is set up" in said(client.post(mail_url(*mail)))
        assert "Content-Type: multipart/alternative" in capsys.readouterr().out


class TestWhatIsRefused:
    def test_without_an_address_it_says_where_to_set_one(
        self, server: MailServer, client: Client, ana: User, mail: tuple[CampaignPage, Variant]
    ) -> None:
        User.objects.filter(pk=ana.pk).update(email="")
        words = said(client.post(mail_url(*mail)))
        assert "no email address" in words
        assert 'href="/admin/account/"' in words
        assert server.received == []

    def test_a_channel_that_is_no_mail(self, server: MailServer, client: Client) -> None:
        assert said(client.post(mail_url(*make_variant("sms")))) == "This channel sends no mail."
        assert server.received == []

    def test_a_faulty_header_is_the_channels_fault(
        self, server: MailServer, client: Client
    ) -> None:
        with registered(LetterBoard("letter")):
            words = said(client.post(mail_url(*make_variant("letter"))))
        assert "“letter” has a fault of its own (ValueError" in words
        assert server.received == []

    def test_an_altered_mail(
        self, server: MailServer, client: Client, mail: tuple[CampaignPage, Variant]
    ) -> None:
        Variant.objects.update(body=b"{}")
        assert "altered in the store" in said(client.post(mail_url(*mail)))
        assert server.received == []

    def test_a_recalled_one(
        self, server: MailServer, client: Client, mail: tuple[CampaignPage, Variant]
    ) -> None:
        Release.objects.update(state=Release.State.RECALLED)
        assert "recalled" in said(client.post(mail_url(*mail)))
        assert server.received == []

    def test_who_does_not_see_the_campaign(
        self,
        server: MailServer,
        mail: tuple[CampaignPage, Variant],
        login: Callable[..., Client],
    ) -> None:
        stranger = login("stranger", group="", email="stranger@localhost")
        assert stranger.post(mail_url(*mail))["Location"] == "/admin/"
        assert Client().post(mail_url(*mail)).status_code == 302
        assert server.received == []

    def test_a_post_from_elsewhere(
        self, server: MailServer, ana: User, mail: tuple[CampaignPage, Variant]
    ) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(ana)
        assert strict.post(mail_url(*mail)).status_code == 403
        assert server.received == []

    def test_a_link(self, client: Client, mail: tuple[CampaignPage, Variant]) -> None:
        assert client.get(mail_url(*mail)).status_code == 405

    def test_more_than_ten_a_minute(
        self, server: MailServer, client: Client, mail: tuple[CampaignPage, Variant]
    ) -> None:
        said_last = [said(client.post(mail_url(*mail))) for _again in range(12)][-1]
        assert said_last == "That is more than 10 tests within a minute. Wait a little."
        assert 10 <= len(server.received) < 12  # a new minute may have begun meanwhile


class TestWhatTheMailServerSays:
    @pytest.mark.parametrize(
        ("answers", "words"),
        [
            ({"RCPT": "550 no such user"}, "refuses your address"),
            ({"MAIL": "553 not yours"}, "lets nobody send from campaigns@orchard.example"),
            ({"DATA": "554 looks like spam"}, "refuses this mail: looks like spam"),
            ({"EHLO": "421 busy", "HELO": "421 busy"}, "was not sent"),
        ],
    )
    def test_a_refusal_in_plain_words(
        self,
        server: MailServer,
        client: Client,
        mail: tuple[CampaignPage, Variant],
        answers: dict[str, str],
        words: str,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        server.answers = answers
        assert words in said(client.post(mail_url(*mail)))
        assert "did not take a test" in caplog.text
        assert mail[1].digest in caplog.text
        assert not PageLogEntry.objects.filter(action="previews.send_test_mail").exists()

    @pytest.mark.parametrize(("password", "arrives"), [("right", True), ("wrong", False)])
    def test_the_password(
        self,
        server: MailServer,
        settings: Settings,
        client: Client,
        mail: tuple[CampaignPage, Variant],
        password: str,
        arrives: bool,
    ) -> None:
        server.login = ("service", "right")
        settings.MAILERS = server.mailer(username="service", password=password)
        words = said(client.post(mail_url(*mail)))
        assert ("SMTP_PASSWORD" in words) != arrives
        assert len(server.received) == arrives

    def test_no_encryption(
        self,
        server: MailServer,
        settings: Settings,
        client: Client,
        mail: tuple[CampaignPage, Variant],
    ) -> None:
        settings.MAILERS = server.mailer(use_tls=True)
        assert "SMTP_TLS" in said(client.post(mail_url(*mail)))

    def test_nobody_listens(
        self,
        server: MailServer,
        settings: Settings,
        client: Client,
        mail: tuple[CampaignPage, Variant],
    ) -> None:
        settings.MAILERS = server.mailer(port=free_port())
        assert "SMTP_HOST and SMTP_PORT" in said(client.post(mail_url(*mail)))

    def test_silence(
        self,
        server: MailServer,
        settings: Settings,
        client: Client,
        mail: tuple[CampaignPage, Variant],
    ) -> None:
        server.silent_seconds = 1
        settings.MAILERS = server.mailer(timeout=0.2)
        assert "does not answer" in said(client.post(mail_url(*mail)))
