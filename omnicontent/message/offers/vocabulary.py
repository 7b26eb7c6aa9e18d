"""The words around a number that make an offer of it, by language, as regular expressions.

Each is looked for right before or right behind a number, in text from ``message.normalizing``.
English counts in every language: ``30% off`` is typed in all.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferWords:
    """What one language says around prices and percentages."""

    off_before: tuple[str, ...] = ()
    """``save`` €20."""
    off_after: tuple[str, ...] = ()
    """30% ``off``."""
    old_before: tuple[str, ...] = ()
    """``instead of`` €79."""
    old_after: tuple[str, ...] = ()
    named_before: tuple[str, ...] = ()
    """``Discount:`` €49, which leaves open whether it is what is paid or what is saved."""
    named_after: tuple[str, ...] = ()
    price_before: tuple[str, ...] = ()
    """``for only`` €49: what is paid, not what is saved."""
    price_after: tuple[str, ...] = ()
    hedge_before: tuple[str, ...] = ()
    """``up to`` 30%: another promise than 30%."""
    hedge_after: tuple[str, ...] = ()
    more_before: tuple[str, ...] = ()
    more_after: tuple[str, ...] = ()
    """30% ``more``: no reduction at all."""
    condition_before: tuple[str, ...] = ()
    condition_after: tuple[str, ...] = ()
    """€50 ``purchase``: what must be spent first."""
    fee_before: tuple[str, ...] = ()
    fee_after: tuple[str, ...] = ()
    """€4.90 ``shipping``: a price, but of something else."""
    harmless_before: tuple[str, ...] = ()
    harmless_after: tuple[str, ...] = ()
    """100% ``cotton``, 95% ``of customers``: says what something is, and promises nothing."""
    share_after: tuple[str, ...] = ()
    """30 % ``de`` nylon: a share of something, unless words before make an offer of it."""
    promised_next: tuple[str, ...] = ()
    """Behind a bare percentage, what may follow a promise: 25 % ``on``; a noun makes a share of
    it, as in 5 % niacinamide."""
    whole: tuple[str, ...] = ()
    """Behind 100%, what the whole of something is given back as: ``refunded``."""
    percent: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    """``half price``: 50% off in words."""
    fraction: tuple[str, ...] = ()
    """``{part} off``, where the part is "a third"."""
    part: tuple[str, ...] = ()
    """``a``, ``two``; then ``third`` and ``quarter``: how parts of a whole are said."""
    denied_before: tuple[str, ...] = ()
    """``not`` 20%, ``last year`` 20%: what is said not to hold."""
    denied_after: tuple[str, ...] = ()
    below_before: tuple[str, ...] = ()
    """``under`` €50: true of any price that is lower."""
    below_after: tuple[str, ...] = ()
    free_alone: tuple[str, ...] = ()
    """What gives something away in one word."""
    free_before: tuple[str, ...] = ()
    """What makes the words behind it free: ``free`` tote bag."""
    free_after: tuple[str, ...] = ()
    """What makes the words before it free: un tote bag ``offert``."""
    not_free: tuple[str, ...] = ()
    """Where the same word gives nothing away: ``sugar-free``, ``feel free``."""
    n_for_m: tuple[str, ...] = ()
    """``{get}`` for ``{pay}``, with the two numbers as such placeholders."""
    plus_free: tuple[str, ...] = ()
    """Buy ``{pay}``, get ``{free}`` free."""
    nth_free: tuple[str, ...] = ()
    """The ``{get}``th is free."""
