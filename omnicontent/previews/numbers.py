"""Numbers, shares, times and languages as previews write them: as their reader's locale does."""

from datetime import datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language

from omnicontent.message.money import say_percent

MOMENT = "j F Y, H:i"


def say_number(number: float) -> str:
    """Return a whole number such as ``2,200``."""
    return number_format(number, decimal_pos=0, force_grouping=True)


def say_share(percent: int) -> str:
    """Return a share such as ``78%``, with a space before the sign where readers expect one."""
    return say_percent(Decimal(percent), get_language() or "en")


def say_moment(when: datetime) -> str:
    """Return a moment such as ``31 May 2031, 23:59``, in the reader's time zone."""
    return date_format(timezone.localtime(when), MOMENT)
