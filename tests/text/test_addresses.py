"""What is written like a link, and whether it was meant for one."""

import pytest

from omnicontent.text.addresses import is_address
from omnicontent.text.links import host_of, is_home_of, leads_to


@pytest.mark.parametrize(
    "url",
    ["shop.fr", "SHOP.FR", "Booking.Com", "x.com", "t.co/a", "163.com", "https://a.zz", "a.md/x"],
)
def test_links(url):
    assert is_address(url)


@pytest.mark.parametrize(
    "url",
    ["README.md", "fin.Profitez", "ends.It", "FIN.IL", "a.m.to", "30.de", "Node.js", "a.zip"],
)
def test_no_links(url):
    assert not is_address(url)


def test_where_a_link_leads():
    assert leads_to("http://www.a.example/b/?gclid=1", "https://a.example/b")
    assert not leads_to("https://a.example/b?c=1", "https://a.example/b")
    assert not leads_to("https://[", "https://[")
    assert is_home_of("a.example", "https://www.a.example/b?c=1#d")
    assert not is_home_of("a.example/x", "https://a.example/b")
    assert (host_of("https://www.a.example:8443/b"), host_of("https://[")) == (
        "a.example:8443",
        "",
    )
