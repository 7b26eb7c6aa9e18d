"""What a surface allows: frozen facts with a unit, a source and the date they were checked."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypedDict, Unpack

from pydantic import ConfigDict, with_config

from omnicontent.media.geometry import Box
from omnicontent.media.recipes import ImageFormat
from omnicontent.message.facts import FactKind
from omnicontent.phrases import Phrase, term
from omnicontent.text.units import Unit

Items = Literal["hashtags", "mentions", "links", "cashtags", "pictures"]
_CHECKED_TYPES = with_config(
    ConfigDict(strict=True, revalidate_instances="always", allow_inf_nan=False)
)
"""Lets ``spec_faults`` compare every value with its type, also inside what is built already."""


@_CHECKED_TYPES
@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A number the platform sets. ``enforced=False``: only advice, or shortened on screen."""

    maximum: float
    unit: Unit
    source: str
    """Address of the platform's page, RFC or lexicon that states the number."""
    checked: datetime.date
    minimum: float = 0
    enforced: bool = True
    note: str = ""
    items: Items = "hashtags"
    """What ``Unit.ITEMS`` counts in a text; ``links`` are different addresses. ``pictures``, in a
    slot's limits, are those of the whole content."""
    together: tuple[str, ...] = ()
    """Parts that count as one text, in this order; the part that has the limit gives way."""
    beside_media: bool | None = None
    """Holds only beside pictures and films (``True``), or only where there are none."""


def _box(left: float, top: float, right: float, bottom: float) -> Box:
    return Box(left=left, top=top, right=right, bottom=bottom)


class LimitOptions(TypedDict, total=False):
    """What a limit may say besides its number; see :class:`Limit`."""

    minimum: float
    note: str
    items: Items
    together: tuple[str, ...]
    beside_media: bool | None


@_CHECKED_TYPES
@dataclass(frozen=True, slots=True, kw_only=True)
class SafeZone:
    """What a surface covers with its own names and buttons, as shares of the frame."""

    covered: tuple[Box, ...]
    source: str
    """Address of the page that shows the zone."""
    checked: datetime.date


@dataclass(frozen=True, slots=True)
class Source:
    """A page that states limits, and the day it was read."""

    url: str
    checked: datetime.date

    def limit(self, maximum: float, unit: Unit, **options: Unpack[LimitOptions]) -> Limit:
        """Return a limit of this page that the platform enforces."""
        return Limit(maximum=maximum, unit=unit, source=self.url, checked=self.checked, **options)

    def advice(self, maximum: float, unit: Unit, **options: Unpack[LimitOptions]) -> Limit:
        """Return a limit of this page that is only advice, or where the screen shortens."""
        return replace(self.limit(maximum, unit, **options), enforced=False)

    def safe_zone(
        self, *, top: int, bottom: int, left: int, right: int, rails: tuple[Box, ...] = ()
    ) -> SafeZone:
        """Return the zone of this page by its covered edges, in pixels of 1080x1920."""
        sides = (
            (0.0, 0.0, 1.0, top / 1920),
            (0.0, 1 - bottom / 1920, 1.0, 1.0),
            (0.0, 0.0, left / 1080, 1.0),
            (1 - right / 1080, 0.0, 1.0, 1.0),
        )
        covered = (_box(*side) for side in sides if side[0] < side[2] and side[1] < side[3])
        return SafeZone(covered=(*covered, *rails), source=self.url, checked=self.checked)


@_CHECKED_TYPES
@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One named piece of text on a surface, in plain text unless ``html``."""

    name: str
    label: str
    limits: tuple[Limit, ...] = ()
    required: bool = False
    html: bool = False
    overridable: bool = True
    help_text: str = ""
    inside: str = ""
    """The part whose text holds these words: hashtags and mentions of a post."""
    fit_to_advice: bool = False
    """Keep limits that are only advice, too, as long as no fact is lost by it."""
    refuses: str = ""
    """Characters that the platform takes nowhere in this text."""
    fold: Limit | None = None
    """How much the surface shows before its "more"; the rest is delivered, and a tap away."""

    @property
    def spoken(self) -> Phrase:
        """The label as words within a phrase."""
        return term("part", self.label)


@_CHECKED_TYPES
@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSlot:
    """A picture the surface wants: exact size, format and byte budget.

    ``source``: ``hero`` is the story's hero image, ``body`` every picture of its body,
    ``frame`` a still of the hero video (falls back to the hero image).
    """

    name: str
    width_px: int
    height_px: int
    format: ImageFormat = "jpeg"
    quality: int = 88
    """Of a JPEG, 88 is the least at which every photo measured looks like its source."""
    limits: tuple[Limit, ...] = ()
    """What the platform sets: bytes, pixels, and how many pictures it takes."""
    source: Literal["hero", "body", "frame"] = "hero"
    required: bool = True
    words: bool = False
    """Draw offer, period and code into the picture: the surface has no caption."""
    call_to_action: bool = False
    """Draw the call to action with its address, too: nothing here can be tapped."""
    words_min_px: int = 0
    """Smallest letters of these words, for bare screens seen from afar; 0 is a phone in a hand."""
    alt_limit: Limit | None = None
    pad: Literal["blur", "brand"] = "blur"
    """What fills the rest where what must stay has another shape: itself, blurred, or a color."""
    animated: bool = False
    """Whether an animated master stays one; WebP alone can."""
    budget_bytes: int | None = None
    """Our own aim: a picture that can't be so light is told to the editor, and shown."""
    safe_zone: SafeZone | None = None


@_CHECKED_TYPES
@dataclass(frozen=True, slots=True, kw_only=True)
class VideoSlot:
    """A film the surface wants."""

    name: str
    width_px: int
    height_px: int
    seconds_max: float
    fps: int = 30
    limits: tuple[Limit, ...] = ()
    required: bool = False
    closing_card: bool = True
    words_min_px: int = 0
    """Smallest letters of the closing card, as of a picture."""
    sound: bool = True
    bits_max: int | None = None
    """Highest bit rate of the picture, where players need one."""
    takes_alt: bool = True
    """Whether the platform takes words for those who can't see the film."""
    captions_limit: Limit | None = None
    captions: Literal["file", "drawn"] = "file"
    """Whether the platform takes captions as a file, or they must be drawn into the film."""
    safe_zone: SafeZone | None = None


def byte_budget(limits: Iterable[Limit], *, advice: bool = True) -> int | None:
    """Return how many bytes a file may have, None where nobody set a number.

    ``advice``: count numbers, too, that the platform does not enforce.
    """
    counted = (one for one in limits if one.unit is Unit.BYTES and (one.enforced or advice))
    return min((int(limit.maximum) for limit in counted), default=None)


@_CHECKED_TYPES
@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSpec:
    """One surface with one set of rules."""

    slug: str
    network: str
    name: str
    media_type: str = "application/json"
    """Media type of the rendered payload."""
    parts: tuple[Part, ...] = ()
    images: tuple[ImageSlot, ...] = ()
    videos: tuple[VideoSlot, ...] = ()
    must: frozenset[FactKind] = field(default_factory=frozenset)
    """Facts that, when the campaign has them, the delivered bytes carry."""
    never: frozenset[FactKind] = field(default_factory=frozenset)
    """Facts that the surface must not carry. All others it may."""
    alt_required: bool = True
    payload_limits: tuple[Limit, ...] = ()
    """What the whole rendered payload may weigh, keys and signs included."""
    forms: tuple[str, ...] = ()
    """Shapes that an editor may choose from, the usual one first: ``("post", "thread")``."""
    fallback: str = ""
    """Slug of the channel that says the same where this one can't be received."""
    read_at_once: bool = False
    """Read once, when it goes out, like a mail or a message; else read as long as it stands.

    What it says of the calendar, such as "tomorrow", is then held against its start alone."""
    docs: tuple[str, ...] = ()
    """Pages of the platform the spec rests on."""

    @property
    def spoken(self) -> Phrase:
        """The name as words within a phrase."""
        return term("channel", self.name)

    def limits(self) -> Iterator[Limit]:
        """Yield every limit of the surface: of parts, pictures, films and the whole payload."""
        for part in self.parts:
            yield from part.limits
            if part.fold:
                yield part.fold
        for image in self.images:
            yield from image.limits
            if image.alt_limit:
                yield image.alt_limit
        for video in self.videos:
            yield from video.limits
            if video.captions_limit:
                yield video.captions_limit
        yield from self.payload_limits

    def part(self, name: str) -> Part:
        """Return the part called ``name``.

        :raises KeyError: the surface has no such part.
        """
        for part in self.parts:
            if part.name == name:
                return part
        raise KeyError(name)
