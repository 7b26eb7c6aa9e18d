"""What the two demo campaigns say, in English and French. Verdelune is an invented brand."""

from dataclasses import dataclass, field
from decimal import Decimal

BRAND = {
    "name": "Verdelune",
    "color": "#2f5d50",
    "postal_address": "Verdelune, 12 chemin des Semailles, 99000 Val-Clair",
    "unsubscribe_url": "https://verdelune.example/unsubscribe",
}
TIME_ZONE = "Europe/Paris"
CHANNELS = [
    "bluesky",
    "email",
    "instagram-feed",
    "instagram-story",
    "linkedin",
    "sms",
    "tiktok",
    "web",
    "x",
    "youtube",
]

Block = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Words:
    """One language of a campaign. In ``body``, a picture or film names its file."""

    title: str
    slug: str
    fields: dict[str, str]
    body: list[Block]
    own_words: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign in all its languages. ``end`` is day of next month (0: its last), hour, minute."""

    hero: str
    focus: tuple[float, float]
    offer: dict[str, object]
    end: tuple[int, int, int]
    words: dict[str, Words]


MEADOW = Campaign(
    hero="garden.jpg",
    focus=(0.30, 0.33),
    offer={"offer_type": "percent", "offer_value": Decimal(30), "promo_code": "MEADOW30"},
    end=(0, 23, 59),
    words={
        "en": Words(
            title="Wake the meadow",
            slug="wake-the-meadow",
            fields={
                "headline": "Wake the meadow",
                "key_message": "Sow wildflowers now and the first bees will find you in April.",
                "summary": (
                    "All our wildflower mixtures are reduced until the end of next month. "
                    "They hold native species only, sorted by soil and light. "
                    "One bag covers ten square meters."
                ),
                "cta_verb": "Choose your seeds",
                "cta_url": "https://verdelune.example/meadow",
                "legal_line": "While stocks last. One code per order, not on gift cards.",
                "hashtags": "wildflowers gardening bees",
                "hero_image_alt": (
                    "A dandelion clock in tall grass, lit from behind by the rising sun."
                ),
            },
            body=[
                (
                    "paragraph",
                    "<p>A lawn needs you every Saturday. A meadow needs you <b>twice a year</b>: "
                    "once to sow, once to mow. In between it looks after itself, and after a few "
                    "hundred guests.</p>",
                ),
                ("offer", {"intro": "This is what we take off"}),
                ("heading", "Three steps, one afternoon"),
                (
                    "list",
                    [
                        "Rake the ground bare; poor soil is best.",
                        "Mix the seed with dry sand and sow it by hand.",
                        "Tread it in. Rain and frost do the rest.",
                    ],
                ),
                (
                    "picture",
                    {
                        "file": "bird.jpg",
                        "alt": "A nuthatch climbs head first down the bark of an old tree.",
                        "caption": "First come the flowers, then the insects, then the nuthatch.",
                    },
                ),
                (
                    "quote",
                    {
                        "text": "A meadow is the only carpet that gets better when you leave it.",
                        "attribution": "Verdelune",
                    },
                ),
                (
                    "film",
                    {"file": "film.mp4", "caption": "Somebody else has waited for spring, too."},
                ),
                (
                    "embed",
                    {
                        "url": "https://verdelune.example/sowing-calendar",
                        "title": "Sowing calendar: what to sow in which week",
                    },
                ),
            ],
            own_words=[
                {
                    "channel": "email",
                    "part": "subject",
                    "text": "30% off wildflower seeds: sow now, bees in April",
                }
            ],
        ),
        "fr": Words(
            title="Réveillez la prairie",
            slug="reveillez-la-prairie",
            fields={
                "headline": "Réveillez la prairie",
                "key_message": (
                    "Semez des fleurs sauvages dès maintenant : "
                    "les abeilles seront là en avril."
                ),
                "summary": (
                    "Tous nos mélanges de fleurs sauvages sont en promotion "
                    "jusqu’à la fin du mois prochain. "
                    "Uniquement des espèces locales, choisies selon le sol et la lumière. "
                    "Un sachet suffit pour dix mètres carrés."
                ),
                "cta_verb": "Choisir mes graines",
                "cta_url": "https://verdelune.example/fr/prairie",
                "legal_line": (
                    "Dans la limite des stocks disponibles. "
                    "Un code par commande, hors cartes cadeaux."
                ),
                "hashtags": "fleurssauvages jardin abeilles",
                "hero_image_alt": (
                    "Une aigrette de pissenlit dans l’herbe haute, "
                    "à contre-jour au lever du soleil."
                ),
            },
            body=[
                (
                    "paragraph",
                    "<p>Une pelouse vous réclame tous les samedis. Une prairie, "
                    "<b>deux fois par an</b> : une fois pour semer, une fois pour faucher. "
                    "Le reste du temps, elle s’occupe d’elle-même et de quelques centaines "
                    "d’invités.</p>",
                ),
                ("offer", {"intro": "Ce que vous économisez"}),
                ("heading", "Trois gestes, un après-midi"),
                (
                    "list",
                    [
                        "Ratissez la terre à nu ; plus elle est pauvre, mieux c’est.",
                        "Mélangez les graines à du sable sec et semez à la volée.",
                        "Tassez du pied. La pluie et le gel font le reste.",
                    ],
                ),
                (
                    "picture",
                    {
                        "file": "bird.jpg",
                        "alt": (
                            "Une sittelle descend la tête en bas le long de l’écorce "
                            "d’un vieil arbre."
                        ),
                        "caption": "D’abord les fleurs, puis les insectes, puis la sittelle.",
                    },
                ),
                (
                    "quote",
                    {
                        "text": (
                            "La prairie est le seul tapis qui embellit quand on l’oublie."
                        ),
                        "attribution": "Verdelune",
                    },
                ),
                (
                    "film",
                    {
                        "file": "film.mp4",
                        "caption": "Il n’y a pas que vous qui attendez le printemps.",
                    },
                ),
                (
                    "embed",
                    {
                        "url": "https://verdelune.example/fr/calendrier",
                        "title": "Le calendrier des semis, semaine par semaine",
                    },
                ),
            ],
            own_words=[
                {
                    "channel": "email",
                    "part": "subject",
                    "text": "−30 % sur les fleurs sauvages : semez maintenant",
                }
            ],
        ),
    },
)

CINEMA = Campaign(
    hero="sunset.jpg",
    focus=(0.52, 0.42),
    offer={
        "offer_type": "price",
        "offer_value": Decimal("49.00"),
        "offer_currency": "EUR",
        "offer_old_price": Decimal("79.00"),
    },
    end=(20, 20, 0),
    words={
        "en": Words(
            title="Cinema at sunset",
            slug="cinema-at-sunset",
            fields={
                "headline": "Cinema at sunset",
                "key_message": "Supper, a glass of red and a film on the hill, for two.",
                "summary": (
                    "When the sun is down, the screen lights up. "
                    "We serve soup, bread and cheese from six o’clock, and blankets all night. "
                    "Big Buck Bunny opens the evening; drums close it."
                ),
                "cta_verb": "Book your seats",
                "cta_url": "https://verdelune.example/cinema",
                "legal_line": "Price for two people. Free cancellation until the day before.",
                "place_name": "The Lookout",
                "place_address": "3 chemin des Crêtes, 99100 Montclair-le-Haut",
                "hashtags": "openaircinema sunset",
                "hero_image_alt": (
                    "The sun sets behind mountain ridges; in front, a stone table on a "
                    "grassy summit with the last snow."
                ),
            },
            body=[
                (
                    "paragraph",
                    "<p>There are two films that evening. The first one starts by itself, at "
                    "about half past seven, behind the ridge. For the second one "
                    "<i>we</i> switch on the projector.</p>",
                ),
                ("offer", {"intro": "Two seats, one supper"}),
                (
                    "film",
                    {
                        "file": "film.mp4",
                        "caption": "Big Buck Bunny, on a screen eight meters wide.",
                    },
                ),
                ("heading", "What you get"),
                (
                    "list",
                    [
                        "Two deck chairs and two blankets",
                        "Soup, bread, cheese and a glass of red wine each",
                        "The film, and drums by the fire afterwards",
                    ],
                ),
                (
                    "picture",
                    {
                        "file": "wine.jpg",
                        "alt": (
                            "A djembe leans on a beanbag; behind it, a bottle and a glass of "
                            "red wine stand on a wooden table."
                        ),
                        "caption": "The drum is yours to try. The bottle is to share.",
                    },
                ),
            ],
        ),
        "fr": Words(
            title="Cinéma au couchant",
            slug="cinema-au-couchant",
            fields={
                "headline": "Cinéma au couchant",
                "key_message": (
                    "Un repas, un verre de rouge et un film sur la colline, pour deux."
                ),
                "summary": (
                    "Quand le soleil se couche, l’écran s’allume. "
                    "Soupe, pain et fromage sont servis dès dix-huit heures, "
                    "et les couvertures toute la nuit. "
                    "Big Buck Bunny ouvre la soirée ; les tambours la referment."
                ),
                "cta_verb": "Réserver mes places",
                "cta_url": "https://verdelune.example/fr/cinema",
                "legal_line": "Prix pour deux personnes. Annulation gratuite jusqu’à la veille.",
                "place_name": "Le Belvédère",
                "place_address": "3 chemin des Crêtes, 99100 Montclair-le-Haut",
                "hashtags": "cinémapleinair coucherdesoleil",
                "hero_image_alt": (
                    "Le soleil se couche derrière les crêtes ; au premier plan, une table "
                    "de pierre sur un sommet herbeux, avec un reste de neige."
                ),
            },
            body=[
                (
                    "paragraph",
                    "<p>Deux films ce soir-là. Le premier commence tout seul, vers "
                    "dix-neuf heures trente, derrière la crête. Pour le second, "
                    "c’est <i>nous</i> qui allumons le projecteur.</p>",
                ),
                ("offer", {"intro": "Deux places, un repas"}),
                (
                    "film",
                    {
                        "file": "film.mp4",
                        "caption": "Big Buck Bunny, sur un écran de huit mètres de large.",
                    },
                ),
                ("heading", "Ce qui vous attend"),
                (
                    "list",
                    [
                        "Deux transats et deux couvertures",
                        "De la soupe, du pain, du fromage et un verre de vin rouge chacun",
                        "Le film, puis les tambours autour du feu",
                    ],
                ),
                (
                    "picture",
                    {
                        "file": "wine.jpg",
                        "alt": (
                            "Un djembé posé sur un pouf ; derrière, une bouteille et un verre "
                            "de vin rouge sur une table de bois."
                        ),
                        "caption": "Le tambour est à essayer. La bouteille est à partager.",
                    },
                ),
            ],
        ),
    },
)

CAMPAIGNS = (MEADOW, CINEMA)

FILM_DESCRIPTION = {
    "en": "A big grey rabbit crawls out of its burrow, stretches and yawns at the morning.",
    "fr": "Un gros lapin gris sort de son terrier, s’étire et bâille au matin.",
}
FRENCH_CAPTIONS = """WEBVTT

00:00.000 --> 00:01.800
[Chants d’oiseaux]

00:01.800 --> 00:03.600
[Des pattes dans l’herbe, un grand étirement]

00:03.600 --> 00:05.200
[Un long bâillement heureux]
"""
DRAWN_ALT = {
    "en": "A drawing in plain colors that stands in for a photo.",
    "fr": "Un dessin aux couleurs simples, à la place d’une photo.",
}
CREDITS_LEAD = {"en": "Photos and film", "fr": "Photos et film"}
HOMES = {"en": ("Verdelune", "verdelune"), "fr": ("Verdelune", "verdelune-fr")}
