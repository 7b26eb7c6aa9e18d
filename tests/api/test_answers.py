"""What all answers have in common: problems for errors, tags for repeats, nothing kept."""

import pytest
from django.urls import path as url

from omnicontent.api.urls import urlpatterns as api_urls
from tests.delivery.releases import make_live


def broken(request):
    raise RuntimeError("secret of the service")


urlpatterns = [url("api/v1/broken", broken), *api_urls]


def assert_problem(response, status: int) -> dict:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["type"] == "about:blank"
    assert problem["title"]
    assert problem["detail"]
    return problem


def test_every_error_is_a_problem(get, client):
    assert_problem(client.get("/api/v1/channels"), 401)
    assert_problem(get("/releases/1"), 404)
    assert_problem(get("/nothing/here"), 404)
    assert_problem(client.get("/api/nothing"), 404)
    assert_problem(get("/campaigns", {"limit": "many"}), 422)
    assert_problem(client.get("/api/v1/channels", headers={"host": "a b"}), 400)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_other_methods_are_told_what_is_allowed(client, method):
    response = getattr(client, method)("/api/v1/channels")
    assert_problem(response, 405)
    assert set(response["Allow"].split(", ")) == {"GET", "HEAD"}


def test_a_fault_of_the_service_tells_nothing(client, monkeypatch):
    monkeypatch.setattr("omnicontent.api.middleware.API_URLS", __name__)
    client.raise_request_exception = False
    response = client.get("/api/v1/broken")
    assert_problem(response, 500)
    assert b"secret" not in response.content


def test_an_unknown_address_is_not_redirected_to_a_page(client, db):
    response = client.get("/api/v1/releases", headers={"accept-language": "fr"})
    assert response.status_code == 404


def test_nothing_is_kept_for_another_token(get, client):
    release = make_live()
    for response in (
        get(f"/releases/{release.pk}"),
        get("/releases/999"),
        client.get("/api/v1/channels"),
    ):
        assert response["Cache-Control"] == "private, no-store"
        assert "Authorization" in response["Vary"]


def test_a_known_answer_costs_no_second_download(get):
    release = make_live()
    variant = release.variants.first()
    for path in (
        "/channels",
        "/campaigns",
        f"/campaigns/{release.campaign}/release",
        f"/releases/{release.pk}",
        f"/variants/{variant.pk}",
        f"/variants/{variant.pk}/payload",
    ):
        tag = get(path)["ETag"]
        again = get(path, if_none_match=tag)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
        assert get(path, if_none_match='"other"').status_code == 200


def test_scopes_have_tags_of_their_own(get, get_sms):
    release = make_live()
    path = f"/releases/{release.pk}"
    assert get(path)["ETag"] != get_sms(path)["ETag"]
    assert get_sms(path, if_none_match=get(path)["ETag"]).status_code == 200


def test_the_tag_changes_when_the_release_does(get):
    release = make_live()
    path = f"/campaigns/{release.campaign}/release"
    tag = get(path)["ETag"]
    make_live(release.campaign)
    assert get(path, if_none_match=tag).status_code == 200


def test_head_answers_like_get(get, client):
    release = make_live()
    response = get(f"/releases/{release.pk}")
    token = response.wsgi_request.headers["Authorization"]
    head = client.head(f"/api/v1/releases/{release.pk}", headers={"authorization": token})
    assert head.status_code == 200
    assert head["ETag"] == response["ETag"]
    assert head.content == b""
