"""Surfaces of several pictures: no more than the platform takes, and the editor hears of it."""

import pytest

from omnicontent.channels.media_uses import pictures_max
from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import SEEDS
from tests.channels_out.stories import story

FORMS = {
    "facebook-post": "album",
    "instagram-feed": "carousel",
    "linkedin": "",
    "mastodon": "",
    "rcs": "carousel",
    "threads": "carousel",
}


def told(slug, pictures):
    images = [SEEDS | {"digest": f"{number:064x}"} for number in range(pictures)]
    body = [{"type": "picture", "image": image} for image in images]
    return story(body=body, forms={slug: FORMS[slug]} if FORMS[slug] else {})


def sources(content):
    """Return what goes out, a picture and its thumbnail once."""
    return {use.source_digest for use in content.media}


def codes(slug, pictures):
    channel = get_channel(slug)
    campaign = told(slug, pictures)
    return [issue.code for issue in channel.validate(channel.adapt(campaign), campaign)]


@pytest.mark.parametrize("slug", FORMS)
def test_pictures_beyond_the_maximum_stay_out_and_the_editor_reads_so(slug):
    most = pictures_max(get_channel(slug).spec)
    assert len(sources(get_channel(slug).adapt(told(slug, most + 3)))) == most
    assert codes(slug, most + 3) == ["pictures_left_out"]
    assert codes(slug, most - 1) == []


@pytest.mark.parametrize("slug", [slug for slug, form in FORMS.items() if form])
def test_the_usual_form_has_one_picture_by_choice(slug):
    channel, campaign = get_channel(slug), told(slug, 30).model_copy(update={"forms": {}})
    content = channel.adapt(campaign)
    assert len(sources(content)) == 1
    assert channel.validate(content, campaign) == []
