"""The blocks of a story's body, and the editor's own words for a channel."""

from typing import Any, override

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import VideoChooserBlock

from omnicontent.channels.errors import UnknownChannelError
from omnicontent.channels.registry import get_channel
from omnicontent.channels.spec import ChannelSpec
from omnicontent.phrases import words_of
from omnicontent.stories.choices import (
    channel_choices,
    form_choices,
    formed_channel_choices,
    part_choices,
)
from omnicontent.stories.comparing import OwnWordsComparison
from omnicontent.stories.validators import single_line, web_address
from omnicontent.stories.wording import channel_label, form_label, in_words, part_label

RICH_TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class PictureBlock(blocks.StructBlock):
    """A picture with what it shows in words."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        max_length=300,
        validators=[single_line],
        help_text=_("What the picture shows, for people who can't see it."),
    )
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=300, validators=[single_line]
    )

    class Meta:
        icon = "image"
        label = _("Picture")


class FilmBlock(blocks.StructBlock):
    """A film of the media library."""

    video = VideoChooserBlock(label=_("Film"))
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=300, validators=[single_line]
    )

    class Meta:
        icon = "media"
        label = _("Film")


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=pgettext_lazy("block", "Words"), max_length=600, rows=3)
    attribution = blocks.CharBlock(
        label=_("Who says so"), required=False, max_length=120, validators=[single_line]
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")


class EmbedBlock(blocks.StructBlock):
    """Something that lives elsewhere; channels show a link, nothing is fetched."""

    url = blocks.URLBlock(label=_("Address"), max_length=500, validators=[web_address])
    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=200, validators=[single_line]
    )

    class Meta:
        icon = "link"
        label = _("Embed")


class OfferBlock(blocks.StructBlock):
    """The place where the facts of the Message tab are said."""

    intro = blocks.CharBlock(
        label=_("Lead-in"),
        required=False,
        max_length=200,
        validators=[single_line],
        help_text=_("The facts themselves come from the Message tab."),
    )

    class Meta:
        icon = "tag"
        label = _("Offer box")


class BodyBlock(blocks.StreamBlock):
    """The body of a story."""

    heading = blocks.CharBlock(
        label=_("Heading"), icon="title", max_length=200, validators=[single_line]
    )
    paragraph = blocks.RichTextBlock(
        label=_("Paragraph"), icon="pilcrow", features=RICH_TEXT_FEATURES
    )
    picture = PictureBlock()
    film = FilmBlock()
    quote = QuoteBlock()
    list = blocks.ListBlock(
        blocks.CharBlock(label=_("Point"), max_length=300, validators=[single_line]),
        label=_("List"),
        icon="list-ul",
    )
    embed = EmbedBlock()
    offer = OfferBlock()


class OwnWordsBlock(blocks.StructBlock):
    """An editor's own words for one part of one channel.

    What they replaced is the server's to write: :mod:`omnicontent.stories.own_words`.
    """

    channel = blocks.ChoiceBlock(label=_("Channel"), choices=channel_choices)
    part = blocks.ChoiceBlock(label=_("Part"), choices=part_choices)
    text = blocks.TextBlock(
        label=pgettext_lazy("block", "Words"),
        rows=3,
        help_text=_("Facts must stay as on the Message tab: a release checks them."),
    )
    replaced = blocks.CharBlock(label=_("Digest of replaced words"), required=False, default="")
    replaced_words = blocks.TextBlock(label=_("Replaced words"), required=False, default="")

    class Meta:
        icon = "edit"
        form_layout = ["channel", "part", "text"]
        label = _("Own words")

    def get_comparison_class(self) -> type[OwnWordsComparison]:
        """Return how two revisions of such words are compared."""
        return OwnWordsComparison

    @override
    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if value["channel"] and value["part"]:
            check_place(value["channel"], value["part"])
        return value


class FormBlock(blocks.StructBlock):
    """The shape that one channel gives the story: a thread in place of a post."""

    channel = blocks.ChoiceBlock(label=_("Channel"), choices=formed_channel_choices)
    form = blocks.ChoiceBlock(label=_("Form"), choices=form_choices)

    class Meta:
        icon = "form"
        label = _("Form")

    @override
    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if value["channel"] and value["form"]:
            check_form(value["channel"], value["form"])
        return value


def check_place(slug: str, part: str) -> None:
    """Refuse words for a channel that is not installed or a part that it does not have.

    :raises StructBlockValidationError: naming the parts that can be worded.
    """
    spec = _spec(slug)
    wordable = {p.name: part_label(p) for p in spec.parts if p.overridable}
    if part not in wordable:
        message = _("%(channel)s has no such part. Choose one of: %(parts)s.") % {
            "channel": channel_label(spec),
            "parts": ", ".join(wordable.values()),
        }
        raise StructBlockValidationError({"part": ValidationError(message)})


def check_form(slug: str, form: str) -> None:
    """Refuse a form that the channel does not have.

    :raises StructBlockValidationError: naming the forms that it has.
    """
    spec = _spec(slug)
    if form not in spec.forms:
        message = _("%(channel)s has no such form. Choose one of: %(forms)s.")
        values = {"channel": spec.name, "forms": ", ".join(map(form_label, spec.forms))}
        raise StructBlockValidationError({"form": ValidationError(message % values)})


def _spec(slug: str) -> ChannelSpec:
    try:
        return get_channel(slug).spec
    except UnknownChannelError as error:
        message = in_words(words_of(error))
        raise StructBlockValidationError({"channel": ValidationError(message)}) from error


class OwnWordsStreamBlock(blocks.StreamBlock):
    """All own words of a campaign, and the forms that it asks for."""

    words = OwnWordsBlock()
    form = FormBlock()

    @override
    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        places = [
            (child.value["channel"], child.value.get("part", child.block_type)) for child in value
        ]
        twice = {
            number: _said_twice(value[number].block_type)
            for number, place in enumerate(places)
            if all(place) and place in places[:number]
        }
        if twice:
            raise StreamBlockValidationError(block_errors=twice)
        return value


def _said_twice(block_type: str) -> StructBlockValidationError:
    if block_type == "form":
        message = _("This channel has two forms: keep one.")
        return StructBlockValidationError({"form": ValidationError(message)})
    message = _("This part is worded twice: keep one.")
    return StructBlockValidationError({"part": ValidationError(message)})
