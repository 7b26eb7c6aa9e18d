"""Captions files for cut films: the same words, by the clock of what is shown."""

from collections.abc import Iterator, Sequence

from omnicontent.media.films.captions import Cue, read_cues
from omnicontent.media.recipes import Span


def retimed(text: str, spans: Sequence[Span]) -> str:
    """Return a WebVTT text for a film of which only ``spans`` are shown, one after the other.

    Without spans it stays as it is. Cues that nothing is shown of are left out.
    """
    if not spans:
        return text
    cues = [
        f"{_stamp(one.start)} --> {_stamp(one.end)}\n{one.text}" for one in _moved(text, spans)
    ]
    return "\n\n".join(["WEBVTT", *cues]) + "\n" if cues else ""


def _moved(text: str, spans: Sequence[Span]) -> Iterator[Cue]:
    cues, offset = read_cues(text), 0.0
    for span in spans:
        for cue in cues:
            start, end = max(cue.start, span.start), min(cue.end, span.end)
            if round(end - start, 3) > 0:
                shift = offset - span.start
                yield Cue(start + shift, end + shift, cue.text.replace("-->", "->"))
        offset += span.end - span.start


def _stamp(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, left = divmod(whole, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{left:02}.{thousandths:03}"
