"""Variants to hand out, and what a person finds in their zip."""

import io
import zipfile

from django.http import HttpResponse

from omnicontent.channels.content import Rendered
from omnicontent.channels.mail_messages import MailMessage
from omnicontent.releases.models import Variant
from omnicontent.stories.models import CampaignPage
from tests.releases.boards import Board
from tests.releases.campaigns import make_campaign, make_image, publish, run_all_waiting

CTA = {"cta_verb": "Pick some", "cta_url": "https://orchard.example/cherries"}


class LetterBoard(Board):
    """A plug-in whose mail has a line break in its subject."""

    def mail(self, rendered: Rendered) -> MailMessage:
        return MailMessage(subject="One\nTwo", text="Words", html="<p>Words</p>")


def make_variant(channel: str, **fields: object) -> tuple[CampaignPage, Variant]:
    """Publish a campaign with a picture and return it with the channel's variant, all built."""
    page = make_campaign(
        [channel], **({"hero_image": make_image(), "hashtags": "fruit summer", **CTA} | fields)
    )
    publish(page)
    run_all_waiting()
    page = CampaignPage.objects.get(pk=page.pk)
    return page, Variant.objects.get(release__campaign=page.translation_key, channel=channel)


def download_url(page: CampaignPage, variant: Variant) -> str:
    return f"/admin/campaigns/{page.pk}/variants/{variant.pk}/download/"


def mail_url(page: CampaignPage, variant: Variant) -> str:
    return f"/admin/campaigns/{page.pk}/variants/{variant.pk}/test-mail/"


def unzip(response: HttpResponse) -> dict[str, bytes]:
    """Return the names and bytes in a zip that was answered; every checksum is right."""
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as archive:
        assert archive.testzip() is None
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        return {name: archive.read(name) for name in archive.namelist()}
