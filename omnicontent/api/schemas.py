"""The shapes of the API's answers. Field descriptions are what the OpenAPI document says."""

import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, JsonValue

from omnicontent.media.framing.report import Framing


class LimitOut(Schema):
    """A number the platform sets; ``enforced`` false means only advice."""

    maximum: float
    minimum: float
    unit: str
    items: str | None = Field(
        description="What is counted where the unit is items: hashtags, mentions, links, "
        "cashtags. Else null."
    )
    together: list[str] = Field(
        description="Parts that count as one text; empty where the part counts alone."
    )
    beside_media: bool | None = Field(
        description="Holds only beside pictures and films (true), only without (false), or always."
    )
    enforced: bool
    source: str
    checked: datetime.date
    note: str


class PartOut(Schema):
    """A named piece of text."""

    name: str
    label: str
    required: bool
    html: bool
    overridable: bool = Field(description="Whether editors may word it for this surface.")
    inside: str = Field(
        description="The part whose text holds these words, such as hashtags; empty where none."
    )
    limits: list[LimitOut]


class SlotOut(Schema):
    """A picture or film the surface takes."""

    name: str
    kind: Literal["image", "video"]
    width_px: int
    height_px: int
    required: bool
    limits: list[LimitOut]


class ChannelOut(Schema):
    """One surface with one set of rules."""

    slug: str
    network: str
    name: str
    media_type: str = Field(description="Media type of the payload.")
    parts: list[PartOut]
    slots: list[SlotOut]
    must: list[str] = Field(description="Facts the payload carries when the campaign has them.")
    never: list[str] = Field(description="Facts the payload must not carry.")
    payload_limits: list[LimitOut] = Field(
        description="What the whole rendered payload may weigh."
    )
    forms: list[str] = Field(
        description="Shapes that an editor may choose from, the usual one first; empty: one shape."
    )
    fallback: str | None = Field(
        description="Channel that says the same where this one can't be received; null: none."
    )
    docs: list[str]


class ChannelList(Schema):
    """The channels that the token may read."""

    items: list[ChannelOut]


class ReleaseLink(Schema):
    """Which release it is, and where its manifest is."""

    id: int
    number: int
    url: str


class CampaignOut(Schema):
    """A campaign that is live on one of the token's channels."""

    id: UUID
    title: str
    live_at: datetime.datetime | None
    ends_at: datetime.datetime | None
    release: ReleaseLink


class CampaignPage(Schema):
    """One page of campaigns, ordered by id."""

    items: list[CampaignOut]
    next_cursor: UUID | None = Field(description="Pass it as ``cursor``; null on the last page.")


class FileOut(Schema):
    """A picture or film that a payload uses."""

    slot: str
    url: str
    file_name: str
    media_type: str
    sha256: str
    bytes: int | None
    width_px: int | None
    height_px: int | None
    seconds: float | None
    alt: str
    captions: str = Field(description="WebVTT text, for films.")
    framing: Framing | None = Field(
        description="What it shows of what was marked; null where nothing is cropped."
    )


class VariantOut(Schema):
    """What one channel carries in one language."""

    id: int
    channel: str
    locale: str
    media_type: str
    file_name: str
    digest: str = Field(description="SHA-256 of the payload, in hex.")
    url: str
    payload_url: str = Field(description="The payload's exact bytes.")
    files: list[FileOut]


class Manifest(Schema):
    """A release: everything the token may read of it."""

    id: int
    number: int
    campaign: UUID
    title: str
    live: bool = Field(description="Whether this is the campaign's live release right now.")
    live_release: ReleaseLink | None = Field(description="The campaign's live release, if any.")
    live_at: datetime.datetime | None
    starts_at: datetime.datetime | None
    ends_at: datetime.datetime | None
    variants: list[VariantOut]


class VariantDetail(VariantOut):
    """A variant with its words, and with the payload where that is text."""

    release: ReleaseLink
    campaign: UUID
    live: bool
    parts: dict[str, str]
    links: list[str]
    payload: JsonValue = Field(
        description="The payload: parsed where it is JSON, a string where it is other text, "
        "null where it is neither."
    )
