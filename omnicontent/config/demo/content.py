"""The demo's site: languages, accounts, brand, media and two published campaigns.

Made once, in one transaction. Where campaign indexes exist already, nothing is touched: what
editors did since is theirs. Verdelune is an invented brand.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Locale, Page, Site

from omnicontent.config.demo.campaigns import PageMaker, read_campaigns
from omnicontent.config.demo.library import Library
from omnicontent.config.demo.moving import address, port_of
from omnicontent.config.demo.translating import translate
from omnicontent.stories.groups import ADMINISTRATORS, EDITORS, MARKETERS
from omnicontent.stories.models import BrandSettings, CampaignIndexPage, CampaignPage
from omnicontent.stories.services import set_up_site

BRAND = {
    "name": "Verdelune",
    "color": "#2f5d50",
    "postal_address": "Verdelune, 12 chemin des Semailles, 99000 Val-Clair",
    "unsubscribe_url": "https://verdelune.example.com/unsubscribe",
}
HOMES = {"en": "verdelune", "fr": "verdelune-fr"}
"""Language -> slug of its home page."""


@dataclass(frozen=True, slots=True)
class Account:
    """A login of the demo. Its password is known to everybody: never for a real service."""

    username: str
    password: str
    group: str
    superuser: bool = False


ACCOUNTS = (
    Account("editor", "demo-editor-1", EDITORS),
    Account("marketer", "demo-marketer-1", MARKETERS),
    Account("admin", "demo-admin-1", ADMINISTRATORS, superuser=True),
)


@transaction.atomic
def create_demo(folder: Path) -> bool:
    """Make the demo out of the media in ``folder``; return whether it was missing.

    :raises OSError: a file of the demo is not there.
    :raises MediaError: a file of the demo is not what its name says.
    """
    set_up_site()
    if CampaignIndexPage.objects.exists():
        return False
    users = {account.username: _make_user(account) for account in ACCOUNTS}
    homes = _make_homes()
    _make_site(homes["en"])
    library = Library(folder)
    for campaign in read_campaigns():
        _publish(campaign, library, homes, users["editor"])
    return True


def _make_user(account: Account) -> Any:
    user, created = get_user_model().objects.get_or_create(
        username=account.username,
        defaults={
            "is_superuser": account.superuser,
            "email": f"{account.username}@localhost",
            # Without names Wagtail's account page saves nothing, not even another language.
            "first_name": account.username.capitalize(),
            "last_name": "(demo)",
        },
    )
    if created:
        user.set_password(account.password)
        user.save()
        user.groups.add(Group.objects.get(name=account.group))
    return user


def _make_homes() -> dict[str, CampaignIndexPage]:
    root = Page.objects.get(depth=1)
    homes: dict[str, CampaignIndexPage] = {}
    for language, slug in HOMES.items():
        locale, _created = Locale.objects.get_or_create(language_code=language)
        home = CampaignIndexPage(title=BRAND["name"], slug=slug, locale=locale)
        if homes:
            home.translation_key = homes["en"].translation_key
        root.add_child(instance=home)
        home.save_revision().publish()
        homes[language] = home
    return homes


def _make_site(home: Page) -> None:
    base = address()
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname = base.hostname or "localhost"
    site.port = port_of(base)
    site.site_name, site.root_page = BRAND["name"], home
    site.save()
    BrandSettings.objects.update_or_create(site=site, defaults=BRAND)


def _publish(
    campaign: dict[str, Any], library: Library, homes: dict[str, CampaignIndexPage], user: Any
) -> None:
    first: CampaignPage | None = None
    for language in campaign["words"]:
        home = homes[language]
        page = PageMaker(campaign, library, language).page(home, owner=user)
        if first is None:
            home.add_child(instance=page)
            page.save_revision(user=user)
            first = page
        else:
            page = translate(first, page, user)
        page.latest_revision.publish(user=user)
