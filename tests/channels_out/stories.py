"""A realistic story for the tests of single channels."""

from omnicontent.channels.story import Story

OFFER = {"type": "percent", "value": 30}


def story(**changes: object) -> Story:
    """Return the winter campaign, with some fields changed.

    With other facts it promises no 30% in its headline.
    """
    facts = changes.get("facts", {"offer": OFFER})
    if not _says_offer(facts):
        changes = {"headline": "Everything for the whole winter garden"} | changes
    return Story.model_validate(
        {
            "id": "winter",
            "headline": "30% off everything for the winter garden",
            "key_message": "Your garden does not sleep in winter. Neither do our prices.",
            "summary": "From bird feeders to cold frames, everything a garden needs is cheaper.",
            "hashtags": ["garden", "winter", "birds", "DIY", "robin", "spade"],
            "facts": {
                "offer": OFFER,
                "period": {"end": "2026-12-15T00:00:00+01:00", "time_zone": "Europe/Paris"},
                "promo_code": {"code": "WINTER30"},
                "call_to_action": {"verb": "Shop now", "url": "https://shop.example/winter"},
                "legal_line": {"text": "While stocks last."},
            },
            "hero_image": {
                "source": "robin.jpg",
                "digest": "a" * 64,
                "width_px": 4000,
                "height_px": 3000,
                "alt": "A robin on a spade",
            },
            "brand": {"name": "Greenhouse"},
            "files_url": "https://cdn.example/files/",
        }
        | changes
    )


def _says_offer(facts: object) -> bool:
    offer = facts.get("offer") if isinstance(facts, dict) else None
    return isinstance(offer, dict) and (offer["type"], float(offer["value"])) == ("percent", 30)


FILM = {
    "source": "garden.mp4",
    "digest": "b" * 64,
    "width_px": 3840,
    "height_px": 2160,
    "seconds": 20,
    "description": "A walk through a garden",
    "captions": "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n",
}


FILM_SAID = (
    "A walk through a garden. 30% off. through December 14, 2026. Code WINTER30. "
    "Shop now: shop.example/winter"
)
"""What is said of the film to those who can't see it: what it shows, and its closing card."""


def film_story(**changes: object) -> Story:
    """Return the winter campaign with its film."""
    return story(**{"hero_video": FILM} | changes)


def own_words(channel: str, **parts: str) -> dict[str, dict[str, dict[str, str]]]:
    """Return the change that gives a channel own words."""
    return {"overrides": {channel: parts}}
