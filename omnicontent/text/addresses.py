"""Whether what is written like a link was meant for one."""

import re

from omnicontent.text.domains import top_level_domains

_RESERVED = frozenset({"example", "test", "localhost", "invalid"})
_FILES = frozenset({"md", "py", "sh", "zip", "mov"})
_WORDS = "it is in at to so no my me us be de la il et au as es el tu un"
_NEW_SENTENCE = frozenset(_WORDS.split())


def is_address(url: str) -> bool:
    """Tell whether a found link was meant for one.

    ``README.md`` is a file, and in ``ends.It`` somebody forgot a space.
    """
    if "://" in url:
        return True
    host = re.split(r"[/?#:]", url, maxsplit=1)[0]
    *labels, ending = host.split(".")
    known = ending.lower() in _RESERVED or ending.lower() in top_level_domains()
    if not known or (len(labels) > 1 and all(len(label) == 1 for label in labels)):
        return False
    return host != url or not _is_words(labels, ending)


def _is_words(labels: list[str], ending: str) -> bool:
    """Tell whether a bare host is rather a number, a file's name, or the seam of two sentences."""
    if ending.lower() == "com" or ending.lower() in _RESERVED:
        return False
    if all(label.isdecimal() for label in labels):
        return True
    if len(labels) > 1:
        return False
    if ending.isupper() and labels[0].isupper():
        return ending.lower() in _NEW_SENTENCE
    return ending in _FILES or ending[0].isupper()
