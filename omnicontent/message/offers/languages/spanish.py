"""What Spanish says around prices and percentages. See ``OfferWords``."""

from omnicontent.message.offers.vocabulary import OfferWords

SPANISH = OfferWords(
    off_before=(
        r"(?:te |le |os )?(?:descont\w+|descuent[ae]\w*|ahorr\w+)(?: (?!por |"
        r"a )[\w'-]+){0,3}",
        r"ahorr[ae]|ahorras|ahorre|ahórrate|descuento de|descuento del|rebaja de|"
        r"rebaja del|menos|reducción de|reducción del|rebajad[oa]s? un|con un|vale de|"
        r"cupón de",
    ),
    off_after=(
        r"(?:de )?(?:descuento|dto\.?|dcto\.?|rebaja|ahorro|reducción)|menos|"
        r"más barat[oa]s?|de regalo",
    ),
    old_before=(
        r"en lugar de|en vez de|antes|antes a|era|eran|pvp|pvp:|precio (?:anterior|"
        r"habitual|original|normal)(?: de)?|valorad[oa] en|valor de|por valor de|y no",
    ),
    named_before=(r"(?:descuento|oferta|promo|precio) ?:",),
    price_before=(
        r"desde|a partir de",
        r"por|solo|sólo|a|ahora|cuesta",
    ),
    hedge_before=(
        r"hasta(?: un| el)?|al menos|más de|casi|cerca de|unos|mínimo|máximo|"
        r"aproximadamente|alrededor de|como mínimo",
    ),
    hedge_after=(r"o más|como mínimo|mínimo|o menos",),
    more_before=(r"extra|otro|un extra|adicional",),
    more_after=(r"más|extra|adicional(?:es)?|de más",),
    condition_before=(
        r"(?:pedidos?|compras?)(?: \w+)? (?:de|superiores? a|desde|a partir de|de más de)|"
        r"compra mínima(?: de|:)?|(?:envío) (?:gratis|gratuito) (?:desde|a partir de)",
    ),
    condition_after=(r"(?:de )?(?:compra|pedido)(?: mínim[oa])?",),
    fee_before=(
        r"(?:envío|gastos de envío|entrega|portes|fianza|depósito)(?: de| por|:| desde)*",
    ),
    fee_after=(r"(?:de |por )?(?:gastos de envío|envío|entrega|portes|fianza|depósito)",),
    harmless_before=(
        r"entre (?:un )?\d+ y|pendiente(?: del?)?|desnivel(?: del?)?",
        r"(?:re)?carga(?: \w+){0,3} (?:al|hasta el)",
        r"chocolate(?: negro)?(?: al)?|cacao(?: al)?|más rápid[oa] un",
        r"iva(?: del?)?|capital social(?: de)?|batería(?: al)?|humedad(?: del)?",
    ),
    harmless_after=(
        r"en \d+ (?:minutos?|min|horas?)\b",
        r"desde (?:la|el|esta|este) \w+|menos que|más que",
        r"(?:de )?(?:algodón|lana|lino|seda|cachemira|poliéster|cuero|bambú|cacao|arábica|"
        r"alcohol|vol|grasa|azúcar|fruta|zumo|reciclad[oa]s?|ecológic[oa]s?|orgánic[oa]s?|"
        r"bio|natural(?:es)?|vegan[oa]s?|vegetal(?:es)?|renovables?|locales|"
        r"artesanal(?:es)?|biodegradables?|eléctric[oa]s?|cargad[oa]|humedad|online|"
        r"digital|segur[oa]s?|satisfacción|satisfech[oa]s|español(?:a|es)?|"
        r"garantizad[oa]s?|merina|merino)\b|desde \d{4}|(?:de |de los |de las |"
        r"de nuestros |de nuestras |del )(?:\w+ )?(?:clientes|clientas|personas|usuarios|"
        r"lectores|familias|mujeres|hombres|niños|visitantes|miembros|compradores|"
        r"encuestados|padres|hogares|beneficios?|ventas|energía|electricidad|agua|"
        r"residuos|plástico|materiales|opiniones|satisfacción|tiempo)\b|(?:más (?:rápid|"
        r"liger|potent|resistent|silencios|eficient)\w+)|menos (?:plástico|energía|azúcar|"
        r"agua|co2)|de iva|iva\b",
    ),
    share_after=(
        r"(?:de los|de las|del) (?!precio|total|\d)",
        r"de (?!descuento|dto|dcto|rebaja|ahorro|reducción|regalo|tu |su |menos|más)",
    ),
    promised_next=(
        r"en|con|hasta|para|por|desde|todos?|todas?|hoy|mañana|ahora|y|o|solo|sólo|a|al|"
        r"del?|si|cuando|código|promo|oferta|menos|más|este|esta|tu|tus|su|sus|sobre|"
        r"durante|antes|aquí|es|son|sin|que",
    ),
    whole=(r"reembols\w+|devol\w+|gratis|de descuento",),
    percent=(r"por ciento|por cien|porciento",),
    half=(r"(?:a )?mitad de precio|a medio precio",),
    fraction=(r"{part} (?:de (?:descuento|rebaja)|menos)",),
    part=(r"(?:(?P<count>un|dos|tres|\d) )?(?P<whole>tercio|cuarto|quinto|décimo)s?",),
    denied_before=(r"no(?: es)?(?: un| el)?|el año pasado(?: fue)?(?: un)?|olvida(?: el)?|ya no",),
    denied_after=(r"(?:del? )?(?:el )?año pasado",),
    below_before=(r"menos de|por debajo de",),
    free_before=(r"gratis:|regalo:|de regalo:?(?: un| una)?|te regalamos(?: un| una)?",),
    free_after=(r"(?:es |son )?(?:gratis|gratuit[oa]s?|de regalo)\b",),
    not_free=(r"libre",),
    n_for_m=(
        r"{get}[^.!?\d]{0,12} pag\w+ (?:sol[oa] |por |una sola |solo )*{pay}\b",
        r"{get} (?:por|=) (?:el precio de )?{pay}(?! (?:personas?|noches?|días?|semanas?|"
        r"horas?|jugadores|años?|meses)|[.,]?\d| ?[€$£%])",
        r"{get} ?[x×] ?{pay}\b(?! ?(?:cm|m|mm|\d|€))",
        r"{get}(?: \w+)? (?:al|por el) precio de {pay}\b",
        r"(?:lleva|llévate|lleve|"
        r"compra)(?:te)? {get}(?: \w+)?,? (?:y )?paga(?: solo)? {pay}\b",
    ),
    plus_free=(
        r"(?:compra|lleva) {pay}(?: \w+)?,? (?:y )?(?:llévate|recibe|"
        r"te llevas) {free}(?: \w+)? gratis",
        r"{pay} ?\+ ?{free} gratis",
    ),
    nth_free=(
        r"(?:el |la )?(?P<nth>segund[oa]|tercer[oa]?|cuart[oa]|2\.?[ºª]|3\.?[ºª]|"
        r"4\.?[ºª])(?: unidad| artículo| \w+)?,? (?:es )?gratis",
    ),
)
