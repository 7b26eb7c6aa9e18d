"""Numbers, shares, times and languages in the reader's locale, for templates."""

from django import template
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html

from omnicontent.previews.numbers import say_moment, say_number, say_share
from omnicontent.previews.variants import language_name

register = template.Library()
register.filter("grouped", say_number)
register.filter("as_share", say_share)
register.filter("language_name", language_name)


@register.filter
def iso_moment(raw: str) -> str:
    """Show a payload's time as its reader writes it; what is no whole moment stays as it is."""
    try:
        when = parse_datetime(raw)
    except ValueError:
        when = None
    if when is None or timezone.is_naive(when):
        return raw
    return format_html('<time datetime="{}">{}</time>', raw, say_moment(when))
