"""Mastodon: the content warning counts, a server sets its own limits, files go by their names."""

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.counting import count_parts
from omnicontent.channels.registry import get_channel, load_channels
from tests.channels_out.full_stories import BODY, SEEDS
from tests.channels_out.stories import FILM, FILM_SAID, film_story, own_words, story

MASTODON = get_channel("mastodon")
FACTS = "-30% until Dec 14, 2026 with WINTER30 https://shop.example/winter"


def post(told):
    return json.loads(MASTODON.render(MASTODON.adapt(told)).body)


def codes(told):
    return [issue.code for issue in MASTODON.validate(MASTODON.adapt(told), told)]


def test_the_payload_holds_the_parameters_of_a_status():
    payload = post(story())
    assert set(payload) == {"status", "language", "visibility", "media"}
    assert payload["language"] == "en"
    (file,) = payload["media"]
    assert file["description"] == "A robin on a spade"
    assert file["file"].startswith("https://cdn.example/files/")


def test_a_content_warning_is_only_there_in_own_words():
    assert "spoiler_text" not in post(story())
    told = story(**own_words("mastodon", spoiler_text="Prices"))
    assert post(told)["spoiler_text"] == "Prices"


def test_the_warning_and_the_post_have_one_limit():
    def with_warning(length):
        text = f"{FACTS} {'a' * (length - 251 - len(FACTS))}"
        return story(**own_words("mastodon", text=text, spoiler_text="w" * 250))

    assert codes(with_warning(500)) == []
    assert codes(with_warning(501)) == ["too_long"]
    assert codes(story(**own_words("mastodon", spoiler_text="w" * 520)))[:1] == ["too_long"]


@given(st.integers(0, 260))
def test_the_post_gives_way_to_the_warning(length):
    told = story(summary="More words. " * 40, **own_words("mastodon", spoiler_text="w" * length))
    content = MASTODON.adapt(told)
    assert all(count.fits for count in count_parts(MASTODON, content))
    assert "WINTER30" in content.parts["text"]


def test_links_count_23_and_accounts_without_their_host():
    link = "https://shop.com/winter"
    facts = story().facts.model_dump() | {"call_to_action": {"verb": "Go", "url": link}}
    words = f"-30% until Dec 14, 2026 WINTER30 {link}?utm_id={'9' * 900} @robin@{'b' * 60}.example"
    assert codes(story(facts=facts, **own_words("mastodon", text=words))) == []


def test_a_film_goes_alone_and_its_description_with_it():
    (file,) = post(film_story(body=BODY))["media"]
    assert (file["file"][-4:], file["description"]) == (".mp4", FILM_SAID)
    told = film_story(**own_words("mastodon", alt="Bees and a path"))
    assert post(told)["media"][0]["description"] == "Bees and a path"
    undescribed = film_story(hero_video=FILM | {"description": ""})
    assert codes(undescribed) == ["missing_alt"]


def test_pictures_of_the_body_follow_up_to_four():
    body = [
        {"type": "picture", "image": SEEDS | {"digest": digest * 64, "alt": f"Picture {digest}"}}
        for digest in "cdef"
    ]
    said = [file["description"] for file in post(story(body=body))["media"]]
    assert said == ["A robin on a spade", "Picture c", "Picture d", "Picture e"]


SERVER = {
    "domain": "garden.example",
    "version": "4.6.2",
    "configuration": {
        "statuses": {
            "max_characters": 200,
            "max_media_attachments": 1,
            "characters_reserved_per_url": 40,
        },
        "media_attachments": {"image_size_limit": 1_000_001, "description_limit": 420},
    },
}


@pytest.fixture
def loaded(monkeypatch, tmp_path):
    """Load Mastodon anew beside what a server has answered."""

    def load(answer):
        if answer is not None:
            (tmp_path / "mastodon.json").write_text(answer)
        monkeypatch.setenv("OMNICONTENT_PLATFORMS", str(tmp_path))
        monkeypatch.delitem(sys.modules, "channels_out.mastodon")
        return load_channels(group=None)

    return load


def test_a_server_says_what_it_takes(loaded):
    channel = loaded(json.dumps(SERVER)).channels["mastodon"]
    told = story(summary="More words. " * 40, body=BODY)
    content = channel.adapt(told)
    (count,) = [c for c in count_parts(channel, content) if c.part.name == "text"]
    assert (count.limit.maximum, count.fits) == (200, True)
    assert channel.spec.part("alt").limits[0].maximum == 420
    assert content.media[0].recipe.max_bytes == 1_000_000
    assert len(content.media) == 1
    assert len(channel.counted("text", "https://shop.com/")) == 40


def test_a_server_older_than_4_6_takes_1500_characters_of_alt_text(loaded):
    answer = {"configuration": {"media_attachments": {"image_size_limit": 10_485_760}}}
    channel = loaded(json.dumps(answer)).channels["mastodon"]
    assert channel.spec.part("alt").limits[0].maximum == 1500


def test_without_an_answer_the_defaults_hold(loaded):
    channel = loaded(None).channels["mastodon"]
    assert channel.spec.part("text").limits[0].maximum == 500
    assert channel.spec.part("alt").limits[0].maximum == 10_000


@pytest.mark.parametrize(
    "answer", ["{", "[]", '{"configuration": {"statuses": {"max_characters": 0}}}']
)
def test_an_answer_that_can_not_be_used_is_a_report_and_the_others_work(loaded, answer):
    found = loaded(answer)
    assert "mastodon" not in found.channels
    assert list(found.failures) == ["channels_out.mastodon"]
    assert "x" in found.channels
