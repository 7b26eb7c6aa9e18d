"""The words by which a text introduces a promo code, and those that only look like it.

One list for all languages: "code" is said in most of them. Expects ``Text.plain``.
"""

import re

TOKEN = r"[^\W_](?:[\w-]{0,30}[^\W_])"  # noqa: S105 - what a code is made of
SAID = rf"(?P<open>[\"'`*(\[_{{<]{{1,4}} ?)?(?P<code>{TOKEN})(?P<close> ?[\"'`*)\]_}}>]+)?"
"""A code in quotes, brackets or the marks of bold words, or bare."""

CODE_WORD = re.compile(
    r"\b(?:(?:promo|gutschein|aktions|rabatt|vorteils)?codes?|vouchers?|coupons?|gutscheine?"
    r"|(?:promo|discount|voucher|coupon|offer)[ -]words?"
    r"|(?:(?:le|ce|votre|un) )bons?|c[oó]digos?|cup[oó]n(?:es)?|codic[ei])(?![\w-])",
    re.IGNORECASE,
)
OTHER_BEFORE = re.compile(
    r"\b(?:qr|dress|zip|post|postal|bar|source|open|area|country|sort|swift|morse|colou?r|error|"
    r"pin|building|tax|class|http|status|exit|product|item|article|style|booking|diall?ing|"
    r"verification|activation|security|access|door|gate|wi-?fi|entry|login|ean|hs|iata|airport|machine|byte|"
    r"genetic|cheat|penal|highway|moral|quell|binär|zahlen|länder|key|of|in) ?-? ?$",
    re.IGNORECASE,
)
"""What makes "code" another thing: "zip code", "QR-Code", "lines of code"."""
OTHER_AFTER = re.compile(
    r" (?:postal|postale|barres|source|couleur|vestimentaire|de la route|de conduite|du travail|"
    r"civile?|pénal|penale|fiscale?|stradale|ape|naf|ean|iban|swift|bic|pays|article|produit|"
    r"erreur|pin|wi-?fi|secret|qr|d'accès|d'entrée|d'honneur|de vérification|de confirmation|"
    r"de sécurité|de suivi|de barras|de vestimenta|de conducta|de área|a barre|di condotta|"
    r"del consumo|della strada|name|names|of|review)\b",
    re.IGNORECASE,
)
QUALIFIER = re.compile(
    r"(?: (?:promo(?:tionnel|tion|cional|zionale|s)?|(?:de |di )?(?:réduction|reduction|remise|"
    r"avantage|descuento|promoción|sconto)|privilège|privilege|cadeau|exclusif|exclusivo|"
    r"esclusivo|spécial|code|coupon|voucher|vip|suivant|siguiente|seguente|ci-dessous|below|"
    r"inside|today|now)\b){0,4}",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"(?: ?(?:[:=]|->|- |(?:is|are|est|ist|lautet|es|è|c'est|reads|of)\b)){0,2} ?", re.IGNORECASE
)
REMOTE = re.compile(rf"[^.!?:;\"\d]{{1,45}}(?:\d+ ?%)?[^.!?:;\"\d]{{0,20}}: ?{SAID}")
"""``code to use at checkout: WINTER30``."""
ANOTHER = re.compile(rf" ?(?:,|/|&|\+|or|and|ou|et|oder|und|o|y|e) ?{SAID}")
CALL = re.compile(
    r"\b(?:(?P<weak>with|avec|mit|con)|use|using|enter|apply|type|redeem|quote|mention|say|"
    r"utilis(?:ez|er|e)|saisi(?:ssez|r|s)|entrez|entre|tapez|tape|indique[rz]|mentionne[rz]|"
    r"applique[rz]|ajoute[rz]|nutzen?|verwenden?|usa|introduce|ingresa|inserisci|digita|applica|"
    r"geben|gib)"
    rf"(?: (?:sie|den|le|the|il|el))? {SAID}",
    re.IGNORECASE,
)
"""``use WINTER30``, without any code word."""
CHECKOUT = re.compile(
    r"[^.!?]{0,45}?\b(?:(?:at|during|in|into) (?:the |your )?(?:checkout|till|basket|cart)|"
    r"au paiement|en caisse|à la caisse|panier|(?:de|à) (?:la |votre )?commande|an der kasse|"
    r"im warenkorb|bei der bestellung|al pagar|carrito|en caja|alla cassa|carrello|"
    r"al pagamento)\b",
    re.IGNORECASE,
)
AT_DESK = re.compile(
    r"[^.!?]{0,30}?\b(?:(?:at|to) (?:the |our )?(?:front )?(?:desk|counter|reception)|"
    r"when (?:you )?(?:call|book|order|pay|ring|visit)(?:ing)?)\b",
    re.IGNORECASE,
)
"""Where other things are mentioned, too: a code is sure by its digits alone."""
AT_CHECKOUT = re.compile(rf"(?<![\w@#/.-]){SAID}(?= ?(?:at checkout|au paiement|en caisse)\b)")
NAMED_AFTER = re.compile(
    rf"(?<![\w@#/.-]){SAID}(?= ?[(,-]? ?(?:(?:is|est|ist|es|è|as|comme|als|[:=-]) ?)?"
    r"(?:(?:the|your|our|votre|notre|le|ihr|dein|unser|der|tu|il tuo|su) )?"
    r"(?:promo ?|discount ?|voucher ?|coupon ?)?(?i:code|código|codice)\b)"
)
"""``WINTER30 is your code``."""
CALLED_LATER = re.compile(
    r"\b(?i:show|say|quote|give|mention|dites|montrez|donnez|présentez|zeigen?|nennen?|sagen?|di|"
    rf"muestra|enseña|mostra|mostrate)(?i: (?:sie|us|nous))? {SAID}"
    r"(?=[^.!?]{0,50}\b(?i:code|código|codice)\b)"
)
"""``Show WINTER30 at the counter, that's your promo code``."""
YOUR_CODE = re.compile(
    r"(?<![\w@#/.-])(?P<code>[^\W\d_]{2}[^\W_]{0,30}\d[^\W_]{0,30})(?= ?, ?votre code\b|"
    r" (?:is (?:the|your) |est (?:le|votre) |ist (?:der|dein|ihr) |es (?:el|tu) |è il (?:tuo )?)"
    r"(?:promo ?|discount ?|voucher ?)?(?:code|código|codice)\b)",
    re.IGNORECASE,
)
"""``winter30 is your code``: in small letters, too."""
MAY_BE_CODE = re.compile(r"[A-Z]{3}|\b[^\W\d_][\w-]{0,30}?\d")
"""A cheap look: without such letters in a text nothing in it is called a code but by its name."""
OVER = re.compile(
    r"[\"'`*)\]_}>]* ?(?:(?:has|have) (?:now |already )?expired|expired\b(?! on| at)|"
    r"(?:is|are) (?:now )?(?:expired|over\b(?! ?\d)|no longer|not valid any)|"
    r"no longer (?:works|valid)|"
    r"(?:est|sont) (?:désormais )?(?:périmé|expiré|terminé)|(?:n'est|ne sont) plus\b|"
    r"ne (?:marche|fonctionne) plus|(?:a|ont) expiré|ist (?:leider )?abgelaufen|"
    r"(?:ist|gilt) nicht mehr|ha caducado|ya no\b|è scaduto|non è più)",
    re.IGNORECASE,
)
"""What follows a code that was good once: ``WINTER10 has expired``."""
OR_ANOTHER = re.compile(r" ?(?:/|\b(?:or|ou|oder|o)\b) ?")
CODE_OR_CHECKOUT = re.compile(r"c[oó]d[ei]|checkout|paiement|caisse", re.IGNORECASE)
CAPITALS = re.compile(r"(?<![\w@#/.-])(?=\w*[A-Z]\w*[A-Z])[^\W_][\w-]{2,30}[^\W_]")
"""What may be meant for a code without any word around it."""
NO_CODE = re.compile(
    r"\b(?:no (?:promo(?:tional)? |discount |voucher |coupon )?codes? (?:is |are )?"
    r"(?:needed|required|necessary|to (?:enter|remember|type))"
    r"|(?:do not|don't) need (?:a|any) (?:promo |discount )?code"
    r"|no need (?:for|to enter) a (?:promo |discount )?code"
    r"|without (?:a |any |entering a )?(?:promo |discount )?code"
    r"|no (?:promo |discount |voucher |coupon )code"
    r"|(?:sans(?: aucun)?|pas besoin de|nul besoin de|aucun) code(?: promo| de réduction)?"
    r"(?: (?:n'est )?(?:nécessaire|requis))?"
    r"|ohne (?:gutschein|rabatt|aktions|promo)?-?code"
    r"|kein(?:en)? (?:gutschein|rabatt|aktions|promo)?-?code (?:nötig|erforderlich|notwendig)"
    r"|sin (?:necesidad de )?c[oó]digo|no (?:se )?necesitas? (?:ning[uú]n )?c[oó]digo"
    r"|senza (?:alcun )?codice|nessun codice(?: necessario| richiesto)?)"
    r"(?= ?(?:[.!;:)]|$)| at checkout| à saisir)",
    re.IGNORECASE,
)
"""``no code needed``; "sans code, pas de remise" says the contrary and goes on with a comma."""
_NO_CODES = (
    "none aucun keiner ninguno nessuno valid valable gültig válido valido inside below here ici "
    "hier aquí qui only required needed nécessaire requis nötig promo see voir siehe not pas "
    "available exclusif exclusive exclusivo special spécial inclus included excluded click tap "
    "scan copy shown for pour für para per and et und with avec mit con at au in on to de du des "
    "la le les the your votre ihr tu il is est ist now off discount free unique personal "
    "personnel soon today demain tomorrow expires expire appears will sent by via applies "
    "works automatically automatiquement reduction réduction remise rabatt sale "
    "qr avantage privilège secret vip can cannot must may be has peut doit paypal visa "
    "mastercard amex klarna apple google non-cumulable cumulable offert par "
    "sur dans jusqu'au until bis hasta fino"
)
NO_CODES = frozenset(_NO_CODES.split())
"""What stands after a code word and is none: in capitals, quotes or behind a colon, too."""
KNOWN = re.compile(
    r"(?:HTML|CSS|COVID-?|MP|ISO|IP|USB|PS|UTF-?|WIFI|RTX|GTX|GPT-?|DDR|LTE|HTTP|WEB|HDMI|UHD|"
    r"FFP|RFC|SPF|EAN|GTIN|[A-Z]{1,2})\d+[A-Z]?"
)
"""Names that are written like codes, and known to be none."""
