"""The story: a frozen plain value that channels adapt. Made from one page revision or a file.

The JSON form of :class:`Story` is a public interface (``manage.py adapt STORY.json``).
"""

import hashlib
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from omnicontent.media.marks import Marks
from omnicontent.media.recipes import AiOrigin, Fonts, Span
from omnicontent.media.seen import OwnShot, SeenShot
from omnicontent.message.facts import Facts

_FROZEN = ConfigDict(frozen=True, extra="forbid")


class Image(Marks):
    """A picture of the master: a source file, what it shows in words, what it must keep."""

    source: str
    """Where the file is: a path (story files) or a storage name (database)."""
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the source file."""
    width_px: int = Field(ge=1)
    height_px: int = Field(ge=1)
    alt: str = ""
    credit: str = ""
    """Who made it, for the file's IPTC credit line."""
    ai_origin: AiOrigin = ""


class Video(Marks):
    """A film of the master."""

    source: str
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    width_px: int = Field(ge=1)
    height_px: int = Field(ge=1)
    seconds: float = Field(gt=0)
    has_sound: bool = True
    description: str = ""
    captions: str = ""
    """WebVTT text of the captions, empty where there are none."""
    cut: Span | None = None
    """The part that the editor chose, None for all of it."""
    cover_seconds: float | None = None
    """When the still that stands for the film is taken, None where nobody and nothing chose."""
    shots: tuple[SeenShot, ...] = ()
    """What was seen in it, shot by shot; empty while nobody has looked."""
    own_shots: tuple[OwnShot, ...] = ()
    """A person's own windows, shot by shot and shape by shape."""


class Heading(BaseModel):
    """A heading between paragraphs."""

    model_config = _FROZEN
    type: Literal["heading"] = "heading"
    text: str


class Paragraph(BaseModel):
    """Rich text, already cleaned: only p, a, b/strong, i/em, ul, ol, li, br."""

    model_config = _FROZEN
    type: Literal["paragraph"] = "paragraph"
    html: str


class Picture(BaseModel):
    """A picture in the body."""

    model_config = _FROZEN
    type: Literal["picture"] = "picture"
    image: Image
    caption: str = ""


class Film(BaseModel):
    """A film in the body."""

    model_config = _FROZEN
    type: Literal["film"] = "film"
    video: Video
    caption: str = ""


class Quote(BaseModel):
    """Somebody's words."""

    model_config = _FROZEN
    type: Literal["quote"] = "quote"
    text: str
    attribution: str = ""


class BulletList(BaseModel):
    """Short points."""

    model_config = _FROZEN
    type: Literal["list"] = "list"
    items: tuple[str, ...]


class Embed(BaseModel):
    """Something that lives elsewhere; always shown as a link."""

    model_config = _FROZEN
    type: Literal["embed"] = "embed"
    url: str
    title: str = ""


class OfferBox(BaseModel):
    """The place in the body where the facts are said; ``intro`` leads them in."""

    model_config = _FROZEN
    type: Literal["offer"] = "offer"
    intro: str = ""


Block = Annotated[
    Heading | Paragraph | Picture | Film | Quote | BulletList | Embed | OfferBox,
    Field(discriminator="type"),
]


class Brand(BaseModel):
    """Who speaks."""

    model_config = _FROZEN
    name: str = "OmniContent"
    color: str = Field(default="#1f3a5f", pattern=r"^#[0-9a-fA-F]{6}$")
    fonts: Fonts = Fonts()
    """Of words in pictures, in print and at the end of films."""
    postal_address: str = ""
    unsubscribe_url: str = ""


class Story(BaseModel):
    """One campaign in one locale, frozen: words, media, facts."""

    model_config = _FROZEN
    id: str = Field(min_length=1, max_length=80)
    """The campaign, the same in all its languages."""
    locale: str = Field(default="en", pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    headline: str = Field(min_length=1, max_length=200)
    key_message: str = Field(min_length=1, max_length=500)
    summary: str = ""
    body: tuple[Block, ...] = ()
    hashtags: tuple[str, ...] = ()
    """Without the number sign, most important first."""
    facts: Facts = Facts()
    hero_image: Image | None = None
    hero_video: Video | None = None
    url: str = ""
    """Public address of the campaign's page; empty in story files without one."""
    channels: tuple[str, ...] = ()
    """Slugs the campaign goes to; empty means every installed channel."""
    overrides: dict[str, dict[str, str]] = Field(default_factory=dict)
    """The editor's own words: channel slug -> part name -> text."""
    replaced: dict[str, dict[str, str]] = Field(default_factory=dict)
    """What own words remember: channel slug -> part name -> digest of the words that the channel
    would have said in their place when they were written (:mod:`omnicontent.channels.masters`)."""
    forms: dict[str, str] = Field(default_factory=dict)
    """The shape that the editor wants: channel slug -> one of the spec's forms."""
    published_at: AwareDatetime | None = None
    """When the campaign was first published; feeds and news items say it."""
    updated_at: AwareDatetime | None = None
    """When its words were last changed."""
    brand: Brand = Brand()
    files_url: str = "files/"
    """What stands before a rendition's file name in payloads; absolute on a server."""
    finer: tuple[str, ...] = ()
    """Names of quickly made files of which smaller ones are ready; those are used in their
    place. A server's affair: story files have none."""
    oembed_url: str = ""
    """Where other sites ask how to show the page; empty where nobody answers."""

    @property
    def language(self) -> str:
        """The language subtag of the locale."""
        return self.locale.split("-")[0]

    @property
    def films(self) -> tuple[Video, ...]:
        """The films it tells, the hero film first."""
        hero = (self.hero_video,) if self.hero_video else ()
        return hero + tuple(block.video for block in self.body if isinstance(block, Film))

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures it tells, the hero picture first."""
        hero = (self.hero_image,) if self.hero_image else ()
        return hero + tuple(block.image for block in self.body if isinstance(block, Picture))

    def own_words(self, channel: str, part: str) -> str | None:
        """Return the editor's own words for a part, exactly as typed, if there are any."""
        return self.overrides.get(channel, {}).get(part)

    def digest(self) -> str:
        """Return the SHA-256 of the story's canonical JSON."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()
