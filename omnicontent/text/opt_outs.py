"""Whether a message says how to get no more of them: an address, a number, or STOP as an answer.

The keywords are among those that senders must act on, in English and French:
https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords-required.html
"""

import re

from omnicontent.text.links import find_links, same_target

_STOP = re.compile(r"\b(?:STOP|ARRET|UNSUBSCRIBE)\b")
_STOP_TO = re.compile(rf"{_STOP.pattern}\D{{0,30}}\+?\d{{4,15}}\b")


def says_way_out(text: str, line: str, *, url: str, answered: bool) -> bool:
    """Tell whether a text says how to get no more messages.

    ``line`` are the words that are meant to say it, ``url`` is the brand's address for it, and
    ``answered`` tells whether the sender takes answers.
    """
    line = line.strip() if line.strip() in text else ""
    visited = url and any(same_target(link.url, url) for link in find_links(text))
    if visited or _STOP_TO.search(text) or any(find_links(line)):
        return True
    return answered and bool(line or _STOP.search(text))
