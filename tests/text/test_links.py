import pytest

from omnicontent.text.links import add_tracking, drop_tracking, find_links, same_target


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


def test_tracking_that_the_editor_set_wins():
    url = "https://a.example/?utm_source=poster"
    assert add_tracking(url, source="x") == url


def test_tracking_without_a_value_is_not_added():
    assert add_tracking("https://a.example/", source="") == "https://a.example/"
