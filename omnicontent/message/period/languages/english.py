"""The words of time in English."""

from omnicontent.message.period.vocabulary import Vocabulary, days_called

_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)

ENGLISH = Vocabulary(
    until=(
        r"(?<!\bwait )(?<!\ba day )(?<!\bone day )(?<!\b1 day )(?<!\bdays )(?<!\ba week )"
        r"(?<!\bone week )(?<!\b1 week )(?<!\bweeks )(?<!\bhours )"
        r"(?:until|(?<!the )(?<!our )(?<!a )till|'?til)|thru|"
        r"through|expiry|expiration|deadline|no later than|no more(?: \w+){1,3} after|"
        r"(?:last|final) day|(?<!-)->"
    ),
    until_date=r"to|up to|closes|closing|cut-?off|last orders?",
    ends=(
        r"ends?(?! of)|ending|ended|expires?|expiring|finishes|finishing|(?<=we )finish|"
        r"(?<=s )finish|"
        r"concludes|stops(?: working)?|"
        r"lapses|"
        r"(?:wraps?|winds?) (?:\w+ )?up|wrapping up|runs out|running out|"
        r"dies|dying|pull(?:s|ing)? the plug|done and dusted|(?:is|marks|spells|means) the end|"
        r"(?:not|n't|nothing|never|no longer)(?: \w+){0,3} after|"
        r"(?:goes|going) away|disappears?|vanish(?:es)?|"
        r"(?:it|that|this|they|all|everything|offer|sale|deal|price|code|pass|promo|promotion)"
        r"(?:'s| is| are|'ll be| will be)(?: all)? (?:over|gone|history|done|finished)|"
        r"(?:is|are|will be) (?:all )?(?:over|gone|history)|gone|over and out|off the table|"
        r"(?:calls?|calling) it (?:a day|quits)|last call"
    ),
    after="after|past",
    this="this|on",
    particles="never again|game over|poof|all over|then nothing",
    closes=r"closes?|closing|shuts?(?: down)?|shutting(?: down)?",
    offers=(
        r"offers?|sales?|deals?|promos?|promotions?|discounts?|savings?|specials?|codes?|"
        r"vouchers?|"
        r"coupons?|price|campaign|competition|giveaway|bookings?|pre-?orders?|entries|"
        r"registrations?|sign-?ups?|window|voting|applications"
    ),
    subjects=(
        r"'s|it|it all|everything|all|that|this|they|we|and|then|whole|thing|fun|party|when|which"
    ),
    by="by|before|prior to",
    since=(
        r"from|starting|starts?|begins?|beginning|as of|since|opens|(?<=we )open|opening|"
        r"launch(?:es|ing)?|"
        r"kicks? off|kicking off|effective"
    ),
    filler=(
        r"on|at|the|is|was|this|coming|and including|including|date|of|our|your|sale|offer|promo|"
        r"clock|strikes|'s|"
        r"promotion|deal|midnight|only|just|falls|running|runs|day"
    ),
    to=r"-|->|to|until|till|'?til|thru|through|up to(?: and including)?|and ends?|and ending",
    between="between",
    both="and|&|or",
    on="on|the",
    closing=(
        r"(?:is |= )?(?:the |our |your |a )?(?:deadline|cut-?off)|inclusive|"
        r"is the end\b|included"
    ),
    only=(
        r"(?<!not )only|(?<!not )just|and not tomorrow|"
        r"(?:it's |is |'s )?(?:the |your |our )?(?:last|final) (?:chance|call|shot|orders?|"
        r"opportunity)(?: (?:to|for|at) [\w'%]+(?: [\w'%]+){0,3})?"
    ),
    of="of",
    ordinal="st|nd|rd|th",
    at="at|by|until|till|from|before|@",
    end_of=r"(?:the )?end of|end|late|(?:the )?(?:last|final) day of",
    early_of=(
        r"early(?: in)?|(?:the )?(?:beginning|start) of|"
        r"(?:the )?first (?:week|days?|few days) (?:of|in)"
    ),
    middle_of=r"mid-?|(?:the )?middle of",
    all_of=(
        r"(?:all|(?:all )?(?:through|throughout)(?: the month of)|all through|throughout|"
        r"(?:the )?(?:whole|entire) (?:of|month of)|(?:all|during|for) (?:of|the (?:whole|entire|"
        r"full) month of|the month of)|all of|(?:the )?(?:whole|entire|full) month of|"
        r"every day (?:of|in)|any day in)"
    ),
    all_behind="long",
    through=r"(?:right )?(?:through|thru)",
    day_part=" (?:night|evening)",
    within="in|during",
    valid="valid",
    under="under|less|next",
    year_end=r"(?:the )?end of (?:the|this) year|year[- ]end|year'?s end",
    bare_day=r"until|till|through|thru|by|before|ends|ending|expires|to|since|from|between",
    bare_ordinal=True,
    follows=r"at|of the month|of this month|inclusive|only|for|so|and|to|midnight|in|on|with|-",
    next_week="next",
    midnight=r"(?:12(?::00)? ?)?midnight",
    noon=r"(?:12 ?)?noon|midday",
    opening=(
        r"open|opens|opening(?! (?:week|day|offer|sale|deal|price|special))|opened|hours|daily|"
        r"every ?day|each day|weekdays|serve[sd]?|serving|"
        r"breakfast|brunch|lunch|dinner|supper|happy hour|doors?|kitchen|hotline|helpline|"
        r"support|phone|tel|call us|lines|deliver(?:y|ed|s|ies)|dispatch|shipping|ships?|pick-?up|"
        r"check-?(?:in|out)|party|music|concert|shows?|films?|movie|screening|performance|class|"
        r"classes|session|workshop|staffed|answers?|reachable|agents?|reception|late-night|shop|"
        r"stores?|closes"
    ),
    notes=r"updated|published|posted|written|modified|born|founded|photo(?:graphed)? taken|dated",
    afterwards=(
        r"back|again|full price|regular price|normal price|goes? up|going up|rises?|rising|"
        r"increases?|costs? more|too late|full whack"
    ),
    dearer=(
        r"prices? (?:goes|go|going|will go|shoots?|jumps?|creeps?)(?: back)? up|"
        r"back to (?:full|normal|regular) price|"
        r"prices? (?:rises?|increases?|will rise|will increase)"
    ),
    months={"sept": 9},
    weekdays={"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
    day_words=days_called(_DAYS),
    numbers=("one|a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    holidays=(
        (r"christmas eve|xmas eve", ((24, 12),)),
        (r"christmas day|xmas day", ((25, 12),)),
        (r"boxing day", ((26, 12),)),
        (r"new year(?:'?s)? eve|nye", ((31, 12),)),
        (r"new year(?:'?s)? day", ((1, 1),)),
        (r"halloween", ((31, 10),)),
        (r"valentine'?s(?: day)?", ((14, 2),)),
        (r"christmas|xmas", ((24, 12), (25, 12))),
        (r"new year(?:'?s)?", ((31, 12), (1, 1))),
    ),
    words={
        "tonight": r"tonight|tonite|2nite|2night|this evening",
        "today": r"today|2day",
        "tomorrow": r"(?:tomorrow|tmrw|2morrow)(?: night| evening)?",
        "day_after_tomorrow": r"(?:the )?day after tomorrow(?: night| evening)?",
        "weekend": r"this week-?end|(?<=through )the week-?end|all week-?end(?: long)?",
        "whole_week": r"all (?:this )?week(?: long)?(?! ?-)|the (?:whole|entire) week(?! of)",
        "week": r"this week|(?:the )?end of (?:the|this) week",
        "month_end": r"(?:the )?end of (?:the|this) month|month[- ]end",
        "whole_month": r"all (?:this )?month(?: long)?(?! ?-)|the (?:whole|entire) month(?! of)",
        "month": r"this month",
        "last_day": r"(?:last|final) day",
        "last_days": r"(?:last|final)(?: few)? days|final week",
        "last_hours": r"(?:last|final)(?: few)? hours",
        "last_weekend": r"final week-?end|last week-?end (?:of|to)",
        "days_left": (
            r"# (?:more )?days? (?:left|to go|remaining|remain)|(?:only|for|just) # more days?|"
            r"for another # days?|# days? more|"
            r"(?:last|final) # days?(?= (?:of|to (?:save|order|shop|get)))"
        ),
        "hours_left": r"# (?:more )?(?:hours?|hrs?|h) (?:left|to go|remaining|remain)",
        "weeks_left": (
            r"# (?:more )?weeks? (?:left|to go|remaining|remain)|(?:for|only) # more weeks?|"
            r"# more weeks|for another # weeks?"
        ),
        "in_days": r"in # days?",
        "in_hours": r"in (?:the next |less than |under )?# (?:hours?|hrs?|h)",
    },
    month_first=True,
)
