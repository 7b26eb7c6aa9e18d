"""The words of time in German."""

from omnicontent.message.period.values import BLACK_FRIDAY, CYBER_MONDAY
from omnicontent.message.period.vocabulary import Vocabulary, days_called

_STEMS = (
    "erst zweit dritt viert fünft sechst siebt|siebent acht neunt zehnt elft zwölft dreizehnt "
    "vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst "
    "zweiundzwanzigst dreiundzwanzigst vierundzwanzigst fünfundzwanzigst sechsundzwanzigst "
    "siebenundzwanzigst achtundzwanzigst neunundzwanzigst dreißigst|dreissigst "
    "einunddreißigst|einunddreissigst"
)
_DAYS = {
    stem + ending: day for stem, day in days_called(_STEMS).items() for ending in ("e", "en", "er")
}

GERMAN = Vocabulary(
    until=(
        r"bis|(?<!ohne )ende|ablaufdatum|spätestens|"
        r"einsendeschluss|annahmeschluss|schluss|letzter tag|frist|gültigkeitsende|(?<!-)->"
    ),
    until_date="stichtag|schließt",
    ends=(
        r"endet|enden|endend|endete|verfällt|verfallen|erlischt|abläuft|ausläuft|"
        r"(?:läuft|laufen)(?: \w+){0,3} (?:ab|aus)|"
        r"(?:geht|gehen)(?: \w+){0,3} (?:zu ende|flöten)|"
        r"(?:ist|sind|wars|war's|wäre|heißt es)(?: es| alles| \w+ \w+){0,2} (?:nun |dann |"
        r"leider |auch )?(?:schluss|vorbei|ende|zu ende|aus und vorbei|rum|finito|ende gelände|"
        r"weg|geschichte)|zu ende|schluss|klappe zu|mach(?:t|en)(?: \w+){0,2} schluss|"
        r"hör(?:t|en)(?: \w+){0,2} auf|(?:markiert|bedeutet) das ende"
    ),
    after="nach(?: dem)?",
    this="diesen|am",
    split=r"läuft|laufen|ist|geht|gehen",
    split_end=r"ab|aus|weg|futsch|passé|vorbei|zu ende",
    closes=r"schließt|schließen|macht zu|zumacht",
    offers=(
        r"aktion(?:en)?|angebote?|"
        r"\w+(?:aktion|angebot|verkauf|rabatt|preis|phase|woche|anmeldung)|sale|rabatt|code|"
        r"gutscheine?|verkauf|preis|deal|anmeldung|kampagne|gewinnspiel|vorverkauf|pass"
    ),
    subjects=(
        r"es|alles|wir|und|dann|unsere?|eure?|ihre?|dieser?|leider|auch|schon|ist|sind|geht|läuft"
    ),
    by="vor",
    since="ab|vom?|seit|startet|starten|beginnt|beginnen|start|beginn",
    filler=(
        r"zum|am|um|der|die|das|dem|den|des|ist|diesen|diesem|kommenden|einschlie(?:ß|ss)lich|"
        r"inklusive|inkl\.?|und mit|aktion|angebots?|verkaufs?|nur|noch|schon|heutigen|morgigen"
    ),
    to=r"-|->|bis|bis zum|bis einschlie(?:ß|ss)lich|bis inklusive",
    between="zwischen",
    both="und|&|oder",
    on="am|vom|der|den|dem|zum",
    closing=r"ist (?:der )?(?:stichtag|schluss)|inklusive|einschlie(?:ß|ss)lich",
    only=(
        r"(?<!nicht )nur(?: noch)?|bloß(?: noch)?|ausschlie(?:ß|ss)lich|"
        r"(?:die |ihre |deine )?letzte chance"
    ),
    of="(?!)",
    ordinal=r"\.|ten|sten|te",
    at="um|bis|ab|bis um|gegen",
    end_of="ende(?: des monats)?|(?:zum |am )?letzten tag (?:im|des)",
    early_of=r"(?:zum )?(?:anfang|beginn)(?: des monats)?|(?:der |zur )?ersten? woche im",
    middle_of="mitte(?: des monats)?",
    all_of=(
        r"(?:im |den |der )?(?:ganzen?|gesamten?|kompletten?|vollen?)(?: monat)?|ganz|"
        r"(?:während|über) (?:des|den) (?:ganzen|gesamten)(?: monats?)?"
    ),
    through=r"einschlie(?:ß|ss)lich|einschl\.?|inklusive|inkl\.?",
    day_part="abend|nacht|mittag|nachmittag| (?:abend|nacht|mittag)",
    all_behind=r"(?:hindurch|lang|über|komplett)",
    valid="gültig|gilt",
    within="im|im monat|für den",
    year_end=r"jahresende|ende des jahres|(?:zum )?jahresende",
    bare_day=r"bis(?: zum| einschlie(?:ß|ss)lich)?|endet am|spätestens am|vor dem|ab dem",
    bare_ordinal=True,
    follows=r"um|des monats|dieses monats|inklusive|und|mit|in|im|auf|für|-",
    next_week="nächsten",
    midnight="mitternacht",
    noon="mittags?|12 uhr mittags",
    opening=(
        r"geöffnet|offen|öffnungszeiten|öffnet|täglich|jeden tag|werktags|küche|frühstück|"
        r"mittagstisch|abendessen|brunch|happy hour|hotline|telefon(?:isch)?|tel|service|"
        r"liefer\w*|"
        r"versand\w*|erreichbar|konzert|party|vorstellung|film|kurs|workshop|laden|filialen?|"
        r"geschlossen|schließt|abholung"
    ),
    notes=r"stand|aktualisiert|veröffentlicht|geändert|geboren|gegründet|datiert|straße|platz",
    afterwards=r"wieder|regulär\w*|normalpreis|teurer|zu spät|voller preis",
    dearer=(
        r"(?:gilt |gelten )?wieder (?:zum |der )?(?:normalpreis|vollen preis|volle preis|"
        r"regulär\w*)|preise? (?:steigt|steigen|ziehen an)|"
        r"(?:steigt|steigen) (?:der|die) preise?|wird es teurer|wird's teurer"
    ),
    months={"mrz": 3, "maerz": 3, "janner": 1, "jaenner": 1, "sept": 9},
    day_words=_DAYS,
    numbers=(
        "ein|einen|eine",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
    ),
    holidays=(
        (r"heiligabend|heiligen abend|heilig abend", ((24, 12),)),
        (r"(?:ersten |1\. )weihnachtsfeiertag|weihnachtstag", ((25, 12),)),
        (r"silvester(?:abend)?|sylvester", ((31, 12),)),
        (r"neujahr(?:stag)?", ((1, 1),)),
        (r"valentinstag", ((14, 2),)),
        (r"halloween", ((31, 10),)),
        (r"weihnachten", ((24, 12), (25, 12))),
        (r"jahreswechsel", ((31, 12), (1, 1))),
    ),
    shopping_days=(
        (r"black[- ]?friday|schwarze[rn]? freitag", BLACK_FRIDAY),
        (r"cyber[- ]?monday", CYBER_MONDAY),
    ),
    words={
        "tonight": r"heute (?:abend|nacht)",
        "today": r"heute",
        "day_after_tomorrow": r"übermorgen(?: abend)?",
        "tomorrow": r"(?<!heute )morgen(?: abend)?",
        "weekend": r"diese[sm] wochenende|das ganze wochenende",
        "whole_week": r"(?:die|diese) ganze woche",
        "week": r"dieser? woche|ende der woche|wochenende(?= der)",
        "month_end": r"monatsende|ende des monats",
        "whole_month": r"(?:den|diesen) (?:ganzen|gesamten) monat",
        "month": r"diese[nmrs]? monats?",
        "last_day": r"letzte[rn]? tag",
        "last_days": r"letzten? tage",
        "last_hours": r"letzten? stunden",
        "last_weekend": r"letztes wochenende der",
        "days_left": r"noch # tage?(?! (?:vor|bis) )|# tage? (?:übrig|verbleiben|verbleibend)",
        "hours_left": r"noch # (?:stunden?|std)(?! (?:vor|bis) )|# stunden? (?:übrig|verbleiben)",
        "weeks_left": r"noch # wochen?(?! (?:vor|bis) )",
        "in_days": r"in # tag(?:en)?",
        "in_hours": r"in # stunden?",
    },
    ambiguous=frozenset({"tomorrow"}),
    dotted=True,
)
