"""Stories that strain a channel: short, long, in many scripts. The conformance kit tells them all.

Every word begins with a stem that no channel uses of its own, so a word in a payload that is the
beginning of a story's word, and no word itself, has been cut.
"""

import random
from collections.abc import Iterator

from omnicontent.channels.story import Story

STEM = "qz"
CODE = "QZCODE42"
LINK = "https://qz.example/spring?ref=1#top"
_EMOJI = ("👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇫🇷", "1️⃣", "🧑🏿‍🚀", "❤️")
_SCRIPTS = (
    "qzמבצע",
    "qzالعرض",  # noqa: RUF001
    "qzक्षत्रिय",
    "qz特別価格",
    "qzété",
    "qze\u0301te\u0301",
    "qzÅngström",
)
_SIGNS = ("qz_a*b~", "qz(c)", "qz<d>", "qz&e;", 'qz"f"', "qz\\g", "qz{h}|i", "qz@j")
_WITHOUT_VALUE: tuple[dict[str, object], ...] = (
    {"type": "free_item", "item": "Qztote qzbag"},
    {"type": "n_for_m", "get": 3, "pay": 2},
)
_LOCALES = ("en", "fr", "de", "es", "ar", "ja")


def sample_stories() -> dict[str, Story]:
    """Return name -> story: what every channel must be able to say."""
    words = "qzsays qzwhat qzno qzother qzone qzsays"
    essay = [f"Qzsentence qznumber {number} {words}." for number in range(560)]
    return {
        "ordinary": _story(),
        "tiny": _story(headline="Qzo!", key_message="Qzhi.", summary="", body=[], hashtags=[]),
        "French": _story(
            locale="fr",
            headline="Qzl’été qzarrive\u00a0: qzprofitez-en\u202f!",
            key_message="Qzdès qzdemain, qztout qzest qzmoins qzcher. "
            "«\u00a0Qzvraiment\u202f?\u00a0» Qzoui\u00a0; qzà 1\u202f299,00\u00a0€ qzpile.",
            hashtags=["qzété", "qzœuvre"],
        ),
        "right to left": _story(
            locale="ar",
            headline="qzتخفيضات qzالربيع",  # noqa: RUF001
            key_message="qzكل qzشيء qzأرخص qzهذا qzالأسبوع.",  # noqa: RUF001
        ),
        "emoji": _story(
            headline=" ".join(_EMOJI), key_message=f"Qzlove {''.join(_EMOJI[:3])} qzmore!"
        ),
        "all emoji, right to left": _story(
            locale="he",
            headline="".join(_EMOJI),
            key_message="\u200f" + " ".join(_EMOJI[:4]) + " qzמבצע",
            summary=f"{_EMOJI[0]}{_EMOJI[1]} qzאבג. {' '.join(_EMOJI)}!",
            hashtags=["qzמבצע"],
            body=[{"type": "paragraph", "html": f"<p>{' '.join(_EMOJI * 9)}</p>"}],
        ),
        "full": _story(
            summary=" ".join(essay[:4]),
            body=[
                {"type": "heading", "text": "Qzheading"},
                {"type": "paragraph", "html": f"<p>{' '.join(essay[4:12])}</p>"},
                {"type": "quote", "text": "Qzsaid.", "attribution": "Qzsomebody"},
                {"type": "picture", "image": _picture("c"), "caption": "Qzcaption."},
                {"type": "paragraph", "html": f"<p>{' '.join(essay[12:20])}</p>"},
                {"type": "list", "items": ["Qzone qzpoint", "Qzanother qzpoint"]},
                {"type": "offer", "intro": "Qzonly qznow:"},
            ],
        ),
        "5,000 words": _story(
            summary=" ".join(essay[:20]),
            body=[
                {"type": "heading", "text": "Qzheading"},
                *(
                    {"type": "paragraph", "html": f"<p>{' '.join(essay[n : n + 5])}</p>"}
                    for n in range(20, 560, 5)
                ),
                {"type": "quote", "text": "Qzsaid.", "attribution": "Qzsomebody"},
                {"type": "list", "items": ["Qzone qzpoint", "Qzanother qzpoint"]},
                {"type": "picture", "image": _picture("c"), "caption": "Qzcaption."},
                {"type": "picture", "image": _picture("d"), "caption": ""},
            ],
        ),
        "without facts": _story(facts={}),
        "something free": _story(
            facts=_all_facts() | _further_facts() | {"offer": _WITHOUT_VALUE[0]}
        ),
        "three for two, tiny": _story(
            headline="Qzo!",
            key_message="Qzhi.",
            summary="",
            body=[],
            hashtags=[],
            facts=_further_facts() | {"offer": _WITHOUT_VALUE[1]},
        ),
    }


def long_stories() -> dict[str, Story]:
    """Return name -> story: more words than any surface takes."""
    sentence = "Qzand qzhere qzis qzone qzmore qzsentence qzabout qznothing qzat qzall."
    return {
        "long": _story(
            key_message=" ".join([sentence] * 6),
            summary=" ".join([sentence] * 80),
            body=[{"type": "paragraph", "html": f"<p>{' '.join([sentence] * 80)}</p>"}],
            hashtags=[f"qztag{number}" for number in range(40)],
        ),
        "one long sentence": _story(summary="qzword " * 900 + "qzend."),
        "long emoji": _story(summary="👩‍👩‍👧‍👦" * 400, key_message="🏳️‍🌈" * 80),
        "longest headline": _story(headline=("Qzheadline " * 18).strip()),
    }


def fuzzed_stories(count: int = 40, seed: int = 1) -> Iterator[Story]:
    """Yield stories of random words in all scripts, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for _ in range(count):
        yield _story(
            locale=chance.choice(_LOCALES),
            headline=_words(chance, 1, 6)[:200],
            key_message=_words(chance, 1, 20)[:500],
            summary=" ".join(_words(chance, 1, 15) + "." for _ in range(chance.randint(0, 9))),
            hashtags=[f"{STEM}{number}" for number in range(chance.randint(0, 9))],
            facts=_facts(chance),
        )


def _words(chance: random.Random, least: int, most: int) -> str:
    return " ".join(_word(chance) for _ in range(chance.randint(least, most)))


def _word(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.2:
        return chance.choice(_EMOJI)
    if kind < 0.4:
        return chance.choice(_SCRIPTS)
    if kind < 0.5:
        return chance.choice(_SIGNS)
    return STEM + "".join(chance.choices("abcdefghij", k=chance.randint(1, 12)))


def _facts(chance: random.Random) -> dict[str, object]:
    value = chance.randint(1, 99)
    offers: list[dict[str, object]] = [
        {"type": "percent", "value": value},
        {"type": "amount", "value": value, "currency": chance.choice(["EUR", "USD", "JPY"])},
        {"type": "price", "value": f"{value}.95", "currency": "EUR", "old_price": value + 50},
        *_WITHOUT_VALUE,
    ]
    end = f"2027-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T23:59:00+01:00"
    facts = _all_facts() | (_further_facts() if chance.random() < 0.5 else {})
    facts |= {
        "offer": chance.choice(offers),
        "period": {"end": end, "time_zone": "Europe/Paris"},
    }
    return {kind: fact for kind, fact in facts.items() if chance.random() < 0.8}


def _all_facts() -> dict[str, object]:
    return {
        "offer": {"type": "price", "value": "1299.00", "currency": "EUR", "old_price": "1499.50"},
        "period": {
            "start": "2027-03-01T00:00:00+01:00",
            "end": "2027-04-01T00:00:00+02:00",
            "time_zone": "Europe/Paris",
        },
        "promo_code": {"code": CODE},
        "call_to_action": {"verb": "Qzbuy now", "url": LINK},
        "legal_line": {"text": "Qzonly qzwhile qzstocks qzlast."},
        "place": {"name": "Qzgarden House", "address": "Qzroad 5, Qztown"},
    }


def _further_facts() -> dict[str, object]:
    hours = [
        {"first": "monday", "last": "friday", "opens": "09:00", "closes": "18:30"},
        {"first": "saturday", "opens": "10:00", "closes": "13:00"},
    ]
    barn = {"name": "Qzbarn", "address": "Qzlane 7", "hours": hours[1:]}
    return {
        "place": {
            "name": "Qzgarden House",
            "address": "Qzroad 5, Qztown",
            "hours": hours,
            "also": [barn, {"name": "Qzpier"}],
        },
        "contact": {"phone": "+33 1 99 00 12 34", "email": "qzshop@qz.example"},
        "products": {
            "items": [
                {"name": "Qzseed qzmixture", "reference": "QZ-1"},
                {"name": "Qzspade", "reference": "QZ-2"},
            ]
        },
        "audience": {"name": "Qzneighbors"},
    }


def _picture(name: str) -> dict[str, object]:
    return {
        "source": f"{name}.jpg",
        "digest": name * 64,
        "width_px": 4000,
        "height_px": 3000,
        "alt": "Qzrobin on a qzspade",
    }


def _story(**fields: object) -> Story:
    film: dict[str, object] = {
        "source": "b.mp4",
        "digest": "b" * 64,
        "width_px": 3840,
        "height_px": 2160,
    }
    words = {
        "description": "Qzwalk qzthrough",
        "captions": "WEBVTT\n\n00:00.000 --> 00:01.000\nQzhi\n",
    }
    return Story.model_validate(
        {
            "id": "qz-spring",
            "headline": "Qzspring qzcomes qzearly",
            "key_message": "Qzeverything qzgrows. Qzour qzprices qzshrink.",
            "summary": "Qzfirst qzsentence. Qzsecond qzsentence, qzlonger, qzwith 1.5 qzpoints.",
            "body": [{"type": "paragraph", "html": "<p>Qzbody <b>qztext</b>.</p>"}],
            "hashtags": ["qzgarden", "qzété"],
            "facts": _all_facts(),
            "hero_image": _picture("a"),
            "hero_video": film | words | {"seconds": 20},
            "url": "https://qz.example/campaign/",
            "brand": {
                "name": "Qzbrand",
                "postal_address": "Qzstreet 1, Qzcity",
                "unsubscribe_url": "https://qz.example/unsubscribe",
            },
            "files_url": "https://qz.example/files/",
        }
        | fields
    )
