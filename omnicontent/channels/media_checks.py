"""Checks of a variant's media: filled, described, large enough, drawable, nothing left out."""

from collections.abc import Iterator

from omnicontent.channels.amounts import count_in
from omnicontent.channels.common_parts import ALT
from omnicontent.channels.content import Content, Issue, MediaUse
from omnicontent.channels.films import seconds_of
from omnicontent.channels.framing import check_framing
from omnicontent.channels.issues import on_channel
from omnicontent.channels.media_uses import pictures_max
from omnicontent.channels.spec import ChannelSpec, ImageSlot, VideoSlot
from omnicontent.channels.story import Image, Picture, Story, Video
from omnicontent.media.films.preflight import preflight
from omnicontent.media.legible import words_fault
from omnicontent.phrases import ngettext
from omnicontent.phrases import phrase as _
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit

UNMAKEABLE = "unmakeable_film"
"""Code of the issue of a film that nobody needs to try to encode."""


def check_media(spec: ChannelSpec, content: Content, story: Story) -> Iterator[Issue]:
    """Yield empty slots, missing or long alt texts and captions, sources too small or short.

    Pictures that stay out and films that are cut are warnings.

    A source that is at fault in several slots is named once.
    """
    seen = set()
    for issue in _all_issues(spec, content, story):
        if (issue.code, issue.field) not in seen:
            seen.add((issue.code, issue.field))
            yield issue


def _all_issues(spec: ChannelSpec, content: Content, story: Story) -> Iterator[Issue]:
    slots: list[ImageSlot | VideoSlot] = [*spec.videos, *spec.images]
    for slot in slots:
        uses = content.media_in(slot.name)
        if slot.required and not uses:
            yield _missing_media(spec, slot)
        for use in uses:
            yield from _check_use(spec, slot, use, story)
    yield from _check_count(spec, content, story)


def _check_count(spec: ChannelSpec, content: Content, story: Story) -> Iterator[Issue]:
    """Say that pictures stay out where a content of several has no room for all."""
    sources = {slot.source for slot in spec.images}
    hero = [story.hero_image] if story.hero_image and "hero" in sources else []
    body = [block.image for block in story.body if isinstance(block, Picture)]
    offered = {image.digest for image in [*hero, *(body if "body" in sources else ())]}
    shown = offered & {use.source_digest for use in content.media}
    if pictures_max(spec) and 1 < len(shown) < len(offered):
        yield Issue.of(
            "pictures_left_out",
            _(
                "%(channel)s shows the first %(shown)s of %(offered)s pictures. Put those that "
                "matter most at the top of the body, or leave some out.",
                channel=spec.spoken,
                shown=len(shown),
                offered=len(offered),
            ),
            severity="warning",
            field="body",
        )


def _check_use(
    spec: ChannelSpec, slot: ImageSlot | VideoSlot, use: MediaUse, story: Story
) -> Iterator[Issue]:
    name, source = _source_of(use, story)
    takes_alt = isinstance(slot, ImageSlot) or slot.takes_alt
    if spec.alt_required and takes_alt and not _described(use, source):
        yield _missing_alt(spec, slot, name, film=isinstance(source, Video))
    if isinstance(slot, ImageSlot):
        yield from _check_alt_length(spec, slot, use, name)
    if source:
        yield from check_framing(spec, slot, use, source, name)
    yield from _check_words(spec, slot, use)
    if isinstance(source, Video) and isinstance(slot, VideoSlot):
        yield from _check_film(spec, slot, use, source, name)


def _described(use: MediaUse, source: Image | Video | None) -> bool:
    """Tell whether somebody said what is to be seen; the words drawn into it are not enough."""
    said = source.description if isinstance(source, Video) else source.alt if source else use.alt
    return bool(said.strip() and use.alt.strip())


def _source_of(use: MediaUse, story: Story) -> tuple[str, Image | Video | None]:
    """Return the story's field that a use was made from, and its value."""
    for name, source in (("hero_image", story.hero_image), ("hero_video", story.hero_video)):
        if source is not None and source.source == use.source:
            return name, source
    held = (getattr(block, "image", None) or getattr(block, "video", None) for block in story.body)
    return "body", next((one for one in held if one and one.digest == use.source_digest), None)


def _missing_media(spec: ChannelSpec, slot: ImageSlot | VideoSlot) -> Issue:
    film = isinstance(slot, VideoSlot)
    words = _("%(channel)s needs a picture: choose one under Media.", channel=spec.spoken)
    if film:
        words = _("%(channel)s needs a film: choose one under Media.", channel=spec.spoken)
    return Issue.of(
        "missing_media",
        words,
        part=slot.name,
        field="hero_video" if film else "hero_image",
    )


def field_of_alt(use: MediaUse, story: Story) -> str:
    """Return the story's field that says what a use shows."""
    return _alt_field(_source_of(use, story)[0])


def _alt_field(name: str) -> str:
    return {"hero_image": "hero_image.alt", "hero_video": "hero_video.description"}.get(name, name)


def _missing_alt(
    spec: ChannelSpec, slot: ImageSlot | VideoSlot, name: str, *, film: bool
) -> Issue:
    words = _(
        "%(channel)s needs words for people who can't see the picture: say what it shows.",
        channel=spec.spoken,
    )
    if film:
        words = _(
            "%(channel)s needs words for people who can't see the film: say what it shows.",
            channel=spec.spoken,
        )
    return Issue.of(
        "missing_alt",
        words,
        part=slot.name,
        field=_alt_field(name),
    )


def _check_alt_length(
    spec: ChannelSpec, slot: ImageSlot, use: MediaUse, name: str
) -> Iterator[Issue]:
    limit = slot.alt_limit
    if name == "hero_image" and any(part.name == ALT for part in spec.parts):
        return  # counted as a part
    if limit is None or (length := measure(use.alt, limit.unit).count) <= limit.maximum:
        return
    yield Issue.of(
        "alt_too_long",
        _(
            "The alt text has %(count)s; %(channel)s takes %(most)s. Say it shorter.",
            count=count_in(limit, length),
            channel=spec.spoken,
            most=limit.maximum,
        ),
        severity="error" if limit.enforced else "warning",
        part=slot.name,
        field=_alt_field(name),
    )


def _check_words(spec: ChannelSpec, slot: ImageSlot | VideoSlot, use: MediaUse) -> Iterator[Issue]:
    """Say before anything is encoded that words can't be drawn."""
    worded = any(part.name == "words" for part in spec.parts)
    if fault := words_fault(use.recipe):
        yield Issue.of(
            "undrawable_words",
            on_channel(spec, fault),
            part=slot.name,
            field=f"overrides.{spec.slug}.words" if worded else "facts.offer",
        )


def _check_film(
    spec: ChannelSpec, slot: VideoSlot, use: MediaUse, film: Video, name: str
) -> Iterator[Issue]:
    yield from _check_length(spec, slot, use, film, name)
    yield from _check_captions(spec, slot, use, film, name)
    yield from _check_making(spec, slot, use, film, name)


def _check_length(
    spec: ChannelSpec, slot: VideoSlot, use: MediaUse, film: Video, name: str
) -> Iterator[Issue]:
    card = use.recipe.closing_card if use.recipe.kind == "video" else None
    card_seconds = card.seconds if card else 0
    seconds = seconds_of(film) + card_seconds
    least = max((x.minimum for x in slot.limits if x.unit is Unit.SECONDS), default=0)
    if seconds < least:
        yield Issue.of(
            "too_short",
            ngettext(
                "%(channel)s takes films of %(n)s second or more; this one has %(seconds)s.",
                "%(channel)s takes films of %(n)s seconds or more; this one has %(seconds)s.",
                round(least),
                channel=spec.spoken,
                seconds=round(seconds, 1),
            ),
            part=slot.name,
            field=name,
        )
    if seconds > slot.seconds_max:
        yield Issue.of(
            "film_cut",
            _(
                "%(channel)s shows %(shown)s of %(whole)s seconds of the film%(card)s. Choose the "
                "part that matters, or a shorter film.",
                channel=spec.spoken,
                shown=round(_shown_seconds(use), 1),
                whole=round(seconds_of(film), 1),
                card=_(", then its closing card") if card else "",
            ),
            severity="warning",
            part=slot.name,
            field=name,
        )


def _check_making(
    spec: ChannelSpec, slot: VideoSlot, use: MediaUse, film: Video, name: str
) -> Iterator[Issue]:
    """Say before anything is encoded that the file can't be made, or could not be so small."""
    if use.recipe.kind == "video":
        told = words_fault(use.recipe)
        for fault in preflight(use.recipe, film, seconds_min=0):
            if fault != told:
                yield Issue.of(
                    UNMAKEABLE,
                    on_channel(spec, fault),
                    part=slot.name,
                    field=name,
                )


def _shown_seconds(use: MediaUse) -> float:
    spans = use.recipe.spans if use.recipe.kind == "video" else ()
    return sum(span.end - span.start for span in spans)


def _check_captions(
    spec: ChannelSpec, slot: VideoSlot, use: MediaUse, film: Video, name: str
) -> Iterator[Issue]:
    field = "hero_video.captions" if name == "hero_video" else name
    if film.has_sound and slot.sound and not film.captions:
        yield Issue.of(
            "missing_captions",
            _(
                "The film has sound and no captions: deaf people miss what is said. Add a "
                "captions file (WebVTT)."
            ),
            severity="warning",
            part=slot.name,
            field=field,
        )
    limit = slot.captions_limit
    if limit and measure(use.captions, limit.unit).count > limit.maximum:
        yield Issue.of(
            "too_long",
            _(
                "%(channel)s takes captions of %(most)s, and the film has more. Shorten its "
                "captions file.",
                channel=spec.spoken,
                most=count_in(limit, limit.maximum),
            ),
            part=slot.name,
            field=field,
        )
