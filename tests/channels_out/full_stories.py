"""A story with every kind of block, for channels that show all of it."""

from omnicontent.channels.story import Story
from tests.channels_out.stories import FILM, story

ROBIN = {
    "source": "robin.jpg",
    "digest": "a" * 64,
    "width_px": 4000,
    "height_px": 3000,
    "alt": "A robin on a spade",
}
SEEDS = ROBIN | {"source": "seeds.jpg", "digest": "c" * 64, "alt": "A hand sows seeds"}
BODY_FILM = FILM | {"source": "bees.mp4", "digest": "d" * 64, "description": "Bees at work"}
BODY = [
    {"type": "heading", "text": "What is in the box"},
    {
        "type": "paragraph",
        "html": '<p>Sow on a <b>dry</b> day: see the <a href="https://shop.example/guide">guide</a>'
        "<br>or ask.</p>",
    },
    {"type": "picture", "image": SEEDS, "caption": "Sow in rows."},
    {"type": "film", "video": BODY_FILM, "caption": "In June."},
    {"type": "quote", "text": "I watered it twice.", "attribution": "A gardener"},
    {"type": "list", "items": ["Eleven seeds", "Four pots"]},
    {"type": "embed", "url": "https://shop.example/film", "title": "The sowing film"},
    {"type": "offer", "intro": "Only this winter:"},
]
PLACE = {"name": "Market hall", "address": "12 Quai des Fleurs, Lyon"}
BRAND = {
    "name": "Greenhouse",
    "color": "#2f6b3c",
    "postal_address": "1 Garden Lane, Lyon",
    "unsubscribe_url": "https://shop.example/unsubscribe?list=1",
}


def full_story(**changes: object) -> Story:
    """Return the winter campaign with everything a story can hold."""
    facts = story().facts.model_dump(mode="json") | {"place": PLACE}
    everything = {
        "body": BODY,
        "facts": facts,
        "hero_video": FILM,
        "brand": BRAND,
        "url": "https://shop.example/en/winter/",
    }
    return story(**(everything | changes))


HOSTILE = '"><img src=x onerror=alert(1)></script><script>alert(1)</script>{{ x }}&amp;<mj-raw>'


def hostile_story() -> Story:
    """Return a story whose every text tries to become markup."""
    text = HOSTILE
    return full_story(
        headline=text,
        key_message=text,
        summary=text,
        body=[
            {"type": "heading", "text": text},
            {
                "type": "paragraph",
                "html": f'<p onclick="x">{text}</p><a href="javascript:x">a</a>',
            },
            {"type": "picture", "image": SEEDS | {"alt": text}, "caption": text},
            {"type": "quote", "text": text, "attribution": text},
            {"type": "list", "items": [text]},
            {"type": "embed", "url": "javascript:alert(1)", "title": text},
            {"type": "embed", "url": "https://shop.example/", "title": text},
            {"type": "offer", "intro": text},
        ],
        facts={"legal_line": {"text": text}, "call_to_action": {"verb": text[:40], "url": LINK}},
        hero_image=ROBIN | {"alt": text},
        brand=BRAND | {"name": text, "postal_address": text},
    )


LINK = 'https://shop.example/?a=1&b="><script>'
