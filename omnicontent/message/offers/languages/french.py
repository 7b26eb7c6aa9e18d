"""What French says around prices and percentages. See ``OfferWords``."""

from omnicontent.message.offers.vocabulary import OfferWords

FRENCH = OfferWords(
    off_before=(
        r"économise[zr]|economise[zr]|économie de|économies de|(?<!au )(?<!à )moins|"
        r"(?:remise|réduction|rabais|ristourne|promo|promotion|baisse|bon|avoir|"
        r"chèque(?:-cadeau| cadeau)?|carte cadeau)(?: \w+){0,2} de|(?:remise|réduction|rabais)s?(?! ?:)|"
        r"réduits? de|baissés? de|diminués? de|gagnez|soldé à",
    ),
    off_after=(
        r"(?:de |d'|en )?(?:réduction|reduction|remise|rabais|ristourne|moins\b(?! (?:de|d'))|économies?|"
        r"economies?)s?\b|offerts|remboursés|moins chers?|moins chère|immédiats? de remise|"
        r"(?:sont )?déduits|discount|de promo(?:tion)?|de baisse|d'économisés?|économisés|"
        r"en bon d'achat|en chèque cadeau|de bon d'achat",
    ),
    old_before=(
        r"au lieu de|à la place de|contre|et non(?: pas)?|plutôt que|auparavant|avant|était à|était de|"
        r"étaient à|"
        r"prix (?:public|conseillé|normal|habituel|initial|d'origine|barré|de départ)(?: de)?|"
        r"d'une valeur de|valeur(?: de)?|valant|vaut|anciennement|au prix de départ de|"
        r"(?:habituellement|normalement)(?: à)?",
    ),
    named_before=(r"(?:rabais|remise|réduction|promo|offre|prix) ?:",),
    price_before=(r"pour|à|seulement|au prix de|dès|coûte|payez",),
    hedge_before=(
        r"jusqu'à|jusqu'a|jusque|plus de|au moins|environ|près de|presque|moins de|à moins de|minimum|"
        r"maximum|au maximum|jusqu'à moins|quasi|autour de|au-delà de|entre|de l'ordre de|max\.?",
    ),
    hedge_after=(
        r"(?:ou|et) plus|minimum|au moins|environ|maximum|au maximum|ou moins|(?:par|/) ?(?:mois|semaine|an)\b",
    ),
    more_after=(
        r"de plus|en plus|supplémentaires?|additionnels?|d'augmentation|de bonus|"
        r"(?:de produit |de \w+ )?(?:gratuit )?en plus|plus cher",
    ),
    more_before=(r"encore|supplément de|hausse de|augmentation de|bonus de",),
    condition_before=(
        r"(?:commandes?|achats?|panier|dépense[zr]?)(?: \w+)? (?:de|d'au moins|supérieure?s? à|"
        r"dès|à partir de|dépassant|minimum de)|minimum d'achat(?: de|:)?|"
        r"(?:livraison|port)s? (?:offerte?s?|gratuite?s?) (?:dès|à partir de|au-delà de)|"
        r"(?:offerte?s?|gratuite?s?) (?:dès|à partir de|au-delà de)",
    ),
    condition_after=(
        r"(?:minimum )?(?:d'achats?|de commande|d'emplettes|de panier)|et plus d'achat",
    ),
    fee_before=(
        r"(?:frais de port|frais d'envoi|frais de livraison|livraison|expédition|port|caution|"
        r"acompte|consigne|assurance|frais de dossier|supplément)"
        r"(?: à| de| est de| seulement| :|:| pour| dès)*",
    ),
    fee_after=(
        r"(?:de |pour (?:la |l')?|d')?(?:frais de port|frais d'envoi|livraison|expédition|port\b|"
        r"caution|acompte|consigne|frais)",
    ),
    harmless_before=(
        r"(?:émissions?|empreinte|consommation|déchets|chiffre d'affaires|ventes|factures?|bruit|poids)"
        r"(?: \w+){0,2}(?: (?:de|:|réduites? de|en baisse de|à))+|"
        r"tva(?: de| à)?|taux de tva|capital(?: social)?(?: de)?|au capital de|batterie(?: à)?|(?:risque|probabilité|chances?)(?: de)?(?: \w+)?(?: à| :)?|"
        r"humidité(?: de)?|titre",
    ),
    harmless_after=(
        r"(?:de |d'|en )?(?:pur(?:e)? )?(?:coton|laine|lin|soie|cachemire|polyester|cuir|bambou|chanvre|élasthanne|"
        r"viscose|cacao|arabica|alcool|vol|matières? grasses?|mg\b|sucres?|fruits?|jus|recyclée?s?|"
        r"biologiques?|bio|naturel(?:le)?s?|végan|vegan|végétal(?:e|es)?|végétaux|renouvelables?|"
        r"locaux|locale?s?|artisanal(?:e|es)?|biodégradables?|recyclables?|compostables?|étanches?|"
        r"électriques?|chargée?s?|humidité|en ligne|numériques?|sûre?s?|certaine?s?|engagée?s?|"
        r"satisfaite?s?|satisfaction|sécurisée?s?|français(?:e|es)?|italien(?:ne)?s?|belge?s?|suisse?s?|"
        r"européen(?:ne)?s?|made in france|faits? main|maison|authentiques?|plaisir|humains?|"
        r"garantie?s?|d'origine|mérinos|élevés|issus?)\b|"
        r"(?:des|du) (?!\d|prix|total|panier|montant)|"
        r"(?:de |d')(?!réduction|reduction|remise|rabais|ristourne|moins\b(?! (?:de|d'))|promo|baisse|économie|economie|"
        r"discount|bon d'achat|plus\b|votre|ta |ton |la commande|toute?s?|avantage|escompte|bonus|gratuit|ses? prix)|"
        r"depuis \d{4}|en \d{4}\b|"
        r"(?:de |d'|des |du |de la |de l'|de nos |de vos |de ses |de leurs )(?:\w+ )?(?:clients?|clientes|personnes|gens|"
        r"utilisateurs|utilisatrices|lecteurs|familles|femmes|hommes|enfants|jardiniers|visiteurs|membres|"
        r"acheteurs|salariés|sondés|parents|foyers|français|bénéfices|ventes|énergie|"
        r"électricité|eau|déchets|plastique|emballages?|matières?|matériaux|avis|commandes|élèves|chiens|"
        r"co2|humidité|satisfaction|chances?|réussite|temps|lumière|participants|abonnés|équipes?|"
        r"recommandations?|retours|la capacité|population|adultes)\b|"
        r"(?:clients|avis|satisfaits)\b|plus (?!chers?\b)(?:rapides?|légers?|légères?|forts?|efficaces?|silencieux|lumineux|"
        r"longtemps|petits?|grands?|chauds?|chaudes?|doux|douces?|solides?|économes?|autonomes?|durables?)|"
        r"moins de (?:plastique|co2|sucre|sel|eau|déchets|gras|bruit|papier|emballages?)|"
        r"de (?:plastique|co2|sucre|sel|bruit) en moins|d'(?:énergie|eau|emballages?) en moins|"
        r"moins d'(?:énergie|eau|emballages?)|de tva\b|tva\b|d'humidité|"
        r"(?:d'avis )?(?:positifs|favorables)|nous recommandent|recommandent",
    ),
    whole=(r"rembours\w+|offert\w*|gratuit\w*|de (?:remise|réduction|rabais)",),
    percent=(r"pour cents?|pour-cent|pourcents?|pour 100|p\. ?cent",),
    half=(
        r"(?:à |a )?(?:la )?moitié(?: (?:du |de )?prix)|demi[- ]tarif|demi[- ]prix|moitié moins cher|"
        r"prix divisés? par (?:deux|2)|(?:à )?moitié-prix",
    ),
    third=(r"(?:un|1) tiers (?:de (?:remise|réduction|rabais|moins)|moins cher)",),
    quarter=(r"(?:un|1) quart (?:de (?:remise|réduction|rabais|moins)|moins cher)",),
    free_after=(
        r"(?:est |sont |vous est |vous sont )?(?:offert|gratuit)(?:e|es|s)?\b(?! par)|en cadeau\b",
    ),
    free_before=(
        r"(?:nous (?:vous )?offrons|on vous offre|recevez gratuitement|recevez en cadeau|cadeau ?:|en cadeau ?:|gratuits? ?:|offerts? ?:)"
        r"(?: un| une| le| la| les| des| votre| vos| du)?",
    ),
    not_free=(r"temps libre|libre|bien offert|s'est offerte?|sens offert",),
    n_for_m=(
        r"{get} (?:pour|=) (?:le prix (?:de |d')|seulement )?{pay}(?! (?:personnes?|nuits?|jours?|"
        r"semaines?|heures?|convives|joueurs|ans?|mois|adultes|enfants|minutes?|saisons?|cv)|[.,]?\d| ?[€$£%])",
        r"{get} (?:articles?|produits?|achetés?|\w+)?,? ?(?:pour le prix (?:de |d'))(?:seulement )?{pay}\b",
        r"(?:prenez|achetez|choisissez)(?:-en)? {get}(?: \w+)?,? (?:et )?(?:n'en )?(?:payez|payez-en)"
        r"(?: que| seulement)? {pay}\b",
    ),
    plus_free=(
        r"{pay} (?:\w+ )?(?:achetée?s?|payée?s?)(?: ?[,=:+]| et)? ?(?:la |le |les )?{free} (?:\w+ )?(?:offert|gratuit)(?:e|es|s)?",
        r"{pay} ?\+ ?{free} (?:offert|gratuit)(?:e|es|s)?",
        r"(?:achetez|commandez)(?:-en)? {pay}(?: \w+)?,? (?:et )?(?:recevez|obtenez)(?:-en)? {free}"
        r"(?: \w+)? (?:gratuit|offert)\w*",
        r"(?:pour )?{pay} achetée?s?,? {free} offerte?s?",
    ),
    nth_free=(
        r"(?:le |la |votre )?(?P<nth>deuxième|second|seconde|troisième|quatrième|cinquième|2e|3e|4e|5e|"
        r"2ème|3ème|4ème|5ème|2nd|2nde)(?: article| produit| \w+)?(?: est|,)? (?:offert|gratuit)e?\b",
    ),
)
