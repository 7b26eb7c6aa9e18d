"""The words of time in Italian."""

from omnicontent.message.period.values import BLACK_FRIDAY, CYBER_MONDAY
from omnicontent.message.period.vocabulary import Vocabulary, days_called

_DAYS = (
    "primo due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitré ventiquattro "
    "venticinque ventisei ventisette ventotto ventinove trenta trentuno"
)

ITALIAN = Vocabulary(
    until=(
        r"(?:fino|sino)(?: a| ad| al| all'| alle| alla)?|scadenza|"
        r"fine (?:della |dell'|del |dei )?(?:promo\w*|offert[ae]|vendit[ae]|saldi)|data di fine|"
        r"ultimo giorno|ci fermiamo|si ferma|al più tardi|(?<!-)->"
    ),
    until_date=r"entro(?: e non oltre)?|al|all'|chiude|prorogat[oa]",
    ends=(
        r"terminan?o?|terminerà|scadono|scade|scadrà|finisc(?:e|ono)|finirà|"
        r"si conclud(?:e|ono)|cessa|spar(?:isce|iscono)|svanisce|volge al termine|"
        r"(?:è|sono|sarà|e') (?:tutto )?(?:finit[oaie]|conclus[oaie]|terminat[oaie]|la fine)|"
        r"segna(?:no)? la fine|va in archivio"
    ),
    after="dopo",
    this="questo",
    closes=r"(?:si )?chiud(?:e|ono)|chiudiamo|chiuderà",
    offers=(
        r"offert[ae]|vendit[ae]|promo|promozion[ei]|sconti?|sald[io]|codic[ei]|buon[oi]|campagna|"
        r"concorso|iscrizion[ei]|prenotazion[ei]|prevendita|prezzo|pass"
    ),
    subjects=r"tutto|questo|e|poi|che|si|nostr[aoei]|tu[ao]|ci|quando|anche",
    by=r"prima (?:del|dell'|di)",
    since=(
        r"dal|dall'|da|dalla|a partire (?:dal|dall'|da)|inizi(?:a|ano)|cominci(?:a|ano)|parte|"
        r"avvio"
    ),
    filler=(
        r"il|lo|la|le|l'|i|gli|al|all'|giorno|di|del|dell'|questo|questa|è|prossimo|incluso|"
        r"compreso|ore|offert[ae]|promozion[ei]|saldi|vendita|solo"
    ),
    to=r"-|->|al|all'|a|ad|fino al|fino all'|fino a",
    between="tra|fra",
    both="e|ed|&|o",
    on="il|l'|del|dell'|dal|dall'|al|all'|questo",
    closing=r"inclus[oi]|compres[oi]|(?:è )?(?:la )?(?:data di )?scadenza",
    only=(
        r"(?<!non )solo(?: per)?|soltanto(?: per)?|ancora solo|solamente|unicamente|"
        r"(?:è )?(?:l'|la tua )?ultima (?:occasione|possibilità)"
    ),
    of="di|del",
    ordinal=r"[º°]|o|mo",
    at=r"alle(?: ore)?|ore|fino alle|entro le|dalle|all'",
    end_of=r"(?:l')?ultimo giorno (?:di|del mese di)|(?:la )?fine(?: del mese)?(?: di)?",
    early_of=(
        r"(?:l'|all')?inizio(?: di)?|(?:ai |i )?primi (?:giorni )?di|"
        r"(?:la )?prima settimana di"
    ),
    middle_of="metà(?: di)?",
    all_of=(
        r"(?:per |durante )?(?:tutto(?: il mese di)?|l'intero mese di|l'intero)|"
        r"(?:per|durante) il mese di"
    ),
    day_part=" sera",
    all_behind="intero|per intero",
    valid="valid[oaie]|vale",
    until_word="entro(?: e non oltre)?",
    within="a|in|nel mese di|per",
    year_end=r"(?:la )?fine (?:dell')?anno",
    bare_day=(
        r"(?:fino a|entro|prima di)(?= (?:\w+di|sabato|domenica) )|"
        r"fino al|fino all'|entro il|entro l'|scade il|termina il|finisce il|dal|prima del"
    ),
    follows=r"alle|incluso|compreso|del mese|di questo mese|solo|per|in|e|con|su|-",
    next_week="prossim[oa]",
    midnight="(?:la )?mezzanotte",
    noon="mezzogiorno",
    opening=(
        r"apert[oaie]|apertura|apre|orari|orario|tutti i giorni|ogni giorno|cucina|colazione|"
        r"pranzo|cena|brunch|happy hour|aperitivo|telefono|tel|assistenza|servizio|"
        r"consegn\w+|rispost\w+|rispond\w+|arriv\w+|"
        r"spedizion\w+|negozi\w*|chiude|concerto|festa|spettacolo|film|laboratorio|ritiro"
    ),
    notes=(
        r"aggiornat[oa]|pubblicat[oa]|modificat[oa]|nat[oa]|fondat[oa]|datat[oa]|via|piazza|"
        r"corso|viale"
    ),
    afterwards=r"torn\w+|prezzo pieno|prezzo normale|aument\w+|di nuovo|troppo tardi",
    dearer=(
        r"(?:prezzi|prezzo) (?:torna|tornano|aumenta|aumentano|sale|salgono)|"
        r"(?:aumentano|salgono) i prezzi|(?:si )?torna (?:al|il) prezzo (?:pieno|normale|intero)"
    ),
    months={"set": 9, "sett": 9, "sept": 9},
    day_words=days_called(_DAYS),
    numbers=(
        "un|uno|una",
        "due",
        "tre",
        "quattro",
        "cinque",
        "sei",
        "sette",
        "otto",
        "nove",
        "dieci",
    ),
    holidays=(
        (r"vigilia(?: di natale)?", ((24, 12),)),
        (r"giorno di natale", ((25, 12),)),
        (r"santo stefano", ((26, 12),)),
        (r"san silvestro|vigilia di capodanno", ((31, 12),)),
        (r"befana|epifania", ((6, 1),)),
        (r"san valentino", ((14, 2),)),
        (r"halloween", ((31, 10),)),
        (r"natale", ((24, 12), (25, 12))),
        (r"capodanno", ((31, 12), (1, 1))),
    ),
    shopping_days=(
        (r"black[- ]?friday|venerdì nero", BLACK_FRIDAY),
        (r"cyber[- ]?monday", CYBER_MONDAY),
    ),
    words={
        "tonight": r"stasera|questa sera|stanotte",
        "today": r"oggi",
        "day_after_tomorrow": r"dopodomani(?: sera)?",
        "tomorrow": r"domani(?: sera)?",
        "weekend": (
            r"(?:tutto )?questo (?:week-?end|fine settimana)|"
            r"tutto il (?:week-?end|fine settimana)"
        ),
        "whole_week": r"tutta (?:la|questa) settimana",
        "week": r"questa settimana|fine (?:della )?settimana",
        "month_end": r"(?:la )?fine (?:del )?mese",
        "whole_month": r"tutto (?:il|questo) mese(?! di)",
        "month": r"questo mese",
        "last_day": r"ultimo giorno",
        "last_days": r"ultimi giorni|ultima settimana",
        "last_hours": r"ultime ore",
        "last_weekend": r"ultimo (?:week-?end|fine settimana)",
        "days_left": (
            r"(?:mancano|manca|ancora|restano|resta|rimangono)(?: solo| ancora)? # giorn[oi]"
            r"(?! (?:a|al) )|# giorni rimasti"
        ),
        "hours_left": (
            r"(?:mancano|ancora|restano|rimangono)(?: solo| ancora)? # or[ae](?! (?:a|al) )"
        ),
        "weeks_left": r"(?:mancano|ancora|restano|rimangono)(?: solo| ancora)? # settiman[ae]",
        "in_days": r"(?:tra|fra) # giorn[oi]",
        "in_hours": r"(?:tra|fra) # or[ae]",
    },
)
