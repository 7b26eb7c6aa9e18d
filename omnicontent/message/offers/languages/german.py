"""What German says around prices and percentages. See ``OfferWords``."""

from omnicontent.message.offers.vocabulary import OfferWords

GERMAN = OfferWords(
    off_before=(
        r"(?:spart?|sparen|sparst)(?: [\w'-]+){0,4}",
        r"spare|sparen|sparen sie|sie sparen|du sparst|spart|rabatt von|nachlass von|"
        r"minus|ermäßigung von|ersparnis von|gutschein über|gutschein im wert von|"
        r"rabatt(?! ?:)",
    ),
    off_after=(
        r"-?rabatt\w*|-?nachlass|-?preisnachlass|-?ermäßigung|ermäßigt|günstiger|"
        r"reduziert|gespart|sparen|ersparnis|billiger|weniger(?! (?:plastik|energie|"
        r"zucker|wasser|co2|strom))|-?gutschein|geschenkt|abzug|auf alles|auf das gesamte",
    ),
    old_before=(
        r"statt|anstatt|anstelle von|vorher|früher|bisher|uvp|uvp:|war|normalpreis|"
        r"ursprünglich|listenpreis|sonst|nicht|im wert von|wert|alter preis|regulär",
    ),
    named_before=(r"(?:rabatt|angebot|aktion|preis) ?:",),
    price_before=(
        r"ab",
        r"für|nur|jetzt|kostet|zum preis von",
    ),
    hedge_before=(
        r"bis zu|mindestens|über|rund|fast|mehr als|etwa|ca\.?|circa|knapp|maximal|"
        r"höchstens|ungefähr",
    ),
    hedge_after=(r"oder mehr|und mehr|mindestens",),
    more_before=(r"extra|zusätzlich|zusätzliche|weitere|nochmals?|noch einmal",),
    more_after=(r"mehr|extra(?! rabatt)|zusätzlich|aufschlag|teurer",),
    condition_before=(
        r"(?:bestellwert|einkaufswert|mindestbestellwert|warenwert|einkauf|"
        r"bestellungen?)(?: von| ab| über|:)*|(?:versandkostenfrei|gratis versand|"
        r"kostenloser versand) (?:ab|über)",
    ),
    condition_after=(r"(?:mindest)?(?:bestellwert|einkaufswert|warenwert|einkauf|bestellsumme)",),
    fee_before=(
        r"(?:versand|versandkosten|lieferung|porto|liefergebühr|pfand|kaution)(?: von|"
        r" für| ab|:)*",
    ),
    fee_after=(
        r"(?:für (?:den |die )?)?(?:versand\w*|lieferung|porto|liefergebühr|pfand|kaution|"
        r"gebühr)",
    ),
    harmless_before=(
        r"zwischen \d+ und|steigung(?: von)?|gefälle(?: von)?",
        r"lädt(?: \w+){0,4} auf|geladen auf",
        r"(?:zartbitter)?schokolade(?: mit)?|kakao(?:anteil)?|schneller um|(?:ladezeiten|"
        r"\w+zeiten|verbrauch) um",
        r"mwst\.?(?: von)?|mehrwertsteuer(?: von)?|stammkapital(?: von)?|akku(?: bei)?",
    ),
    harmless_after=(
        r"in \d+ (?:minuten|min|stunden)\b",
        r"seit \w+|gesunken|gestiegen|weniger als|mehr als|gewachsen",
        r"(?:reine |bio-|recycelte[sr]? )?(?:baumwolle|wolle|leinen|seide|kaschmir|"
        r"polyester|leder|bambus|elasthan|kakao|arabica|alkohol|vol|fett|zucker|frucht\w*|"
        r"saft|recycelt\w*|bio|biologisch|natürlich|vegan|pflanzlich|erneuerbar\w*|lokal|"
        r"handgemacht|abbaubar|wasserdicht|elektrisch|geladen|luftfeuchtigkeit|online|"
        r"sicher|zufrieden\w*|ökostrom|naturstrom|schurwolle|merino\w*)\b|seit \d{4}|"
        r"(?:der|unserer|aller|des|vom) (?:\w+ )?(?:kunden|kundinnen|menschen|leute|"
        r"nutzer|leser|familien|frauen|männer|kinder|besucher|mitglieder|käufer|befragten|"
        r"eltern|haushalte|gewinne|erlöse|umsatzes|stroms|energie|bewertungen|gewinns|"
        r"erlöses|zeit)\b|(?:schneller|leichter|stärker|leiser|heller|länger|effizienter|"
        r"kleiner|größer|wärmer|weniger (?:plastik|energie|zucker|wasser|co2|strom))|mwst|"
        r"luftfeuchtigkeit|(?:zufriedene )?(?:kunden|weiterempfehlung\w*)",
    ),
    share_after=(r"(?:der|unserer|unseres|aller|des|eurer|ihrer) (?!preises|bestell)",),
    promised_next=(
        r"auf|von|mit|bis|für|ab|alle[sm]?|im|in|am|vom|und|oder|bei|jetzt|heute|nur|"
        r"dein\w*|ihr\w*|das|die|den|der|dem|gesamte\w*|code|aktion|noch|wenn|sofort|zum|"
        r"zur|ist|sind|so|vor|nach|während|wer|hier|online|rabatt\w*|auch|gilt|beim",
    ),
    whole=(r"erstatt\w+|geld[- ]zurück|gratis|kostenlos|rabatt",),
    percent=(r"prozent|v\. ?h\.|-prozent",),
    half=(r"(?:zum )?halbe[nr]? preis|zur hälfte des preises|halbpreis|die hälfte günstiger",),
    fraction=(r"{part} (?:rabatt|günstiger|reduziert|weniger|billiger)",),
    part=(r"(?:(?P<count>ein|zwei|drei|\d) )?(?P<whole>drittel|viertel|fünftel|zehntel)",),
    denied_before=(
        r"nicht(?: nur)?|kein(?:e)?|letztes jahr(?: waren es)?|vergessen sie|vergiss|nie",
    ),
    denied_after=(r"(?:im )?(?:letzten|vergangenen) jahr|letztes jahr",),
    below_before=(r"unter|weniger als",),
    free_alone=(
        r"gratis(?:versand|lieferung)|kostenloser versand",
        r"versandkostenfrei\w*|portofrei|versandfrei|frachtfrei",
    ),
    free_before=(r"gratis|kostenlose?[rns]?|geschenkt:|geschenk:|gratis dazu:?",),
    free_after=(r"(?:ist |sind )?(?:gratis|kostenlos|geschenkt|umsonst|gratis dazu)\b",),
    not_free=(r"\w+frei(?:e|er|es|en)?|gratis (?:mit|bei|ab|für|zu)\b",),
    n_for_m=(
        r"{get} \w+ (?:bestellen|kaufen|nehmen|mitnehmen),? (?:nur )?{pay} (?:be)?zahlen\b",
        r"{get}[^.!?\d]{0,15} nur {pay}(?: \w+)? (?:be)?zahlen\b",
        r"(?:zu )?{get}(?: \w+)?,? (?:und )?(?:nur )?{pay}(?: \w+)? (?:be)?zahl\w+",
        r"{get} \w+ zum preis von {pay}\b",
        r"{get} (?:für|zum preis von|=) {pay}(?! (?:personen|nächte|tage|wochen|stunden|"
        r"spieler|jahre|monate)|[.,]?\d| ?[€$£%])",
        r"(?:nimm|nehmen sie|kauf\w*) {get},? (?:und )?(?:zahl\w*|bezahl\w*)(?: nur|"
        r" sie nur| sie)? {pay}\b",
    ),
    plus_free=(
        r"(?:kauf\w*) {pay}(?: \w+)?,? (?:und )?(?:\w+ )?(?:erhalte\w*|"
        r"bekomm\w*) {free}(?: \w+)? (?:gratis|kostenlos|geschenkt)",
        r"{pay} ?\+ ?{free} gratis",
    ),
    nth_free=(
        r"(?:der|die|das|jeder|jedes|jede) (?P<nth>zweite|dritte|vierte|2\.|3\.|"
        r"4\.)(?: artikel| \w+)?(?: ist)? (?:gratis|kostenlos|geschenkt)",
    ),
)
