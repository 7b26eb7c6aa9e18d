"""The gate: what must be true of a whole release before one switch shows it to the world."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone

from omnicontent.channels.content import Content, Issue, MediaUse
from omnicontent.channels.masters import STALE
from omnicontent.channels.registry import all_channels
from omnicontent.channels.spec import ImageSlot, VideoSlot, byte_budget
from omnicontent.media.films.loudness import AIM_LUFS
from omnicontent.media.recipes import ImageRecipe
from omnicontent.phrases import phrase as _
from omnicontent.releases.models import Release, Rendition, Variant
from omnicontent.releases.outbox import ensure_work
from omnicontent.releases.policy import is_of_message

State = Release.State


NOTED = frozenset({"stale_translation"})
"""Codes of warnings about pages as they were when a release was asked for."""
LOUDNESS_TOLD_LU = 1.0
"""Nobody hears less between one film and the next."""


class Fault(Issue):
    """An issue, and the channel and language it was found in."""

    channel: str = ""
    locale: str = ""
    waits: bool = False
    """A warning that keeps the release back until a person with a name acknowledges it."""


def is_whole(release: Release) -> bool:
    """Tell whether every piece of a release being built has come out, well or badly."""
    if release.state != State.BUILDING or not release.variants.exists():
        return False
    missing = Q(state=Variant.State.WAITING) | Q(renditions__state=Rendition.State.WAITING)
    return not release.variants.filter(missing).exists()


def ask_for_verdict(release: Release) -> None:
    """Have a whole release judged. The answer is a question to the tables, never a counter."""
    if is_whole(release):
        ensure_work(kind="finish", subject=str(release.pk))


def find_faults(release: Release) -> tuple[State, list[Fault]]:
    """Judge a whole release: what it becomes, and everything that stands in its way."""
    variants = list(release.variants.prefetch_related("renditions"))
    failed = [fault for variant in variants for fault in _failed_files(variant)]
    if failed:
        return State.FAILED, _once(failed)
    faults = [fault for variant in variants for fault in _variant_faults(variant)]
    if release.ends_at and release.ends_at <= timezone.now():
        # It would take the place of one that may still hold, and be seen by nobody.
        faults.append(offer_over())
    return (State.BLOCKED if faults else State.READY), faults


def offer_over(locale: str = "") -> Fault:
    """Return the fault of an offer that has ended before it was shown."""
    return Fault.of(
        "offer_over",
        _("The offer has already ended. Choose a later end, or leave the end empty."),
        field="facts.period",
        locale=locale,
    )


def find_doubts(release: Release) -> list[Fault]:
    """Return the warnings of the whole release.

    They are those that it was asked for with, and own words whose campaign has changed since.
    """
    return [*noted_at_request(release), *_stale_words(release)]


def noted_at_request(release: Release) -> list[Fault]:
    """Return what was found when the release was asked for, and can't be found again later."""
    noted = (issue for issue in release.issues if issue["code"] in NOTED)
    return [Fault.model_validate(issue) for issue in noted]


def find_file_issues(variant: Variant) -> list[Issue]:
    """Return what is to be said of finished files.

    They have more bytes than their slot takes, or than is good, a quality below their slot's, or
    a sound that no gain could bring to where players level it.
    """
    if variant.content is None:
        return []
    content = Content.model_validate(variant.content)
    files = {file.file_name: file for file in variant.renditions.all()}
    slots = _slots(variant.channel)
    uses = [use for use in content.media if use.slot in slots and use.file_name in files]
    found = [
        issue
        for use in uses
        for issue in (
            *_weigh(use, files[use.file_name].bytes or 0, slots[use.slot]),
            *_listen(use, files[use.file_name].lufs),
        )
    ]
    return found + list(_look([(use, files[use.file_name].quality) for use in uses]))


def _variant_faults(variant: Variant) -> Iterator[Fault]:
    issues = [Issue.model_validate(issue) for issue in variant.issues] + find_file_issues(variant)
    for issue in issues:
        if issue.severity == "error" or is_of_message(issue):
            yield _fault(variant, issue)


def _stale_words(release: Release) -> Iterator[Fault]:
    for variant in release.variants.defer("body", "content"):
        issues = map(Issue.model_validate, variant.issues)
        yield from (_fault(variant, issue) for issue in issues if issue.code == STALE)


def _failed_files(variant: Variant) -> Iterator[Fault]:
    for file in variant.renditions.all():
        if file.state == Rendition.State.FAILED:
            source = file.source.rpartition("/")[2]
            issue = Issue.of(
                "file_failed",
                _(
                    "The file %(source)s could not be turned into what the channels need: "
                    "%(cause)s",
                    source=source,
                    cause=file.cause,
                ),
                field="hero_image" if file.kind == "image" else "hero_video",
            )
            yield _fault(variant, issue)


def _once(faults: list[Fault]) -> list[Fault]:
    """Name a broken source once, not for every channel that wanted it."""
    return list({fault.message: fault for fault in faults}.values())


def _fault(variant: Variant, issue: Issue) -> Fault:
    return Fault(**issue.model_dump(), channel=variant.channel, locale=variant.locale)


def _slots(slug: str) -> dict[str, ImageSlot | VideoSlot]:
    channel = all_channels().get(slug)
    if channel is None:
        return {}  # uninstalled, or broken; what it made stays live
    slots: tuple[ImageSlot | VideoSlot, ...] = (*channel.spec.images, *channel.spec.videos)
    return {slot.name: slot for slot in slots}


def _weigh(use: MediaUse, size: int, slot: ImageSlot | VideoSlot) -> Iterator[Issue]:
    limit = byte_budget(slot.limits, advice=False)
    own = slot.budget_bytes if isinstance(slot, ImageSlot) else None
    aim = min((one for one in (byte_budget(slot.limits), own) if one), default=None)
    field = "hero_video" if use.recipe.kind == "video" else "hero_image"
    if limit and size > limit:
        words = _(
            "The file for %(slot)s has %(size)s bytes; the limit is %(limit)s.",
            slot=use.slot,
            size=size,
            limit=limit,
        )
        yield Issue.of("file_too_large", words, part=use.slot, field=field)
    elif aim and size > aim:
        words = _(
            "The file for %(slot)s has %(size)s bytes; %(aim)s would be light enough. Choose a "
            "calmer picture if many read this on the way.",
            slot=use.slot,
            size=size,
            aim=aim,
        )
        yield Issue.of("file_heavy", words, severity="warning", part=use.slot, field=field)


def _listen(use: MediaUse, lufs: float | None) -> Iterator[Issue]:
    """Yield a warning where a film is more than a loudness unit off."""
    if lufs is None or abs(lufs - AIM_LUFS) <= LOUDNESS_TOLD_LU:
        return
    heard = {"lufs": round(lufs, 1), "aim": round(AIM_LUFS)}
    if lufs < AIM_LUFS:
        code = "quiet_film"
        words = _(
            "The film is quieter than others: %(lufs)s LUFS, where players want %(aim)s. Short, "
            "loud noises keep it from being made louder. Mix its sound more evenly and upload it "
            "again.",
            **heard,
        )
    else:
        code = "loud_film"
        words = _(
            "The film is louder than others: %(lufs)s LUFS, where players want %(aim)s. Mix its "
            "sound more evenly and upload it again.",
            **heard,
        )
    yield Issue.of(code, words, severity="warning", part=use.slot, field="hero_video")


def _look(uses: list[tuple[MediaUse, int | None]]) -> Iterator[Issue]:
    """Yield one warning, however many files of the surface a budget has made coarser."""
    coarse = [use for use, quality in uses if quality and quality < _quality_wished(use)]
    if coarse:
        words = _(
            "The picture for %(slot)s loses fine detail, or it would have more bytes than are "
            "good there. Choose a calmer picture.",
            slot=coarse[0].slot,
        )
        field = "hero_video" if coarse[0].recipe.kind == "frame" else "hero_image"
        yield Issue.of(
            "coarse_picture", words, severity="warning", part=coarse[0].slot, field=field
        )


def _quality_wished(use: MediaUse) -> int:
    image = use.recipe.image if use.recipe.kind == "frame" else use.recipe
    return image.quality if isinstance(image, ImageRecipe) else 0
