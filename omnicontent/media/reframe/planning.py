"""From what was seen in a film to the window that a rendition shows of each shot."""

from collections.abc import Sequence

from omnicontent.media.marks import Marks
from omnicontent.media.recipes import Pad, ShotFrame
from omnicontent.media.reframe.moves import best_move
from omnicontent.media.reframe.own import own_frame, own_shot
from omnicontent.media.reframe.padding import needs_padding, padded, whole
from omnicontent.media.reframe.slide import Slide, slide_of
from omnicontent.media.reframe.worth import view
from omnicontent.media.seen import OwnShot, SeenShot


def plan_shots(
    seen: Sequence[SeenShot],
    source: tuple[int, int],
    target: tuple[int, int],
    marks: Marks,
    own: Sequence[OwnShot],
    seconds: float,
    pad: Pad = "blur",
) -> tuple[ShotFrame, ...]:
    """Return the windows of a rendition, from the film's beginning to its end without a gap.

    ``source`` and ``target`` are width and height in pixels, of the film as it is seen and of
    the rendition. The marks hold for the whole film. Without ``pad`` nothing is padded: what a
    window can't hold is cut. The same arguments give the same windows.
    """
    slide = slide_of(source, target, marks.focus)
    shots = _without_gaps(seen, seconds)
    chosen = ((shot, own_shot(own, shot, target[0] / target[1])) for shot in shots)
    return _merged([_window(shot, slide, marks, one, pad) for shot, one in chosen])


def _without_gaps(seen: Sequence[SeenShot], seconds: float) -> list[SeenShot]:
    shots = sorted((shot for shot in seen if shot.start < seconds), key=lambda shot: shot.start)
    if not shots:
        return [SeenShot(start=0, end=seconds)]
    starts = [0.0, *(shot.start for shot in shots[1:])]
    ends = [*starts[1:], seconds]
    return [
        shot.model_copy(update={"start": start, "end": end})
        for shot, start, end in zip(shots, starts, ends, strict=True)
    ]


def _window(
    shot: SeenShot, slide: Slide, marks: Marks, own: OwnShot | None, pad: Pad
) -> ShotFrame:
    if slide.room < 2:
        return slide.still(shot.start, shot.end, slide.rest)
    if own is not None and own.keys and not own.whole:
        return own_frame(own, shot, slide)
    if own is not None and pad:
        return whole(shot, slide, pad)
    if not shot.seen and not marks.keep:
        return slide.still(shot.start, shot.end, slide.rest)
    shown = view(shot, slide, marks)
    if pad and needs_padding(shown, slide):
        return padded(shot, shown, slide, pad)
    return best_move(shot, shown, slide)


def _merged(frames: list[ShotFrame]) -> tuple[ShotFrame, ...]:
    """Join neighbors whose windows stand still at one place: a cut needs no word then."""
    joined = frames[:1]
    for frame in frames[1:]:
        if _place(frame) == _place(joined[-1]) is not None:
            joined[-1] = joined[-1].model_copy(update={"end": frame.end})
        else:
            joined.append(frame)
    return tuple(joined)


def _place(frame: ShotFrame) -> tuple[float, float, int, int, str] | None:
    if len(frame.keys) > 1:
        return None
    return (frame.keys[0].left, frame.keys[0].top, frame.width, frame.height, frame.pad)
