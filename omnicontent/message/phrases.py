"""The words around a fact, by language. Numbers, dates and currencies are Babel's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """How one language says the facts; a ``short_date`` with "/" is a pattern, else a skeleton."""

    instead: str = "{new} ({old})"
    off: str = "-{amount}"
    free: str = "{item}: 0"
    """The item stands behind a word that needs no agreement with it."""
    free_short: str = "{item}: 0"
    n_for_m: str = "{get} = {pay}"
    until: str = "→ {end}"
    through: str = "→ {end}"
    """For a last whole day: nobody may read it as the day before."""
    since: str = "{start} →"
    span: str = "{start} – {end}"
    span_through: str = "{start} – {end}"
    one_day: str = "{end}"
    moment: str = "{date}, {time}"
    short_date: str = "yMd"
    code: str = "{code}"
    call: str = "{verb}: {url}"
    first_of_month: str = "1"
    contractions: tuple[tuple[str, str], ...] = ()
    """Words as they are joined and how they are said: Italian says "all'8", not "al 8"."""
    whole_hour: str = ""
    """Babel's pattern for ``9 h`` ..."""
    clock: str = ""
    """... and for ``9 h 30``, in opening hours; the locale's short time without them."""


SYMBOLS = Phrases()
"""For a language without an entry: signs and numbers only, never words of another language."""

ENGLISH = Phrases(
    instead="{new} instead of {old}",
    off="{amount} off",
    free="free gift: {item}",
    free_short="free: {item}",
    n_for_m="{get} for {pay}",
    until="until {end}",
    through="through {end}",
    since="from {start}",
    span="from {start} until {end}",
    span_through="from {start} through {end}",
    one_day="on {end}",
    moment="{date} at {time}",
    short_date="MMMd",
    code="Code {code}",
)

FRENCH = Phrases(
    instead="{new} au lieu de {old}",
    off="{amount} de réduction",
    free="en cadeau\u00a0: {item}",
    free_short="cadeau\u00a0: {item}",
    n_for_m="{get} pour {pay}",
    until="jusqu'au {end}",
    through="jusqu'au {end} inclus",
    since="à partir du {start}",
    span="du {start} au {end}",
    span_through="du {start} au {end} inclus",
    one_day="le {end}",
    moment="{date} à {time}",
    short_date="dd/MM",
    code="Code {code}",
    call="{verb}\u00a0: {url}",
    first_of_month="1er",
    whole_hour="H\u00a0'h'",
    clock="H\u00a0'h'\u00a0mm",
)

GERMAN = Phrases(
    instead="{new} statt {old}",
    off="{amount} Rabatt",
    free="gratis dazu: {item}",
    free_short="gratis: {item}",
    n_for_m="{get} für {pay}",
    code="Code {code}",
    until="bis {end}",
    through="bis einschließlich {end}",
    since="ab {start}",
    span="vom {start} bis {end}",
    span_through="vom {start} bis einschließlich {end}",
    one_day="am {end}",
    moment="{date}, {time} Uhr",
    short_date="Md",
)

SPANISH = Phrases(
    instead="{new} en lugar de {old}",
    off="{amount} de descuento",
    free="de regalo: {item}",
    free_short="regalo: {item}",
    n_for_m="{get} por {pay}",
    code="Código {code}",
    until="hasta el {end}",
    through="hasta el {end} inclusive",
    since="a partir del {start}",
    span="del {start} al {end}",
    span_through="del {start} al {end} inclusive",
    one_day="el {end}",
    short_date="MMMd",
)

ITALIAN = Phrases(
    instead="{new} invece di {old}",
    off="{amount} di sconto",
    free="in omaggio: {item}",
    free_short="omaggio: {item}",
    n_for_m="{get} al prezzo di {pay}",
    code="Codice {code}",
    until="fino al {end}",
    through="fino al {end} incluso",
    since="dal {start}",
    span="dal {start} al {end}",
    span_through="dal {start} al {end} incluso",
    one_day="il {end}",
    moment="{date}, ore {time}",
    short_date="MMMd",
    first_of_month="1º",
    contractions=(
        ("al 8 ", "all'8 "),
        ("al 11 ", "all'11 "),
        ("il 8 ", "l'8 "),
        ("il 11 ", "l'11 "),
    ),
)

_BY_LANGUAGE = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH, "it": ITALIAN}


def phrases_for(locale: str) -> Phrases:
    """Return the words of the locale's language, or signs only."""
    return _BY_LANGUAGE.get(locale.split("-")[0], SYMBOLS)
