"""What mocks of messages show besides their parts: cards, segments, variables, links."""

import pytest

from omnicontent.previews.drafts import make_draft
from omnicontent.previews.templatetags import mock
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen, squeeze


def seen(page: CampaignPage, slug: str) -> Seen:
    return Seen(page.make_preview_request(preview_mode=slug).content.decode())


def test_a_carousel_shows_every_card_and_the_withdrawal(campaign: CampaignPage) -> None:
    picture = {"image": campaign.hero_image, "alt": "A bed of tulips", "caption": "Red ones"}
    campaign.body = [("picture", picture)]
    campaign.own_words = [("form", {"channel": "rcs", "form": "carousel"})]
    page = seen(campaign, "rcs")
    assert "Red ones" in page.text
    assert "has withdrawn its last message" in page.text
    assert page.values("div", "tabindex") == ["0"]


def test_a_long_text_message_shows_where_it_is_parted(campaign: CampaignPage) -> None:
    campaign.key_message = "Plant them before the frost. " * 8
    page = seen(campaign, "sms")
    body = make_draft(campaign, "sms").content.parts["text"]
    parts = mock.sms_parts(body)
    assert len(parts) > 1
    assert "".join(parts) == body
    assert all(squeeze(part) in page.text for part in parts)
    assert "The publisher's number" in page.text


def test_a_template_shows_its_variables_and_a_chat_what_they_hold(campaign: CampaignPage) -> None:
    text = seen(campaign, "whatsapp").text
    assert "{{1}} · {{2}} · Code {{3}}" in text
    assert "30% off · until May 31, 2031" in text


@pytest.mark.parametrize("slug", ["push-apns", "push-fcm", "push-web", "in-app"])
def test_a_notification_says_where_it_leads(campaign: CampaignPage, slug: str) -> None:
    assert f"Opens {campaign.cta_url}?utm_source=" in seen(campaign, slug).text
