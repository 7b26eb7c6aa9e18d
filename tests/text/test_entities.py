"""The published cases of twitter-text, and where our rules differ from X's on purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.entities import (
    find_cashtags,
    find_entities,
    find_hashtags,
    find_mentions,
    without_overlaps,
)
from omnicontent.text.links import find_links

FINDERS = {
    "hashtags": find_hashtags,
    "hashtags_from_astral": find_hashtags,
    "mentions": find_mentions,
    "cashtags": find_cashtags,
}
ANOTHER_RULE = {
    # X has no accounts elsewhere; in the fediverse @test@example.com is one.
    "Extract lone metion but not @user@user (too close to an email)",
}


@pytest.mark.parametrize("group", FINDERS)
def test_entities_are_those_of_the_published_cases(vectors, group):
    cases = vectors("twitter-text/extract.yml")["tests"][group]
    wrong = {
        case["description"]
        for case in cases
        if [entity.value for entity in FINDERS[group](case["text"])] != case["expected"]
    }
    assert cases
    assert wrong == (ANOTHER_RULE if group == "mentions" else set())


@pytest.mark.parametrize(
    ("group", "find", "key"),
    [
        ("hashtags_with_indices", find_hashtags, "hashtag"),
        ("mentions_with_indices", find_mentions, "screen_name"),
        ("cashtags_with_indices", find_cashtags, "cashtag"),
    ],
)
def test_entities_stand_where_the_published_cases_say(vectors, group, find, key):
    for case in vectors("twitter-text/extract.yml")["tests"][group]:
        found = [(entity.value, [entity.start, entity.end]) for entity in find(case["text"])]
        assert found == [(one[key], one["indices"]) for one in case["expected"]]


WIDER_NAMES = {"Usernames SHOULD NOT allow the - character"}  # they do elsewhere
WIDER_LINKS = {
    # Ours: what is typed as an address is one, whether a host can have that name or not.
    "Invalid url: invalid userinfo characters",
    "Invalid url: underscore in domain",
    "Invalid url: domain beginning dash",
    "Invalid url: domain trailing dash",
    "Invalid url: unicode domain trailing dash",
    "Invalid url: improperly encoded unicode domain",
    "Invalid url: invalid IP",
    "Invalid url: domain has leading hyphen",
}


@pytest.mark.parametrize(
    ("group", "find", "told_apart"),
    [
        ("hashtags", find_hashtags, set()),
        ("usernames", find_mentions, WIDER_NAMES),
        ("urls", find_links, WIDER_LINKS),
        ("urls_without_protocol", find_links, set()),
    ],
)
def test_whole_texts_are_valid_as_the_published_cases_say(vectors, group, find, told_apart):
    cases = vectors("twitter-text/validate.yml")["tests"][group]
    wrong = {
        case["description"]
        for case in cases
        if ((0, len(case["text"])) in {(one.start, one.end) for one in find(case["text"])})
        is not case["expected"]
    }
    assert cases
    assert wrong == told_apart


LINKS_TOLD_APART = {
    # Ours: any top-level domain. Campaigns live on new ones, and tests on shop.example.
    "DO NOT extract invalid URL: http://no-tld",
    "DO NOT extract invalid URL: http://tld-too-short.x",
    "Extract URLs without protocol not on (com|org|edu|gov|net) domains",
    "DO NOT Extract a hyphenated TLD (even though it's usually a typo)",
    # Ours: an address may go on in any script; it ends at a space or a quote.
    "Extract valid URL: http://example.com/",
    "Extract long URL without protocol surrounded by CJK characters",
    "Extract short URL without protocol surrounded by CJK characters",
    "Extract URLs with and without protocol surrounded by CJK characters",
    "Extract short URLs without protocol on ccTLD domains without path",
    "Extract domain followed by Japanese characters",
    # Ours: what somebody typed as an address is one, even where no such host can be. The message
    # lock then says that it leads elsewhere.
    "Extract non-ASCII host name URLs with protocol, but ignore host names bigger than 63 "
    "characters. Also handle exceptions for non-ASCII hostnames longer than 256 characters",
    "DO NOT extract invalid URL",
    "DO NOT Extract URL with domain preceeded by underscore: "
    "http://domain-begin_dash_2314352345_dfasd.foo-cow_4352.com",
    "DO NOT extract URLs containing leading dashes in the subdomain",
    "DO NOT extract URLs containing leading dashes in the domain with a subdomain",
    "DO NOT extract URLs containing trailing dashes in the subdomain",
    "DO NOT extract URLs containing trailing dashes in the domain with a subdomain",
    "DO NOT extract URLs containing leading underscores in the subdomain",
    "DO NOT extract URLs containing leading underscores in the domain with a subdomain",
    "DO NOT extract URLs containing trailing underscores in the subdomain",
    "DO NOT extract URLs containing trailing underscores in the domain with a subdomain",
    "DO NOT extract URLs containing leading dashes in the domain name",
    "DO NOT extract URLs containing trailing dashes in the domain name",
    "DO NOT extract URLs containing underscores in the domain name",
    "DO NOT extract URLs containing underscores in the tld",
    # Ours: no rule for the signs before an address, nor for names of files and mail accounts.
    "DO NOT Extract URLs with a - or + in the middle of an email address",
    "DO NOT extract URLs in hashtag or @mention",
    "DO NOT extract URL if preceded by $",
    "DO NOT extract .bz2 file name as URL",
    "DO NOT extract URL with gTLD followed by @ sign",
    "DO NOT extract URL with ccTLD followed by @ sign",
    # X's own short addresses.
    "Extract a t.co URL with a trailing apostrophe",
    "Extract a t.co URL with a trailing hyphen",
    "DO NOT extract URLs with > 40 characters in a t.co slug",
}


def test_links_are_those_of_the_published_cases_but_for_the_named(vectors):
    cases = vectors("twitter-text/extract.yml")["tests"]["urls"]
    wrong = {
        case["description"]
        for case in cases
        if [link.url for link in find_links(case["text"])] != case["expected"]
    }
    assert len(cases) == 91
    assert wrong == LINKS_TOLD_APART


PIECES = ["#été", "@robin", "@robin@garden.example", "$TREE", "https://a.example/#b", "👩\u200d🌾"]
SIGNS = [" ", "\n", ".", "の", "#", "@", "e\u0301"]


@given(st.lists(st.sampled_from(PIECES + SIGNS)).map("".join))
def test_entities_lie_in_order_and_never_inside_each_other(text):
    end = 0
    for entity in find_entities(text):
        assert end <= entity.start < entity.end <= len(text)
        assert text[entity.start : entity.end].endswith(entity.value)
        end = entity.end


def test_of_two_at_one_place_the_first_in_the_list_stands():
    tags, mentions = list(find_hashtags("#a @b")), list(find_mentions("#a @b"))
    assert without_overlaps([*mentions, *tags, *tags]) == [*tags, *mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ask @robin.smith@garden.example, or @b-c.", ["robin.smith@garden.example", "b-c"]),
        ("mail robin@garden.example", []),
        ("@_@ and (@ok)", ["ok"]),
    ],
)
def test_a_name_may_hold_dots_and_a_host(text, names):
    assert [mention.value for mention in find_mentions(text)] == names
