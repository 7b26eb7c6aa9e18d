"""French where people read it: the page, the mail, the admin. The story or the user chooses."""

import json
import re
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from omnicontent.channels.registry import get_channel
from omnicontent.stories.conversion import story_from_page
from tests.stories.making import make_campaign, make_index

FRENCH = {
    "id": "hiver",
    "locale": "fr",
    "headline": "Soldes d’hiver",
    "key_message": "Votre jardin ne dort pas.",
    "url": "https://shop.example/fr/hiver/",
    "facts": {
        "offer": {"type": "percent", "value": 30},
        "period": {"end": "2027-01-31T23:00:00+01:00", "time_zone": "Europe/Paris"},
        "promo_code": {"code": "HIVER30"},
        "place": {"name": "Jardinerie du Lac", "address": "1 rue du Port"},
        "call_to_action": {"verb": "Commander", "url": "https://shop.example/fr/hiver/"},
    },
    "brand": {
        "name": "Jardin",
        "postal_address": "1 rue du Port",
        "unsubscribe_url": "https://shop.example/stop",
    },
}
ENGLISH_OF_PAGE = ("Key facts", "Skip to content", "Promo code", ">When<", ">Where<")


def adapt(tmp_path, **changes):
    """Return the bodies of page and mail, as ``manage.py adapt`` writes them."""
    path = tmp_path / "histoire.json"
    path.write_text(json.dumps(FRENCH | changes))
    out = tmp_path / "out"
    options = ["--channel", "web", "--channel", "email"]
    call_command("adapt", str(path), "--out", str(out), *options)
    page = (out / "web" / "payload.html").read_text()
    mail = json.loads((out / "email" / "payload.json").read_text())
    return unescape(page), mail


@pytest.mark.parametrize("locale", ["fr", "fr-CA"])
def test_a_french_story_makes_a_french_page(tmp_path, locale):
    page, _ = adapt(tmp_path, locale=locale)
    for words in ("L’essentiel", "Aller au contenu", ">Offre<", ">Quand<", ">Code promo<", ">Où<"):
        assert words in page
    assert not any(words in page for words in ENGLISH_OF_PAGE)


def test_a_french_story_makes_a_french_mail(tmp_path):
    _, mail = adapt(tmp_path)
    html = unescape(mail["html"])
    for words in ("Offre", "Quand", "Code promo", "Où", "Voir en ligne", "Se désabonner"):
        assert words in html
    # In plain text a colon follows, and French puts a no-break space before it.
    for line in (
        "Code promo\u00a0: HIVER30",
        "Où\u00a0: Jardinerie du Lac",
        "Commander\u00a0: https://",
        "Se désabonner\u00a0: https://shop.example/stop",
    ):
        assert line in mail["text"]
    assert "Unsubscribe" not in html + mail["text"]


def test_an_editors_language_never_reaches_the_reader(tmp_path):
    with translation.override("fr"):
        page, mail = adapt(tmp_path, locale="en")
    assert all(words in page for words in ENGLISH_OF_PAGE)
    assert "Unsubscribe: https://shop.example/stop" in mail["text"]


@pytest.fixture
def french(client, db):
    """A browser whose administrator reads French."""
    user = User.objects.create_superuser("odile", password="x")
    UserProfile.objects.create(user=user, preferred_language="fr")
    client.force_login(user)
    return client


def read(client, name, *arguments):
    response = client.get(reverse(name, args=arguments))
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_a_campaign_of_the_database_speaks_its_own_language(db):
    campaign = make_campaign(make_index(), promo_code="HIVER30")
    campaign.locale.language_code = "fr"
    channel = get_channel("web")
    page = channel.render(channel.adapt(story_from_page(campaign))).body.decode()
    assert "L’essentiel" in page


def test_the_campaign_editor_is_french(french):
    campaign = make_campaign(make_index())
    page = read(french, "wagtailadmin_pages:edit", campaign.pk)
    tabs = re.findall(r'data-w-tabs-target="trigger">\s*([^<]+?)\s*<', page)
    assert tabs == ["Message", "Contenu", "Médias", "Canaux", "Promotion"]
    for words in (
        "Appel à l’action",
        "Message clé",
        "Une remise en pourcentage",
        "Les limites de chaque canal",
        "Page web",
        "chapô",
        "premier commentaire",
        "caractères pondérés",
        "carrousel (",
        "2\u00a0200 caractères",
        "Enregistrer le brouillon",
    ):
        assert words in page
    for words in ("Call to action", "Key message", "Own words", "Promo code", "What each channel"):
        assert words not in page


def test_a_preview_is_french_around_the_story(french):
    campaign = make_campaign(make_index())
    address = reverse("wagtailadmin_pages:view_draft", args=[campaign.pk])
    page = unescape(french.get(address, {"mode": "email"}).content.decode())
    for words in ("E-mail", "Dans la boîte de réception", "Ce qui est livré", "À corriger"):
        assert words in page


def test_a_preview_has_the_words_that_french_people_see_on_the_surface(french):
    campaign = make_campaign(make_index(), cta_verb="Réserver", cta_url="https://shop.example/")
    address = reverse("wagtailadmin_pages:view_draft", args=[campaign.pk])
    page = unescape(french.get(address, {"mode": "google-business"}).content.decode())
    button = re.search(r'class="google-button">(.*?)</p>', page, re.DOTALL).group(1)
    assert re.sub(r"<[^>]+>", "", button).strip() == "Réserver"


def test_a_preview_gives_french_advice(french):
    words = [("words", {"channel": "email", "part": "subject", "text": "Des bulbes. " * 5})]
    campaign = make_campaign(make_index(), own_words=words)
    address = reverse("wagtailadmin_pages:view_draft", args=[campaign.pk])
    page = unescape(french.get(address, {"mode": "email"}).content.decode())
    assert "Outlook en affiche 50, Gmail sur ordinateur 70, les mobiles 40." in page


def test_publishers_are_french(french):
    page = read(french, "publishers:index")
    assert "Diffuseurs" in page
    form = read(french, "publishers:add")
    assert "Si rien n’est coché, tous les canaux." in form
    answer = french.post(reverse("publishers:add"), {"name": "Infolettre", "active": "on"})
    token = unescape(answer.content.decode())
    assert "Jeton du diffuseur «\u00a0Infolettre\u00a0»" in token
    assert "Copiez-le maintenant." in token
    assert "Début du jeton" in read(french, "publishers:index")
