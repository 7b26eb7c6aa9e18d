"""The units in which surfaces count: text, files, time and pictures."""

from enum import StrEnum


class Unit(StrEnum):
    """What one step of a limit is."""

    CHARACTERS = "characters"  # the platform defines none: UTF-16 units, the largest usual count
    CODE_POINTS = "code_points"
    GRAPHEMES = "graphemes"
    UTF8_BYTES = "utf8_bytes"
    UTF16_UNITS = "utf16_units"
    X_WEIGHTED = "x_weighted"
    SMS_SEGMENTS = "sms_segments"
    WORDS = "words"
    LINES = "lines"  # on screen: they depend on its width, so nothing counts them beforehand
    ITEMS = "items"
    BYTES = "bytes"
    PIXELS = "pixels"
    SECONDS = "seconds"
    FRAMES_PER_SECOND = "frames_per_second"


TEXT_UNITS = frozenset(
    {
        Unit.CHARACTERS,
        Unit.CODE_POINTS,
        Unit.GRAPHEMES,
        Unit.UTF8_BYTES,
        Unit.UTF16_UNITS,
        Unit.X_WEIGHTED,
        Unit.SMS_SEGMENTS,
        Unit.WORDS,
    }
)
