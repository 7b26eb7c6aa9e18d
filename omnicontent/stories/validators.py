"""What a single field may hold, said in plain words."""

import re
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from PIL import ImageFont

from omnicontent.stories.files import is_new

CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{1,31}\Z")
PHONE = re.compile(r"\+?[\d ()./-]{3,}\Z")
COLOR = re.compile(r"#[0-9a-fA-F]{6}\Z")
FONT_BYTES_MAX = 20_000_000
"""Larger than any font of one style, Chinese and Japanese ones included."""
WEB_ADDRESS_WANTED = _("Enter a whole web address that starts with https:// or http://.")


def single_line(value: str) -> None:
    """Refuse line breaks: they would let a headline add lines to a mail's header.

    :raises ValidationError: ``value`` holds a line break or another control character.
    """
    if CONTROL.search(value):
        raise ValidationError(_("Write this on one line: remove the line breaks."), "line_break")


def promo_code(value: str) -> None:
    """Refuse a code that a customer could not type at a till.

    :raises ValidationError: anything but 2 to 32 letters, digits, hyphens and underscores.
    """
    if not CODE.match(value):
        raise ValidationError(
            _("Use 2 to 32 letters, digits, hyphens or underscores, such as BULBS30."), "code"
        )


def phone_number(value: str) -> None:
    """Refuse what nobody could dial.

    :raises ValidationError: anything but digits, spaces, brackets, dots, slashes, hyphens.
    """
    if not PHONE.match(value):
        raise ValidationError(_("Enter a telephone number such as +33 1 23 45 67 89."), "phone")


def mail_address(value: str) -> None:
    """Refuse what is no mail address, and those that facts can't hold.

    :raises ValidationError: no address.
    """
    EmailValidator(message=_("Enter a mail address such as garden@example.com."))(value)


def web_address(value: str) -> None:
    """Refuse anything but an http or https address.

    :raises ValidationError: another scheme, or no address at all.
    """
    URLValidator(schemes=["http", "https"], message=WEB_ADDRESS_WANTED)(value)


def hex_color(value: str) -> None:
    """Refuse anything but a color such as #1f3a5f.

    :raises ValidationError: not a number sign and six hexadecimal digits.
    """
    if not COLOR.match(value):
        raise ValidationError(_("Enter a color such as #1f3a5f."), "color")


def font_file(file: FieldFile) -> None:
    """Refuse a new file that words can't be drawn with.

    :raises ValidationError: too large, no font, or one without letters.
    """
    if not is_new(file):
        return
    if file.size > FONT_BYTES_MAX:
        raise ValidationError(
            _("The font file is larger than 20 MB. Take one style alone."), "font"
        )
    data = file.read()
    file.seek(0)
    try:
        width = ImageFont.truetype(BytesIO(data), 20).getlength("Aa")
    except (OSError, ValueError) as error:
        raise ValidationError(
            _("This is no font file: take a .ttf or .otf file."), "font"
        ) from error
    if not width:
        raise ValidationError(_("This font has no letters."), "font")
