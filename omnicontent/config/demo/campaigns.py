"""The demo's campaigns as they stand in ``*.toml``, and the pages made of them."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from wagtail.rich_text import RichText

from omnicontent.channels.registry import all_channels
from omnicontent.config.demo.library import Library
from omnicontent.config.demo.typography import french
from omnicontent.stories.models import CampaignIndexPage, CampaignPage

FILES = tuple(Path(__file__).with_name(name) for name in ("meadow.toml", "cinema.toml"))
FILM = "film.mp4"
TIME_ZONE = "Europe/Paris"
CREDITS_LEAD = {"en": "Photos and film:", "fr": "Photos et film :"}


def read_campaigns() -> list[dict[str, Any]]:
    """Return both campaigns: hero, focus, offer, end, contact, hours, each language's words."""
    return [tomllib.loads(path.read_text()) for path in FILES]


def end_of_offer(day: int, hour: int, minute: int, now: datetime | None = None) -> datetime:
    """Return that day of next month (0: its last), so that a fresh demo is never over."""
    zone = ZoneInfo(TIME_ZONE)
    today = (now or timezone.now()).astimezone(zone)
    month = _next_month(today)
    last = (_next_month(month) - timedelta(days=1)).day
    return datetime(month.year, month.month, day or last, hour, minute, tzinfo=zone)


def _next_month(moment: datetime) -> datetime:
    return (moment.replace(day=1) + timedelta(days=32)).replace(day=1)


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes a campaign's page in one language out of its part of the file."""

    campaign: dict[str, Any]
    library: Library
    language: str

    def page(self, home: CampaignIndexPage, **fields: Any) -> CampaignPage:
        """Return the page, not yet saved."""
        words = self.campaign["words"][self.language]
        texts = {name: self.said(text, name) for name, text in words["fields"].items()}
        hero = self.library.image(self.campaign["hero"], tuple(self.campaign["focus"]))
        alt = self.library.alt(self.campaign["hero"], texts.pop("hero_image_alt"), self.language)
        return CampaignPage(
            title=self.said(words["title"]),
            slug=words["slug"],
            locale=home.locale,
            period_end=end_of_offer(**self.campaign["end"]),
            period_time_zone=TIME_ZONE,
            hero_image=hero,
            hero_image_alt=alt,
            hero_video=self.library.film(FILM, self.language),
            channels=list(all_channels()),
            body=[*self.body(words["body"]), *self.credits(words["body"])],
            own_words=[("words", self.all_said(own)) for own in words.get("own_words", [])],
            place_hours=[
                ("hours", {"last": ""} | hours) for hours in self.campaign.get("hours", ())
            ],
            products=[("product", self.all_said(one)) for one in words.get("products", ())],
            **self.campaign.get("contact", {}),
            **self.offer(),
            **texts,
            **fields,
        )

    def said(self, text: str, name: str = "") -> str:
        """Return the text with its language's spacing; addresses stay as they are."""
        return french(text) if self.language == "fr" and not name.endswith("url") else text

    def all_said(self, texts: dict[str, str]) -> dict[str, str]:
        """Return the same names with every text said."""
        return {name: self.said(text, name) for name, text in texts.items()}

    def offer(self) -> dict[str, Any]:
        """Return the page's fields of the offer; numbers are written as text in the file."""
        numbers = ("offer_value", "offer_old_price")
        offer = self.campaign["offer"]
        return {name: Decimal(v) if name in numbers else v for name, v in offer.items()}

    def body(self, blocks: list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
        """Yield the blocks as Wagtail's StreamField takes them."""
        makers: dict[str, Callable[[dict[str, Any]], Any]] = {
            "paragraph": lambda block: RichText(self.said(block["text"])),
            "heading": lambda block: self.said(block["text"]),
            "list": lambda block: [self.said(item) for item in block["items"]],
            "picture": self.picture,
            "film": self.film,
        }
        for block in blocks:
            kind = block["type"]
            rest = {name: value for name, value in block.items() if name != "type"}
            yield kind, makers.get(kind, self.all_said)(rest)

    def picture(self, block: dict[str, Any]) -> dict[str, Any]:
        """Return a picture block's value."""
        alt = self.library.alt(block["file"], self.said(block["alt"]), self.language)
        image = self.library.image(block["file"])
        return {"image": image, "alt": alt, "caption": self.said(block["caption"])}

    def film(self, block: dict[str, Any]) -> dict[str, Any]:
        """Return a film block's value."""
        video = self.library.film(block["file"], self.language)
        return {"video": video, "caption": self.said(block["caption"])}

    def credits(self, blocks: list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
        """Yield a last paragraph that names whose the media are, as their licenses ask."""
        used = {self.campaign["hero"], FILM, *(block.get("file", "") for block in blocks)}
        owners = ", ".join(self.library.owners(used))
        if owners:
            lead = self.said(CREDITS_LEAD[self.language])
            yield "paragraph", RichText(f"<p><i>{lead} {owners}.</i></p>")
