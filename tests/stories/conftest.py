from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignIndexPage, CampaignPage, MasterImage, MasterMedia
from omnicontent.stories.services import set_up_site
from tests.stories.making import make_campaign, make_film, make_index, make_picture


@pytest.fixture
def index(db: None) -> CampaignIndexPage:
    return make_index()


@pytest.fixture
def campaign(index: CampaignIndexPage) -> CampaignPage:
    return make_campaign(index)


@pytest.fixture
def picture(db: None) -> MasterImage:
    return make_picture()


@pytest.fixture
def film(db: None, tmp_path: Path) -> MasterMedia:
    return make_film(tmp_path)


def _login(name: str, group: str) -> Client:
    set_up_site()
    user = User.objects.create_user(name, f"{name}@localhost", "secret")
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(db: None) -> Client:
    """A browser in which a campaign editor is logged in."""
    return _login("editor", EDITORS)


@pytest.fixture
def marketer(db: None) -> Client:
    """A browser in which a marketer is logged in."""
    return _login("marketer", MARKETERS)
