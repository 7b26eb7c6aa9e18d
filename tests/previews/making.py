"""What the tests of previews are made of: a whole campaign, and what a reader gets to see."""

from datetime import UTC, datetime
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from wagtail.test.utils.form_data import rich_text

from omnicontent.stories.models import CampaignPage
from tests.stories.making import make_campaign, make_film, make_index, make_picture, posted

FACTS = {
    "offer_type": "percent",
    "offer_value": Decimal(30),
    "period_end": datetime(2031, 5, 31, 21, 59, tzinfo=UTC),
    "period_time_zone": "Europe/Paris",
    "promo_code": "TULIP30",
    "cta_verb": "Order bulbs",
    "cta_url": "https://garden.example/tulips",
    "legal_line": "While stocks last.",
}

SEEN = {"shots": [{"start": 0, "end": 2}], "cover_seconds": 1}
"""What a worker saw in the film, which spares the tests the work."""


def make_whole_campaign(folder: Path, **fields: Any) -> CampaignPage:
    """Save a campaign with every kind of fact, a picture, a film and own words for no channel."""
    return make_campaign(
        make_index(),
        **{
            **FACTS,
            "summary": "Red, white & yellow ones. They like the sun.",
            "hashtags": "tulips balcony",
            "hero_image": make_picture(),
            "hero_image_alt": 'A red field, "Tulipa" <in bloom>',
            "hero_video": make_film(folder, description="A test card", seen=SEEN),
            "channels": [],
            **fields,
        },
    )


def posted_campaign(page: CampaignPage, **fields: Any) -> dict[str, Any]:
    """Return what the editor's form posts of a whole campaign, with a body of some length."""
    body = [
        ("heading", "What to plant"),
        *(("paragraph", rich_text(f"<p>Bulb {n} likes the sun.</p>")) for n in range(20)),
        ("offer", {"intro": "Only until the frost"}),
    ]
    typed = {
        **FACTS,
        "offer_value": "30",
        "period_end": "2031-05-31",
        "summary": page.summary,
        "hashtags": page.hashtags,
        "hero_image": page.hero_image_id,
        "hero_image_alt": page.hero_image_alt,
        "hero_video": page.hero_video_id,
    }
    return posted(body, **typed | fields)


class Seen(HTMLParser):
    """The text of a page as a reader sees it, that of its framed documents included."""

    HIDDEN = ("style", "script", "title")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.frames: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self._hidden = 0
        self.feed(html)

    @property
    def text(self) -> str:
        framed = "".join(Seen(frame).text for frame in self.frames)
        return " ".join("".join([*self.pieces, framed]).split())

    def values(self, tag: str, name: str) -> list[str]:
        return [value for one, key, value in self.attributes if (one, key) == (tag, name)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in self.HIDDEN
        self.attributes += [(tag, key, value or "") for key, value in attrs]
        self.frames += [value or "" for key, value in attrs if key == "srcdoc"]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self.HIDDEN

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


class Marked(Seen):
    """A page with what its mock folds, what it marks as links, and how its texts run."""

    VOID = ("img", "input", "meta", "link", "br", "source", "track", "use", "hr", "path")

    def __init__(self, html: str) -> None:
        self.all_folds: dict[str, list[tuple[str, str]]] = {}
        """Part -> head and rest of each place where it is folded or cut."""
        self.links: list[str] = []
        self.unmarked: list[str] = []
        """Words in a place of which nobody says the language and the direction."""
        self._open: list[dict[str, str]] = []
        super().__init__(html)

    @property
    def folds(self) -> dict[str, tuple[str, str]]:
        """The first of each part."""
        return {part: found[0] for part, found in self.all_folds.items()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        known = {key: value or "" for key, value in attrs}
        if tag not in self.VOID:
            self._open.append({"": tag, **known})
        if "data-folds" in known:
            self.all_folds.setdefault(known["data-folds"], []).append(("", ""))
        if known.get("class") == "link":
            self.links.append("")

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        if any(one[""] == tag for one in self._open):
            while self._open.pop()[""] != tag:
                pass

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        classes = [one.get("class") for one in self._open]
        if "link" in classes:
            self.links[-1] += data
        for part in (one["data-folds"] for one in self._open if "data-folds" in one):
            head, rest = self.all_folds[part].pop()
            if {"fold-head", "cut-head"} & set(classes):
                head += data
            elif {"fold-rest", "cut-rest"} & set(classes):
                rest += data
            self.all_folds[part].append((head, rest))
        said = {key for one in self._open[1:] for key in one}
        if not {"lang", "dir"} <= said and "aria-hidden" not in said:
            self.unmarked.append(data)


def squeeze(text: str) -> str:
    """Return the text as a browser sets it: white space is one space."""
    return " ".join(text.split())
