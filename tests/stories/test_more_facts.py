"""Facts beyond the first six: in the editor, in the story, and said wrong."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import streamfield

from omnicontent.message.facts import Audience, Contact, Offer, Period, Product, Products
from omnicontent.message.kinds.plug_ins import registered
from omnicontent.stories.clock import day_begun_at, last_whole_day, start_of_day
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import CampaignIndexPage, CampaignPage
from omnicontent.stories.translating import share
from omnicontent.stories.wagtail_hooks import end_of, offer_of
from tests.stories.making import WORDS, make_campaign
from tests.stories.ratings import Rating, RatingKind
from tests.stories.test_editing import errors_of, save

HOURS = {"first": "monday", "last": "friday", "opens": "09:00", "closes": "18:30"}


@pytest.fixture
def rating() -> Iterator[None]:
    with registered(RatingKind()):
        yield


def listed(*values: Any) -> dict[str, Any]:
    """Return what a list of blocks posts."""
    return {
        "count": str(len(values)),
        **{
            str(number): {"value": value, "id": "", "deleted": "", "order": str(number)}
            for number, value in enumerate(values)
        },
    }


def flat(name: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {name: str(value)}
    return {k: v for key, one in value.items() for k, v in flat(f"{name}-{key}", one).items()}


def streamed(name: str, *blocks: tuple[str, Any]) -> dict[str, str]:
    return flat(name, streamfield(list(blocks)))


def draft_of(page: CampaignPage) -> CampaignPage:
    draft: CampaignPage = CampaignPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return draft


def test_every_fact_that_an_editor_enters_is_in_the_story(
    editor: Client, campaign: CampaignPage, rating: None
) -> None:
    further = {"name": "The barn", "address": "", "hours": listed(HOURS | {"last": ""})}
    details = listed({"name": "stars", "value": "4"}, {"name": "sources", "value": '["A", "B"]'})
    response = save(
        editor,
        campaign,
        action="publish",
        offer_type="free_item",
        offer_item="tote bag",
        place_name="The shop",
        contact_phone="+33 1 23 45 67 89",
        contact_email="shop@example.com",
        audience="Regulars",
        **streamed("place_hours", ("hours", HOURS)),
        **streamed("further_places", ("place", further)),
        **streamed("products", ("product", {"name": "Tulip", "reference": "T-1"})),
        **streamed("more_facts", ("fact", {"kind": "rating", "details": details})),
    )
    assert response.status_code == 302, response.context["form"].errors
    facts = story_from_page(CampaignPage.objects.get(pk=campaign.pk)).facts
    assert facts.offer == Offer(type="free_item", item="tote bag")
    assert facts.contact == Contact(phone="+33 1 23 45 67 89", email="shop@example.com")
    assert facts.products == Products(items=(Product(name="Tulip", reference="T-1"),))
    assert facts.audience == Audience(name="Regulars")
    assert facts.get("rating") == Rating(stars=4, sources=("A", "B"))
    place = facts.place
    assert place is not None
    (hours,) = place.hours
    assert (hours.first, hours.last, hours.opens, hours.closes) == (
        "monday",
        "friday",
        time(9),
        time(18, 30),
    )
    assert [(other.name, other.hours[0].last) for other in place.also] == [("The barn", None)]
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[campaign.pk])).content.decode()
    assert "tote bag" in html
    assert "rating: stars, sources." in html


def test_facts_of_installed_kinds_are_asked_for_only_where_there_are_such_kinds(
    editor: Client, campaign: CampaignPage
) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[campaign.pk])
    assert "more_facts" not in editor.get(address).context["form"].fields
    with registered(RatingKind()):
        assert "more_facts" in editor.get(address).context["form"].fields


def test_three_for_two_is_an_offer(editor: Client, campaign: CampaignPage) -> None:
    save(editor, campaign, offer_type="n_for_m", offer_get="3", offer_pay="2")
    draft = draft_of(campaign)
    assert story_from_page(draft).facts.offer == Offer(type="n_for_m", get=3, pay=2)
    assert offer_of(draft) == "3 for 2"


def test_an_end_without_an_hour_is_the_whole_day(editor: Client, campaign: CampaignPage) -> None:
    save(editor, campaign, period_start="2031-07-01", period_end="2031-07-31")
    draft = draft_of(campaign)
    assert draft.period_start == datetime(2031, 6, 30, 22, tzinfo=UTC)
    assert draft.period_end == datetime(2031, 7, 31, 22, tzinfo=UTC)
    assert end_of(draft) == "31 July 2031"
    typed = {"start": "2031-07-01", "end": "2031-07-31", "time_zone": "Europe/Paris"}
    assert story_from_page(draft).facts.period == Period.model_validate(typed)
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[campaign.pk])).content.decode()
    assert 'value="2031-07-01"' in html
    assert 'value="2031-07-31"' in html


def test_one_day_may_be_start_and_end(editor: Client, campaign: CampaignPage) -> None:
    response = save(
        editor, campaign, action="publish", period_start="2031-07-01", period_end="2031-07-01"
    )
    assert response.status_code == 302


@pytest.mark.parametrize(
    ("day", "zone"),
    [
        (date(2031, 3, 30), "Europe/Paris"),
        (date(2018, 11, 4), "America/Sao_Paulo"),  # its clocks skip midnight
        (date(2011, 12, 31), "Pacific/Apia"),  # the day before never was
    ],
)
def test_a_day_is_found_again_by_its_first_instant(day: date, zone: str) -> None:
    begin = start_of_day(day, ZoneInfo(zone))
    assert day_begun_at(begin, ZoneInfo(zone)) == day
    assert last_whole_day(begin, ZoneInfo(zone)) == date.fromordinal(day.toordinal() - 1)


FREE, SEVERAL = "“something free”", "“several for the price of fewer”"
FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"offer_type": "free_item"}, "offer_item", "Say what is free, such as “tote bag”."),
    ({"offer_item": "bag"}, "offer_item", f"Only {FREE} names an item: clear it, or choose that."),
    (
        {"offer_type": "free_item", "offer_item": "bag", "offer_value": "3"},
        "offer_value",
        "An offer of this kind has no value: clear it.",
    ),
    (
        {"offer_type": "n_for_m", "offer_pay": "2"},
        "offer_get",
        "Say how many the customer gets, such as 3.",
    ),
    (
        {"offer_type": "n_for_m", "offer_get": "3"},
        "offer_pay",
        "Say how many are paid, such as 2.",
    ),
    (
        {"offer_type": "n_for_m", "offer_get": "2", "offer_pay": "2"},
        "offer_pay",
        "The customer must get more than is paid.",
    ),
    (
        {"offer_type": "percent", "offer_value": "30", "offer_get": "3"},
        "offer_get",
        f"Only {SEVERAL} counts: clear this, or choose that.",
    ),
    (
        streamed("place_hours", ("hours", HOURS)),
        "place_name",
        "Name the place that is open at these hours.",
    ),
    (
        streamed("further_places", ("place", {"name": "B", "address": "", "hours": listed()})),
        "place_name",
        "Name the first place here; further ones come behind it.",
    ),
    (
        {"contact_phone": "call me"},
        "contact_phone",
        "Enter a telephone number such as +33 1 23 45 67 89.",
    ),
    (
        {"contact_email": "garden"},
        "contact_email",
        "Enter a mail address such as garden@example.com.",
    ),
]


@pytest.mark.parametrize(("fields", "field", "message"), FAULTS, ids=lambda value: str(value)[:40])
def test_a_fault_is_told_at_its_field(
    editor: Client, campaign: CampaignPage, fields: dict[str, Any], field: str, message: str
) -> None:
    assert errors_of(editor, campaign, **fields) == {field: [message]}


BAD_DETAILS = [
    ([("stars", "9")], "stars: must be at most 5."),
    ([("stars", "many")], "stars: must be a number, such as 30 or 49.90."),
    ([("star", "4")], "star: is not known here. Did you mean “stars”?"),
    ([("sources", "[]")], "stars: is missing."),
    ([("stars", "4"), ("stars", "5")], "“stars” is there twice: keep one."),
]


def rated(*details: tuple[str, str]) -> tuple[str, Any]:
    named = [{"name": name, "value": value} for name, value in details]
    return ("fact", {"kind": "rating", "details": listed(*named)})


@pytest.mark.parametrize(("details", "message"), BAD_DETAILS, ids=str)
def test_details_that_the_kind_refuses_are_told_in_plain_words_at_their_block(
    editor: Client,
    campaign: CampaignPage,
    rating: None,
    details: list[tuple[str, str]],
    message: str,
) -> None:
    fields = streamed("more_facts", rated(*details))
    response = save(editor, campaign, action="publish", **fields)
    error = response.context["form"].errors.as_data()["more_facts"][0].as_json_data()
    at_block = error["blockErrors"][0]["blockErrors"]["details"]
    assert message in json.dumps(at_block, ensure_ascii=False)
    assert save(editor, campaign, **fields).status_code == 302, "a draft may be wrong"


def test_a_kind_stands_there_once(editor: Client, campaign: CampaignPage, rating: None) -> None:
    twice = streamed("more_facts", rated(("stars", "4")), rated(("stars", "5")))
    response = save(editor, campaign, action="publish", **twice)
    error = response.context["form"].errors.as_data()["more_facts"][0].as_json_data()
    assert "there twice" in json.dumps(error)


def test_a_fact_whose_package_is_gone_is_not_dropped_in_silence(index: CampaignIndexPage) -> None:
    details = [{"name": "stars", "value": "4"}]
    page = make_campaign(
        index, more_facts=[("fact", {"kind": "rating", "details": details})], **WORDS
    )
    with pytest.raises(StoryError, match="“rating”: remove this one") as caught:
        story_from_page(page)
    assert caught.value.field == "more_facts"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"offer_type": "n_for_m", "offer_get": 2, "offer_pay": 3}, "offer_pay"),
        ({"contact_phone": "no"}, "contact_phone"),
        ({"contact_email": "no"}, "contact_email"),
        (
            {
                "place_name": "Shop",
                "place_hours": [("hours", HOURS | {"opens": None})],
            },
            "place_hours",
        ),
        (
            {
                "place_name": "Shop",
                "further_places": [("place", {"name": "", "address": "", "hours": []})],
            },
            "further_places",
        ),
        ({"products": [("product", {"name": "", "reference": ""})]}, "products"),
    ],
    ids=str,
)
def test_what_a_program_wrote_wrong_names_the_field_to_mend(
    index: CampaignIndexPage, fields: dict[str, Any], field: str
) -> None:
    page = CampaignPage(title="New", locale=index.locale, **WORDS, **fields)
    with pytest.raises(StoryError) as caught:
        story_from_page(page)
    assert caught.value.field == field


def test_campaigns_of_before_keep_their_meaning(index: CampaignIndexPage) -> None:
    page = make_campaign(
        index,
        offer_type="percent",
        offer_value=Decimal(30),
        period_end=datetime(2031, 7, 31, 22, tzinfo=UTC),
        period_time_zone="Europe/Paris",
        place_name="The shop",
    )
    facts = story_from_page(CampaignPage.objects.get(pk=page.pk)).facts
    assert [kind for kind, _fact in facts.present()] == ["offer", "period", "place"]
    assert facts.period is not None
    assert facts.period.end == datetime(2031, 7, 31, 22, tzinfo=UTC)
    assert facts.place is not None
    assert (facts.place.hours, facts.place.also) == ((), ())


def test_hours_and_contact_follow_into_translations_until_one_chooses_otherwise(
    index: CampaignIndexPage,
) -> None:
    hours = [("hours", HOURS)]
    page = make_campaign(index, place_name="Shop", place_hours=hours, contact_phone="+33 1")
    page.save_revision().publish()
    french = Locale.objects.create(language_code="fr")
    translated = page.copy_for_translation(french, copy_parents=True)
    translated.save_revision().publish()
    page = CampaignPage.objects.get(pk=page.pk)
    page.place_hours = [("hours", HOURS | {"closes": "20:00"})]
    page.save_revision().publish()
    share([page, CampaignPage.objects.get(pk=translated.pk)])
    followed = CampaignPage.objects.get(pk=translated.pk)
    assert [child.value["closes"] for child in followed.place_hours] == [time(20)]
    followed.place_hours = [("hours", HOURS | {"closes": "17:00"})]
    followed.save_revision().publish()
    share([CampaignPage.objects.get(pk=page.pk), CampaignPage.objects.get(pk=translated.pk)])
    chosen = CampaignPage.objects.get(pk=translated.pk)
    assert [child.value["closes"] for child in chosen.place_hours] == [time(17)]
