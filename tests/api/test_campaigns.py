"""The list of live campaigns: complete, stable, in pages."""

from uuid import UUID

import pytest

from tests.delivery.releases import make_live, make_release


def test_it_lists_what_is_live_and_where_its_manifest_is(get):
    live = make_live()
    make_release()
    (item,) = get("/campaigns").json()["items"]
    assert item["id"] == str(live.campaign)
    assert item["title"] == "Spring"
    assert item["release"]["url"] == f"http://127.0.0.1:8000/api/v1/releases/{live.pk}"


def test_a_scope_sees_only_campaigns_on_its_channels(get_sms):
    make_live(places=[("email", "en")])
    mine = make_live()
    assert [item["id"] for item in get_sms("/campaigns").json()["items"]] == [str(mine.campaign)]


def test_pages_hold_every_campaign_once_also_while_new_ones_come(get):
    campaigns = {str(make_live().campaign) for _ in range(7)}
    seen, cursor = [], None
    while True:
        query = {"limit": 3} | ({"cursor": cursor} if cursor else {})
        page = get("/campaigns", query).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
        make_live(UUID(int=0) if len(seen) == 3 else UUID(int=1))
    assert len(seen) == len(set(seen)) == 7
    assert set(seen) == campaigns


def test_the_last_page_has_no_cursor(get):
    for _ in range(3):
        make_live()
    assert get("/campaigns", {"limit": 3}).json()["next_cursor"] is None


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 101}, {"cursor": "next"}])
def test_wrong_paging_is_told(get, query):
    response = get("/campaigns", query)
    assert response.status_code == 422
    (error,) = response.json()["errors"]
    assert error["location"][-1] in query
