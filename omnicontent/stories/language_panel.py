"""The editor's panel of languages: where the facts are entered, and which words are stale."""

from typing import Any, override

from django.urls import reverse
from django.utils.text import capfirst
from wagtail.admin.panels import HelpPanel

from omnicontent.stories.translations import (
    StaleString,
    source_of,
    stale_strings,
    translations_of,
)


class LanguagesPanel(HelpPanel):
    """Leads a translation to its source, and a source to its translations."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["template"] = "stories/admin/languages_panel.html"
        super().__init__(**kwargs)

    @override
    def get_form_options(self) -> dict[str, Any]:
        # Wagtail draws at the end of the form what no panel says to be its own.
        return {"fields": ["words_hold"]}

    class BoundPanel(HelpPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.source = source_of(self.instance)
            self.translations = translations_of(self.instance)

        @override
        def is_shown(self) -> bool:
            return self.source is not None or bool(self.translations)

        @override
        def get_context_data(self, parent_context: Any = None) -> Any:
            context = super().get_context_data(parent_context)
            context["source"] = self.source and link_to(self.source)
            context["strings"] = labelled(self.instance, stale_strings(self.instance))
            context["translations"] = [
                link_to(page) | {"strings": labelled(page, stale_strings(page))}
                for page in self.translations
            ]
            if "words_hold" in self.form.fields:
                context["words_hold"] = self.form["words_hold"]
            return context


def link_to(page: Any) -> dict[str, Any]:
    """Return the page's language and its address in the editor."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return {"language": page.locale.get_display_name(), "url": url}


def labelled(page: Any, strings: list[StaleString]) -> list[tuple[str, StaleString]]:
    """Return the strings, each behind what the editor calls its field."""
    labels = {field.name: str(field.verbose_name) for field in page._meta.local_concrete_fields}
    return [(capfirst(labels[string.field]), string) for string in strings]
