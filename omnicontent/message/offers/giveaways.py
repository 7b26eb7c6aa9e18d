"""Whether words name the thing that a campaign gives away.

A fact says the thing in one language; a text may say it in another. Common giveaways are known in
our five languages, all other words have to be the fact's own.
"""

import unicodedata

from omnicontent.message.normalizing import fold, has_words

_SAME = (
    "coffee cafe kaffee caffe",
    "tea the tee te",
    "chocolate chocolat chocolats schokolade cioccolato cioccolatino chocolatine",
    "bag sac tasche bolsa borsa sacoche beutel",
    "mug tasse taza tazza becher",
    "book livre buch libro",
    "poster affiche plakat manifesto cartel",
    "ticket billet biglietto entrada karte",
    "drink boisson getrank bebida bevanda",
    "dessert postre dolce nachtisch nachspeise",
    "pen stylo stift boligrafo penna kugelschreiber",
    "cake gateau kuchen pastel torta",
    "bottle bouteille flasche botella bottiglia",
    "glass verre glas vaso bicchiere",
    "scarf echarpe schal bufanda sciarpa",
    "sample echantillon probe muestra campione",
    "calendar calendrier kalender calendario",
    "notebook carnet notizbuch cuaderno taccuino",
    "towel serviette handtuch toalla asciugamano",
    "plant plante pflanze planta pianta",
    "candle bougie kerze vela candela",
    "beer biere bier cerveza birra",
    "wine vin wein vino",
    "ice glace eis helado gelato",
    "toy jouet spielzeug juguete giocattolo",
    "key cle schlussel llave chiave",
)
_MEANING = {word: line for line in _SAME for word in line.split()}
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "with",
        "in",
        "un",
        "une",
        "des",
        "de",
        "du",
        "la",
        "le",
        "les",
        "en",
        "et",
        "au",
        "aux",
        "d",
        "l",
        "ein",
        "eine",
        "einen",
        "der",
        "die",
        "das",
        "mit",
        "und",
        "von",
        "el",
        "los",
        "las",
        "una",
        "y",
        "con",
        "del",
        "al",
        "il",
        "lo",
        "gli",
        "uno",
        "e",
        "di",
        "da",
        "per",
        "our",
        "your",
        "my",
        "one",
    ]
)
"""Words that name nothing."""


def names_item(words: str, around: str, item: str) -> bool:
    """Tell whether ``words`` beside "free", or the sentence around them, name the item.

    The sentence must hold all its words; the words beside "free" may be only some of them:
    "free tote" is the canvas tote.
    """
    wanted = _meanings(item)
    if not wanted:
        return has_words(around, item)
    said = _meanings(words)
    return wanted <= _meanings(around) or (bool(said) and said <= wanted)


def _meanings(words: str) -> set[str]:
    """Return what the words mean, in any number and without accents."""
    folded = unicodedata.normalize("NFD", fold(words).replace("-", " ").replace("'", " "))
    plain = "".join(sign if sign.isalnum() else " " for sign in folded if _is_base(sign))
    kept = (word for word in plain.split() if word not in _SMALL)
    return {_MEANING.get(word, _MEANING.get(word.rstrip("s"), word.rstrip("s"))) for word in kept}


def _is_base(sign: str) -> bool:
    return not unicodedata.combining(sign)
