"""Captions as WebVTT, whichever of the two usual forms was uploaded.

WebVTT: https://www.w3.org/TR/webvtt1/. SubRip differs in three things: no ``WEBVTT`` line, a comma
before the milliseconds, and a number above every cue (which WebVTT allows as a cue's name), so
own code of two substitutions is less than a library that nobody maintains.
"""

import html
import re
from itertools import pairwise

from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from omnicontent.stories.errors import CaptionsError

MAX_BYTES = 1_000_000
SUBRIP_TIME = re.compile(r"(\d{1,2}:\d{2}:\d{2}),(\d{3})")
STAMP = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
CUE = re.compile(rf"^{STAMP}[ \t]+-->[ \t]+{STAMP}(?:[ \t].*)?$", re.MULTILINE)

TAG = re.compile(r"<[^<>]*>")
"""Voices, classes, times inside a cue: SubRip has none of them that every platform reads."""


def read_captions(file: FieldFile) -> str:
    """Return the file's captions as WebVTT text.

    :raises CaptionsError: too large, not UTF-8, or no cue that a player could show.
    """
    if file.size > MAX_BYTES:
        raise CaptionsError(_("The captions file is larger than 1 MB: is it really captions?"))
    file.open("rb")
    data = file.read()
    file.seek(0)
    try:
        return to_webvtt(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CaptionsError(_("Save the captions file as UTF-8 text.")) from error


def to_webvtt(text: str) -> str:
    """Return WebVTT or SubRip text as WebVTT, with plain line ends.

    :raises CaptionsError: no cue, or cues that end before they start or run backwards.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", text):
        text = "WEBVTT\n\n" + SUBRIP_TIME.sub(r"\1.\2", text)
    _check_cues(text)
    return text + "\n"


def to_subrip(webvtt: str) -> str:
    """Return WebVTT, as :func:`to_webvtt` gives it, as SubRip: several platforms take no other."""
    cues: list[str] = []
    for block in re.split(r"\n{2,}", webvtt.strip()):
        if cue := CUE.search(block):
            words = html.unescape(TAG.sub("", block[cue.end() :].strip()))
            start, end = _subrip_time(cue.groups()[:4]), _subrip_time(cue.groups()[4:])
            cues.append(f"{len(cues) + 1}\n{start} --> {end}\n{words}\n")
    return "\n".join(cues)


def _subrip_time(parts: tuple[str | None, ...]) -> str:
    hours, minutes, seconds, thousandths = (part or "00" for part in parts)
    return f"{hours}:{minutes}:{seconds},{thousandths}"


def _check_cues(text: str) -> None:
    cues = list(CUE.finditer(text))
    if not cues:
        raise CaptionsError(
            _("This is not a WebVTT or SubRip file: no line such as 00:01.000 --> 00:04.000.")
        )
    if len(cues) != text.count("-->"):
        raise CaptionsError(_("A line with --> in the captions has no valid times around it."))
    times = [(_seconds(cue.groups()[:4]), _seconds(cue.groups()[4:])) for cue in cues]
    for cue, (start, end) in zip(cues, times, strict=True):
        if end <= start:
            raise CaptionsError(_("The caption at %s ends before it starts.") % cue.group(0)[:12])
    for (first, _end), (second, _later) in pairwise(times):
        if second < first:
            raise CaptionsError(_("The captions are not in the order of time."))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
