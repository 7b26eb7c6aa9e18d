"""What English says around prices and percentages. See ``OfferWords``."""

from omnicontent.message.offers.vocabulary import OfferWords

_AT_LEAST = r"(?:of|over|above|from|worth|at least|more than|exceeding)"

ENGLISH = OfferWords(
    off_before=(
        r"(?:prices?|everything|all)(?: \w+){0,4} (?:down|cut)(?: by)?",
        r"(?:save|saves|saving)(?: (?!for |at )[\w-]+){0,4}|savings of|you save|"
        r"discount of|reduced by|reduction of|slashed by|cut by|down by|minus|less|"
        r"knocks?|takes?|taking|rebate of|voucher worth|reduced",
    ),
    off_after=(
        r"-?off(?![-\w])|(?:\w+[- ])?discount|-?reduction|-?rebate|-?savings?|"
        r"less(?! (?:than|plastic|energy|sugar|water|waste|salt|fat|co2|power|fuel|noise|"
        r"paper|packaging|time))|cheaper|lower|voucher|gift card|cashback|reduced|saved|"
        r"price cut|price drop",
    ),
    old_before=(
        r"instead of|was|were|formerly|rather than|previously|down from|reduced from|"
        r"(?:usual|regular|old|list|original|normal|full|retail|"
        r"original retail) price(?: of| is)?|rrp(?: of)?|msrp(?: of)?|usually|normally|"
        r"regularly|originally|worth|valued at|a value of|before",
    ),
    named_before=(r"(?:discount|deal|offer|saving|promo) ?:",),
    price_before=(
        r"from|starting at|starting from",
        r"for|at|only|just|now|yours for|costs?|price[ds]?(?: at)?|pay",
    ),
    hedge_before=(
        r"up to|as much as|at least|more than|over|about|around|nearly|almost|"
        r"approximately|approx\.?|roughly|above|a minimum of|minimum|maximum|max\.?|circa",
    ),
    hedge_after=(r"or (?:more|less)|and (?:more|up)|minimum|or so",),
    more_before=(r"extra|additional|another|further|a further|an extra|an additional",),
    more_after=(r"more(?! than)|extra(?! off)|additional|on top|bonus|increase|higher",),
    condition_before=(
        rf"(?:orders|purchases|spend(?:ing)?|bills)(?: \w+)?(?: {_AT_LEAST})*",
        rf"(?:order|purchase|basket|cart|bill)s?(?: \w+)?(?: {_AT_LEAST})+",
        r"(?:your|any|every|each|an?|the|min\.?|minimum|if|when)(?: \w+)? (?:order|purchase|"
        r"basket|cart|bill)s?(?: (?:value|total|minimum|is|reaches|totals|comes to))*",
        r"(?:order|basket|cart)(?: (?:value|total|minimum))+",
        r"(?:order|purchases|baskets)(?= ?$)",
        r"minimum (?:spend|order|purchase|basket)(?: of|:)?",
        r"free (?:shipping|delivery) (?:over|from|above|on orders over)",
        r"when you spend|if you spend",
    ),
    condition_after=(
        r"(?:minimum )?(?:purchase|spend|order|basket)(?: minimum)?\b|"
        r"min(?:imum)?\.? (?:spend|order|purchase)|or more (?:purchase|spent)|spent",
    ),
    fee_before=(
        r"(?:shipping|delivery|postage|p&p|handling|deposit|surcharge|fee|"
        r"insurance)(?: costs?| fees?| charges?| is| from| for| at| only| just|:)*",
    ),
    fee_after=(
        r"(?:for )?(?:standard |express )?(?:shipping|delivery|postage|p&p|handling|"
        r"deposit|surcharge|fee|postage and packing)",
    ),
    harmless_before=(
        r"between \d+ and|gradients?(?: of)?|slope(?: of)?|hydration(?: of)?",
        r"(?:re)?charge[sd]?(?: \w+)? to|charging to",
        r"(?:faster|quicker|lighter|stronger|quieter|more efficient) by|dark chocolate|"
        r"chocolate|cocoa(?: content)?",
        r"(?:emissions?|footprint|consumption|waste|energy use|turnover|sales|revenues?|"
        r"bills?|noise|weight|usage|output|yield|production|staff)(?: \w+)?(?: (?:by|down|"
        r"up|:))+|vat(?: of| at| rate)?|tax(?: of| at)?|share capital(?: of)?|capital of|"
        r"battery(?: at)?|(?:chances?|probability|risk|odds)(?: of)?(?: \w+)?(?: at| is|"
        r":)?|\w+ chance|humidity(?: of| at)?|top|score of|scored",
    ),
    harmless_after=(
        r"in \d+ (?:minutes?|mins?|hours?|seconds?)\b",
        r"since (?!today|yesterday|now)\w+|less than|more than",
        r"(?:organic |recycled |pure |natural )?(?:cotton|wool|linen|silk|cashmere|"
        r"polyester|leather|bamboo|hemp|elastane|nylon|cocoa|cacao|arabica|alcohol|abv|"
        r"vol|fat|sugar|fruit|juice|recycled|organic|natural|vegan|plant-based|renewable|"
        r"local|handmade|biodegradable|recyclable|compostable|waterproof|electric|"
        r"vegetarian|gluten-free|grass-fed|charged|humidity|online|digital|free-range|"
        r"sure|certain|committed|happy|satisfied|satisfaction|secure|safe|confident|"
        r"behind|yours|ours|human|fun|authentic|genuine|homemade|british|american|french|"
        r"italian|german|spanish|european|scottish|merino)(?![-\w])|since \d{4}|"
        r"in \d{4}\b|(?:\w+ )?(?:olive oil|oil|milk|butter|honey|chocolate|steel|glass|"
        r"paper|wood|gold|silver|rubber|acrylic|viscose|down|feathers?|aloe|shea|water|"
        r"fibre|fiber|rye|wheat|spelt|oats?|beef|pork|soap|wax|beeswax|acetate|cork|"
        r"stone)\b|(?:from) (?:the |all |our |your |their )?(?:\w+ )?(?:customers?|"
        r"clients?|people|users?|readers?|families|women|men|children|gardeners|guests|"
        r"visitors|members|buyers|employees|respondents|parents|households|profits?|"
        r"proceeds|sales|energy|electricity|water|waste|plastic|packaging|materials?|"
        r"reviews?|orders?|students?|dogs|cats|adults|them|us|you|teams?|participants|"
        r"owners|riders|walkers|shoppers|subscribers|staff)\b|(?:\w+ )?(?:customers|"
        r"people|satisfaction|reviews|would recommend|recommend)\b|(?:faster|quicker|"
        r"lighter|stronger|quieter|brighter|longer|thinner|smaller|larger|warmer|softer|"
        r"more (?:efficient|light|power|storage|space|comfort|energy|battery|room)|"
        r"less (?:plastic|energy|sugar|water|waste|salt|fat|co2|power|fuel|noise|paper|"
        r"packaging|time)|fewer \w+)|chance of|vat\b|humidity|of the (?:time|year|world|"
        r"day)|capacity|charge\b|(?:positive|approval|efficiency|efficient|accurate|"
        r"accuracy|uptime|natural light)",
    ),
    share_after=(r"of (?!(?:the |your )?(?:price|order|total|purchase|basket|bill|off))",),
    promised_next=(
        r"off|on|all|every|everything|with|until|till|thru|through|for|at|in|this|today|"
        r"tonight|tomorrow|now|only|just|your|the|our|and|or|when|if|from|by|across|as|"
        r"before|after|during|site-?wide|store-?wide|straight|instead|to|code|deal|sale|"
        r"promo|this|next|last|here|again|online|in-store|is|are|was|it's|that's|you|we|"
        r"because|while|ends?|starts?|right|select(?:ed)?|extra|more|less|voucher|coupon",
    ),
    whole=(r"refund|refunded|money[- ]back|free|reimbursed|off|discount|cashback",),
    percent=(r"percent|p\.c\.|pc(?= (?:off|discount|cheaper))|per cent|pct|per-cent|percents",),
    half=(r"half[- ]price|half off|half the price|price halved|prices halved",),
    fraction=(
        r"{part} (?:off|less|cheaper)",
        r"(?:saves?|saving|by|down|cut) {part}\b(?! of\b)",
    ),
    part=(
        r"(?:(?P<count>an?|one|two|three|four|\d)[ -])?(?P<whole>third|quarter|fifth|"
        r"tenth|half)s?",
    ),
    denied_before=(
        r"(?:is|are|it's|was|were)? ?not(?: just| only)?|no longer|forget(?: about)?|"
        r"never|last (?:year|time|week|month)(?:'s)?(?: it was|:| was)?|"
        r"instead of last year's|not a|usual",
    ),
    denied_after=(r"(?:last|the previous) (?:year|time|season)|(?:is|are) over\b|has expired",),
    below_before=(r"under|below|less than",),
    free_alone=(
        r"no (?:\w+ )?fees?(?! (?:may|will))|no (?:delivery|shipping|extra|service|"
        r"booking) charges?",
    ),
    free_before=(r"free|complimentary",),
    free_after=(
        r"(?:is |are |comes? |for |totally |completely |absolutely |"
        r"all )?(?:free of charge|for free|free|on the house|on us|as a gift|"
        r"at no (?:extra )?(?:cost|charge))(?![-\w])",
    ),
    not_free=(
        r"\w+-free|feel free|free[- ]?(?:(?:range|time|to|from(?! (?:\d|mon|tue|wed|thu|"
        r"fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|now|today|the \d))|"
        r"fall|up|and|style|will|standing)\b|of (?!charge)|spirit\w*|ly\b|dom\b|hand\w*|"
        r"your\w*|flow\w*|wheel\w*|lance\w*)|toll[- ]?free|hands[- ]free|duty[- ]free|"
        r"(?:sugar|gluten|lactose|dairy|fat|alcohol|cruelty|plastic|stress|worry|risk|tax|"
        r"carbon|interest|lead|nut|fragrance|debt|hassle|pain|care|carefree|"
        r"sets? (?:\w+ )?|breaks? )free",
    ),
    n_for_m=(
        r"pay (?:only )?(?:for )?{pay}(?: \w+)?,? (?:and )?(?:take home|walk away with|"
        r"leave with|go home with) {get}\b",
        r"{get} \w+ (?:and |, ?)?pay (?:only |for |just )*{pay}\b",
        r"{get} ?for ?{pay}\b(?! (?:people|persons?|guests|nights?|days?|\d))",
        r"{get}[- ]for[- ]{pay}\b(?! (?:people|persons?|guests|nights?|days?|\d))",
        r"{get}(?: \w+){0,2},? (?:and )?pay (?:only |for |just )*{pay}\b",
        r"{get} (?!days?\b|weeks?\b|nights?\b|weekends?\b|hours?\b)\w+,? {pay} price\b",
        r"{get} \w+ for the price of {pay}\b",
        r"{get} (?:for|=|4) (?:the price of |only )?{pay}(?! (?:people|persons?|guests|"
        r"nights?|days?|weeks?|hours?|kids|players|years?|months?|minutes?|adults|"
        r"seasons)|[.,]?\d| ?[€$£%])",
        r"(?:buy|take|get|pick|choose) {get}(?: items?|"
        r" \w+)?,? (?:and )?pay (?:only )?(?:for )?{pay}\b",
        r"pay (?:only )?(?:for )?{pay}(?: \w+)?,? (?:and )?(?:get|take) {get}\b",
        r"{get} ?[x×] ?{pay}\b(?! ?(?:cm|m|mm|\d))",
    ),
    plus_free=(
        r"b{pay}g{free}(?: free)?",
        r"{free} free \w+ for every {pay}\b",
        r"buy {pay},? get {free}\b",
        r"{pay}(?: \w+)? paid,? (?:and )?{free}(?: \w+)? (?:free|on the house|on us)\b",
        r"(?:you )?buy {pay},? (?:and )?we (?:give|add|pay)(?: you)? {free}\b",
        r"(?:buy|purchase|order) {pay}(?: \w+){0,2},? (?:and )?(?:get|"
        r"receive) {free}(?: \w+){0,2} (?:free|for free|on us)\b",
        r"(?:buy|purchase) {pay},? {free} free\b",
        r"{pay} ?\+ ?{free} (?:free|gratis)",
    ),
    nth_free=(
        r"every (?P<nth>second|third|fourth|2nd|3rd|4th) \w+ (?:is |comes )?(?:free|on us|"
        r"on the house)\b",
        r"(?:the |every |your )?(?P<nth>second|third|fourth|2nd|3rd|4th)(?: \w+)?'s free\b",
        r"every (?P<nth>second|third|fourth|2nd|3rd|4th) [^.!?]{0,50}? free\b",
        r"(?:the |every |your )?(?P<nth>second|third|fourth|fifth|2nd|3rd|4th|"
        r"5th)(?:'s)?(?: one| item| \w+)?(?: is| comes|,)? (?:free|for free|on us)\b",
    ),
)
