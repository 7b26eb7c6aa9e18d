"""Facets cover what they name, in bytes, and lead where they say."""

from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.atproto_facets import find_facets

WHOLE = "https://shop.example/winter?utm_source=x"
HANDLES = {"alice.example.com": "did:plc:alice"}


def covered(text, facet):
    index = facet["index"]
    return text.encode()[index["byteStart"] : index["byteEnd"]].decode()


def told(text, links=(), handles=HANDLES):
    facets = find_facets(text, links, handles)
    return [(covered(text, facet), facet["features"][0]) for facet in facets]


def test_a_link_shown_short_leads_to_the_whole_address():
    ((shown, feature),) = told("👍 Go: shop.example/winter!", [WHOLE])
    assert shown == "shop.example/winter"
    assert feature == {"$type": "app.bsky.richtext.facet#link", "uri": WHOLE}


def test_only_a_known_account_is_mentioned():
    pairs = told("@Alice.example.com and @bob.example.com")
    assert [shown for shown, _feature in pairs] == ["@Alice.example.com"]
    assert pairs[0][1]["did"] == "did:plc:alice"


def test_mentions_come_before_links_and_tags():
    kinds = [feature["$type"] for _shown, feature in told("#a $ABC b.com @alice.example.com")]
    assert [kind.rpartition("#")[2] for kind in kinds] == ["mention", "link", "tag", "tag"]


@given(st.text(alphabet="é👍\u0301字 a#", max_size=30))
def test_facets_cover_what_they_name_behind_emoji_and_marks(before):
    text = f"{before} #winter shop.example/winter"
    pairs = dict(told(text, [WHOLE]))
    assert pairs["#winter"]["tag"] == "winter"
    assert pairs["shop.example/winter"]["uri"] == WHOLE
