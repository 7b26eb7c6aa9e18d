"""What French says around prices and percentages. See ``OfferWords``."""

from omnicontent.message.offers.vocabulary import OfferWords

FRENCH = OfferWords(
    off_before=(
        r"(?:économise[zr]|économiser)(?: [\w'-]+){0,4}",
        r"(?:on |nous )?(?:vous )?(?:enlev|enlèv|retir|rembours|rend|dédui)\w*(?: vous)?|"
        r"recevez",
        r"économise[zr]|economise[zr]|économie de|économies de|(?<!au )moins|(?:remise|"
        r"réduction|rabais|ristourne|promo|promotion|baisse|bon|avoir|chèque(?:-cadeau|"
        r" cadeau)?|carte cadeau)(?: \w+){0,2} de|(?:remise|réduction|rabais)s?(?! ?:)|"
        r"réduits? de|baissés? de|diminués? de|gagnez|soldé à",
    ),
    off_after=(
        r"(?:de |d'|en )?(?:réduction|reduction|réduc|remise|rabais|ristourne|"
        r"moins\b(?! (?:de|d'))|économies?|economies?)s?\b|offerts|remboursés|"
        r"moins chers?|moins chère|immédiats? de remise|(?:sont )?déduits|discount|"
        r"de promo(?:tion)?|de baisse|d'économisés?|économisés|en bon d'achat|"
        r"en chèque cadeau|de bon d'achat",
    ),
    old_before=(
        r"au lieu de|à la place de|contre|et non(?: pas)?|plutôt que|auparavant|avant|"
        r"était à|était de|étaient à|prix (?:public|conseillé|normal|habituel|initial|"
        r"d'origine|barré|de départ)(?: de)?|d'une valeur de|valeur(?: de)?|valant|vaut|"
        r"anciennement|au prix de départ de|(?:habituellement|normalement)(?: à)?",
    ),
    named_before=(r"(?:rabais|remise|réduction|promo|offre|prix) ?:",),
    price_before=(
        r"à partir de|minimum de|un minimum de",
        r"pour|à|seulement|au prix de|dès|coûte|payez",
    ),
    hedge_before=(
        r"jusqu'à|jusqu'a|jusque|plus de|au moins|environ|près de|presque|minimum|maximum|"
        r"au maximum|jusqu'à moins|quasi|autour de|au-delà de|entre|de l'ordre de|max\.?",
    ),
    hedge_after=(r"(?:ou|et) plus|minimum|au moins|environ|maximum|au maximum|ou moins",),
    more_before=(r"encore|supplément de|hausse de|augmentation de|bonus de",),
    more_after=(
        r"de plus|en plus|supplémentaires?|additionnels?|d'augmentation|de bonus|"
        r"(?:de produit |de \w+ )?(?:gratuit )?en plus|plus cher",
    ),
    condition_before=(
        r"(?:commandes?|achats?|panier|dépense[zr]?)(?: \w+)? (?:de|d'au moins|"
        r"supérieure?s? à|dès|à partir de|dépassant|minimum de)|minimum d'achat(?: de|:)?|"
        r"(?:livraison|port)s? (?:offerte?s?|gratuite?s?) (?:dès|à partir de|au-delà de)|"
        r"(?:offerte?s?|gratuite?s?) (?:dès|à partir de|au-delà de)",
    ),
    condition_after=(
        r"(?:minimum )?(?:d'achats?|de commande|d'emplettes|de panier)|et plus d'achat",
    ),
    fee_before=(
        r"(?:frais de port|frais d'envoi|frais de livraison|livraison|expédition|port|"
        r"caution|acompte|consigne|assurance|frais de dossier|supplément)(?: à| de|"
        r" est de| seulement| :|:| pour| dès)*",
    ),
    fee_after=(
        r"(?:de |pour (?:la |l')?|d')?(?:frais de port|frais d'envoi|livraison|expédition|"
        r"port\b|caution|acompte|consigne|frais)",
    ),
    harmless_before=(
        r"entre \d+ et|pentes?(?: à| de)?|dénivelé(?: de)?",
        r"(?:se )?(?:re)?charge(?: \w+)? (?:à|jusqu'à)|recharge à|de 0 à",
        r"chocolat(?: noir| au lait)?(?: à)?|cacao|plus (?:rapides?|légers?|"
        r"efficaces?) de|(?:consomm\w+|chargement|temps de \w+) ?:?",
        r"(?:émissions?|empreinte|consommation|déchets|chiffre d'affaires|ventes|"
        r"factures?|bruit|poids)(?: \w+){0,2}(?: (?:de|:|réduites? de|en baisse de|à))+|"
        r"tva(?: de| à)?|taux de tva|capital(?: social)?(?: de)?|au capital de|"
        r"batterie(?: à)?|(?:risque|probabilité|chances?)(?: de)?(?: \w+)?(?: à| :)?|"
        r"humidité(?: de)?|titre",
    ),
    harmless_after=(
        r"en \d+ (?:minutes?|min|heures?|h|secondes?)\b",
        r"de (?:moins|plus) que|depuis l\w+|de (?:moins|plus) qu'",
        r"(?:de |d'|en )?(?:pur(?:e)? )?(?:coton|laine|lin|soie|cachemire|polyester|cuir|"
        r"bambou|chanvre|élasthanne|viscose|cacao|arabica|alcool|vol|matières? grasses?|"
        r"mg\b|sucres?|fruits?|jus|recyclée?s?|biologiques?|bio|naturel(?:le)?s?|végan|"
        r"vegan|végétal(?:e|es)?|végétaux|renouvelables?|locaux|locale?s?|artisanal(?:e|"
        r"es)?|biodégradables?|recyclables?|compostables?|étanches?|électriques?|"
        r"chargée?s?|humidité|en ligne|numériques?|sûre?s?|certaine?s?|engagée?s?|"
        r"satisfaite?s?|satisfaction|sécurisée?s?|français(?:e|es)?|italien(?:ne)?s?|"
        r"belge?s?|suisse?s?|européen(?:ne)?s?|made in france|faits? main|maison|"
        r"authentiques?|plaisir|humains?|garantie?s?|d'origine|mérinos|élevés|issus?)\b|"
        r"depuis \d{4}|en \d{4}\b|(?:de |d'|des |du |de la |de l'|de nos |de vos |de ses |"
        r"de leurs )(?:\w+ )?(?:clients?|clientes|personnes|gens|utilisateurs|"
        r"utilisatrices|lecteurs|familles|femmes|hommes|enfants|jardiniers|visiteurs|"
        r"membres|acheteurs|salariés|sondés|parents|foyers|français|bénéfices|ventes|"
        r"énergie|électricité|eau|déchets|plastique|emballages?|matières?|matériaux|avis|"
        r"commandes|élèves|chiens|co2|humidité|satisfaction|chances?|réussite|temps|"
        r"lumière|participants|abonnés|équipes?|recommandations?|retours|la capacité|"
        r"population|adultes)\b|(?:clients|avis|satisfaits)\b|"
        r"plus (?!chers?\b)(?:rapides?|légers?|légères?|forts?|efficaces?|silencieux|"
        r"lumineux|longtemps|petits?|grands?|chauds?|chaudes?|doux|douces?|solides?|"
        r"économes?|autonomes?|durables?)|moins de (?:plastique|co2|sucre|sel|eau|déchets|"
        r"gras|bruit|papier|emballages?)|de (?:plastique|co2|sucre|sel|bruit) en moins|"
        r"d'(?:énergie|eau|emballages?) en moins|moins d'(?:énergie|eau|emballages?)|"
        r"de tva\b|tva\b|d'humidité|(?:d'avis )?(?:positifs|favorables)|nous recommandent|"
        r"recommandent",
    ),
    share_after=(
        r"(?:des|du) (?!\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|1er|prix|"
        r"total|panier|montant)",
        r"(?:de |d')(?!réduc|réduction|reduction|remise|rabais|ristourne|moins\b(?! (?:de|"
        r"d'))|promo|baisse|économie|economie|discount|bon d'achat|plus\b|votre|ta |ton |"
        r"la commande|toute?s?|avantage|escompte|bonus|gratuit|ses? prix)",
    ),
    promised_next=(
        r"sur|avec|jusqu\w*|pour|dès|du|au|aux|de|d|en|ce|cet|cette|ces|aujourd\w*|demain|"
        r"maintenant|et|ou|chez|tout|tous|toutes?|votre|vos|à|le|la|les|l|seulement|"
        r"immédiat\w*|dans|par|si|quand|puis|code|promo|offre|c|est|moins|plus|encore|"
        r"avant|après|pendant|ici|valable|offerts?|remboursés?|bonus|rien|hors|sans",
    ),
    whole=(r"rembours\w+|offert\w*|gratuit\w*|de (?:remise|réduction|rabais)",),
    percent=(r"pour cents?|pour-cent|pourcents?|pour 100|p\. ?cent",),
    half=(
        r"(?:à |a )?(?:la )?moitié(?: (?:du |de )?prix)|demi[- ]tarif|demi[- ]prix|"
        r"moitié moins cher|prix divisés? par (?:deux|2)|(?:à )?moitié-prix",
    ),
    fraction=(
        r"{part} (?:de (?:remise|réduction|rabais|moins)|moins chers?)",
        r"(?:économisez|réduits? d'|baissés? d') ?{part}",
    ),
    part=(
        r"(?:(?P<count>un|deux|trois|quatre|\d) )?(?P<whole>tiers|quart|cinquième|"
        r"dixième)s?",
    ),
    denied_before=(
        r"(?:n'est|ne sont) (?:pas|plus)|pas|oubliez(?: les)?|adieu(?: les)?|"
        r"fini(?:s)?(?: les)?|l'an(?:née)? (?:dernière?|passée?)(?:,| :| c'était)?|jamais",
    ),
    denied_after=(r"l'an(?:née)? (?:dernière?|passée?)|la (?:dernière fois|saison passée)",),
    below_before=(r"moins de|à moins de|sous(?: les)?",),
    free_alone=(r"sans frais (?:de |d')\w+",),
    free_before=(
        r"(?:nous (?:vous )?offrons|on vous offre|recevez gratuitement|recevez en cadeau|"
        r"cadeau ?:|en cadeau ?:|gratuits? ?:|offerts? ?:)(?: un| une| le| la| les| des|"
        r" votre| vos| du)?",
    ),
    free_after=(
        r"cadeau\b",
        r"gratuit(?:e|es|s)?\b",
        r"(?:est |sont |vous est |vous sont )?(?:offert)(?:e|es|s)?\b(?! par)|en cadeau\b",
    ),
    not_free=(r"temps libre|libre|bien offert|s'est offerte?|sens offert",),
    n_for_m=(
        r"{get} au prix (?:de |d'){pay}\b",
        r"{get}(?: \w+)? achetée?s? {pay} payée?s?\b",
        r"{get}[^.!?\d]{0,15} payez(?:-en)? (?:seulement |que |pour |le prix d'|"
        r"qu')*{pay}\b",
        r"{get} (?:pour|=) (?:le prix (?:de |d')|seulement )?{pay}(?! (?:personnes?|"
        r"nuits?|jours?|semaines?|heures?|convives|joueurs|ans?|mois|adultes|enfants|"
        r"minutes?|saisons?|cv)|[.,]?\d| ?[€$£%])",
        r"{get} (?:articles?|produits?|achetés?|\w+)?,? ?(?:pour le prix (?:de |"
        r"d'))(?:seulement )?{pay}\b",
        r"(?:prenez|achetez|"
        r"choisissez)(?:-en)? {get}(?: \w+)?,? (?:et )?(?:n'en )?(?:payez|"
        r"payez-en)(?: que| seulement)? {pay}\b",
    ),
    plus_free=(
        r"{free} \w+ (?:offert|gratuit)(?:e|s|es)? pour {pay} acheté",
        r"(?:vous en )?achetez {pay},? (?:nous|"
        r"on) (?:vous )?(?:en )?offr\w+ (?:l')?{free}\b",
        r"{pay}(?: \w+)? (?:achetée?s?|payée?s?),? {free}(?: \w+)? (?:offert|gratuit)\w*",
        r"{pay} (?:\w+ )?(?:achetée?s?|payée?s?)(?: ?[,=:+]| et)? ?(?:la |le |"
        r"les )?{free} (?:\w+ )?(?:offert|gratuit)(?:e|es|s)?",
        r"{pay} ?\+ ?{free} (?:offert|gratuit)(?:e|es|s)?",
        r"(?:achetez|commandez)(?:-en)? {pay}(?: \w+)?,? (?:et )?(?:recevez|"
        r"obtenez)(?:-en)? {free}(?: \w+)? (?:gratuit|offert)\w*",
        r"(?:pour )?{pay} achetée?s?,? {free} offerte?s?",
    ),
    nth_free=(
        r"(?:le |la |votre )?(?P<nth>deuxième|second|seconde|troisième|quatrième|"
        r"cinquième|2e|3e|4e|5e|2ème|3ème|4ème|5ème|2nd|2nde)(?: article| produit|"
        r" \w+)?(?: est|,)? (?:offert|gratuit)e?\b",
    ),
)
