"""Who speaks: one brand a site."""

from typing import Any, override

from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from omnicontent.media.recipes import Fonts
from omnicontent.stories.files import is_new
from omnicontent.stories.fonts import keep_font
from omnicontent.stories.validators import font_file, hex_color, single_line, web_address


def _font(label: Any, help_text: Any) -> models.FileField:
    return models.FileField(
        label,
        upload_to="fonts",
        blank=True,
        validators=[FileExtensionValidator(["ttf", "otf"]), font_file],
        help_text=help_text,
    )


@register_setting(icon="tag")
class BrandSettings(BaseSiteSetting):
    """The name, colors, fonts and legal address that every campaign of the site carries."""

    name = models.CharField(
        _("name"), max_length=120, default="OmniContent", validators=[single_line]
    )
    color = models.CharField(
        _("color"),
        max_length=7,
        default="#1f3a5f",
        validators=[hex_color],
        help_text=_("Six hexadecimal digits behind a number sign, such as #1f3a5f."),
    )
    heading_font = _font(
        _("font of headings"),
        _("A .ttf or .otf file for words in pictures, films and print. Empty is Source Sans."),
    )
    text_font = _font(_("font of text"), _("For smaller words. Empty takes Source Sans."))
    heading_font_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    text_font_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    postal_address = models.CharField(
        _("postal address"),
        max_length=300,
        blank=True,
        validators=[single_line],
        help_text=_("Stands at the foot of every e-mail; the law of many countries asks for it."),
    )
    unsubscribe_url = models.URLField(
        _("unsubscribe address"),
        max_length=500,
        blank=True,
        validators=[web_address],
        help_text=_("Where a reader leaves the mailing list."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("color"),
        FieldPanel("heading_font"),
        FieldPanel("text_font"),
        FieldPanel("postal_address"),
        FieldPanel("unsubscribe_url"),
    ]

    class Meta:
        verbose_name = _("brand")

    @property
    def fonts(self) -> Fonts:
        """The fonts by their digests."""
        return Fonts(heading=self.heading_font_sha256, text=self.text_font_sha256)

    @override
    def save(self, *args: Any, **kwargs: Any) -> None:
        for name in ("heading_font", "text_font"):
            file: FieldFile = getattr(self, name)
            if is_new(file) or not file:
                setattr(self, f"{name}_sha256", keep_font(file))
        super().save(*args, **kwargs)

    @override
    def __str__(self) -> str:
        return self.name
