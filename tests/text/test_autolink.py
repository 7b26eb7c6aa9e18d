"""The published cases of twitter-text again, by what it links in a page and by what X counts.

Ours writes no such page; what stands inside its links are the entities. Where the cases disagree
with our rules, or with the extraction that ``test_entities.py`` goes by, they are named here.
"""

import re
from html import unescape

import pytest

from omnicontent.text.entities import (
    find_cashtags,
    find_entities,
    find_hashtags,
    find_mentions,
)
from omnicontent.text.lengths import measure
from omnicontent.text.links import find_links
from omnicontent.text.units import Unit

LINKED = re.compile(r"<a\b(?P<attributes>[^>]*)>(?P<shown>.*?)</a>", re.DOTALL)
FINDERS = {
    "usernames": find_mentions,
    "lists": find_mentions,  # of a list the account is mentioned, as everywhere else
    "hashtags": find_hashtags,
    "cashtags": find_cashtags,
    "urls": find_links,
    "all": find_entities,
    "json": find_entities,
}
OURS = {
    # Ours: names elsewhere are longer than on X, and hold periods: on Bluesky this is an account.
    "DO NOT Autolink username over 20 characters",
    "Autolink @mention if followed by . and TLD",
    # Ours: behind a slash a number sign is the fragment of an address.
    "Autolink two hashtags separated by a slash",
    "Autolink hashtag after a slash",
    # Ours: an address without its protocol is a link. The cases of extraction say so, too.
    "DO NOT Autolink url without protocol (with www)",
    "DO NOT Autolink url without protocol (with WWW)",
    "DO NOT Autolink URL without protocol and without www (ending in .com)",
    "DO NOT Autolink URL without protocol and without www (ending in .org)",
    "DO NOT Autolink URL without protocol and without www (ending in .net)",
    "DO NOT Autolink URL without protocol and without www (ending in .gov)",
    "DO NOT Autolink URL without protocol and without www (ending in .edu)",
    "DO NOT Autolink URL without protocol and without www not ending in /.(edu|com|gov|org|net)/",
    "Multiple URLs with different protocols but not without a protocol",
    "Autolink raw domain followed by domain only links the first",
    "Autolink URL should NOT autolink a domain with a valid dash but no protocol",
    "Autolink URL should NOT link URLs with domains beginning in a space",
    "Autolink URL should NOT link URLs with domains beginning in a non-breaking space (U+00A0)",
    "Autolink URL should not link URL without protocol",
    # Ours: an address may go on in any script and with any sign; it ends at a space or a quote.
    "Autolink url in Japanese text",
    "Autolink url followed by nested parentheses (without them)",
    "Autolink url followed by completely unbalanced nested parentheses (without them)",
    "Autolink url with balanced parens hiding XSS",
    "Autolink url should NOT capture unbalanced parens",
    "Autolink url followed by = (without it)",
    "Autolink URL should HTML escape the URL",
    "Does not allow an XSS after an @",
    "Autolink t.co URL followed by punctuation",
    # Ours: what somebody typed as an address is one, even where no such host can be.
    "DO NOT Autolink url containing ! character in the domain",
    "DO NOT Autolink url containing _ character in the domain",
    "Autolink URL should NOT autolink www.-foo.com",
    # Ours: no rule for the signs before an address.
    "DO NOT Autolink url preceded by @",
    "DO NOT autolink URLs if preceded by # or @",
    "DO NOT autolink URL if preceded by $",
    # X shows another address in the place of its own short one.
    "Autolink URL",
    "Autolink all",
}
WITH_URLS = ["urls", "urls_with_indices", "urls_with_directional_markers", "tco_urls_with_params"]
SHORT_OR_IN_OTHER_SCRIPTS = {
    # Ours, as above: addresses go on in any script, and X's short ones like all others.
    "Extract URLs without protocol surrounded by CJK characters",
    "Extract URLs with and without protocol surrounded by CJK characters",
    "Extract t.co URLs skipping trailing characters and adjusting indices correctly",
}


def linked(html: str) -> list[str]:
    """Return what stands in the links of a page: names and tags without their signs."""
    found = [unescape(re.sub(r"<[^>]+>", "", match["shown"])) for match in LINKED.finditer(html)]
    return [text.lstrip("#\uff03$") for text in found]


def test_what_is_linked_is_what_we_find_but_for_the_named(vectors):
    groups = vectors("twitter-text/autolink.yml")["tests"]
    assert set(groups) == set(FINDERS)
    wrong = {
        case["description"]
        for group, cases in groups.items()
        for case in cases
        if [entity(one) for one in FINDERS[group](case["text"])]
        != [account(text) for text in linked(case["expected"])]
    }
    assert wrong == OURS


def entity(found) -> str:
    return getattr(found, "value", None) or found.url


def account(text: str) -> str:
    """Return the account of one of X's lists; all else as it is."""
    return text if "://" in text else text.partition("/")[0]


@pytest.mark.parametrize("group", WITH_URLS)
def test_x_counts_each_extracted_address_as_one(vectors, group):
    for case in vectors("twitter-text/extract.yml")["tests"][group]:
        found = [one["url"] if isinstance(one, dict) else one for one in case["expected"]]
        assert_counted(case["text"], found)


def test_x_counts_each_linked_address_as_one(vectors):
    for case in vectors("twitter-text/autolink.yml")["tests"]["urls"]:
        assert_counted(case["text"], linked(case["expected"]))


def test_x_weighs_by_the_configuration_in_force(vectors):
    rules = vectors("twitter-text/v3.json")
    assert weight("https://shop.com/winter") == rules["transformedURLLength"]
    for span in rules["ranges"]:
        for point in (span["start"], span["end"]):
            assert weight(chr(point)) * rules["scale"] == span["weight"]
        assert weight(chr(span["end"] + 1)) * rules["scale"] == rules["defaultWeight"]


def assert_counted(text: str, addresses: list[str]) -> None:
    short, rest = "", text
    for address in addresses:
        before, _, rest = rest.partition(address)
        short += before + "x" * 23
    assert weight(text) == weight(short + rest), text


def weight(text: str) -> int:
    return measure(text, Unit.X_WEIGHTED).count


@pytest.mark.parametrize("group", ["urls_with_indices", "urls_with_directional_markers"])
def test_addresses_stand_where_the_published_cases_say(vectors, group):
    wrong = {
        case["description"]
        for case in vectors("twitter-text/extract.yml")["tests"][group]
        if [(link.url, [link.start, link.end]) for link in find_links(case["text"])]
        != [(one["url"], one["indices"]) for one in case["expected"]]
    }
    assert wrong == (SHORT_OR_IN_OTHER_SCRIPTS if group == "urls_with_indices" else set())


def test_addresses_keep_their_parameters(vectors):
    for case in vectors("twitter-text/extract.yml")["tests"]["tco_urls_with_params"]:
        assert [link.url for link in find_links(case["text"])] == case["expected"]


def test_accounts_are_those_of_lists_too(vectors):
    for case in vectors("twitter-text/extract.yml")["tests"]["mentions_or_lists_with_indices"]:
        found = [(mention.value, mention.start) for mention in find_mentions(case["text"])]
        assert found == [(one["screen_name"], one["indices"][0]) for one in case["expected"]]
