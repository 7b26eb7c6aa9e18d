"""Days of the week in a row: from Friday through Monday is four days."""

from omnicontent.message.models import WEEKDAYS, OpeningHours, Weekday


def days_of(hours: OpeningHours) -> tuple[Weekday, ...]:
    """Return the days on which the hours hold, from the first on."""
    first = WEEKDAYS.index(hours.first)
    last = WEEKDAYS.index(hours.last or hours.first)
    count = (last - first) % len(WEEKDAYS) + 1
    return tuple(WEEKDAYS[(first + number) % len(WEEKDAYS)] for number in range(count))
