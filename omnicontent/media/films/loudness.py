"""How loud a film is made: EBU R 128 measured by ffmpeg, and the step from there to the aim.

-14 LUFS and at most -1 dBTP is what social networks and players level their sound to (AES TD1008,
https://www.aes.org/technical/documents/AESTD1008.1.21-9.pdf). The gain is the same from the
first to the last sample, so that quiet scenes stay quiet; peaks that would go over are limited
at four times the rate, where they show between samples too (ITU-R BS.1770-5, annex 2).
"""

import re
from dataclasses import dataclass

AIM_LUFS = -14.0
TOLERANCE_LU = 0.5
PEAK_MAX_DB = -1.0
SILENT_LUFS = -60.0
"""Below it there is nothing to hear but noise, which a gain would bring up."""
_CEILING_DB = -2.0
"""AAC sets peaks up to a decibel higher than they were."""
_SUMMARY = (
    r"\[ebur128@{name} @ [^\]]*\] Summary:\s+Integrated loudness:\s+I:\s+(\S+) LUFS"
    r"[\s\S]*?True peak:\s+Peak:\s+(\S+) dBFS"
)


@dataclass(frozen=True, slots=True)
class Loudness:
    """Integrated loudness in LUFS, and the true peak in dB below full scale."""

    lufs: float
    peak_db: float

    @property
    def silent(self) -> bool:
        """Whether there is nothing to make louder. Less than 0.4 seconds can't be measured."""
        return not self.lufs >= SILENT_LUFS

    @property
    def good(self) -> bool:
        """Whether players will leave it as it is."""
        return abs(self.lufs - AIM_LUFS) <= TOLERANCE_LU and self.peak_db <= PEAK_MAX_DB


@dataclass(frozen=True, slots=True)
class Leveling:
    """A gain in dB, and the true peak above which it is taken back for a moment."""

    gain_db: float = 0.0
    ceiling_db: float = _CEILING_DB
    limited: bool = False

    @property
    def filters(self) -> str:
        """The filters that do it, with a comma behind them; none where nothing is to do."""
        gain = f"volume={self.gain_db:.2f}dB," if self.gain_db else ""
        limit = 10 ** (self.ceiling_db / 20)
        return gain + (
            f"aresample=192000,alimiter=limit={limit:.5f}:attack=5:release=80:level=false"
            ":latency=true,aresample=48000,"
            if self.limited
            else ""
        )


def measuring(name: str) -> str:
    """Return the filter that measures what goes through it."""
    return f"ebur128@{name}=peak=true:framelog=quiet"


def measured(log: str, name: str) -> Loudness:
    """Return what that filter said at its end; silence if it never got a sample."""
    said = re.findall(_SUMMARY.format(name=name), log)
    if not said:
        return Loudness(-70.0, -120.0)
    lufs, peak = said[-1]
    return Loudness(float(lufs), float(peak))


def level(source: Loudness) -> Leveling:
    """Return the leveling of a source as loud as that."""
    if source.silent:
        return Leveling(min(0.0, _CEILING_DB - source.peak_db))
    gain = AIM_LUFS - source.lufs
    return Leveling(gain, limited=source.peak_db + gain > _CEILING_DB)


def level_anew(before: Leveling, result: Loudness) -> Leveling:
    """Return the leveling that corrects what came out of the one before.

    Limiting takes loudness away, and coding adds to peaks; neither can be told beforehand.
    """
    over = max(0.0, result.peak_db - PEAK_MAX_DB)
    return Leveling(
        before.gain_db + AIM_LUFS - result.lufs,
        before.ceiling_db - (over + 0.1 if over else 0.0),
        limited=True,
    )
