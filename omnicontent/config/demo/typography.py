"""French typography: no-break spaces before double punctuation, curly apostrophes.

Lexique des règles typographiques en usage à l'Imprimerie nationale: a full no-break space before
a colon and inside guillemets, a thin one before semicolon, exclamation and question mark.
"""

import re

FULL = "\N{NO-BREAK SPACE}"
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
THIN = "\N{NARROW NO-BREAK SPACE}"


def french(text: str) -> str:
    """Return the text with no-break spaces and curly apostrophes where French has them."""
    text = re.sub(r"(?<=\w)'(?=\w)", APOSTROPHE, text)
    text = re.sub(r" (?=[;!?%€])", THIN, text)
    text = re.sub(r" (?=[:»])", FULL, text)
    return text.replace("« ", f"«{FULL}")
