"""The words of time in German."""

from omnicontent.message.period.vocabulary import Vocabulary

GERMAN = Vocabulary(
    until=(
        r"bis|endet|enden|endend|ende|läuft ab|laufen ab|abläuft|ablaufdatum|spätestens|"
        r"einsendeschluss|annahmeschluss|schluss|letzter tag|frist|gültigkeitsende|(?<!-)->"
    ),
    until_date="stichtag|schließt",
    by="vor",
    since="ab|vom?|seit|startet|starten|beginnt|beginnen|start|beginn",
    filler=(
        r"zum|am|um|der|die|das|dem|den|des|ist|diesen|diesem|kommenden|einschlie(?:ß|ss)lich|"
        r"inklusive|inkl\.?|und mit|aktion|angebots?|verkaufs?|nur"
    ),
    to=r"-|->|bis|bis zum|bis einschlie(?:ß|ss)lich|bis inklusive",
    between="zwischen",
    both="und|&|oder",
    on="am|vom|der|den|dem|zum",
    closing=r"ist (?:der )?(?:stichtag|schluss)|inklusive|einschlie(?:ß|ss)lich",
    only=r"(?<!nicht )nur|ausschlie(?:ß|ss)lich|(?:die |ihre |deine )?letzte chance",
    of="(?!)",
    ordinal=r"\.|ten|sten|te",
    at="um|bis|ab|bis um|gegen",
    end_of="ende(?: des monats)?",
    middle_of="mitte(?: des monats)?",
    all_of="(?:im |den )?(?:ganzen|gesamten)|den ganzen monat",
    year_end=r"jahresende|ende des jahres|(?:zum )?jahresende",
    bare_day=r"bis(?: zum| einschlie(?:ß|ss)lich)?|endet am|spätestens am|vor dem|ab dem",
    bare_ordinal=True,
    follows=r"um|des monats|dieses monats|inklusive|und|mit|in|im|auf|für|-",
    next_week="nächsten",
    midnight="mitternacht",
    noon="mittags?|12 uhr mittags",
    opening=(
        r"geöffnet|offen|öffnungszeiten|öffnet|täglich|jeden tag|werktags|küche|frühstück|"
        r"mittagstisch|abendessen|brunch|happy hour|hotline|telefon(?:isch)?|service|liefer\w*|"
        r"versand\w*|erreichbar|konzert|party|laden|filialen?|geschlossen|schließt|abholung"
    ),
    notes=r"stand|aktualisiert|veröffentlicht|geändert|geboren|gegründet|datiert|straße|platz",
    afterwards=r"wieder|regulär\w*|normalpreis|teurer|zu spät|voller preis",
    months={"mrz": 3, "maerz": 3, "janner": 1, "jaenner": 1, "sept": 9},
    day_words={"ersten": 1, "erster": 1},
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
    words={
        "tonight": r"heute (?:abend|nacht)",
        "today": r"heute",
        "tomorrow": r"(?<!heute )morgen(?: abend)?",
        "weekend": r"diese[sm] wochenende",
        "week": r"dieser? woche|ende der woche|wochenende(?= der)",
        "month_end": r"monatsende|ende des monats",
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
