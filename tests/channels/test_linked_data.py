"""Facts in schema.org's words."""

from omnicontent.channels.linked_data import describe_contact, describe_offer, describe_places
from omnicontent.message.facts import Contact, Facts, Place
from omnicontent.message.models import OpeningHours
from omnicontent.message.weekdays import days_of


def facts_with(**facts):
    return Facts.model_validate(facts)


def test_no_offer_is_no_offer():
    assert describe_offer(Facts()) is None


def test_a_price_is_told_with_its_currency():
    offer = {"type": "price", "value": "39.00", "currency": "EUR"}
    assert describe_offer(facts_with(offer=offer)) == {
        "@type": "Offer",
        "price": "39.00",
        "priceCurrency": "EUR",
    }


def test_a_free_item_is_an_offer_that_comes_with_it():
    said = describe_offer(facts_with(offer={"type": "free_item", "item": "tote bag"}))
    assert said == {
        "@type": "Offer",
        "addOn": {
            "@type": "Offer",
            "price": "0",
            "itemOffered": {"@type": "Product", "name": "tote bag"},
        },
    }


def test_three_for_two_needs_three_and_tells_no_price():
    said = describe_offer(facts_with(offer={"type": "n_for_m", "get": 3, "pay": 2}))
    assert said["eligibleQuantity"] == {"@type": "QuantitativeValue", "minValue": 3}
    assert "price" not in said


def test_products_are_what_is_offered():
    items = [{"name": "Tulip", "reference": "T-1"}, {"name": "Rose"}]
    offer = {"type": "percent", "value": 30}
    said = describe_offer(facts_with(offer=offer, products={"items": items}))
    assert said["itemOffered"] == [
        {"@type": "Product", "name": "Tulip", "sku": "T-1"},
        {"@type": "Product", "name": "Rose"},
    ]


def test_every_place_tells_its_hours():
    hours = [
        {"first": "monday", "last": "wednesday", "opens": "09:00", "closes": "18:30"},
        {"first": "saturday", "opens": "20:00", "closes": "02:00"},
    ]
    place = Place.model_validate({"name": "A", "address": "1 B", "also": [{"name": "C"}]})
    described = describe_places(place.model_copy(update={"hours": tuple(map(hour, hours))}))
    assert described == [
        {
            "@type": "Place",
            "name": "A",
            "address": "1 B",
            "openingHoursSpecification": [
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": ["Monday", "Tuesday", "Wednesday"],
                    "opens": "09:00",
                    "closes": "18:30",
                },
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": ["Saturday"],
                    "opens": "20:00",
                    "closes": "02:00",
                },
            ],
        },
        {"@type": "Place", "name": "C"},
    ]
    assert describe_places(None) == []


def test_contact_is_told_where_there_is_one():
    assert describe_contact(None) == {}
    assert describe_contact(Contact(phone="+33 1")) == {
        "@type": "ContactPoint",
        "telephone": "+33 1",
    }


def test_days_run_over_the_end_of_the_week():
    over = hour({"first": "friday", "last": "monday", "opens": "09:00", "closes": "18:00"})
    assert days_of(over) == ("friday", "saturday", "sunday", "monday")


def hour(fields):
    return OpeningHours.model_validate(fields)
