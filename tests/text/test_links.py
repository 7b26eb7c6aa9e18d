from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.links import add_tracking, drop_tracking, find_links, same_target, whole_link


def found(text):
    return [link.url for link in find_links(text)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://a.example/x.", ["https://a.example/x"]),
        ("(https://a.example/x_(y)), then", ["https://a.example/x_(y)"]),
        ("Réservez sur shop.example/hiver !", ["shop.example/hiver"]),
        ("«https://a.example»", ["https://a.example"]),
        ("mail me@shop.example, it costs 1.299 € e.g. today", []),
        ("https://bücher.example/é?a=1#b", ["https://bücher.example/é?a=1#b"]),
    ],
)
def test_links_are_found_without_the_marks_of_the_sentence(text, links):
    assert found(text) == links


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example", "https://A.example/"),
        ("https://a.example/x?b=1", "https://a.example/x?b=1&utm_source=x&utm_medium=social"),
        ("https://a.example/x?utm_source=x#top", "https://a.example/x#top"),
        ("https://bücher.example/é", "https://xn--bcher-kva.example/%c3%a9"),
        ("https://a.example:443/%7Eb", "https://a.example/~b"),
        ("https://a.example/x", "a.example/x"),
    ],
)
def test_spellings_of_one_address_are_the_same(one, other):
    assert same_target(one, other)


@pytest.mark.parametrize(
    "other",
    [
        "https://a.example/x?b=2",
        "https://a.example/xy",
        "https://a.example/x?b=1#top",
        "https://www.a.example/x?b=1",
        "https://a.example.evil/x?b=1",
        "not a link",
        "https://[",
    ],
)
def test_other_addresses_are_not(other):
    assert not same_target("https://a.example/x?b=1", other)


def test_tracking_keeps_query_and_fragment():
    url = add_tracking("https://a.example/x?b=%C3%A9#top", source="x", campaign="hiver & fils")
    assert url == ("https://a.example/x?b=%C3%A9&utm_source=x&utm_campaign=hiver%20%26%20fils#top")
    assert drop_tracking(url) == "https://a.example/x?b=%C3%A9#top"


QUERIES = st.lists(
    st.sampled_from(
        ["a=1", "a=2", "b", "c=", "=d", "e=%C3%A9+x", "f=1;g=2", "h=a%26b", "é=ü", "[]=1", "x=?y"]
    ),
    max_size=4,
).map("&".join)
ADDRESSES = st.builds(
    lambda scheme, host, path, query, fragment: f"{scheme}://{host}{path}{query}{fragment}",
    st.sampled_from(["https", "http", "HTTPS"]),
    st.sampled_from(["a.example", "bücher.example", "xn--bcher-kva.example:8443", "u@a.example"]),
    st.sampled_from(["", "/", "/%7Eb//c/;d", "/é", "/a+b"]),
    st.one_of(st.just(""), st.just("?"), QUERIES.map(lambda query: f"?{query}")),
    st.sampled_from(["", "#", "#top", "#/route?utm_source=y", "#a#b"]),
)
UTM = {"source": "x", "medium": "social", "campaign": "hiver & fils"}
ADDED = "utm_source=x&utm_medium=social&utm_campaign=hiver%20%26%20fils"


@given(ADDRESSES)
def test_tracking_changes_no_byte_of_what_is_there(url):
    tracked = add_tracking(url, **UTM)
    start, sign, fragment = url.partition("#")
    assert tracked.startswith(start)
    assert tracked.endswith(ADDED + sign + fragment)
    joint = tracked[len(start) :].removesuffix(ADDED + sign + fragment)
    assert joint == (
        "" if start.endswith("?") and "?" not in start[:-1] else "&" if "?" in start else "?"
    )


@given(ADDRESSES)
def test_tracking_is_taken_away_again_and_added_only_once(url):
    tracked = add_tracking(url, **UTM)
    assert add_tracking(tracked, **UTM) == tracked
    assert drop_tracking(tracked) in (url, url.replace("?", "", 1))
    assert drop_tracking(url) == url


@given(ADDRESSES)
def test_a_server_reads_what_it_read_before_and_the_tracking(url):
    before = parse_qsl(urlsplit(url).query, keep_blank_values=True)
    after = parse_qsl(urlsplit(add_tracking(url, **UTM)).query, keep_blank_values=True)
    assert after == [*before, *((f"utm_{name}", value) for name, value in UTM.items())]


@pytest.mark.parametrize(
    ("url", "tracked"),
    [
        ("https://a.example", "https://a.example?utm_source=x"),
        ("https://a.example/?", "https://a.example/?utm_source=x"),
        ("https://a.example/?b#", "https://a.example/?b&utm_source=x#"),
        ("https://a.example/?b=1&b=2&", "https://a.example/?b=1&b=2&&utm_source=x"),
        ("https://a.example/?b=1;c=2", "https://a.example/?b=1;c=2&utm_source=x"),
        ("https://a.example/#?b=1", "https://a.example/?utm_source=x#?b=1"),
        ("HTTPS://BÜCHER.example:443/+%2b", "HTTPS://BÜCHER.example:443/+%2b?utm_source=x"),
    ],
)
def test_tracking_stands_between_query_and_fragment(url, tracked):
    assert add_tracking(url, source="x") == tracked


@pytest.mark.parametrize("name", ["utm_source", "UTM_Source", "utm%5Fsource", "b=1;utm_source"])
def test_tracking_that_is_there_in_another_spelling_wins(name):
    url = f"https://a.example/?{name}=poster#top"
    assert add_tracking(url, source="x") == url


def test_tracking_that_the_editor_set_wins():
    url = "https://a.example/?utm_source=poster"
    assert add_tracking(url, source="x") == url


def test_tracking_without_a_value_is_not_added():
    assert add_tracking("https://a.example/", source="") == "https://a.example/"


def test_a_link_shown_short_leads_to_the_whole_one():
    links = ("https://shop.example/a?utm_source=x", "https://shop.example/b")
    assert whole_link("shop.example/a", links) == links[0]
    assert whole_link("shop.example/c", links) == ""
