import pytest

from omnicontent.channels.content import Issue
from omnicontent.channels.registry import all_channels
from omnicontent.message.kinds.plug_ins import registered
from omnicontent.previews.drafts import make_draft
from omnicontent.previews.mending import form_field, mend
from omnicontent.stories.models import CampaignPage
from tests.stories.ratings import RatingKind


@pytest.mark.parametrize(
    ("story_field", "name"),
    [
        ("headline", "headline"),
        ("hero_image", "hero_image"),
        ("hero_image.alt", "hero_image_alt"),
        ("overrides.x.text", "own_words"),
        ("body.3.image.alt", "body"),
        ("facts.offer.value", "offer_value"),
        ("facts.offer", "offer_type"),
        ("offer_value", "offer_value"),
        ("facts.call_to_action.url", "cta_url"),
        ("facts.promo_code.code", "promo_code"),
        ("facts.legal_line", "legal_line"),
        ("facts.offer.get", "offer_get"),
        ("facts.place.hours.0.opens", "place_hours"),
        ("facts.place.also.1.name", "further_places"),
        ("facts.contact", "contact_phone"),
        ("facts.contact.email", "contact_email"),
        ("facts.products", "products"),
        ("facts.audience", "audience"),
        ("facts.rating.stars", ""),
        ("locale", ""),
        ("nobody.knows", ""),
        ("", ""),
    ],
)
def test_finds_the_field_of_the_form(story_field: str, name: str) -> None:
    assert form_field(story_field) == name


def test_facts_of_installed_kinds_are_mended_where_they_are_entered() -> None:
    with registered(RatingKind()):
        assert form_field("facts.rating.stars") == "more_facts"


def test_links_to_the_field_in_the_editor() -> None:
    mended = mend(Issue(code="no_alt", message="Say it.", field="hero_image.alt"), 7)
    assert mended.url == "/admin/pages/7/edit/#id_hero_image_alt"
    assert mended.field_label == "Alternative text"


def test_what_the_brand_lacks_is_mended_in_its_settings() -> None:
    mended = mend(Issue(code="none", message="None.", field="brand.unsubscribe_url"), 7)
    assert mended.url == "/admin/settings/stories/brandsettings/#id_unsubscribe_url"
    assert mended.field_label == "Unsubscribe address"


def test_an_issue_nobody_can_mend_has_no_link() -> None:
    mended = mend(Issue(code="odd", message="Odd.", severity="warning"), 7)
    assert (mended.url, mended.severity) == ("", "warning")


def test_every_issue_of_every_channel_can_be_mended(campaign: CampaignPage) -> None:
    campaign.save_revision()  # every campaign in the editor has one, and with it a date
    campaign.own_words = [
        ("words", {"channel": slug, "part": part.name, "text": "Far too long. " * 100})
        for slug, channel in all_channels().items()
        for part in channel.spec.parts
        if part.overridable
    ]
    issues = [issue for slug in all_channels() for issue in make_draft(campaign, slug).issues]
    assert {issue.severity for issue in issues} == {"error", "warning"}
    assert [issue for issue in issues if not mend(issue, campaign.pk).url] == []
