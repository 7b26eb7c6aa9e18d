"""What a slot shows of a picture of the story, and how that is told to the editor."""

from collections.abc import Iterator

from omnicontent.channels.content import AnyRecipe, Issue, MediaUse
from omnicontent.channels.issues import on_channel
from omnicontent.channels.spec import ChannelSpec, ImageSlot, VideoSlot
from omnicontent.channels.story import Brand, Image, Video
from omnicontent.media.framing.frames import frame_picture
from omnicontent.media.framing.report import Framing, report_framing, worst_of
from omnicontent.media.geometry import SAME_SHAPE, Box, shape_apart
from omnicontent.media.marks import Marks
from omnicontent.media.recipes import (
    Frame,
    FrameRecipe,
    ShotFrame,
    VideoRecipe,
)
from omnicontent.phrases import Phrase, ngettext
from omnicontent.phrases import phrase as _

LEGIBLE_PX = 12
"""Letters lower than this in a picture of 1080 pixels can't be read on a phone: at its usual
density of three they are 4 points high."""
SOFT = 1.5
"""Pictures enlarged by more than this look soft enough for a reader to notice."""
HIDDEN = 0.05
"""So much of what matters may lie under a surface's buttons before the editor is told."""

Slot = ImageSlot | VideoSlot


def marks_of(source: Image | Video) -> Marks:
    """Return the marks of a picture or film, free of all else that a story says of it."""
    return Marks(focus=source.focus, keep=source.keep, avoid=source.avoid, crops=source.crops)


def frame_of(slot: ImageSlot, picture: Image, brand: Brand) -> Frame:
    """Return what a slot shows of a picture."""
    size, target = (picture.width_px, picture.height_px), (slot.width_px, slot.height_px)
    pad = brand.color if slot.pad == "brand" else "blur"
    return frame_picture(marks_of(picture), size, target, covered_by(slot), pad)


def framing_of(slot: Slot, source: Image | Video, recipe: AnyRecipe) -> Framing | None:
    """Return what a rendition shows of what was marked; None where its window is not ours.

    Of a film it is the worst of the places that its windows are told to pass.
    """
    size, target = (source.width_px, source.height_px), (slot.width_px, slot.height_px)
    marks = marks_of(source)
    found = [
        report_framing(marks, size, target, frame, covered_by(slot))
        for frame in dict.fromkeys(_frames_in(recipe, marks))
    ]
    if not found:
        return None
    own = isinstance(source, Video) and has_own_windows(source, target)
    return worst_of(found).model_copy(update={"own": True}) if own else worst_of(found)


def has_own_windows(film: Video, target: tuple[int, int]) -> bool:
    """Tell whether a person chose a window of this shape for one of the film's shots."""
    ratio = target[0] / target[1]
    return any(shape_apart(own.ratio, ratio) <= SAME_SHAPE for own in film.own_shots)


def _frames_in(recipe: AnyRecipe, marks: Marks) -> list[Frame]:
    match recipe:
        case VideoRecipe(shots=shots):
            if not (marks.keep or marks.avoid):  # then all of one size are alike, and films long
                shots = tuple({(one.width, one.height, one.pad): one for one in shots}.values())
                return [window_at(one, one.keys[0].left, one.keys[0].top) for one in shots]
            return [window_at(shot, key.left, key.top) for shot in shots for key in shot.keys]
        case FrameRecipe(image=image):
            return [image.frame] if image.frame else []
        case _:
            return [recipe.frame] if recipe.frame else []


def window_at(shot: ShotFrame, left: float, top: float) -> Frame:
    """Return a shot's window as a frame, where its corner is at this place."""
    x, y = round(left), round(top)
    return Frame(left=x, top=y, right=x + shot.width, bottom=y + shot.height, pad=shot.pad)


def covered_by(slot: Slot) -> tuple[Box, ...]:
    """Return the parts of a rendition that the surface hides, as shares of it."""
    return slot.safe_zone.covered if slot.safe_zone else ()


def check_framing(
    spec: ChannelSpec, slot: Slot, use: MediaUse, source: Image | Video, name: str
) -> Iterator[Issue]:
    """Yield a warning for everything in a rendition that an editor would want to know.

    ``name`` is the story's field that holds its ``source``.
    """
    framing = use.framing
    if framing is None:
        return
    doubts = [*_doubts(slot, framing), *_too_few_pixels(slot, framing, source)]
    for code, says in doubts:
        yield Issue.of(
            code,
            on_channel(spec, says),
            severity="warning",
            part=slot.name,
            field=name,
        )


def _doubts(slot: Slot, framing: Framing) -> Iterator[tuple[str, Phrase]]:
    shape = f"{slot.width_px} × {slot.height_px}"
    if framing.padded:
        yield (
            "padded",
            _(
                "what must stay does not fit into %(shape)s, so the rest of the frame is filled. "
                "Mark less to keep, or crop it by hand.",
                shape=shape,
            ),
        )
    if framing.cut:
        yield "keep_cut", _cut(framing, shape)
    if framing.avoid_shown > 0:
        yield (
            "avoid_shown",
            _(
                "%(percent)s%% of what should stay out can be seen in %(shape)s. Crop it by hand.",
                percent=round(100 * framing.avoid_shown),
                shape=shape,
            ),
        )
    if framing.under_buttons > HIDDEN:
        yield (
            "under_buttons",
            _(
                "its buttons and names hide %(percent)s%% of what must stay. Crop it by hand, or "
                "choose a picture with more room around.",
                percent=round(100 * framing.under_buttons),
            ),
        )
    size = slot.width_px, slot.height_px
    if framing.smallest_text_px is not None and too_small(size, framing.smallest_text_px):
        yield (
            "small_text",
            ngettext(
                "the smallest words in the picture are %(n)s pixel high in %(shape)s: too small "
                "to read. Choose a picture without words, or crop it closer.",
                "the smallest words in the picture are %(n)s pixels high in %(shape)s: too small "
                "to read. Choose a picture without words, or crop it closer.",
                round(framing.smallest_text_px),
                shape=shape,
            ),
        )


def _cut(framing: Framing, shape: str) -> Phrase:
    if framing.own:
        return _(
            "your own crop for %(shape)s cuts %(n)s of the boxes to keep. Enlarge the crop or "
            "take it away.",
            shape=shape,
            n=len(framing.cut),
        )
    return _(
        "no window of %(shape)s holds %(n)s of the boxes to keep. Show the whole picture.",
        shape=shape,
        n=len(framing.cut),
    )


def _too_few_pixels(
    slot: Slot, framing: Framing, source: Image | Video
) -> Iterator[tuple[str, Phrase]]:
    if framing.enlarged > SOFT:
        yield (
            "upscaled",
            _(
                "it shows %(shape)s pixels, the source has %(size)s, not all of them in the "
                "frame: it will look soft. Choose a larger one.",
                shape=f"{slot.width_px} × {slot.height_px}",
                size=f"{source.width_px} × {source.height_px}",
            ),
        )


def too_small(target: tuple[int, int], pixels: float) -> bool:
    """Tell whether letters of this height can't be read in a rendition of ``target`` pixels."""
    return pixels < LEGIBLE_PX * min(target) / 1080
