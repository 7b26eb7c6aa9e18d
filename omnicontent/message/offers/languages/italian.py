"""What Italian says around prices and percentages. See ``OfferWords``."""

from omnicontent.message.offers.vocabulary import OfferWords

ITALIAN = OfferWords(
    off_before=(
        r"(?:ti |vi |le )?(?:scont\w+|risparmi\w*)(?: (?!per |a )[\w'-]+){0,3}",
        r"risparmi[ae]?|risparmiate|sconto de[li]'?|sconto di|sconti de[li]'?|ribasso del|"
        r"riduzione del|riduzione di|meno|scontat[oaie] del|buono da|buono di|scontato|"
        r"sconto(?! ?:)",
    ),
    off_after=(
        r"(?:di )?(?:sconto|riduzione|ribasso|risparmio)|in meno|scontat[oaie]|"
        r"meno car[oaie]",
    ),
    old_before=(
        r"invece (?:di|che)|anziché|prima|prima a|era|erano|prezzo (?:di listino|pieno|"
        r"originale|precedente|normale)(?: di)?|al posto di|del valore di|valore di|e non",
    ),
    named_before=(r"(?:sconto|offerta|promo|prezzo) ?:",),
    price_before=(
        r"da|a partire da",
        r"per|solo|a|ora|costa|soli",
    ),
    hedge_before=(
        r"fino a(?:l|d)?|fino all'|almeno|oltre(?: il)?|circa|quasi|più di|più del|minimo|"
        r"massimo|intorno al?|al massimo",
    ),
    hedge_after=(r"o più|minimo|almeno|o meno",),
    more_before=(r"extra|ulteriore|un ulteriore|altri",),
    more_after=(r"in più|extra|aggiuntiv[oi]|di più",),
    condition_before=(
        r"(?:ordini|ordine|spesa|acquisti|acquisto)(?: \w+)? (?:di|superiori? a|da|oltre|"
        r"a partire da|sopra i)|spesa minima(?: di|:)?|spedizione (?:gratuita|"
        r"gratis) (?:da|oltre|a partire da|sopra i)",
    ),
    condition_after=(r"(?:di )?(?:spesa|acquisto|ordine)(?: minim[oa])?",),
    fee_before=(
        r"(?:spedizione|spese di spedizione|consegna|cauzione|deposito)(?: di| a| da|:)*",
    ),
    fee_after=(r"(?:di |per la )?(?:spese di spedizione|spedizione|consegna|cauzione|deposito)",),
    harmless_before=(
        r"tra (?:il )?\d+ e(?: il)?|pendenza(?: del?)?|dislivello(?: del?)?",
        r"(?:ri)?carica(?: \w+){0,3} (?:al|fino al)",
        r"cioccolato(?: fondente)?(?: al)?|cacao(?: al)?|più veloc[ei] del|"
        r"caricamento più veloce del",
        r"iva(?: al)?|capitale sociale(?: di)?|batteria(?: al)?|umidità(?: del)?",
    ),
    harmless_after=(
        r"in \d+ (?:minuti|min|ore)\b",
        r"d[ae](?:lla|l|lle|i)? (?:questa |questo |scorsa )?(?:primavera|estate|autunno|"
        r"inverno|anno|mese)|in meno (?:rispetto|de)|in più rispetto",
        r"(?:di |in )?(?:puro |pura )?(?:cotone|lana|lino|seta|cashmere|poliestere|pelle|"
        r"bambù|cacao|arabica|alcol|vol|grassi|zucchero|frutta|succo|riciclat[oaie]|"
        r"biologic[oahie]+|bio|natural[ei]|vegan[oaie]|vegetal[ei]|rinnovabil[ei]|"
        r"local[ei]|artigianal[ei]|biodegradabil[ei]|elettric[oahie]+|caric[oa]|umidità|"
        r"online|digital[ei]|sicur[oaie]|soddisfazione|soddisfatt[oaie]|italian[oaie]|"
        r"garantit[oaie]|merino)\b|dal \d{4}|(?:di |dei |delle |dei nostri |delle nostre |"
        r"del |dell')(?:\w+ )?(?:clienti|persone|utenti|lettori|famiglie|donne|uomini|"
        r"bambini|visitatori|membri|acquirenti|intervistati|genitori|profitti|ricavi|"
        r"vendite|energia|elettricità|acqua|rifiuti|plastica|materiali|recensioni|"
        r"soddisfazione|tempo)\b|(?:più (?:veloc|legger|potent|resistent|silenzios|"
        r"efficient)\w+)|(?:di )?(?:plastica|energia|zucchero|acqua|co2) in meno|"
        r"meno (?:plastica|energia|zucchero|acqua|co2)|di iva|iva\b",
    ),
    share_after=(
        r"(?:dei|delle|degli|dell') ?(?!prezzo|totale)",
        r"di (?!sconto|riduzione|ribasso|risparmio|più|meno)",
    ),
    promised_next=(
        r"su|sul|sui|sulla|sulle|sugli|con|fino|per|da|dal|tutt[oaie]|oggi|domani|ora|"
        r"adesso|e|o|solo|a|al|ai|alla|di|del|dei|delle|in|nel|se|quando|codice|promo|"
        r"offerta|meno|più|questo|questa|tuo|tua|entro|prima|durante|qui|è|sono|senza|che|"
        r"il|lo|la|i|le",
    ),
    whole=(r"rimbors\w+|gratis|di sconto",),
    percent=(r"per cento|percento",),
    half=(r"(?:a )?met[àa] prezzo",),
    fraction=(r"{part} (?:di sconto|in meno)",),
    part=(r"(?:(?P<count>un|due|tre|\d) )?(?P<whole>terzo|terzi|quarto|quinto|decimo)",),
    denied_before=(r"non(?: è)?(?: un| il)?|l'anno scorso(?: era)?(?: il)?|dimentica(?: il)?",),
    denied_after=(r"(?:del)?l'anno scorso",),
    below_before=(r"meno di|sotto i",),
    free_before=(r"in omaggio(?: un| una)?|omaggio:|gratis:|ti regaliamo(?: un| una)?",),
    free_after=(
        r"omaggio\b",
        r"(?:è |sono )?(?:gratis|gratuit[oaie]|in omaggio|in regalo)\b",
    ),
    not_free=(r"liber[oaie]",),
    n_for_m=(
        r"{get}[^.!?\d]{0,12} pag\w+ (?:sol[oa] |per |solo )*{pay}\b",
        r"{get} (?:per|=) {pay}(?! (?:persone|notti|giorni|settimane|ore|giocatori|anni|"
        r"mesi)|[.,]?\d| ?[€$£%])",
        r"{get} ?[x×] ?{pay}\b(?! ?(?:cm|m|mm|\d|€))",
        r"{get}(?: \w+)? al prezzo di {pay}\b",
        r"(?:prendi|prendete|compri?|compra) {get}(?: \w+)?,? (?:e )?pag(?:hi|a|"
        r"ate)(?: solo)? {pay}\b",
    ),
    plus_free=(
        r"(?:compra|acquista) {pay}(?: \w+)?,? (?:e )?(?:ricevi|"
        r"prendi) {free}(?: \w+)? (?:gratis|in omaggio)",
        r"{pay} ?\+ ?{free} (?:gratis|omaggio|in omaggio)",
    ),
    nth_free=(
        r"(?:il |la )?(?P<nth>second[oa]|terz[oa]|quart[oa]|2°|3°|4°)(?: prodotto|"
        r" articolo| \w+)? (?:è )?(?:gratis|in omaggio)",
    ),
)
