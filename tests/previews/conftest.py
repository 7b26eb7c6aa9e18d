from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from pytest_django import Settings

from omnicontent.stories.groups import EDITORS
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.services import set_up_site
from tests.previews.making import make_whole_campaign


@pytest.fixture
def campaign(db: None, tmp_path: Path) -> CampaignPage:
    """A saved campaign with every fact, a picture and a film."""
    return make_whole_campaign(tmp_path)


@pytest.fixture
def templates(settings: Settings, tmp_path: Path) -> Callable[..., None]:
    """Writes templates by name, as a plug-in would bring them."""

    def write(**texts: str) -> None:
        folder = tmp_path / "templates"
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        (engine,) = settings.TEMPLATES
        settings.TEMPLATES = [engine | {"DIRS": [*engine["DIRS"], folder]}]

    return write


@pytest.fixture
def login(db: None) -> Callable[..., Client]:
    """Log a new user in: a campaign editor, or one of no group."""

    def log_in(name: str = "editor", group: str = EDITORS, **fields: object) -> Client:
        set_up_site()
        user = User.objects.create_user(name, password="secret", **fields)
        if group:
            user.groups.add(Group.objects.get(name=group))
        else:
            user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client = Client()
        client.force_login(user)
        return client

    return log_in
