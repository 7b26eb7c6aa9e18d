"""What guests open: the wall of mocks, one variant with its comments, one mock."""

from collections.abc import Container
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from omnicontent.previews.board.tiles import by_network
from omnicontent.previews.errors import TooManyError
from omnicontent.previews.sharing.forms import CommentForm
from omnicontent.previews.sharing.guests import for_guests
from omnicontent.previews.sharing.mocks import draw_for_guests
from omnicontent.previews.sharing.selectors import Shared
from omnicontent.previews.sharing.services import leave_comment
from omnicontent.previews.sharing.tiles import guest_tiles, languages_of, name_in_words
from omnicontent.previews.variants import name_channel, neighbors
from omnicontent.releases.models import Release, Variant

METHODS = ["GET", "HEAD", "POST"]


@for_guests
@require_http_methods(METHODS)
def show_wall(request: HttpRequest, shared: Shared) -> HttpResponse:
    """Show every channel that the link shows, and what was said of the whole."""
    form = CommentForm(request.POST or None)
    if _is_left(form, shared, _seen(form, shared), None):
        return redirect(f"{request.path}#comments")
    tiles = guest_tiles(shared)
    languages = languages_of(tiles)
    chosen = _chosen_language(request, languages)
    shown = [tile for tile in tiles if chosen in ("", tile.variant.locale)]
    context = {
        "form": form,
        "comments": shared.link.comments.filter(channel="", locale=""),
        "languages": languages if len(languages) > 1 else {},
        "chosen": chosen,
        "networks": by_network(shown),
    }
    return render(request, "previews/sharing/wall.html", _surroundings(shared) | context)


@for_guests
@require_http_methods(METHODS)
def show_variant(request: HttpRequest, shared: Shared, variant_id: int) -> HttpResponse:
    """Show one mock at its full size, and what was said of it."""
    variant = _variant_of(shared, variant_id)
    form = CommentForm(request.POST or None)
    if _is_left(form, shared, variant.release, variant):
        return redirect(f"{request.path}#comments")
    if variant.release != shared.release and not form.is_bound:
        return redirect(_way(shared, _successor_of(shared, variant))["url"])
    said = shared.link.comments.filter(channel=variant.channel, locale=variant.locale)
    previous, following = neighbors(variant.release, variant)
    context = {
        "form": form,
        "comments": said,
        "variant": variant,
        "name": name_in_words(variant),
        "mock_url": reverse("share_mock", args=[shared.token, variant.pk]),
        "previous": previous and _way(shared, previous),
        "next": following and _way(shared, following),
    }
    return render(request, "previews/sharing/variant.html", _surroundings(shared) | context)


@for_guests
@require_safe
def show_mock(request: HttpRequest, shared: Shared, variant_id: int) -> HttpResponse:
    """Draw one variant inside the mock of its surface."""
    variant = _variant_of(shared, variant_id)
    if variant.release != shared.release:
        raise Http404
    return draw_for_guests(request, variant)


def _variant_of(shared: Shared, variant_id: int) -> Variant:
    """Return a variant that the link shows, or one of an older release of the link's campaign.

    A newer release may have been built while somebody was typing a comment on the older one.

    :raises Http404: there is none, or the link has nothing to do with it.
    """
    if shared.release is None:
        raise Http404
    found = Variant.objects.select_related("release").filter(pk=variant_id)
    if shared.link.release_id:
        found = found.filter(release=shared.release)
    variant = found.filter(
        release__campaign=shared.link.campaign, release__number__lte=shared.release.number
    ).first()
    if variant is None:
        raise Http404
    return variant


def _successor_of(shared: Shared, variant: Variant) -> Variant:
    """Return what the link shows in the variant's place.

    :raises Http404: nothing any more.
    """
    same = Variant.objects.filter(channel=variant.channel, locale=variant.locale)
    successor = same.filter(release=shared.release).first()
    if successor is None:
        raise Http404
    return successor


def _seen(form: CommentForm, shared: Shared) -> Release | None:
    """Return the release that was on screen when a comment on the whole was typed."""
    number = form.cleaned_data["seen"] if form.is_valid() else None
    if number is None or shared.release is None or shared.link.release_id:
        return shared.release
    if number >= shared.release.number:
        return shared.release
    older = Release.objects.filter(campaign=shared.link.campaign, number=number)
    return older.first() or shared.release


def _is_left(
    form: CommentForm, shared: Shared, release: Release | None, variant: Variant | None
) -> bool:
    """Leave the comment that was posted, if one was and it can be taken."""
    if not form.is_valid() or release is None:
        return False
    if form.is_of_machine:
        return True  # it is told nothing, and nothing is kept
    author, text = form.cleaned_data["author"], form.cleaned_data["text"]
    try:
        leave_comment(shared=shared, release=release, variant=variant, author=author, text=text)
    except TooManyError as error:
        form.add_error(None, str(error))
        return False
    return True


def _chosen_language(request: HttpRequest, languages: Container[str]) -> str:
    """Return the language that is asked for, else the reader's own; empty for all of them."""
    asked = request.GET.get("locale")
    chosen = translation.get_language() if asked is None else asked
    return chosen if chosen in languages else ""


def _surroundings(shared: Shared) -> dict[str, Any]:
    return {
        "shared": shared,
        "link": shared.link,
        "release": shared.release,
        "wall_url": reverse("share_wall", args=[shared.token]),
    }


def _way(shared: Shared, variant: Variant) -> dict[str, str]:
    url = reverse("share_variant", args=[shared.token, variant.pk])
    return {"name": name_channel(variant.channel), "url": url}
