"""Every installed channel keeps the contract: new ones are tested before they have a test."""

import pytest

from omnicontent.channels.registry import all_channels, failures
from omnicontent.channels.testing import CHECKS, check_preview
from omnicontent.previews.drawing import draw_preview


def test_every_module_loads():
    assert dict(failures()) == {}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("slug", list(all_channels()))
def test_channel_keeps_the_contract(slug, check):
    assert list(check(all_channels()[slug])) == []


@pytest.mark.parametrize("slug", list(all_channels()))
def test_the_preview_shows_what_is_delivered(slug):
    assert list(check_preview(all_channels()[slug], draw_preview)) == []
