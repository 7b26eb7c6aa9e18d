"""The languages of WhatsApp's templates, which it names in its own way.

https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages
Some it knows only by country. Of those that it knows both ways, the countries whose words differ
most are told apart; all others go by language alone.
"""

import re

_KNOWN = re.compile(
    r"af|ar|az|be_BY|bg|bn|ca|cs|da|de|el|en(_GB|_US)?|es(_AR|_ES|_MX)?|et|fa|fi|fil|fr|ga|gu|ha|he|"
    r"hi|hr|hu|id|it|ja|ka|kk|kn|ko|ky_KG|lo|lt|lv|mk|ml|mr|ms|nb|nl|pa|pl|prs_AF|ps_AF|pt_BR|pt_PT|"
    r"ro|ru|rw_RW|si_LK|sk|sl|sq|sr|sv|sw|ta|te|th|tr|uk|ur|uz|vi|zh_CN|zh_HK|zh_TW|zu"
)
_OTHERWISE = {
    "be": "be_BY",
    "iw": "he",
    "ky": "ky_KG",
    "no": "nb",
    "prs": "prs_AF",
    "ps": "ps_AF",
    "pt": "pt_PT",
    "rw": "rw_RW",
    "si": "si_LK",
    "zh": "zh_CN",
    "zh-Hant": "zh_TW",
    "zh-Hant-HK": "zh_HK",
    "zh-MO": "zh_HK",
}
"""Languages that WhatsApp calls otherwise; older names and scripts, too."""


def template_language(locale: str) -> str:
    """Return WhatsApp's name for a locale: ``pt_BR``, but ``fr`` for every French.

    One that it does not know keeps the name of its language.
    """
    regional = locale.replace("-", "_")
    if is_known(regional):
        return regional
    subtags = locale.split("-")
    starts = ("-".join(subtags[:count]) for count in range(len(subtags), 0, -1))
    return next((_OTHERWISE[start] for start in starts if start in _OTHERWISE), subtags[0])


def is_known(language: str) -> bool:
    """Tell whether WhatsApp has templates in what it would call ``language``."""
    return _KNOWN.fullmatch(language) is not None
