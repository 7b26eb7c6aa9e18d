"""What Spanish says around prices and percentages. See ``OfferWords``."""

from omnicontent.message.offers.vocabulary import OfferWords

SPANISH = OfferWords(
    off_before=(
        r"ahorr[ae]|ahorras|ahorre|ahórrate|descuento de|descuento del|rebaja de|rebaja del|menos|reducción de|"
        r"reducción del|rebajad[oa]s? un|con un|vale de|cupón de",
    ),
    off_after=(
        r"(?:de )?(?:descuento|dto\.?|dcto\.?|rebaja|ahorro|reducción)|menos|más baratos?|"
        r"de regalo",
    ),
    old_before=(
        r"en lugar de|en vez de|antes|antes a|era|eran|pvp|pvp:|precio (?:anterior|habitual|original|normal)"
        r"(?: de)?|valorad[oa] en|valor de|por valor de|y no",
    ),
    named_before=(r"(?:descuento|oferta|promo|precio) ?:",),
    price_before=(r"por|solo|sólo|a|ahora|cuesta",),
    hedge_before=(
        r"hasta(?: un| el)?|al menos|más de|casi|cerca de|unos|menos de|mínimo|máximo|"
        r"aproximadamente|alrededor de|como mínimo",
    ),
    hedge_after=(r"o más|como mínimo|mínimo|o menos|(?:al|por|/) ?(?:mes|semana|año)",),
    more_before=(r"extra|otro|un extra|adicional",),
    more_after=(r"más|extra|adicional(?:es)?|de más",),
    condition_before=(
        r"(?:pedidos?|compras?)(?: \w+)? (?:de|superiores? a|desde|a partir de|de más de)|compra mínima(?: de|:)?|"
        r"(?:envío) (?:gratis|gratuito) (?:desde|a partir de)",
    ),
    condition_after=(r"(?:de )?(?:compra|pedido)(?: mínim[oa])?",),
    fee_before=(
        r"(?:envío|gastos de envío|entrega|portes|fianza|depósito)(?: de| por|:| desde)*",
    ),
    fee_after=(r"(?:de |por )?(?:gastos de envío|envío|entrega|portes|fianza|depósito)",),
    harmless_before=(r"iva(?: del?)?|capital social(?: de)?|batería(?: al)?|humedad(?: del)?",),
    harmless_after=(
        r"(?:de )?(?:algodón|lana|lino|seda|cachemira|poliéster|cuero|bambú|cacao|arábica|alcohol|vol|"
        r"grasa|azúcar|fruta|zumo|reciclad[oa]s?|ecológic[oa]s?|orgánic[oa]s?|bio|natural(?:es)?|"
        r"vegan[oa]s?|vegetal(?:es)?|renovables?|locales|artesanal(?:es)?|biodegradables?|eléctric[oa]s?|"
        r"cargad[oa]|humedad|online|digital|segur[oa]s?|satisfacción|satisfech[oa]s|español(?:a|es)?|"
        r"garantizad[oa]s?|merina|merino)\b|"
        r"(?:de los|de las|del) (?!precio|total)|desde \d{4}|"
        r"de (?!descuento|dto|dcto|rebaja|ahorro|reducción|regalo|tu |su |menos|más)|"
        r"(?:de |de los |de las |de nuestros |de nuestras |del )(?:\w+ )?(?:clientes|clientas|personas|usuarios|"
        r"lectores|familias|mujeres|hombres|niños|visitantes|miembros|compradores|encuestados|padres|"
        r"hogares|beneficios?|ventas|energía|electricidad|agua|residuos|plástico|materiales|"
        r"opiniones|satisfacción|tiempo)\b|(?:más (?:rápid|liger|potent|resistent|silencios|eficient)\w+)|"
        r"menos (?:plástico|energía|azúcar|agua|co2)|de iva|iva\b",
    ),
    whole=(r"reembols\w+|devol\w+|gratis|de descuento",),
    percent=(r"por ciento|por cien|porciento",),
    half=(r"(?:a )?mitad de precio|a medio precio",),
    third=(r"un tercio de (?:descuento|rebaja)|un tercio menos",),
    quarter=(r"un cuarto de (?:descuento|rebaja)|un cuarto menos",),
    free_before=(r"gratis:|regalo:|de regalo:?(?: un| una)?|te regalamos(?: un| una)?",),
    free_after=(r"(?:es |son )?(?:gratis|gratuit[oa]s?|de regalo)\b",),
    not_free=(r"libre",),
    n_for_m=(
        r"{get} (?:por|=) (?:el precio de )?{pay}(?! (?:personas?|noches?|días?|semanas?|horas?|jugadores|años?|meses)|"
        r"[.,]?\d| ?[€$£%])",
        r"{get} ?x ?{pay}\b(?! ?(?:cm|m|mm|\d|€))",
        r"{get}(?: \w+)? (?:al|por el) precio de {pay}\b",
        r"(?:lleva|llévate|lleve|compra)(?:te)? {get}(?: \w+)?,? (?:y )?paga(?: solo)? {pay}\b",
    ),
    plus_free=(
        r"(?:compra|lleva) {pay}(?: \w+)?,? (?:y )?(?:llévate|recibe|te llevas) {free}(?: \w+)? gratis",
        r"{pay} ?\+ ?{free} gratis",
    ),
    nth_free=(
        r"(?:el |la )?(?P<nth>segund[oa]|tercer[oa]?|cuart[oa]|2\.?[ºª]|3\.?[ºª]|4\.?[ºª])(?: unidad| artículo| \w+)?,? (?:es )?gratis",
    ),
)
