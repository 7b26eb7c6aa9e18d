"""Words that a message needs besides the story's: how to stop it, and that it is withdrawn.

By language, English where we have none: a law that asks for a way out asks for it in words.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StockWords:
    """What one language says."""

    open: str
    """On a button, where the verb of the call to action has no room."""
    stop: str
    """On a button that ends these messages."""
    tap_stop: str
    """Points at that button."""
    reply_stop: str
    """Of a sender that takes answers; in letters of an SMS that cost one."""
    visit: str
    """Of a sender that takes none: where to stop these messages."""
    withdrawn: str
    """In place of a message that no longer holds; repeats nothing of it."""


_ENGLISH = StockWords(
    open="Open",
    stop="Stop promotions",
    tap_stop="Not interested? Tap {stop}",
    reply_stop="Reply STOP to opt out.",
    visit="Opt out: {url}",
    withdrawn="{brand} has withdrawn its last message. Please disregard it.",
)
_BY_LANGUAGE = {
    "en": _ENGLISH,
    "fr": StockWords(
        open="Ouvrir",
        stop="Ne plus recevoir",
        tap_stop="Pas intéressé\u00a0? Touchez «\u00a0{stop}\u00a0»",
        reply_stop="STOP pour ne plus recevoir de SMS.",
        visit="Désinscription\u00a0: {url}",
        withdrawn="{brand} a retiré son dernier message. Merci de ne pas en tenir compte.",
    ),
    "de": StockWords(
        open="Öffnen",
        stop="Werbung stoppen",
        tap_stop="Kein Interesse? Auf „{stop}“ tippen",
        reply_stop="Abmelden: STOP antworten.",
        visit="Abmelden: {url}",
        withdrawn="{brand} hat die letzte Nachricht zurückgezogen. Bitte nicht mehr beachten.",
    ),
    "es": StockWords(
        open="Abrir",
        stop="Dejar de recibir",
        tap_stop="¿No le interesa? Toque «{stop}»",
        reply_stop="Baja: responda STOP.",
        visit="Baja: {url}",
        withdrawn="{brand} ha retirado su último mensaje. No lo tenga en cuenta.",
    ),
    "it": StockWords(
        open="Apri",
        stop="Stop promozioni",
        tap_stop="Non interessa? Tocca «{stop}»",
        reply_stop="Per non ricevere altri SMS rispondi STOP.",
        visit="Per non ricevere altri SMS: {url}",
        withdrawn="{brand} ha ritirato il suo ultimo messaggio. Non tenerne conto.",
    ),
    "nl": StockWords(
        open="Openen",
        stop="Stop berichten",
        tap_stop="Geen interesse? Tik op ‘{stop}’",
        reply_stop="Afmelden? Antwoord STOP.",
        visit="Afmelden: {url}",
        withdrawn="{brand} heeft het laatste bericht ingetrokken. Het geldt niet meer.",
    ),
    "pt": StockWords(
        open="Abrir",
        stop="Parar promoções",
        tap_stop="Sem interesse? Toque em «{stop}»",
        reply_stop="Para cancelar responda STOP.",
        visit="Cancelar: {url}",
        withdrawn="{brand} retirou a sua última mensagem. Não a tenha em conta.",
    ),
}


def stock_words(language: str) -> StockWords:
    """Return the words of a language, English ones where there are none."""
    return _BY_LANGUAGE.get(language, _ENGLISH)
