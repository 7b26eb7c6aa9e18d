"""A story as an article: the item of a feed, of a news service, of a reader elsewhere.

Addresses are whole, since nobody knows where it will be read. ``article_markup`` draws its body.
"""

import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict

from omnicontent.channels.content import Content, Issue, MediaUse
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.page_media import FILM
from omnicontent.channels.responsive import fitting_sizes, responsive_slots
from omnicontent.channels.sheets import Sheet, sheet_of, web_address
from omnicontent.channels.spec import ChannelSpec, ImageSlot
from omnicontent.channels.story import Story
from omnicontent.channels.wording import HASHTAG
from omnicontent.media.recipes import FrameRecipe, ImageRecipe, VideoRecipe
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import Piece
from omnicontent.text.links import add_tracking

IMAGES: tuple[ImageSlot, ...] = (
    *responsive_slots("hero", (640, 1280), 16 / 9, ("jpeg",)),
    *responsive_slots("body", (600, 1200), 3 / 2, ("jpeg",)),
)
"""The same recipes as a page's, as those of its film, so that no file is made for this alone."""


class Article(BaseModel):
    """All of an article but its fitted parts and its media. Moments are RFC 3339 in UTC, or ""."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str
    link: str
    """Where to read on: the campaign's page, or else where the call to action leads."""
    published: str
    updated: str
    ends: str
    sheet: Sheet


def article_of(story: Story, action: str, source: str, medium: str) -> Article:
    """Return the story's article; ``action`` is the tracked link of the call to action."""
    sheet = sheet_of(story, action)
    page = add_tracking(sheet.url, source=source, medium=medium, campaign=story.id)
    period = story.facts.period
    changed = [moment for moment in (story.published_at, story.updated_at) if moment]
    return Article(
        id=item_id(story.id, story.locale),
        link=page if sheet.url else action,
        published=_moment(story.published_at),
        updated=_moment(max(changed, default=None)),
        ends=_moment(period.end if period else None),
        sheet=sheet,
    )


def item_id(*names: str) -> str:
    """Return an identifier that stays the same for the same names, whatever else changes.

    A URN and no address: pages move, and a reader must not take a moved one for a new one.
    """
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(names)).urn


def article_media(spec: ChannelSpec, story: Story) -> tuple[MediaUse, ...]:
    """Return the film, and each picture in the largest size that its source has."""
    largest: dict[str, MediaUse] = {}
    for use in all_sizes(spec, story):
        largest[f"{use.slot.partition('-')[0]} {use.source_digest}"] = use
    return tuple(largest.values())


def all_sizes(spec: ChannelSpec, story: Story) -> tuple[MediaUse, ...]:
    """Return the renditions of an article's slots, no picture wider than its source."""
    return tuple(fitting_sizes(media_uses(spec, story), story))


def on_the_web(uses: Sequence[MediaUse]) -> list[MediaUse]:
    """Return the media that everybody can fetch: a relative address leads nowhere elsewhere."""
    return [use for use in uses if web_address(use.url)]


def hero_picture(content: Content) -> MediaUse | None:
    """Return the largest hero picture that everybody can fetch."""
    sizes = [use for use in on_the_web(content.media) if use.slot.startswith("hero-")]
    return max(sizes, key=size_of, default=None)


def article_files(content: Content) -> list[MediaUse]:
    """Return what readers may show beside the words: the hero picture, then the film."""
    hero = hero_picture(content)
    films = [use for use in on_the_web(content.media) if use.slot == FILM.name]
    return [*([hero] if hero else ()), *films]


def media_type_of(use: MediaUse) -> str:
    """Return the media type of a rendition's file."""
    if isinstance(use.recipe, ImageRecipe):
        return f"image/{use.recipe.format}"
    return "video/mp4" if isinstance(use.recipe, VideoRecipe) else "image/jpeg"


def size_of(use: MediaUse) -> tuple[int, int]:
    """Return a picture's or a film's width and height in pixels."""
    recipe = use.recipe.image if isinstance(use.recipe, FrameRecipe) else use.recipe
    return recipe.width_px, recipe.height_px


def tag_pieces(story: Story) -> list[Piece]:
    """Return the hashtags as plain words parted by commas: categories, keywords, subjects."""
    return [
        Piece(tag, rank=HASHTAG + number, joint=", ") for number, tag in enumerate(story.hashtags)
    ]


def split_tags(text: str) -> list[str]:
    """Return the words of a part that :func:`tag_pieces` or an editor filled, each once."""
    return list(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))


def check_addresses(spec: ChannelSpec, article: Article, content: Content) -> Iterator[Issue]:
    """Yield a warning where the page or the files have no address that works elsewhere."""
    if not article.link:
        yield Issue.of(
            "missing_address",
            _(
                "%(channel)s links to nothing: the campaign has neither a page nor a call to "
                "action. Set its url.",
                channel=spec.spoken,
            ),
            severity="warning",
            field="url",
        )
    if len(on_the_web(content.media)) < len(content.media):
        yield Issue.of(
            "relative_files",
            _(
                "%(channel)s leaves the pictures out: nobody elsewhere can fetch them. Set "
                "files_url to a whole address.",
                channel=spec.spoken,
            ),
            severity="warning",
            field="files_url",
        )


def _moment(moment: datetime | None) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
