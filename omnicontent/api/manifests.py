"""Rows become answers. No queries here: selectors fetch, these functions only write down."""

import json
import mimetypes
from collections.abc import Iterable
from urllib.parse import urljoin

from django.conf import settings
from pydantic import JsonValue

from omnicontent.api.schemas import (
    ChannelOut,
    FileOut,
    LimitOut,
    Manifest,
    PartOut,
    ReleaseLink,
    SlotOut,
    VariantDetail,
    VariantOut,
)
from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.spec import ImageSlot, Limit, VideoSlot
from omnicontent.releases.models import Release, Rendition, Variant
from omnicontent.text.units import Unit

API_ROOT = "/api/v1"


def absolute(path: str) -> str:
    """Return the public address of a path of this service."""
    return urljoin(str(settings.WAGTAILADMIN_BASE_URL), path)


def describe_channel(channel: Channel) -> ChannelOut:
    """Return a channel's spec, in a stable order."""
    spec = channel.spec
    return ChannelOut(
        slug=spec.slug,
        network=spec.network,
        name=spec.name,
        media_type=spec.media_type,
        parts=[
            PartOut(
                name=part.name,
                label=str(part.label),
                required=part.required,
                html=part.html,
                overridable=part.overridable,
                inside=part.inside,
                limits=_limits(part.limits),
            )
            for part in spec.parts
        ],
        slots=[*map(_slot, spec.videos), *map(_slot, spec.images)],
        must=sorted(spec.must),
        never=sorted(spec.never),
        payload_limits=_limits(spec.payload_limits),
        forms=list(spec.forms),
        fallback=spec.fallback or None,
        docs=list(spec.docs),
    )


def link_release(release: Release) -> ReleaseLink:
    """Return which release it is, and where its manifest is."""
    url = absolute(f"{API_ROOT}/releases/{release.pk}")
    return ReleaseLink(id=release.pk, number=release.number, url=url)


def describe_release(
    release: Release, variants: Iterable[Variant], live: Release | None
) -> Manifest:
    """Return the manifest of a release; ``live`` is its campaign's live release."""
    return Manifest(
        id=release.pk,
        number=release.number,
        campaign=release.campaign,
        title=release.title,
        live=release == live,
        live_release=link_release(live) if live else None,
        live_at=release.live_at,
        starts_at=release.starts_at,
        ends_at=release.ends_at,
        variants=[describe_variant(variant) for variant in variants],
    )


def describe_variant(variant: Variant) -> VariantOut:
    """Return a variant with its files; its renditions must be prefetched."""
    url = absolute(f"{API_ROOT}/variants/{variant.pk}")
    renditions = {rendition.file_name: rendition for rendition in variant.renditions.all()}
    content = Content.model_validate(variant.content)
    return VariantOut(
        id=variant.pk,
        channel=variant.channel,
        locale=variant.locale,
        media_type=variant.media_type,
        file_name=variant.file_name,
        digest=variant.digest,
        url=url,
        payload_url=f"{url}/payload",
        files=[
            _file(use, renditions[use.file_name])
            for use in content.media
            if use.file_name in renditions
        ],
    )


def detail_variant(variant: Variant, live: Release | None) -> VariantDetail:
    """Return a variant with its words and payload; ``live`` is its campaign's live release."""
    content = Content.model_validate(variant.content)
    return VariantDetail(
        **describe_variant(variant).model_dump(),
        release=link_release(variant.release),
        campaign=variant.release.campaign,
        live=variant.release == live,
        parts=content.parts,
        links=list(content.links),
        payload=_readable(variant),
    )


def _readable(variant: Variant) -> JsonValue:
    kind = variant.media_type.partition(";")[0].strip()
    body = bytes(variant.body or b"")
    if kind == "application/json" or kind.endswith("+json"):
        payload: JsonValue = json.loads(body)
        return payload
    try:
        return body.decode()
    except UnicodeDecodeError:
        return None


def _file(use: MediaUse, rendition: Rendition) -> FileOut:
    return FileOut(
        slot=use.slot,
        url=absolute(settings.RENDITIONS_URL + use.file_name),
        file_name=use.file_name,
        media_type=mimetypes.guess_type(use.file_name)[0] or "application/octet-stream",
        sha256=rendition.sha256,
        bytes=rendition.bytes,
        width_px=rendition.width_px,
        height_px=rendition.height_px,
        seconds=rendition.seconds,
        alt=use.alt,
        captions=use.captions,
        framing=use.framing,
    )


def _slot(slot: ImageSlot | VideoSlot) -> SlotOut:
    return SlotOut(
        name=slot.name,
        kind="image" if isinstance(slot, ImageSlot) else "video",
        width_px=slot.width_px,
        height_px=slot.height_px,
        required=slot.required,
        limits=_limits(slot.limits),
    )


def _limits(limits: Iterable[Limit]) -> list[LimitOut]:
    return [
        LimitOut(
            maximum=limit.maximum,
            minimum=limit.minimum,
            unit=limit.unit,
            items=limit.items if limit.unit is Unit.ITEMS else None,
            together=list(limit.together),
            beside_media=limit.beside_media,
            enforced=limit.enforced,
            source=limit.source,
            checked=limit.checked,
            note=limit.note,
        )
        for limit in limits
    ]
