"""What a rendition shows of a film's length: parts of the source, and its closing card.

Everything is counted in frames of the rendition, by the source's clock, so that picture, sound
and captions are cut at the same place whatever they count in themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from omnicontent.media.errors import MediaError
from omnicontent.media.recipes import Span, VideoRecipe
from omnicontent.phrases import phrase as _

EARLY_SECONDS = 0.001
"""Containers round the moment of a frame to a millisecond. Counted from so much later, a frame
halfway between two of ours falls on the same one here and in the filter graph."""
_LOSS_MAX = 0.4
"""As a share of the slot: what may stay unused for the last shot to end whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """Frames of the source, counted at the rendition's rate: the first, and the one after."""

    first: int
    end: int

    @property
    def frames(self) -> int:
        """How many there are."""
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class Cut:
    """The parts of the source in a rendition, and how many frames come from its card."""

    recipe: VideoRecipe
    parts: tuple[Part, ...]
    card_frames: int

    @property
    def source_frames(self) -> int:
        """Frames of all parts."""
        return sum(part.frames for part in self.parts)

    @property
    def frames(self) -> int:
        """Frames of the whole."""
        return self.source_frames + self.card_frames

    @property
    def source_seconds(self) -> float:
        """Length of the source's parts."""
        return self.source_frames / self.recipe.fps

    @property
    def source_end(self) -> float:
        """The first moment of the source that is not needed any more, in seconds."""
        return max(part.end for part in self.parts) / self.recipe.fps

    @property
    def seconds(self) -> float:
        """Length of the whole."""
        return self.frames / self.recipe.fps


def frame_at(seconds: float, fps: int) -> int:
    """Return the number of the rendition's frame from which on that moment's picture is shown.

    The filter ``fps`` rounds alike, halves upward.
    """
    return floor((seconds + EARLY_SECONDS) * fps + 0.5)


def cut_film(recipe: VideoRecipe, source_seconds: float) -> Cut:
    """Return the cut that keeps source and closing card within ``seconds_max``.

    :raises MediaError: nothing of the source is within its spans.
    """
    fps = recipe.fps
    most = floor(recipe.seconds_max * fps + 1e-6)
    card = recipe.closing_card
    card_frames = min(round(card.seconds * fps), most // 2) if card else 0
    room = max(1, most - card_frames)
    spans = recipe.spans or (Span(start=0, end=source_seconds),)
    spans = _within(spans, [shot.end for shot in recipe.shots], room / fps)
    parts = _parts(spans, fps, max(1, round(source_seconds * fps)), room)
    if not parts:
        raise MediaError(_("The part to be shown lies after the film's end. Choose another part."))
    return Cut(recipe, parts, card_frames)


def choose_spans(
    seconds: float,
    shots: Sequence[tuple[float, float]],
    seconds_max: float,
    chosen: Span | None = None,
) -> tuple[Span, ...]:
    """Return what to show of a film of ``seconds`` in a slot of ``seconds_max``.

    That is the chosen part, or else all of it. What is too long ends with the last shot that
    ends in time, or in the middle of one where that would waste two fifths of the slot.
    ``shots`` are their starts and ends; all is in seconds of the source.
    """
    start = min(chosen.start, seconds) if chosen else 0.0
    end = min(chosen.end, seconds) if chosen else seconds
    if start >= end:
        return ()
    return _within((Span(start=start, end=end),), [end for _, end in shots], seconds_max)


def _within(spans: Sequence[Span], ends: Sequence[float], room: float) -> tuple[Span, ...]:
    """Return the first of the spans that fit into ``room`` seconds, the last one shortened."""
    kept: list[Span] = []
    left = room
    for span in spans:
        if span.end - span.start > left + EARLY_SECONDS:
            stop = _stop(span.start, left, ends, room, bool(kept))
            return (*kept, *([Span(start=span.start, end=stop)] if stop > span.start else []))
        kept.append(span)
        left -= span.end - span.start
    return tuple(kept)


def _stop(start: float, left: float, ends: Sequence[float], room: float, go_back: bool) -> float:
    limit = start + left
    whole = [end for end in ends if start < end <= limit + EARLY_SECONDS]
    whole += [start] if go_back else []
    best = max(whole, default=-room)
    return best if limit - best <= _LOSS_MAX * room else limit


def _parts(spans: Sequence[Span], fps: int, available: int, room: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    for span in spans:
        first = frame_at(span.start, fps)
        end = min(max(frame_at(span.end, fps), first + 1), available, first + room)
        if first >= end:
            continue
        room -= end - first
        if parts and parts[-1].end == first:  # nothing is cut there, so the sound needs no fade
            first = parts.pop().first
        parts.append(Part(first, end))
    return tuple(parts)
