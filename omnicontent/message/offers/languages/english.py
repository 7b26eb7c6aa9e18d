"""What English says around prices and percentages. See ``OfferWords``."""

from omnicontent.message.offers.vocabulary import OfferWords

ENGLISH = OfferWords(
    off_before=(
        r"save|saves|saving|savings of|you save|discount of|reduced by|reduction of|slashed by|"
        r"cut by|down by|minus|less|knocks?|takes?|taking|rebate of|voucher worth|reduced",
    ),
    off_after=(
        r"-?off(?![-\w])|-?discount|-?reduction|-?rebate|-?savings?|less(?! (?:than|plastic|energy|"
        r"sugar|water|waste|salt|fat|co2|power|fuel|noise|paper|packaging|time))|cheaper|lower|"
        r"voucher|gift card|cashback|reduced|saved|price cut|price drop",
    ),
    old_before=(
        r"instead of|was|were|formerly|rather than|previously|down from|reduced from|"
        r"(?:usual|regular|old|list|original|normal|full|retail|original retail) price(?: of| is)?|"
        r"rrp(?: of)?|msrp(?: of)?|usually|normally|regularly|originally|not|worth|valued at|"
        r"a value of|before",
    ),
    named_before=(r"(?:discount|deal|offer|saving|promo) ?:",),
    price_before=(r"for|at|only|just|now|yours for|costs?|price[ds]?(?: at)?|pay",),
    hedge_before=(
        r"up to|as much as|at least|more than|over|under|below|less than|about|around|nearly|almost|"
        r"approximately|approx\.?|roughly|above|a minimum of|minimum|maximum|max\.?|circa",
    ),
    hedge_after=(
        r"or (?:more|less)|and (?:more|up)|minimum|or so|(?:a|per|each|every) (?:month|week|year|day)|/ ?(?:month|mo|week|year)\b|monthly|weekly|yearly",
    ),
    more_before=(r"extra|additional|another|further|a further|an extra|an additional",),
    more_after=(r"more(?! than)|extra(?! off)|additional|on top|bonus|increase|higher",),
    condition_before=(
        r"(?:orders?|purchases?|baskets?|carts?|spend(?:ing)?|bills?)"
        r"(?: \w+)?(?: (?:of|over|above|from|worth|at least|more than|exceeding))*|"
        r"minimum (?:spend|order|purchase|basket)(?: of|:)?|free (?:shipping|delivery) "
        r"(?:over|from|above|on orders over)|when you spend|if you spend",
    ),
    condition_after=(
        r"(?:minimum )?(?:purchase|spend|order|basket)(?: minimum)?\b|min(?:imum)?\.? "
        r"(?:spend|order|purchase)|or more (?:purchase|spent)|spent",
    ),
    fee_before=(
        r"(?:shipping|delivery|postage|p&p|handling|deposit|surcharge|fee|insurance)"
        r"(?: costs?| fees?| charges?| is| from| for| at| only| just|:)*",
    ),
    fee_after=(
        r"(?:for )?(?:standard |express )?(?:shipping|delivery|postage|p&p|handling|deposit|"
        r"surcharge|fee|postage and packing)",
    ),
    harmless_before=(
        r"(?:emissions?|footprint|consumption|waste|energy use|turnover|sales|revenues?|bills?|noise|weight|"
        r"usage|output|yield|production|staff)(?: \w+)?(?: (?:by|down|up|:))+|"
        r"vat(?: of| at| rate)?|tax(?: of| at)?|share capital(?: of)?|capital of|battery(?: at)?|(?:chances?|probability|risk|odds)(?: of)?(?: \w+)?(?: at| is|:)?|\w+ chance|"
        r"humidity(?: of| at)?|top|score of|scored",
    ),
    harmless_after=(
        r"(?:organic |recycled |pure |natural )?(?:cotton|wool|linen|silk|cashmere|polyester|"
        r"leather|bamboo|hemp|elastane|nylon|cocoa|cacao|arabica|alcohol|abv|vol|fat|sugar|"
        r"fruit|juice|recycled|organic|natural|vegan|plant-based|renewable|local|handmade|"
        r"biodegradable|recyclable|compostable|waterproof|electric|vegetarian|gluten-free|grass-fed|"
        r"charged|humidity|online|digital|free-range|sure|certain|committed|happy|satisfied|"
        r"satisfaction|secure|safe|confident|behind|yours|ours|human|fun|authentic|genuine|homemade|"
        r"british|american|french|italian|german|spanish|european|scottish|merino)(?![-\w])|"
        r"of (?!(?:the |your )?(?:price|order|total|purchase|basket|bill|off))|since \d{4}|in \d{4}\b|"
        r"(?:\w+ )?(?:olive oil|oil|milk|butter|honey|chocolate|steel|glass|paper|wood|gold|silver|rubber|"
        r"acrylic|viscose|down|feathers?|aloe|shea|water|fibre|fiber|rye|wheat|spelt|oats?|beef|pork|"
        r"soap|wax|beeswax|acetate|cork|stone)\b|"
        r"(?:from) (?:the |all |our |your |their )?(?:\w+ )?(?:customers?|clients?|people|users?|readers?|"
        r"families|women|men|children|gardeners|guests|visitors|members|buyers|employees|"
        r"respondents|parents|households|profits?|proceeds|sales|energy|electricity|water|waste|"
        r"plastic|packaging|materials?|reviews?|orders?|students?|dogs|cats|adults|them|us|you|teams?|participants|owners|riders|walkers|shoppers|subscribers|staff)\b|"
        r"(?:\w+ )?(?:customers|people|satisfaction|reviews|would recommend|recommend)\b|"
        r"(?:faster|quicker|lighter|stronger|quieter|brighter|longer|thinner|smaller|larger|"
        r"warmer|softer|more (?:efficient|light|power|storage|space|comfort|energy|battery|room)|less (?:plastic|"
        r"energy|sugar|water|waste|salt|fat|co2|power|fuel|noise|paper|packaging|time)|fewer "
        r"\w+)|chance of|vat\b|humidity|of the (?:time|year|world|day)|capacity|charge\b|"
        r"(?:positive|approval|efficiency|efficient|accurate|accuracy|uptime|natural light)",
    ),
    whole=(r"refund|refunded|money[- ]back|free|reimbursed|off|discount|cashback",),
    percent=(r"percent|per cent|pct|per-cent|percents",),
    half=(r"half[- ]price|half off|half the price|price halved|prices halved",),
    third=(r"(?:a|one) third (?:off|less|cheaper)|(?:1/3|⅓) off",),
    quarter=(r"(?:a|one) quarter (?:off|less|cheaper)|(?:1/4|¼) off",),
    free_before=(r"free|complimentary|free of charge|on the house",),
    free_after=(
        r"(?:is |are |comes? |for |totally |completely |absolutely |all )?(?:free of charge|"
        r"for free|free|on the house|on us|as a gift|at no (?:extra )?(?:cost|charge))(?![-\w])",
    ),
    not_free=(
        r"\w+-free|feel free|free[- ]?(?:(?:range|time|to|from|fall|up|and|style|will|standing)\b|of (?!charge)|spirit\w*|ly\b|dom\b|hand\w*|"
        r"your\w*|flow\w*|wheel\w*|lance\w*)|toll[- ]?free|"
        r"hands[- ]free|duty[- ]free|(?:sugar|gluten|lactose|dairy|fat|alcohol|cruelty|plastic|"
        r"stress|worry|risk|tax|carbon|interest|lead|nut|fragrance|debt|hassle|pain|care|carefree|"
        r"sets? (?:\w+ )?|breaks? |is )free",
    ),
    n_for_m=(
        r"{get} \w+ for the price of {pay}\b",
        r"{get} (?:for|=|4) (?:the price of |only )?{pay}(?! (?:people|persons?|guests|nights?|"
        r"days?|weeks?|hours?|kids|players|years?|months?|minutes?|adults|seasons)|[.,]?\d| ?[€$£%])",
        r"(?:buy|take|get|pick|choose) {get}(?: items?| \w+)?,? (?:and )?pay (?:only )?(?:for )?{pay}\b",
        r"pay (?:only )?(?:for )?{pay}(?: \w+)?,? (?:and )?(?:get|take) {get}\b",
        r"{get} ?x ?{pay}\b(?! ?(?:cm|m|mm|\d))",
    ),
    plus_free=(
        r"(?:buy|purchase|order) {pay}(?: \w+){0,2},? (?:and )?(?:get|receive) {free}(?: \w+){0,2} "
        r"(?:free|for free|on us)\b",
        r"(?:buy|purchase) {pay},? {free} free\b",
        r"{pay} ?\+ ?{free} (?:free|gratis)",
    ),
    nth_free=(
        r"(?:the |every |your )?(?P<nth>second|third|fourth|fifth|2nd|3rd|4th|5th)(?: one| item| \w+)?"
        r"(?: is| comes|,)? (?:free|for free|on us)\b",
    ),
)
