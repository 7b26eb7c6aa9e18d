"""The tabs of the campaign editor: Message, Story, Media, Channels, then Wagtail's own."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, override

from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PanelGroup,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.ui.components import Component
from wagtail.hooks import get_hooks
from wagtail.models import Page
from wagtailmedia.edit_handlers import MediaChooserPanel
from wagtailmedia.widgets import AdminVideoChooser

from omnicontent.stories.choices import installed_channels
from omnicontent.stories.forms import CampaignForm
from omnicontent.stories.language_panel import LanguagesPanel
from omnicontent.stories.plug_in_facts import kinds_in_words
from omnicontent.stories.wording import channel_label, limit_in_words, part_label


def limit_rows() -> Iterator[tuple[str, str, str]]:
    """Yield channel, part and limits in words for every part that can be worded."""
    for channel in installed_channels():
        for part in channel.spec.parts:
            if part.overridable:
                limits = " · ".join(limit_in_words(limit) for limit in part.limits)
                yield channel_label(channel.spec), part_label(part), limits


class LimitsPanel(HelpPanel):
    """Shows what each channel allows for each part that can be worded."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["template"] = "stories/admin/limits_panel.html"
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        @override
        def get_context_data(self, parent_context: Any = None) -> Any:
            context = super().get_context_data(parent_context)
            context["rows"] = list(limit_rows())
            return context


class FilmChooser(AdminVideoChooser):
    """wagtailmedia's chooser with one step to the film's windows, cut and cover."""

    template_name = "stories/admin/film_chooser.html"


class FilmPanel(MediaChooserPanel):
    """Chooses a film."""

    _widget_class = FilmChooser


class NotesPanel(Panel):
    """What others have to say of the campaign: components that ``campaign_notes`` hooks return."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "stories/admin/notes_panel.html"

        @cached_property
        def notes(self) -> list[Component]:
            """Return the notes on the campaign as it stands in the form."""
            found = (find(self.instance, self.request) for find in get_hooks("campaign_notes"))
            return list(chain.from_iterable(found))

        @override
        def is_shown(self) -> bool:
            return bool(self.notes)


MESSAGE: list[Panel] = [
    NotesPanel(heading=_("Please note")),
    LanguagesPanel(heading=_("Languages")),
    TitleFieldPanel("title", help_text=_("The campaign's name among colleagues.")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("offer_type"), FieldPanel("offer_value")]),
            FieldRowPanel([FieldPanel("offer_currency"), FieldPanel("offer_old_price")]),
        ],
        heading=_("Offer"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("offer_item", help_text=_("Such as “tote bag”, in this language.")),
            FieldRowPanel([FieldPanel("offer_get"), FieldPanel("offer_pay")]),
        ],
        heading=_("Something free, or several for the price of fewer"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("period_start"), FieldPanel("period_end")]),
            FieldPanel("period_time_zone", help_text=_("The times above are meant there.")),
        ],
        heading=_("Period"),
    ),
    FieldPanel("promo_code", help_text=_("What the customer types at the till.")),
    MultiFieldPanel(
        [
            FieldPanel("cta_verb", help_text=_("A verb first, such as “Order bulbs”.")),
            FieldPanel("cta_url"),
        ],
        heading=_("Call to action"),
    ),
    FieldPanel("legal_line", help_text=_("Goes to every channel that must carry it.")),
    MultiFieldPanel([FieldPanel("place_name"), FieldPanel("place_address")], heading=_("Place")),
    MultiFieldPanel(
        [FieldPanel("place_hours"), FieldPanel("further_places")],
        heading=_("Opening hours and further places"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("contact_phone"), FieldPanel("contact_email")])],
        heading=_("Contact"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("products"),
            FieldPanel(
                "audience",
                help_text=_("Whom it is for. No channel says it; campaigns are compared by it."),
            ),
        ],
        heading=_("Products and audience"),
        classname="collapsed",
    ),
    FieldPanel("more_facts", help_text=kinds_in_words()),
]
STORY: list[Panel] = [
    FieldPanel("headline"),
    FieldPanel("key_message", help_text=_("The one sentence that every channel says.")),
    FieldPanel("summary", help_text=_("A few sentences; a channel takes as many as fit.")),
    FieldPanel("body"),
    FieldPanel("hashtags", help_text=_("Separated by spaces, the most important first.")),
]
MEDIA: list[Panel] = [
    MultiFieldPanel(
        [
            FieldPanel("hero_image", help_text=_("Mark in the image library what it must keep.")),
            FieldPanel(
                "hero_image_alt",
                help_text=_("What the picture shows, for people who can't see it."),
            ),
        ],
        heading=_("Hero image"),
    ),
    FilmPanel(
        "hero_video",
        help_text=_("Captions, windows and cut belong to the film itself."),
    ),
]
CHANNELS: list[Panel] = [
    FieldPanel("channels"),
    LimitsPanel(heading=_("What each channel allows"), classname="collapsed"),
    FieldPanel(
        "own_words",
        help_text=_(
            "Instead of the words that a channel makes of the story. "
            "A form is another shape of a post, such as a thread."
        ),
    ),
]


class CampaignTabs(TabbedInterface):
    """Tabs whose addresses are the same for every reader.

    Wagtail makes ids of the headings, in the language of whoever opens the editor first: a link to
    a tab would lead nowhere in the next process.
    """

    @override
    def on_model_bound(self) -> None:
        super().on_model_bound()
        with translation.override("en"):
            _name_children(self)


def _name_children(group: PanelGroup) -> None:
    group.child_identifiers  # noqa: B018  it is kept from now on
    for child in group.children:
        if isinstance(child, PanelGroup):
            _name_children(child)


campaign_tabs = CampaignTabs(
    [
        ObjectList(MESSAGE, heading=_("Message")),
        ObjectList(STORY, heading=_("Story")),
        ObjectList(MEDIA, heading=_("Media")),
        ObjectList(CHANNELS, heading=_("Channels")),
        ObjectList(Page.promote_panels, heading=_("Promote")),
        ObjectList(Page.settings_panels, heading=_("Settings")),
    ],
    base_form_class=CampaignForm,
)
