"""Manifests: all that the token may read of a release, and nothing else."""

import hashlib
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from omnicontent.releases.models import LivePointer, Release, Variant
from tests.delivery.releases import make_live, make_release, seal

State = Release.State


def test_the_manifest_names_variants_digests_and_files(get):
    release = make_live()
    manifest = get(f"/releases/{release.pk}").json()
    assert manifest["campaign"] == str(release.campaign)
    assert manifest["live"] is True
    assert [(v["channel"], v["locale"]) for v in manifest["variants"]] == [
        ("email", "en"),
        ("sms", "en"),
        ("sms", "fr"),
    ]
    variant = manifest["variants"][0]
    (file,) = variant["files"]
    assert variant["digest"] == release.variants.first().digest
    assert file["url"] == f"http://127.0.0.1:8000/files/{file['file_name']}"
    assert file | {"url": "", "file_name": ""} == {
        "slot": "image",
        "url": "",
        "file_name": "",
        "media_type": "image/jpeg",
        "sha256": "c" * 64,
        "bytes": 12345,
        "width_px": 600,
        "height_px": 300,
        "seconds": None,
        "alt": "A bird.",
        "captions": "",
        "framing": None,
    }


def test_a_campaign_leads_to_its_live_release(get):
    old = make_release()
    live = make_live(old.campaign)
    manifest = get(f"/campaigns/{live.campaign}/release").json()
    assert manifest["id"] == live.pk
    assert manifest == get(f"/releases/{live.pk}").json()


def test_an_old_release_says_which_is_live_now(get):
    old = make_release()
    live = make_live(old.campaign)
    manifest = get(f"/releases/{old.pk}").json()
    assert manifest["live"] is False
    assert manifest["live_release"] == {
        "id": live.pk,
        "number": 2,
        "url": f"http://127.0.0.1:8000/api/v1/releases/{live.pk}",
    }


def test_a_scope_sees_only_its_channels(get_sms):
    release = make_live()
    variants = get_sms(f"/releases/{release.pk}").json()["variants"]
    assert {variant["channel"] for variant in variants} == {"sms"}


@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.BUILDING, "live_at": None},
        {"state": State.READY, "live_at": None},
        {"state": State.BLOCKED, "live_at": None},
        {"state": State.FAILED, "live_at": None},
        {"state": State.SUPERSEDED, "live_at": None},
        {"state": State.RECALLED, "live_at": None},
        {"state": State.LIVE, "starts_at": timezone.now() + timedelta(days=1)},
        {
            "state": State.SUPERSEDED,
            "starts_at": timezone.now() - timedelta(days=1),
            "ended_at": timezone.now() - timedelta(days=2),
        },
    ],
)
def test_what_never_was_live_is_not_there(get, fields):
    release = make_release(**fields)
    variant = release.variants.first()
    for path in (
        f"/releases/{release.pk}",
        f"/campaigns/{release.campaign}/release",
        f"/variants/{variant.pk}",
        f"/variants/{variant.pk}/payload",
    ):
        assert get(path).status_code == 404


@pytest.mark.parametrize("state", [State.SUPERSEDED, State.EXPIRED])
def test_what_was_live_stays_readable(get, state):
    release = make_release(state=state)
    assert get(f"/releases/{release.pk}").json()["live"] is False


def test_what_is_recalled_is_gone_and_says_so(get):
    release = make_release(state=State.RECALLED)
    variant = release.variants.first()
    for path in (
        f"/releases/{release.pk}",
        f"/variants/{variant.pk}",
        f"/variants/{variant.pk}/payload",
    ):
        response = get(path)
        assert response.status_code == 410
        assert "take what you published of it down" in response.json()["detail"]
        assert "Spring" not in response.content.decode()


def test_an_offer_past_its_end_is_not_live(get):
    release = make_live(ends_at=timezone.now() - timedelta(seconds=1))
    assert get(f"/campaigns/{release.campaign}/release").status_code == 404
    manifest = get(f"/releases/{release.pk}").json()
    assert (manifest["live"], manifest["live_release"]) == (False, None)


def test_a_foreign_channel_is_not_there(get_sms):
    release = make_live(places=[("email", "en")])
    variant = release.variants.get()
    for path in (
        f"/releases/{release.pk}",
        f"/campaigns/{release.campaign}/release",
        f"/variants/{variant.pk}",
        f"/variants/{variant.pk}/payload",
    ):
        assert get_sms(path).status_code == 404


def test_a_foreign_recalled_release_is_not_there_either(get_sms):
    release = make_release(state=State.RECALLED, places=[("email", "en")])
    assert get_sms(f"/releases/{release.pk}").status_code == 404


def test_an_unfinished_variant_is_not_there(get):
    release = make_live()
    variant = release.variants.first()
    Variant.objects.filter(pk=variant.pk).update(state=Variant.State.FAILED)
    assert get(f"/variants/{variant.pk}").status_code == 404
    assert len(get(f"/releases/{release.pk}").json()["variants"]) == 2


def test_unknown_things_are_not_there(get):
    for path in (f"/campaigns/{uuid4()}/release", "/releases/999", f"/variants/{10**30}"):
        assert get(path).status_code == 404


def test_a_variant_brings_its_words_and_its_payload(get):
    release = make_live()
    email, sms, _ = release.variants.all()
    detail = get(f"/variants/{email.pk}").json()
    assert detail["parts"] == {"text": "Spring 1 en"}
    assert detail["links"] == ["https://example.com/"]
    assert detail["payload"] == {"text": "Spring 1 en"}
    assert detail["live"] is True
    assert detail["release"]["id"] == release.pk
    assert get(f"/variants/{sms.pk}").json()["payload"] == "Spring 1 en"


def test_a_payload_that_is_no_text_is_left_to_its_own_address(get):
    variant = make_live().variants.first()
    seal(variant, media_type="image/png", body=b"\x89PNG\xff")
    assert get(f"/variants/{variant.pk}").json()["payload"] is None


def test_the_payload_is_exact_and_carries_its_digest(get):
    variant = make_live().variants.first()
    detail = get(f"/variants/{variant.pk}").json()
    response = get(detail["payload_url"].removeprefix("http://127.0.0.1:8000/api/v1"))
    assert response.content == variant.body
    assert response["Content-Type"] == "application/json"
    assert hashlib.sha256(response.content).hexdigest() == detail["digest"]
    assert response["ETag"] == f'"{detail["digest"]}"'
    assert response["Content-Digest"].startswith("sha-256=:")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_queries_do_not_grow_with_the_release(get, django_assert_max_num_queries):
    places = [(f"channel-{number}", locale) for number in range(20) for locale in ("en", "fr")]
    release = make_live(places=places)
    variant = release.variants.first()
    for path in (
        f"/releases/{release.pk}",
        f"/campaigns/{release.campaign}/release",
        f"/variants/{variant.pk}",
        f"/variants/{variant.pk}/payload",
        "/campaigns",
        "/channels",
    ):
        with django_assert_max_num_queries(8):
            assert get(path).status_code == 200


def test_a_moved_pointer_moves_the_answer(get):
    old = make_release()
    live = make_live(old.campaign)
    LivePointer.objects.filter(campaign=live.campaign).update(release=old)
    assert get(f"/campaigns/{live.campaign}/release").json()["id"] == old.pk


ALTERED = {
    "body": {"body": b"Pay here instead."},
    "body and digest": {
        "body": b"Pay here instead.",
        "digest": hashlib.sha256(b"Pay here instead.").hexdigest(),
    },
    "media type": {"media_type": "text/html"},
}


@pytest.mark.parametrize("change", ALTERED.values(), ids=ALTERED.keys())
def test_what_was_altered_in_the_store_is_not_handed_out(get, change):
    release = make_live()
    variant, other = release.variants.all()[:2]
    known = get(f"/variants/{variant.pk}/payload")["ETag"]
    Variant.objects.filter(pk=variant.pk).update(**change)
    for path in (f"/variants/{variant.pk}", f"/variants/{variant.pk}/payload"):
        answer = get(path, if_none_match=known)
        assert answer.status_code == 500
        assert answer["Content-Type"] == "application/problem+json"
        assert "is not what was built" in answer.json()["detail"]
    assert get(f"/variants/{other.pk}/payload").status_code == 200


def test_a_manifest_names_no_altered_digest(get):
    release = make_live()
    Variant.objects.filter(pk=release.variants.first().pk).update(digest="0" * 64)
    for path in (f"/releases/{release.pk}", f"/campaigns/{release.campaign}/release"):
        assert get(path).status_code == 500
