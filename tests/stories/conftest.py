from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from omnicontent.media.seen import FilmSeen, SeenShot
from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignIndexPage, CampaignPage, MasterImage, MasterMedia
from omnicontent.stories.services import set_up_site
from tests.stories.making import (
    edit_address,
    make_campaign,
    make_film,
    make_index,
    make_picture,
    posted,
)


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


@pytest.fixture
def submitted(editor: Client, marketer: Client, campaign: CampaignPage) -> CampaignPage:
    """A campaign that an editor has submitted for approval, with a new headline."""
    response = editor.post(
        edit_address(campaign),
        posted(headline="Please approve") | {"action-submit": "1"},
    )
    assert response.status_code == 302
    page = CampaignPage.objects.get(pk=campaign.pk)
    assert page.workflow_in_progress
    return page


@pytest.fixture
def illustrated(
    editor: Client, campaign: CampaignPage, picture: MasterImage, film: MasterMedia
) -> CampaignPage:
    """A campaign that an editor has submitted with a picture and, in its body, a film."""
    film.seen = FilmSeen(shots=(SeenShot(start=0, end=1),), cover_seconds=0).model_dump()
    film.description = "Cherries on a tree."
    film.save()
    body = [("film", {"video": film.pk, "caption": ""})]
    picked = {"hero_image": picture.pk, "hero_image_alt": "A tulip"}
    editor.post(edit_address(campaign), posted(body, **picked) | {"action-submit": "1"})
    page = CampaignPage.objects.get(pk=campaign.pk)
    assert page.workflow_in_progress
    return page
