"""One close look at a moment of a film, and what the looks at a shot say together."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from omnicontent.media.geometry import Box
from omnicontent.media.marks import KeepKind
from omnicontent.media.reframe.faces import Face, find_faces, lasting_faces, overlap
from omnicontent.media.reframe.motion import gray, moving_boxes, salient_box, sharpness
from omnicontent.media.reframe.proxies import Pixels
from omnicontent.media.seen import Seen

_BOXES_MOST = 3
_FACE_WEIGHT_MIN = 0.2
_MOTION_WEIGHT = 0.6
_SALIENCY_WEIGHT = 0.2
"""Both are guesses: they count less than the faces, of which the largest has 1."""
_GOES_ON = 0.1
_LARGE = 0.4
"""What moves in so much of the picture is rather its depth, seen by a camera that moves."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one picture of a film shows; ``number`` counts its pictures from 0."""

    number: int
    faces: list[Face]
    moving: list[tuple[Box, float]]
    salient: Box | None
    sharpness: float
    light: float
    """Mean of all pixels, 0 to 255."""
    contrast: float
    """Their standard deviation."""


def look_at(number: int, recent: deque[Pixels], middle: int) -> Look:
    """Return what the picture in the ``middle`` of the recent ones shows, and what moves there."""
    here = gray(recent[middle])
    moves = 0 < middle < len(recent) - 1
    return Look(
        number=number,
        faces=find_faces(recent[middle]),
        moving=moving_boxes(gray(recent[0]), here, gray(recent[-1])) if moves else [],
        salient=salient_box(here),
        sharpness=sharpness(here),
        light=float(here.mean()),
        contrast=float(here.std()),
    )


def subjects(looks: Sequence[Look], times: Sequence[float]) -> tuple[Seen, ...]:
    """Return what the looks at one shot saw: faces and motion, or else what stands out.

    ``times`` are the moments of all pictures in seconds.
    """
    faces = lasting_faces([look.faces for look in looks])
    largest = max((face.box.area for here in faces for face in here), default=1.0)
    seen: list[Seen] = []
    for look, here, moving in zip(looks, faces, _lasting_motion(looks), strict=True):
        at = round(times[look.number], 3)
        found = [_seen(at, face.box, "face", (face.box.area / largest) ** 0.5) for face in here]
        found += [
            _seen(at, box, "subject", _trust(box, share))
            for box, share in moving
            if not any(_is_of(box, face) for face in here)
        ]
        if not found and look.salient is not None:
            found = [_seen(at, look.salient, "subject", _SALIENCY_WEIGHT)]
        seen += sorted(found, key=lambda one: -one.weight)[:_BOXES_MOST]
    return tuple(seen)


def _lasting_motion(looks: Sequence[Look]) -> list[list[tuple[Box, float]]]:
    """Return what moves at each look and moves on, nearby, at the one before or after.

    What a moving camera leaves over is here now and there next.
    """
    kept = []
    for index, look in enumerate(looks):
        around = [*looks[max(0, index - 1) : index], *looks[index + 1 : index + 2]]
        near = [box for other in around for box, _ in other.moving]
        kept.append([one for one in look.moving if _goes_on(one[0], near) or not around])
    return kept


def _goes_on(moving: Box, near: list[Box]) -> bool:
    return any(overlap(moving, other) >= _GOES_ON for other in near)


def _is_of(moving: Box, face: Face) -> bool:
    """Tell whether it is the face's own head or body that moves: the face says more of it."""
    return moving.shared(face.box) > face.box.area / 2


def _trust(moving: Box, share: float) -> float:
    return _MOTION_WEIGHT * share * max(0.0, 1 - moving.area / _LARGE)


def _seen(at: float, box: Box, kind: KeepKind, weight: float) -> Seen:
    # Three digits are a pixel or two of a large film, and half the JSON.
    sides = {side: round(value, 3) for side, value in box.model_dump().items()}
    least = _FACE_WEIGHT_MIN if kind == "face" else 0.05
    return Seen(at=at, box=Box(**sides), kind=kind, weight=round(max(weight, least), 2))
