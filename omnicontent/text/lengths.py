"""How long a text is in the unit a surface counts in."""

from dataclasses import dataclass

from omnicontent.text.units import Unit


@dataclass(frozen=True, slots=True)
class Length:
    """A text's length; ``segments`` and ``encoding`` only for SMS."""

    count: int
    unit: Unit
    segments: int | None = None
    encoding: str | None = None
    forced_by: tuple[str, ...] = ()
    """Characters outside GSM 03.38 that make an SMS cost double."""


def measure(text: str, unit: Unit) -> Length:
    """Return the length of ``text`` in ``unit``.

    For SMS segments ``count`` is the number of segments.

    :raises ValueError: ``unit`` does not measure text.
    """
    raise NotImplementedError
