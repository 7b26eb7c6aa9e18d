"""A list of hundreds of choices."""

from django.forms import Select


class LongSelect(Select):
    """Django's list, drawn by one template: Django draws each option by two of its own."""

    template_name = "stories/forms/long_select.html"
