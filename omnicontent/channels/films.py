"""The story's film as the recipe of a slot: its part, its windows, its captions, its last card."""

import math
from functools import lru_cache

from omnicontent.channels.framing import marks_of, window_at
from omnicontent.channels.spec import ImageSlot, VideoSlot, byte_budget
from omnicontent.channels.story import Story, Video
from omnicontent.channels.wording import display_link, link_of, say_action
from omnicontent.media.films.cutting import choose_spans
from omnicontent.media.marks import Marks
from omnicontent.media.recipes import ClosingCard, Frame, ShotFrame, Span, VideoRecipe
from omnicontent.media.seen import OwnShot, SeenShot

BYTES_PER_SECOND = 1_500_000
"""No film of ours is larger (12 Mbit/s). A byte budget above that can't bite, so it stays out of
the recipe: surfaces with the same frame then share one file."""
COVER_SECONDS = 1.0
"""When the still of a film is taken at which nobody has looked: most begin with a fade."""


def video_recipe(slot: VideoSlot, video: Video, card: ClosingCard | None) -> VideoRecipe:
    """Return the recipe of the story's film for a slot.

    The length is that of film and card where it is within the slot's, so that a film short enough
    for two surfaces is one file.
    """
    last = card.seconds if card else 0
    seconds_max = min(slot.seconds_max, math.ceil(seconds_of(video) + last))
    budget = byte_budget(slot.limits)
    spans = spans_of(video, slot.seconds_max - last)
    return VideoRecipe(
        width_px=slot.width_px,
        height_px=slot.height_px,
        fps=slot.fps,
        seconds_max=seconds_max,
        max_bytes=budget if budget and budget < seconds_max * BYTES_PER_SECOND else None,
        shots=_shown(windows_of(video, (slot.width_px, slot.height_px)), spans),
        spans=spans,
        captions=video.captions if slot.captions == "drawn" else "",
        closing_card=card,
        sound=slot.sound,
        bits_max=slot.bits_max,
    )


def spans_of(video: Video, seconds_max: float) -> tuple[Span, ...]:
    """Return the parts of a film that fit into ``seconds_max``; none where all of it does.

    What the editor chose counts; what is too long ends where a shot ends, if one ends in time.
    """
    if video.cut is None and video.seconds <= seconds_max:
        return ()
    shots = [(shot.start, shot.end) for shot in video.shots]
    return choose_spans(video.seconds, shots, seconds_max, video.cut)


def seconds_of(video: Video) -> float:
    """Return how long the part of the film is that the editor chose."""
    return video.cut.end - video.cut.start if video.cut else video.seconds


def still_frame(slot: ImageSlot, video: Video) -> Frame:
    """Return what the still of a film shows: the window that its shot has at that moment."""
    from omnicontent.media.films.paths import position  # loads numpy, which texts don't need

    moment = cover_moment(video)
    shots = windows_of(video, (slot.width_px, slot.height_px))
    shot = next((one for one in shots if one.start <= moment < one.end), shots[-1])
    return window_at(shot, *position(shot, moment))


def automatic_cover(seconds: float, cut: Span | None) -> float | None:
    """Return the best moment that was seen, if it lies in the part that is shown."""
    return seconds if cut is None or cut.start <= seconds < cut.end else None


def cover_moment(video: Video) -> float:
    """Return when the still that stands for the film is taken, in seconds of the source."""
    if video.cover_seconds is not None:
        return video.cover_seconds
    return (video.cut.start if video.cut else 0) + min(COVER_SECONDS, seconds_of(video) / 2)


def closing_card(slot: VideoSlot, story: Story, words: tuple[str, ...]) -> ClosingCard:
    """Return the last seconds of a film: the words of a picture, and what to do next."""
    first, *lines = words or (story.brand.name,)
    return ClosingCard(
        headline=first,
        lines=tuple(lines),
        call_to_action=spoken_call(story),
        words_min_px=slot.words_min_px,
        color=story.brand.color,
        fonts=story.brand.fonts,
    )


def spoken_call(story: Story) -> str:
    """Return the call to action with its address as people type it, or ""."""
    return say_action(story, display_link(link_of(story)))


def _shown(shots: tuple[ShotFrame, ...], spans: tuple[Span, ...]) -> tuple[ShotFrame, ...]:
    """Return the shots of which something is shown: others change nothing of the file."""
    if not spans:
        return shots
    return tuple(
        shot
        for shot in shots
        if any(shot.start < span.end and span.start < shot.end for span in spans)
    )


def windows_of(film: Video, target: tuple[int, int]) -> tuple[ShotFrame, ...]:
    """Return the windows of all shots in a rendition of ``target`` pixels."""
    size = (film.width_px, film.height_px)
    return _planned(film.shots, size, target, marks_of(film), film.own_shots, film.seconds)


@lru_cache(maxsize=64)  # every keystroke in an editor adapts all channels anew
def _planned(
    seen: tuple[SeenShot, ...],
    size: tuple[int, int],
    target: tuple[int, int],
    marks: Marks,
    own: tuple[OwnShot, ...],
    seconds: float,
) -> tuple[ShotFrame, ...]:
    from omnicontent.media.reframe.planning import plan_shots  # loads numpy, as above

    return plan_shots(seen, size, target, marks, own, seconds)
