"""The words of time in Spanish."""

from omnicontent.message.period.values import BLACK_FRIDAY, CYBER_MONDAY
from omnicontent.message.period.vocabulary import Vocabulary, days_called

_DAYS = (
    "primero|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve treinta treinta_y_uno"
)

SPANISH = Vocabulary(
    until=(
        r"hasta|termina el plazo|"
        r"fecha límite|fecha de fin|(?<!por )(?<!al )fin|último día|a más tardar|(?<!-)->"
    ),
    until_date=r"al|cierran?|ampliad[oa]",
    ends=(
        r"(?:se )?(?:terminan?|acaban?|finalizan?|vencen?|expiran?|caducan?|concluyen?|agotan?)|"
        r"(?:terminar|acabar|finalizar|vencer|expirar|caducar)án?|"
        r"(?:llegan?|toca|pone) (?:a su |el |su )?fin|desaparecen?|"
        r"(?:no|nada|nunca)(?: \w+){0,3} después|marcan? el fin(?:al)?|se esfuman?|"
        r"(?:se )?(?:acabó|terminó)|bajamos (?:el|la) (?:telón|persiana)"
    ),
    after="después del?",
    this="este|el",
    closes=r"(?:se )?cierran?|cerramos|cerrará",
    offers=(
        r"ofertas?|ventas?|promo|promoción|promociones|descuentos?|rebajas|códigos?|cupón|cupones|"
        r"campaña|sorteo|concurso|inscripci(?:ón|ones)|reservas?|preventa|precio|plazo|abono"
    ),
    subjects=r"todo|esto|eso|y|que|nuestr[oa]s?|tu|su|se|lo|cuando|bueno",
    by=r"antes del?",
    since=r"desde|a partir del?|empiezan?|comienzan?|inician?|inicio|arrancan?|abren?",
    filler=(
        r"el|la|los|las|día|del?|este|esta|es|próximo|inclusive|ofertas?|promoción|rebajas|venta|"
        r"campaña|promo|descuentos?|solo"
    ),
    to=r"-|->|al|a|hasta|hasta el",
    between="entre",
    both="y|e|&|o",
    on="el|del|al|este|día",
    closing=r"inclusive|inclusivo|incluido|(?:es )?(?:la )?fecha límite|como máximo",
    only=(
        r"sol[oa](?: por)?|sólo(?: por)?|nada más que|solamente|únicamente|"
        r"(?:es )?(?:la |tu |su )?última oportunidad"
    ),
    of="de",
    ordinal=r"\.?[º°]|ro|o",
    at=r"a las?|las|hasta las?|antes de las?|desde las?",
    end_of=r"(?:el )?último día (?:de|del mes de)|(?:el )?fin(?:al|ales)?(?: del mes)? de",
    early_of=r"(?:los )?(?:a )?(?:principios?|comienzos?|inicios?) de|(?:la )?primera semana de",
    middle_of="mediados de",
    all_of=(
        r"a lo largo de|"
        r"(?:durante |a lo largo de )?(?:todo(?: el mes de)?|el mes (?:entero|completo) de)|"
        r"durante el mes de"
    ),
    day_part=r" (?:por la )?noche",
    all_behind="entero|completo",
    valid="válid[oa]s?",
    within="en|durante|para",
    year_end=r"fin(?:al|ales)? de año|fin(?:al)? del año",
    bare_day=r"hasta el|antes del|termina el|acaba el|finaliza el|desde el|a partir del",
    follows=r"a las?|inclusive|de este mes|del mes|solo|para|en|y|con|-",
    next_week="próximo",
    midnight="(?:la )?medianoche",
    noon="mediodía",
    opening=(
        r"abiert[oa]s?|abrimos|abre|apertura|horarios?|todos los días|cada día|a diario|cocina|"
        r"desayunos?|brunch|comidas?|cenas?|happy hour|teléfono|tel|atención|servicio|envíos?|"
        r"entregas?|tiendas?|cierra|cerramos|concierto|fiesta|función|espectáculo|película|"
        r"taller|recogida"
    ),
    notes=(
        r"actualizad[oa]|publicad[oa]|modificad[oa]|nacid[oa]|fundad[oa]|fechad[oa]|calle|"
        r"avenida|plaza|paseo"
    ),
    afterwards=r"vuelven?|precio normal|suben?|subirán?|otra vez|de nuevo|demasiado tarde",
    dearer=(
        r"(?:suben|subirán|sube|subirá) (?:los|el) precios?|precios? (?:suben?|subirán?)|"
        r"(?:vuelve|vuelven) (?:al|el|los) precios? normal(?:es)?"
    ),
    months={"set": 9, "sept": 9, "setiembre": 9},
    day_words=days_called(_DAYS),
    numbers=(
        "un|una|uno",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
    ),
    holidays=(
        (r"nochebuena", ((24, 12),)),
        (r"día de navidad", ((25, 12),)),
        (r"nochevieja|fin de año", ((31, 12),)),
        (r"día de año nuevo", ((1, 1),)),
        (r"(?:el día de )?(?:los )?reyes(?: magos)?", ((6, 1), (5, 1))),
        (r"san valentín", ((14, 2),)),
        (r"halloween", ((31, 10),)),
        (r"navidad", ((24, 12), (25, 12))),
        (r"año nuevo", ((31, 12), (1, 1))),
    ),
    shopping_days=(
        (r"black[- ]?friday|viernes negro", BLACK_FRIDAY),
        (r"cyber[- ]?monday|ciberlunes|cyber lunes", CYBER_MONDAY),
    ),
    words={
        "tonight": r"esta noche",
        "today": r"hoy",
        "day_after_tomorrow": r"pasado mañana",
        "tomorrow": r"(?<!pasado )mañana",
        "weekend": r"(?:todo )?este fin de semana|todo el fin de semana",
        "whole_week": r"toda (?:la|esta) semana",
        "week": r"esta semana|fin(?:al)? de (?:la|esta) semana",
        "month_end": r"fin(?:al|ales)? del? (?:este )?mes",
        "whole_month": r"todo (?:el|este) mes(?! de)",
        "month": r"este mes",
        "last_day": r"último día",
        "last_days": r"últimos días|última semana",
        "last_hours": r"últimas horas",
        "last_weekend": r"último fin de semana",
        "days_left": (
            r"(?:quedan?|faltan?)(?: solo| sólo)? # días?(?! (?:para|de) )|# días? restantes"
        ),
        "hours_left": r"(?:quedan?|faltan?)(?: solo)? # horas?(?! para )|# horas? restantes",
        "weeks_left": r"(?:quedan?|faltan?)(?: solo)? # semanas?(?! para )",
        "in_days": r"(?:en|dentro de) # días?",
        "in_hours": r"(?:en|dentro de) # horas?",
    },
    ambiguous=frozenset({"tomorrow"}),
)
