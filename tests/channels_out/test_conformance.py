"""Every installed channel keeps the contract: new ones are tested before they have a test."""

import pytest

from omnicontent.channels.registry import all_channels, failures
from omnicontent.channels.testing import CHECKS


def test_every_module_loads():
    assert dict(failures()) == {}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("slug", list(all_channels()))
def test_channel_keeps_the_contract(slug, check):
    assert list(check(all_channels()[slug])) == []
