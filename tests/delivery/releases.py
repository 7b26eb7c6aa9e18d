"""Releases as rows, for tests of what publishers get."""

import hashlib
import json
from datetime import UTC, datetime
from uuid import UUID, uuid4

from omnicontent.channels.content import Content, MediaUse
from omnicontent.media.recipes import ImageRecipe
from omnicontent.releases.models import LivePointer, Release, Rendition, Variant
from omnicontent.releases.sealing import seal_of

START = datetime(2026, 11, 1, tzinfo=UTC)
PLACES = (("email", "en"), ("sms", "en"), ("sms", "fr"))


def make_release(campaign: UUID | None = None, places=PLACES, **fields) -> Release:
    campaign = campaign or uuid4()
    number = Release.objects.filter(campaign=campaign).count() + 1
    defaults = {"title": "Spring", "state": Release.State.SUPERSEDED, "live_at": START}
    release = Release.objects.create(campaign=campaign, number=number, **(defaults | fields))
    for channel, locale in places:
        make_variant(release, channel, locale)
    return release


def make_live(campaign: UUID | None = None, **fields) -> Release:
    release = make_release(campaign, **({"state": Release.State.LIVE} | fields))
    LivePointer.objects.update_or_create(campaign=release.campaign, defaults={"release": release})
    return release


def make_variant(release: Release, channel: str, locale: str) -> Variant:
    recipe = ImageRecipe(width_px=600, height_px=300)
    use = MediaUse(
        slot="image",
        source="bird.jpg",
        source_digest=hashlib.sha256(channel.encode()).hexdigest(),
        recipe=recipe,
        url="http://127.0.0.1:8000/files/x.jpg",
        alt="A bird.",
    )
    content = Content(
        channel=channel,
        locale=locale,
        parts={"text": f"Spring {release.number} {locale}"},
        media=(use,),
        links=("https://example.com/",),
    )
    body, media_type = json.dumps({"text": content.parts["text"]}).encode(), "application/json"
    if channel == "sms":
        body, media_type = content.parts["text"].encode(), "text/plain; charset=utf-8"
    variant = Variant(
        release=release,
        channel=channel,
        locale=locale,
        state=Variant.State.READY,
        content=content.model_dump(mode="json"),
        media_type=media_type,
        file_name="payload.json",
        body=body,
    )
    seal(variant)
    rendition, _ = Rendition.objects.get_or_create(
        file_name=use.file_name,
        defaults={
            "kind": "image",
            "source": use.source,
            "source_digest": use.source_digest,
            "recipe": recipe.model_dump(mode="json"),
            "state": Rendition.State.READY,
            "width_px": 600,
            "height_px": 300,
            "bytes": 12345,
            "sha256": "c" * 64,
        },
    )
    variant.renditions.add(rendition)
    return variant


def seal(variant: Variant, **fields) -> None:
    """Store the variant, changed or not, as if it had been built so."""
    for name, value in fields.items():
        setattr(variant, name, value)
    variant.digest = hashlib.sha256(variant.body).hexdigest()
    variant.seal = seal_of(variant)
    variant.save()
