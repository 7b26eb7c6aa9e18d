"""Which names end a host: the list that X, Mastodon and others tell addresses from words by.

It comes with ``twitter-text-parser``, the Python port of X's twitter-text, and is that of 2021.
"""

import re
import warnings
from functools import cache

# Past 30 labels nothing is a host that people type, and a search for its end takes minutes.
_ENDLESS_HOST = re.compile(r"(?<![^\s/:?#@])(?:[^\s/:?#@.]*\.){30,}[^\s/:?#@.]*")


@cache
def top_level_domains() -> frozenset[str]:
    """Return the top-level domains, in the letters that people type; imports on first use."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="pkg_resources is deprecated")
        from twitter_text.regexp.valid_cctld import valid_cctld
        from twitter_text.regexp.valid_gtld import valid_gtld

    patterns: list[re.Pattern[str]] = [valid_gtld, valid_cctld]
    lists = (pattern.pattern.partition(")(?=")[0] for pattern in patterns)
    return frozenset(name for names in lists for name in names.strip("(?:").split("|"))


@cache
def ending_pattern() -> str:
    """Return an expression for a top-level domain that no letter, digit or ``@+-`` goes on."""
    longest_first = sorted(top_level_domains(), key=lambda name: (-len(name), name))
    return rf"(?:(?:{'|'.join(longest_first)})(?=[^0-9a-zA-Z@+-]|$)|xn--[0-9a-z]+)"


def break_endless_hosts(text: str) -> str:
    """Return ``text``, as long as before, with commas for the periods of names without end."""
    return _ENDLESS_HOST.sub(lambda host: host[0].replace(".", ","), text)
