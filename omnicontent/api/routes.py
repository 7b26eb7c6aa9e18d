"""The routes: fetch what the token may see, and say it. Everything is read-only."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from ninja import Query, Router
from ninja.errors import HttpError

from omnicontent.api.answers import answer, answer_payload
from omnicontent.api.auth import publisher_of
from omnicontent.api.manifests import (
    describe_channel,
    describe_release,
    detail_variant,
    link_release,
)
from omnicontent.api.problems import ADVICE
from omnicontent.api.schemas import (
    CampaignOut,
    CampaignPage,
    ChannelList,
    Manifest,
    VariantDetail,
)
from omnicontent.channels.registry import all_channels
from omnicontent.delivery.models import Publisher
from omnicontent.delivery.selectors import visible_releases, visible_variants
from omnicontent.releases.models import Release, Variant
from omnicontent.releases.sealing import require_seals, require_unaltered
from omnicontent.releases.selectors import live_release, live_releases

PAGE_SIZE = 50
PAGE_SIZE_MAX = 100

BYTES = {"content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}

View = Callable[..., HttpResponseBase]
router = Router()


def read(path: str, **kwargs: Any) -> Callable[[View], View]:
    """Register a view for GET and HEAD, under its own name as the operation's id."""

    def register(view: View) -> View:
        route = router.api_operation(["GET", "HEAD"], path, operation_id=view.__name__, **kwargs)
        registered: View = route(view)
        return registered

    return register


@read("/channels", response=ChannelList)
def channels(request: HttpRequest) -> HttpResponseBase:
    """List the channels that the token may read, with their limits."""
    allowed = publisher_of(request).channels
    items = [
        describe_channel(channel)
        for slug, channel in all_channels().items()
        if not allowed or slug in allowed
    ]
    return answer(request, ChannelList(items=items))


@read("/campaigns", response=CampaignPage)
def campaigns(
    request: HttpRequest,
    limit: Annotated[int, Query(ge=1, le=PAGE_SIZE_MAX)] = PAGE_SIZE,
    cursor: UUID | None = None,
) -> HttpResponseBase:
    """List the campaigns that are live now on one of the token's channels, by id."""
    live = live_releases().filter(pk__in=visible_releases(publisher_of(request)).values("pk"))
    if cursor:
        live = live.filter(campaign__gt=cursor)
    found = list(live.order_by("campaign")[: limit + 1])
    page = found[:limit]
    items = [
        CampaignOut(
            id=release.campaign,
            title=release.title,
            live_at=release.live_at,
            ends_at=release.ends_at,
            release=link_release(release),
        )
        for release in page
    ]
    next_cursor = page[-1].campaign if len(found) > limit else None
    return answer(request, CampaignPage(items=items, next_cursor=next_cursor))


@read("/campaigns/{uuid:campaign}/release", response=Manifest)
def campaign_release(request: HttpRequest, campaign: UUID) -> HttpResponseBase:
    """Return the manifest of the campaign's live release; 404 when nothing is live."""
    publisher = publisher_of(request)
    release = live_release(campaign)
    variants = _manifest_variants(publisher, release) if release else []
    if release is None or not variants:
        raise Http404("This campaign has no live release on the token's channels.")
    return answer(request, describe_release(release, variants, live=release))


@read("/releases/{int:release_id}", response=Manifest)
def release_manifest(request: HttpRequest, release_id: int) -> HttpResponseBase:
    """Return the manifest of a release that is or was live; 410 when it was recalled."""
    publisher = publisher_of(request)
    release = visible_releases(publisher).filter(pk=release_id).first()
    if release is None:
        raise Http404(ADVICE[404])
    _refuse_recalled(release)
    variants = _manifest_variants(publisher, release)
    live = live_release(release.campaign)
    return answer(request, describe_release(release, variants, live=live))


@read("/variants/{int:variant_id}", response=VariantDetail)
def variant_detail(request: HttpRequest, variant_id: int) -> HttpResponseBase:
    """Return a variant: its words, its files, and the payload where that is text."""
    variant = _variant(
        publisher_of(request), variant_id, visible=Variant.objects.prefetch_related("renditions")
    )
    return answer(request, detail_variant(variant, live_release(variant.release.campaign)))


@read("/variants/{int:variant_id}/payload", openapi_extra={"responses": {200: BYTES}})
def variant_payload(request: HttpRequest, variant_id: int) -> HttpResponseBase:
    """Return the payload's exact bytes, with their SHA-256 in Content-Digest and ETag."""
    variant = _variant(publisher_of(request), variant_id, visible=Variant.objects.all())
    return answer_payload(request, variant)


def _manifest_variants(publisher: Publisher, release: Release) -> list[Variant]:
    variants = visible_variants(publisher).filter(release=release)
    return require_seals(variants.defer("body", "issues").prefetch_related("renditions"))


def _variant(publisher: Publisher, pk: int, visible: "QuerySet[Variant]") -> Variant:
    releases = visible_releases(publisher).values("pk")
    mine = visible_variants(publisher).values("pk")
    variant = (
        visible.select_related("release").filter(pk=pk, pk__in=mine, release__in=releases).first()
    )
    if variant is None:
        raise Http404(ADVICE[404])
    _refuse_recalled(variant.release)
    return require_unaltered(variant)


def _refuse_recalled(release: Release) -> None:
    if release.state == Release.State.RECALLED:
        raise HttpError(410, ADVICE[410])
