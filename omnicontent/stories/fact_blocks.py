"""Facts that come in lists: hours, further places, products, facts of installed kinds."""

from typing import Any, override

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from omnicontent.phrases import words_of
from omnicontent.stories.choices import fact_kind_choices, weekday_choices
from omnicontent.stories.errors import StoryError
from omnicontent.stories.plug_in_facts import read_fact
from omnicontent.stories.validators import single_line
from omnicontent.stories.wording import in_words


class HoursBlock(blocks.StructBlock):
    """Some days of the week on which a place opens and closes at the same time."""

    first = blocks.ChoiceBlock(label=pgettext_lazy("days", "From"), choices=weekday_choices)
    last = blocks.ChoiceBlock(
        label=pgettext_lazy("days", "Through"),
        choices=weekday_choices,
        required=False,
        help_text=_("Leave this empty for a single day."),
    )
    opens = blocks.TimeBlock(label=_("Opens"))
    closes = blocks.TimeBlock(label=_("Closes"))

    class Meta:
        icon = "time"
        label = _("Hours")


class HoursStreamBlock(blocks.StreamBlock):
    """The opening hours of one place."""

    hours = HoursBlock()


class PlaceBlock(blocks.StructBlock):
    """One more place of the same campaign."""

    name = blocks.CharBlock(label=_("Place"), max_length=120, validators=[single_line])
    address = blocks.CharBlock(
        label=_("Address"), required=False, max_length=200, validators=[single_line]
    )
    hours = blocks.ListBlock(HoursBlock(), label=_("Opening hours"), default=[])

    class Meta:
        icon = "site"
        label = _("Place")


class PlacesStreamBlock(blocks.StreamBlock):
    """All places behind the first."""

    place = PlaceBlock()


class ProductBlock(blocks.StructBlock):
    """One thing on sale."""

    name = blocks.CharBlock(label=_("Name"), max_length=120, validators=[single_line])
    reference = blocks.CharBlock(
        label=_("Reference"),
        required=False,
        max_length=60,
        validators=[single_line],
        help_text=_("Its number in your shop: campaigns for the same product are compared."),
    )

    class Meta:
        icon = "tag"
        label = _("Product")


class ProductsStreamBlock(blocks.StreamBlock):
    """What the campaign is about."""

    product = ProductBlock()

    class Meta:
        max_num = 50


class DetailBlock(blocks.StructBlock):
    """One field of a fact, by name."""

    name = blocks.CharBlock(label=_("Name"), max_length=60, validators=[single_line])
    value = blocks.TextBlock(label=_("Value"), max_length=1000, rows=1)


class FactBlock(blocks.StructBlock):
    """A fact whose kind an installed package brings; the kind itself reads the details."""

    kind = blocks.ChoiceBlock(label=_("Kind of fact"), choices=fact_kind_choices)
    details = blocks.ListBlock(DetailBlock(), label=_("Details"))

    class Meta:
        icon = "list-ul"
        label = _("Fact")

    @override
    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if value["kind"] and not self.is_deferred_validation:
            try:
                read_fact(value)
            except StoryError as error:
                raise StructBlockValidationError(
                    {"details": ValidationError(in_words(words_of(error)))}
                ) from error
        return value


class FactsStreamBlock(blocks.StreamBlock):
    """All facts of installed kinds, one a kind."""

    fact = FactBlock()

    @override
    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        kinds = [child.value["kind"] for child in value]
        message = _("This kind of fact is there twice: keep one.")
        twice = {
            number: StructBlockValidationError({"kind": ValidationError(message)})
            for number, kind in enumerate(kinds)
            if kind and kind in kinds[:number]
        }
        if twice:
            raise StreamBlockValidationError(block_errors=twice)
        return value
