"""Ends told with a word, before or behind it: "it's over on Sunday", "tomorrow it ends"."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from omnicontent.message.facts import Facts, Period
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.texts import Text

PARIS = ZoneInfo("Europe/Paris")
SALE = Period(
    start="2027-03-08", end=datetime(2027, 3, 14, 20, tzinfo=PARIS), time_zone="Europe/Paris"
)
"""From a Monday until Sunday evening."""
DECEMBER = Period(start="2026-12-01", end="2026-12-31", time_zone="Europe/Paris")
WEEKEND = Period(start="2026-12-05", end="2026-12-06", time_zone="Europe/Paris")
KIND = PeriodKind()


def march(day, hour=10):
    return datetime(2027, 3, day, hour, tzinfo=PARIS)


def verdicts(text, locale, period, at):
    """What is judged in a text, and how."""
    claims = KIND.claims(Text(text, locale))
    return [KIND.judge(claim, Facts(period=period), at, locale) for claim in claims]


def carried(text, locale, period, at):
    shown = Text(text, locale)
    return KIND.carried(period, shown, tuple(KIND.claims(shown)), at)


ON_FRIDAY = [
    ("en-GB", "It all wraps up Sunday"),
    ("en-GB", "Sunday's your last shot. After that, gone."),
    ("en-GB", "The code runs out on Sunday night"),
    ("en-GB", "Sunday at 8pm the offer shuts"),
    ("en-GB", "Done and dusted by 8pm Sunday"),
    ("en-GB", "You've got till Sunday 8pm, then poof"),
    ("en-GB", "This weekend's your last chance"),
    ("en-GB", "Two days left, folks"),
    ("en-GB", "Sale dies on Sunday"),
    ("en-GB", "We pull the plug on Sunday at 8"),
    ("en-GB", "Bye-bye sale: Sunday 14 March, 8pm"),
    ("en-GB", "the code stops working Sunday"),
    ("fr", "C'est terminé dimanche"),
    ("fr", "Dimanche soir, c'est plié"),
    ("fr", "Plus que ce week-end pour en profiter"),
    ("fr", "Dimanche 20h, rideau !"),
    ("fr", "L'offre ferme dimanche à 20 h"),
    ("fr", "Fin des festivités dimanche"),
    ("fr", "il vous reste jusqu'à dimanche"),
    ("fr", "Plus que 2 jours et c'est fini"),
    ("fr", "La promo se finit ce dimanche"),
    ("fr", "derniers jours : jusqu'à dimanche 20h"),
    ("fr", "Le code ne marche plus après dimanche"),
    ("de", "Am Sonntag ist Schluss"),
    ("de", "Sonntag um 20 Uhr ist alles vorbei"),
    ("de", "Nur noch bis Sonntag"),
    ("de", "Am Sonntag läuft die Aktion aus"),
    ("de", "Die Aktion läuft am Sonntag ab"),
    ("de", "Sonntagabend ist Feierabend"),
    ("de", "noch zwei Tage"),
    ("de", "Das Angebot gilt nur noch dieses Wochenende"),
    ("de", "Sonntag 20 Uhr: Klappe zu"),
    ("de", "Der Code verfällt am Sonntag"),
    ("de", "Schluss ist am Sonntag, 20 Uhr"),
    ("de", "Übermorgen ist Schluss"),
    ("es", "El domingo se acaba"),
    ("es", "Se acaba el domingo a las 20 h"),
    ("es", "La oferta cierra el domingo"),
    ("es", "Este domingo bajamos la persiana a las 20:00"),
    ("es", "Solo este fin de semana y se acabó"),
    ("es", "El domingo es el último día"),
    ("es", "Quedan dos días"),
    ("es", "Hasta este domingo"),
    ("es", "Pasado mañana se acaba"),
    ("it", "Domenica finisce tutto"),
    ("it", "L'offerta chiude domenica alle 20"),
    ("it", "Finisce domenica"),
    ("it", "Domenica è l'ultimo giorno"),
    ("it", "Mancano due giorni"),
    ("it", "Solo questo weekend e poi basta"),
    ("it", "Scade domenica alle 20:00"),
    ("it", "Dopodomani finisce"),
]
ON_SATURDAY = [
    ("en-GB", "Ends tmrw at 8!"),
    ("en-GB", "Sale closes tomorrow night"),
    ("en-GB", "You've got until tomorrow 8pm"),
    ("en-GB", "Tomorrow's the last day of the sale"),
    ("en-GB", "One more day of savings then it's over Sunday"),
    ("en-GB", "Tomorrow it's game over"),
    ("en-GB", "Sunday marks the end of the sale"),
    ("en-GB", "It all comes to an end tomorrow"),
    ("en-GB", "The clock's ticking: ends Sunday at 20:00"),
    ("fr", "Ça se termine demain soir"),
    ("fr", "C'est demain le dernier jour"),
    ("fr", "Fin de la vente demain à 20h"),
    ("fr", "Dernière chance demain"),
    ("fr", "plus que jusqu'à demain"),
    ("fr", "Demain à 20 h, tout s'arrête"),
    ("fr", "L'offre disparaît dimanche"),
    ("fr", "dimanche 14 mars, 20 h : fin de la promo"),
    ("fr", "L'offre expire dimanche soir à 20 heures"),
    ("de", "Morgen um 20 Uhr ist Schluss"),
    ("de", "Die Aktion ist morgen zu Ende"),
    ("de", "Nur noch bis morgen Abend"),
    ("de", "Morgen letzter Tag!"),
    ("de", "Letzte Chance: morgen"),
    ("de", "Nur noch heute und morgen"),
    ("de", "Das Angebot endet am morgigen Sonntag"),
    ("de", "Am Sonntag um 20:00 Uhr endet unsere Aktion"),
    ("de", "Sonntag ist der letzte Tag"),
    ("es", "Mañana se acaba la promo"),
    ("es", "Acaba mañana a las 20 h"),
    ("es", "El último día es mañana"),
    ("es", "Solo hoy y mañana"),
    ("es", "La oferta termina mañana por la noche"),
    ("es", "Última oportunidad: mañana"),
    ("it", "Domani è l'ultimo giorno"),
    ("it", "Finisce domani alle 20"),
    ("it", "Solo oggi e domani"),
    ("it", "L'offerta termina domani sera"),
    ("it", "Ultima occasione: domani"),
]
ON_SUNDAY = [
    ("en-GB", "Tonight we shut the sale down"),
    ("en-GB", "Going going gone tonight at 8"),
    ("en-GB", "Today's the day it ends"),
    ("en-GB", "Final few hours!!"),
    ("en-GB", "It ends today, 8pm sharp."),
    ("en-GB", "today, then never again"),
    ("en-GB", "Finishes 2nite"),
]
TRUE = [
    *((march(12), *row) for row in ON_FRIDAY),
    *((march(13), *row) for row in ON_SATURDAY),
    *((march(14), *row) for row in ON_SUNDAY),
]


@pytest.mark.parametrize(("at", "locale", "text"), TRUE)
def test_the_right_word_on_the_right_day_says_the_period(at, locale, text):
    assert carried(text, locale, SALE, at)
    assert set(verdicts(text, locale, SALE, at)) == {"backed"}


WRONG = [
    ("en-GB", "It all wraps up tomorrow"),
    ("en-GB", "The voucher lapses tonight"),
    ("en-GB", "Friday is the end of it"),
    ("en-GB", "Over and out on Saturday"),
    ("en-GB", "The deal dies tomorrow"),
    ("en-GB", "Sale shuts tonight at 8"),
    ("en-GB", "Gone by Friday"),
    ("en-GB", "You've got until Thursday, that's it"),
    ("en-GB", "Hurry, last few hours"),
    ("en-GB", "This is it: final day"),
    ("fr", "C'est terminé demain"),
    ("fr", "La promo s'arrête ce soir"),
    ("fr", "Vendredi, c'est fini"),
    ("fr", "Demain, tout s'arrête"),
    ("fr", "L'offre se clôture samedi"),
    ("fr", "Plus qu'aujourd'hui pour en profiter"),
    ("fr", "Dernier jour demain"),
    ("fr", "ça finit samedi"),
    ("de", "Morgen ist Schluss"),
    ("de", "Morgen endet die Aktion"),
    ("de", "Heute Abend läuft der Gutschein ab"),
    ("de", "Die Aktion schließt am Freitag"),
    ("de", "Nur noch heute!"),
    ("de", "Am Samstag ist alles vorbei"),
    ("de", "Endspurt: letzter Tag"),
    ("de", "Das Angebot ist morgen weg"),
    ("es", "Mañana se acaba"),
    ("es", "Termina esta noche"),
    ("es", "La promo se cierra el viernes"),
    ("es", "Solo por hoy"),
    ("es", "El sábado se termina todo"),
    ("es", "Caduca mañana"),
    ("it", "Domani finisce"),
    ("it", "Termina stasera"),
    ("it", "La promo si chiude venerdì"),
    ("it", "Solo per oggi"),
    ("it", "Sabato è tutto finito"),
    ("it", "Scade domani"),
    ("en-GB", "It all comes to an end tomorrow"),
    ("en-GB", "Friday marks the end of the sale"),
    ("en-GB", "Thursday is your last chance"),
    ("en-GB", "Offer must end Friday"),
    ("en-GB", "The discount disappears on Saturday"),
    ("en-GB", "Valid today only"),
    ("en-GB", "Only until tonight"),
    ("en-GB", "deal's done by Thursday"),
    ("en-GB", "The promotion will end this Friday"),
    ("fr", "Fin de la vente demain à 20h"),
    ("fr", "C'est demain le dernier jour"),
    ("fr", "L'opération prend fin ce vendredi"),
    ("fr", "Ne tardez pas, ça s'arrête jeudi"),
    ("fr", "Uniquement ce mercredi"),
    ("fr", "Valable aujourd'hui uniquement"),
    ("fr", "L'offre disparaît samedi"),
    ("fr", "Le bon expire ce soir à minuit"),
    ("de", "Die Aktion ist morgen zu Ende"),
    ("de", "Am Freitag ist der letzte Tag"),
    ("de", "Nur noch heute und morgen gültig bis Donnerstag"),
    ("de", "Gültig nur heute"),
    ("de", "Das Angebot endet diesen Freitag"),
    ("de", "Bis Samstag, dann ist Schluss"),
    ("de", "Der Rabatt gilt nur noch bis heute Abend"),
    ("es", "El último día es mañana"),
    ("es", "La oferta termina este viernes"),
    ("es", "Válido solo hoy"),
    ("es", "El viernes es el último día"),
    ("es", "Hasta mañana y ni un día más"),
    ("it", "Venerdì è l'ultimo giorno"),
    ("it", "L'offerta termina questo venerdì"),
    ("it", "Valido solo oggi"),
    ("it", "Domani è l'ultimo giorno"),
]


@pytest.mark.parametrize(("locale", "text"), WRONG)
def test_on_a_wednesday_the_same_words_are_wrong(locale, text):
    assert "contradiction" in verdicts(text, locale, SALE, march(10))
    assert not carried(text, locale, SALE, march(10))


HARMLESS = [
    ("en-GB", "Sunday lunch, anyone?"),
    ("en-GB", "The week ends on a high note"),
    ("en-GB", "The weekend is nearly here"),
    ("en-GB", "Finish your Friday in style"),
    ("en-GB", "Class ends at 7 pm on Thursday"),
    ("en-GB", "Tonight's special: squash soup"),
    ("en-GB", "Happy hour ends at 8 tonight"),
    ("en-GB", "We're shut on Mondays"),
    ("en-GB", "The story ends well tomorrow"),
    ("en-GB", "A Saturday well spent"),
    ("en-GB", "Your order ships tomorrow"),
    ("en-GB", "Friday's stock is gone already"),
    ("en-GB", "Stocks are running out"),
    ("en-GB", "Open all weekend"),
    ("fr", "Le service se termine à 22 h ce soir"),
    ("fr", "La semaine se termine en beauté"),
    ("fr", "Fermé dimanche"),
    ("fr", "Demain, on se lève tôt"),
    ("fr", "Ce soir, c'est raclette"),
    ("fr", "La séance finit à 20 h jeudi"),
    ("fr", "Vendredi, c'est poisson"),
    ("fr", "Nos boutiques ferment demain à 19 h"),
    ("fr", "Le stock s'épuise"),
    ("fr", "Dimanche à la maison"),
    ("de", "Am Sonntag haben wir zu"),
    ("de", "Heute Abend ist Musik im Laden"),
    ("de", "Die Woche geht zu Ende"),
    ("de", "Feierabend! Freitag um zwei"),
    ("de", "Der Kurs endet am Donnerstag um 19 Uhr"),
    ("de", "Heute offen bis 20 Uhr"),
    ("de", "Morgen kommt Nachschub"),
    ("de", "Schluss mit dem Montagsblues"),
    ("es", "El domingo cerramos"),
    ("es", "Esta noche hay música"),
    ("es", "La clase termina a las 19 h el jueves"),
    ("es", "Mañana más"),
    ("es", "Abrimos mañana a las 9"),
    ("it", "Domenica siamo chiusi"),
    ("it", "Stasera musica dal vivo"),
    ("it", "La lezione finisce alle 19 giovedì"),
    ("it", "A domani!"),
]


@pytest.mark.parametrize(("locale", "text"), HARMLESS)
def test_what_shops_do_every_day_ends_no_offer(locale, text):
    assert "contradiction" not in verdicts(text, locale, SALE, march(10))
    assert not carried(text, locale, SALE, march(10))


@pytest.mark.parametrize(
    ("locale", "text", "period", "at"),
    [
        ("en", "Save 20% this weekend", WEEKEND, datetime(2026, 12, 4, 10, tzinfo=PARIS)),
        ("fr", "Ce week-end : -20 %", WEEKEND, datetime(2026, 12, 4, 10, tzinfo=PARIS)),
        ("en", "This month: 30% off", DECEMBER, datetime(2026, 12, 4, 10, tzinfo=PARIS)),
        ("de", "Den ganzen Monat 30 %", DECEMBER, datetime(2026, 12, 4, 10, tzinfo=PARIS)),
        ("en", "all week in our shops", SALE, march(10)),
        ("en", "today and tomorrow", SALE, march(13)),
        ("de", "Nur noch heute und morgen", SALE, march(13)),
        ("en", "Last hours!", SALE, march(14)),
        ("fr", "Dernières heures", SALE, march(14)),
        ("en", "Only 10 hours left", SALE, march(14)),
    ],
)
def test_a_span_that_is_all_of_the_period_says_it(locale, text, period, at):
    assert carried(text, locale, period, at)
    assert set(verdicts(text, locale, period, at)) == {"backed"}


@pytest.mark.parametrize(
    ("locale", "text", "period", "at"),
    [
        ("en", "Save 20% this weekend", DECEMBER, datetime(2026, 12, 4, 10, tzinfo=PARIS)),
        ("en", "this week", DECEMBER, datetime(2026, 12, 31, 10, tzinfo=PARIS)),
        ("en", "today and tomorrow", SALE, march(10)),
        ("en", "Last hours!", SALE, march(13)),
        ("en", "Only 24 hours left", SALE, march(14)),
    ],
)
def test_a_span_that_is_some_of_it_does_not(locale, text, period, at):
    assert not carried(text, locale, period, at)
