"""The words of time in French."""

from omnicontent.message.period.values import BLACK_FRIDAY, CYBER_MONDAY
from omnicontent.message.period.vocabulary import Vocabulary, days_called

_LEFT = r"(?:(?:plus|reste(?:nt)?(?: plus)?) qu(?:e |')|encore |reste(?:nt)? (?:encore )?)"
"""In front of what is left: "plus que", "il ne reste qu'"."""

_DAYS = (
    "premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize "
    "dix-sept dix-huit dix-neuf vingt vingt_et_un|vingt-et-un vingt-deux vingt-trois vingt-quatre "
    "vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente trente_et_un|trente-et-un"
)

FRENCH = Vocabulary(
    until=(
        r"jusqu'(?:aux?|à|en)|jusque|fin|fin (?:de l'|de la |des |du )\w+|(?:date|heure) limite|"
        r"date de fin|dernier délai|échéance|au plus tard|dernier jour|s'arrête(?:nt|ra)?|"
        r"(?<!-)->"
    ),
    until_date=r"au|clôture|clôt|ferme|reporté(?:e|s|es)? au|prolongé(?:e|s|es)?",
    ends=(
        r"finit|finira|finissent|(?:se )?termine(?:nt|ra|ront)?|prend(?:ra)? fin|prennent fin|"
        r"s'achève(?:nt|ra)?|tout s'arrête|on arrête tout|expire(?:nt|ra)?|"
        r"(?:c'est|ce sera|tout est|est|sont|sera) (?:la fin|fini(?:e|s|es)?|terminée?s?)|"
        r"c'est plié|baisser? de rideau|(?:plus|pas|rien)(?: \w+){0,3} après|"
        r"disparaît(?:ra)?|disparaissent|cesse(?:nt|ra)?|plie bagage|"
        r"tire(?:nt|ra)? (?:sa|leur|à sa) (?:révérence|fin)|s'envole(?:nt)?|"
        r"dernière ligne droite|marque(?:nt|ra)? la fin|on remballe|"
        r"et puis (?:c'est tout|plus rien)|et c'est tout"
    ),
    after="après",
    this="ce|le",
    particles="rideau",
    closes=r"(?:se )?ferme(?:nt|ra)?|(?:se )?clôture(?:nt|ra)?|se clôt|clôt|baisse (?:le )?rideau",
    offers=(
        r"offres?|ventes?|promos?|promotions?|soldes|remises?|réductions?|codes?|bons?|campagne|"
        r"opération|concours|inscriptions?|réservations?|précommandes?|tarif|prix|billetterie|"
        r"votes?"
    ),
    subjects=r"c'|ça|cela|tout|et|puis|pass|qui|où|quand|nos|notre|votre|vos|elle|il|elles|ils",
    by=r"avant|avant (?:que|les douze coups de)|d'ici(?: au| à)?",
    since=(
        r"à partir (?:du|de|d')|à compter (?:du|de|d')|dès|depuis|commence(?:nt)?|commencera|"
        r"débute(?:nt|ra)?|démarre(?:nt|ra)?|début|lancement|ouvre(?:nt)?|ouverture"
    ),
    filler=(
        r"le|la|les|l'|au|à|du|de|des|d'|ce|cet|cette|est|fixée?|date|en|inclus|soit|c'est|"
        r"offres?|promo|promotions?|ventes?|soldes|opération|campagne|remises?|seulement|sera"
    ),
    to=r"-|->|au|à|jusqu'au|jusqu'à|et jusqu'au|et se termine",
    between="entre",
    both=r"et|&|ou",
    on=r"le|du|au|ce|les|ces|pour le",
    closing=(
        r"(?:est (?:la |le )?)?(?:date limite|dernier délai|dernier carat)|inclus|au plus tard"
    ),
    only=(
        r"(?<!pas )seulement|(?<!pas )uniquement|exclusivement|rien qu'|plus qu'|plus que|"
        r"rien que|après c'est fini|valable qu'|"
        r"(?:c'est )?(?:la |votre )?dernière chance|dernier appel|et pas demain"
    ),
    of="de",
    ordinal="er|re|e|eme",
    at=r"à|avant|jusqu'à|dès|vers|de|à partir de",
    end_of=(
        r"(?:le )?dernier jour (?:de |d'|du mois de |du mois d')|"
        r"(?:la )?fin(?: du mois de| de| d')?"
    ),
    early_of=(
        r"(?:le |au )?début(?: du mois de| de| d')?|(?:les |aux )?premiers jours (?:de |d')|"
        r"(?:la )?première semaine (?:de |d')"
    ),
    middle_of=r"(?:la )?mi-",
    all_of=(
        r"(?:(?:pendant|durant|sur) )?(?:tout(?: au long)?(?: le mois)?|l'intégralité|l'ensemble|"
        r"(?:pendant|durant) le mois)(?: de| d'| du mois de| du mois d')?"
    ),
    day_part=" soir",
    all_behind=r"(?:tout )?entier",
    valid=r"valables?|valides?",
    under="moins",
    within=r"en|au mois de|au mois d'|pour|pendant",
    year_end=r"(?:la )?fin (?:de l'|d')année",
    bare_day=(
        r"(?:avant|jusqu'à)(?= (?:\w+di|dimanche) )|"
        r"jusqu'au|avant le|au plus tard le|fin le|se termine(?:nt)? le|expire le|dès le|entre le"
    ),
    follows=(
        r"inclus|inclu|à|au soir|minuit|du mois|de ce mois|seulement|uniquement|pour|dans|sur|en|"
        r"et|chez|avec|-"
    ),
    at_once="dès",
    next_week="prochain",
    midnight="minuit",
    noon="midi",
    opening=(
        r"ouvert(?:e|s|es)?|(?<!semaine d')(?<!offre d')ouvertures?|ouvre|ouvrons|horaires?|"
        r"tous les (?:jours|soirs)|"
        r"chaque (?:jour|soir)|quotidien(?:nement)?|service|servi(?:e|s|es)?|petit-déjeuner|"
        r"brunch|"
        r"déjeuner|dîner|cuisine|happy hour|téléphone|tél|appel\w*|hotline|standard|"
        r"livr(?:aisons?|é|ée|és|ons)|"
        r"expédi(?:tion|é|ée|és)|retraits?|accueil|nocturne|soirée|concert|spectacles?|séances?|"
        r"film|atelier|fête|magasins?|"
        r"boutiques?|répond(?:ent|ons)?|joignables?|conseill\w+|ferme|fermeture|non-stop|bureaux"
    ),
    notes=r"mise? à jour|publiée?|postée?|rédigée?|modifiée?|née?|fondée?|photo prise|datée?|"
    r"(?:tarifs?|prix) (?:valables?|relevés?|constatés?|en vigueur)|rue|place|avenue|boulevard|bd|"
    r"quai|square|cours|pont|faubourg|métro|arrêt|station",
    afterwards=(
        r"retour(?:nent|ne)?|plein tarif|tarif normal|prix (?:normal|fort|plein)|remont\w+|"
        r"revien\w+|repass\w+|redevien\w+|augment\w+|de nouveau|trop tard"
    ),
    dearer=(
        r"prix (?:remont\w+|augment\w+|redevien\w+|grimp\w+)|"
        r"retour (?:au|à) (?:prix|tarif) (?:normal|plein|fort)|retour au plein tarif|"
        r"on repasse (?:au|à) (?:plein tarif|(?:prix|tarif) (?:normal|plein|fort))"
    ),
    months={"jan": 1, "janv": 1, "fev": 2, "fevr": 2, "jun": 6, "jul": 7, "juill": 7, "sept": 9},
    day_words=days_called(_DAYS),
    numbers=("un|une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    holidays=(
        (
            r"(?:veille|réveillon) de noël|le soir de noël",
            ((24, 12),),
        ),
        (r"jour de noël", ((25, 12),)),
        (
            r"(?:réveillon )?(?:de )?(?:la )?saint[- ]sylvestre|"
            r"réveillon du (?:nouvel an|jour de l'an)|veille du (?:nouvel an|jour de l'an)",
            ((31, 12),),
        ),
        (r"jour de l'an", ((1, 1),)),
        (r"saint[- ]valentin", ((14, 2),)),
        (r"halloween", ((31, 10),)),
        (r"noël", ((24, 12), (25, 12))),
        (r"nouvel an", ((31, 12), (1, 1))),
        (r"réveillon", ((24, 12), (31, 12))),
    ),
    shopping_days=(
        (r"black[- ]?friday|vendredi fou|vendredi noir", BLACK_FRIDAY),
        (r"cyber[- ]?monday|cyber[- ]?lundi", CYBER_MONDAY),
    ),
    words={
        "tonight": r"ce soir|cette nuit",
        "today": r"aujourd'hui|ce jour(?= seulement| uniquement)",
        "day_after_tomorrow": r"après-demain(?: soir)?",
        "tomorrow": r"(?<!-)demain(?: soir)?",
        "weekend": r"(?:tout )?ce week-?end|tout le week-?end",
        "whole_week": r"toute (?:la|cette) semaine",
        "week": r"cette semaine|(?:la )?fin de (?:la|cette) semaine",
        "month_end": r"(?:la )?fin (?:du|de ce) mois|fin de mois",
        "whole_month": r"tout (?:le|ce) mois(?! d)(?:-ci)?",
        "month": r"ce mois(?:-ci)?",
        "last_day": r"dernier jour",
        "last_days": r"(?<!\d )derniers jours|dernière semaine",
        "last_hours": r"(?<!\d )dernières heures",
        "last_weekend": r"dernier week-?end",
        "days_left": (
            rf"{_LEFT}# (?:petits )?(?:jours?|journée)(?! (?:de plus|avant (?!la fin)))|"
            r"# jours? restants?|j ?- ?\d{1,2}(?! avant (?!la fin))"
        ),
        "hours_left": rf"{_LEFT}# ?h(?:eures?)?(?! avant (?!la fin))",
        "weeks_left": rf"{_LEFT}# semaines?(?! avant (?!la fin))",
        "in_days": r"dans # jours?",
        "in_hours": r"dans (?:moins de )?# ?h(?:eures?)?",
    },
)
