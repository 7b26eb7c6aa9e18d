"""A preview of other words costs little: few queries, and no picture is opened again."""

from collections.abc import Callable

import pytest
import pyvips
import willow
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from omnicontent.channels.registry import all_channels
from omnicontent.stories.models import CampaignPage
from tests.previews.making import posted_campaign

POST_MAX, GET_MAX = 30, 40
"""Of these, the campaign's own preview asks 12; the rest is Wagtail's form and login."""


@pytest.mark.parametrize("slug", sorted(all_channels()))
def test_words_are_previewed_from_the_form_without_image_work(
    campaign: CampaignPage,
    login: Callable[..., Client],
    slug: str,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = login()
    address = f"/admin/pages/{campaign.pk}/edit/preview/"
    campaign.make_preview_request(preview_mode=slug)  # makes the stand-ins
    form = posted_campaign(campaign, promo_code="LILY15")
    for room, name in ((Image, "open"), (pyvips.Image, "new_from_file"), (willow.Image, "open")):
        monkeypatch.setattr(room, name, _refuse)
    with django_assert_max_num_queries(POST_MAX):
        assert client.post(address, form).json()["is_valid"]
    with django_assert_max_num_queries(GET_MAX):
        shown = client.get(address, {"mode": slug, "in_preview_panel": "true"})
    assert "LILY15" in shown.content.decode()


def _refuse(*_args: object, **_values: object) -> None:
    raise AssertionError("a preview of other words opened a picture")
