"""Translations: facts from the source, words of their own, and what is stale of them."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.rich_text import RichText
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from omnicontent.stories.groups import EDITORS
from omnicontent.stories.models import CampaignIndexPage, CampaignPage, MasterImage
from omnicontent.stories.services import set_up_site
from omnicontent.stories.sharing import CHOICES, FACTS, WORDS
from omnicontent.stories.translations import (
    StaleString,
    is_stale,
    source_of,
    stale_strings,
    tie_of,
)
from tests.stories.making import make_campaign, posted

PERCENT = {"offer_type": "percent", "offer_value": Decimal(30), "promo_code": "TULIP30"}
FRENCH = {"headline": "Des tulipes pour votre balcon", "key_message": "Plantez avant le gel."}


@pytest.fixture
def english(index: CampaignIndexPage) -> CampaignPage:
    page = make_campaign(index, body=[("paragraph", RichText("<p>Red ones.</p>"))], **PERCENT)
    return publish(page)


@pytest.fixture
def french(english: CampaignPage) -> CampaignPage:
    """A live French page that says all that the English one says."""
    page = begin(english)
    page.body[0].value = RichText("<p>Des rouges.</p>")
    return publish(page, **FRENCH)


def begin(page: CampaignPage, language: str = "fr") -> CampaignPage:
    locale, _created = Locale.objects.get_or_create(language_code=language)
    page.copy_for_translation(locale, copy_parents=True)
    return CampaignPage.objects.get(locale=locale, translation_key=page.translation_key)


def publish(page: CampaignPage, **fields: Any) -> CampaignPage:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return CampaignPage.objects.get(pk=page.pk)


def fresh(page: CampaignPage) -> CampaignPage:
    return CampaignPage.objects.get(pk=page.pk)


def test_every_field_is_a_fact_a_choice_or_words() -> None:
    own = {field.name for field in CampaignPage._meta.local_fields} - {"page_ptr"}
    assert own == {*FACTS, *CHOICES, *WORDS}, "name the new field in stories/sharing.py"
    assert len(own) == len(FACTS) + len(CHOICES) + len(WORDS)
    for field in CampaignPage.translatable_fields:
        if field.field_name in FACTS:
            assert field.is_synchronized(CampaignPage())
            assert not field.is_overridable(CampaignPage())


def test_a_fact_reaches_every_language_with_the_source_s_publication(
    english: CampaignPage, french: CampaignPage
) -> None:
    german = begin(english, "de")
    publish(fresh(english), offer_value=Decimal(35), promo_code="TULIP35")
    for page in (fresh(french), fresh(german), fresh(german).get_latest_revision_as_object()):
        assert (page.offer_value, page.promo_code) == (Decimal(35), "TULIP35")


def test_a_draft_of_the_source_reaches_no_other_language(
    english: CampaignPage, french: CampaignPage
) -> None:
    english.offer_value = Decimal(50)
    english.save_revision()
    assert publish(fresh(french)).offer_value == Decimal(30)


def test_a_translation_says_the_source_s_facts_whatever_is_written_into_it(
    english: CampaignPage, french: CampaignPage
) -> None:
    assert publish(fresh(french), offer_value=Decimal(25)).offer_value == Decimal(30)
    old_draft = french.latest_revision
    publish(fresh(english), offer_value=Decimal(35))
    old_draft.publish()
    assert fresh(french).offer_value == Decimal(35)


def test_words_made_from_older_ones_are_stale_until_they_are_translated_anew(
    english: CampaignPage, french: CampaignPage
) -> None:
    assert stale_strings(french) == []
    english = publish(fresh(english), headline="Tulips and lilies")
    assert stale_strings(fresh(french)) == [
        StaleString(
            field="headline",
            old_source="Tulips for your balcony",
            new_source="Tulips and lilies",
            translation="Des tulipes pour votre balcon",
        )
    ]
    french = fresh(french)
    french.headline = "Tulipes et lis"
    french.save_revision()
    assert not is_stale(fresh(french).get_latest_revision_as_object())
    assert is_stale(fresh(french)), "what is published is not yet the new draft"
    french.latest_revision.publish()
    assert not is_stale(fresh(french))


def test_saving_other_words_clears_nothing(english: CampaignPage, french: CampaignPage) -> None:
    publish(fresh(english), headline="Tulips and lilies")
    french = publish(fresh(french), summary="Au soleil.", key_message="Plantez vite.")
    assert [string.field for string in stale_strings(french)] == ["headline"]


def test_polishing_a_translation_makes_nothing_stale(
    english: CampaignPage, french: CampaignPage
) -> None:
    french.headline = "Vos tulipes au balcon"
    french.save_revision()
    assert not is_stale(fresh(french))
    assert not is_stale(fresh(french).get_latest_revision_as_object())
    publish(fresh(english), headline="Tulips and lilies")
    assert is_stale(fresh(french)), "the published words are known still"
    assert is_stale(fresh(french).get_latest_revision_as_object()) is True


def test_blocks_that_are_new_changed_or_gone_are_found(
    english: CampaignPage, french: CampaignPage
) -> None:
    english = fresh(english)
    english.body[0].value = RichText("<p>Yellow ones.</p>")
    english.body.append(("heading", "Why now"))
    english = publish(english)
    strings = stale_strings(fresh(french))
    assert [(one.old_source, one.new_source, one.translation) for one in strings] == [
        ("Red ones.", "Yellow ones.", "Des rouges."),
        ("", "Why now", ""),
    ]
    publish(fresh(english), body=[])
    strings = stale_strings(fresh(french))
    assert [(one.old_source, one.new_source, one.translation) for one in strings] == [
        ("Red ones.", "", "Des rouges."),
    ]


def test_words_left_in_the_source_s_language_are_not_translated(english: CampaignPage) -> None:
    french = publish(begin(english), headline=FRENCH["headline"])
    strings = stale_strings(french)
    assert [one.new_source for one in strings] == [english.key_message, "Red ones."]
    publish(fresh(english), key_message="Plant them now.")
    assert stale_strings(fresh(french))[0].translation == "Plant them before the frost."


def test_an_editor_may_say_that_the_words_hold(
    english: CampaignPage, french: CampaignPage
) -> None:
    publish(fresh(english), headline="Tulips for your balcony!", summary="")
    french = fresh(french)
    french.words_hold = True
    french.save_revision()
    assert not is_stale(fresh(french))
    publish(fresh(english), headline="Tulips")
    assert stale_strings(fresh(french))[0].old_source == "Tulips for your balcony!"


def test_a_choice_follows_the_source_until_a_language_chooses_otherwise(
    english: CampaignPage, french: CampaignPage, picture: MasterImage
) -> None:
    publish(fresh(english), hero_image=picture, hero_image_alt="A tulip", channels=["sms"])
    french = fresh(french)
    assert (french.hero_image_id, french.channels) == (picture.pk, ["sms"])
    publish(fresh(french), channels=["x"])
    publish(fresh(english), hero_image=None, hero_image_alt="", channels=["sms", "email"])
    assert (fresh(french).hero_image_id, fresh(french).channels) == (None, ["x"])
    publish(fresh(french), channels=["sms", "email"])
    publish(fresh(english), channels=["email"])
    assert fresh(french).channels == ["email"]


def test_a_translation_of_a_translation_has_its_words_from_there_and_the_facts_from_the_first(
    english: CampaignPage, french: CampaignPage
) -> None:
    german = Locale.objects.create(language_code="de")
    french.get_parent().copy_for_translation(german)
    translate_object(french, [german])
    page = CampaignPage.objects.get(locale=german)
    words = {"headline": "Tulpen für den Balkon", "key_message": "Vor dem Frost pflanzen."}
    page.body[0].value = RichText("<p>Rote.</p>")
    page = publish(page, **words)
    assert not is_stale(page)
    publish(fresh(english), headline="Tulips and lilies", offer_value=Decimal(35))
    assert (is_stale(fresh(page)), fresh(page).offer_value) == (False, Decimal(35))
    publish(fresh(french), headline="Tulipes et lis")
    assert stale_strings(fresh(page))[0].new_source == "Tulipes et lis"


def test_a_translation_that_is_deleted_leaves_nothing_behind(
    english: CampaignPage, french: CampaignPage
) -> None:
    publish(fresh(french), channels=["x"])
    fresh(french).delete()
    assert not Translation.objects.exists()
    assert tie_of(begin(english)) is not None
    assert CampaignPage.objects.get(locale__language_code="fr").channels == []


class TestPagesOfTheirOwnMaking:
    """Pages that a program made, or that stood before facts were shared."""

    @pytest.fixture
    def own(self, english: CampaignPage) -> CampaignPage:
        return self.make(english)

    def make(self, english: CampaignPage, **fields: Any) -> CampaignPage:
        locale = Locale.objects.create(language_code="fr")
        home = english.get_parent().copy_for_translation(locale)
        key = english.translation_key
        words: dict[str, Any] = {**FRENCH, **PERCENT, **fields}
        page = CampaignPage(title="Tulipes", translation_key=key, locale=locale, **words)
        home.add_child(instance=page)
        return page

    def test_one_that_states_the_same_is_tied_when_it_is_published(
        self, english: CampaignPage, own: CampaignPage
    ) -> None:
        assert tie_of(own) is None
        own = publish(fresh(own))
        assert not is_stale(own), "what it left out, it left out on purpose"
        publish(fresh(english), offer_value=Decimal(35), headline="Tulips and lilies")
        assert fresh(own).offer_value == Decimal(35)
        assert [string.field for string in stale_strings(fresh(own))] == ["headline"]

    def test_one_that_states_otherwise_is_left_alone(self, english: CampaignPage) -> None:
        own = publish(self.make(english, offer_value=Decimal(25)))
        publish(fresh(english), headline="Tulips and lilies")
        assert tie_of(own) is None
        assert fresh(own).offer_value == Decimal(25)

    def test_setting_up_a_site_ties_those_of_old(
        self, english: CampaignPage, own: CampaignPage
    ) -> None:
        set_up_site()
        assert tie_of(own) is not None
        assert Translation.objects.get().enabled is False
        set_up_site()
        publish(fresh(english), headline="Tulips and lilies")
        assert is_stale(fresh(own))

    def test_saved_in_the_editor_it_takes_the_source_s_facts(
        self, editor: Client, english: CampaignPage
    ) -> None:
        own = self.make(english, offer_value=Decimal(25))
        save(editor, own, **FRENCH, offer_type="percent", offer_value="25")
        assert fresh(own).offer_value == Decimal(30)
        assert tie_of(own) is not None


def save(client: Client, page: CampaignPage, **fields: Any) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.post(address, posted(**fields) | {"action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors


def edit(client: Client, page: CampaignPage) -> Any:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def test_the_editor_shows_a_translation_s_facts_read_only_and_where_they_are_entered(
    editor: Client, english: CampaignPage, french: CampaignPage
) -> None:
    response = edit(editor, french)
    fields = response.context["form"].fields
    assert all(fields[name].disabled for name in FACTS)
    assert not fields["headline"].disabled
    html = response.content.decode()
    assert "The facts are entered once, in English" in html
    assert f'href="/admin/pages/{english.pk}/edit/"' in html
    assert "up to date" in edit(editor, english).content.decode()
    assert not any(edit(editor, english).context["form"].fields[name].disabled for name in FACTS)


def test_saving_a_translation_keeps_the_facts_that_the_source_states(
    editor: Client, english: CampaignPage, french: CampaignPage
) -> None:
    save(editor, french, headline="Tulipes", offer_type="price", offer_value="1", promo_code="NO")
    page = fresh(french)
    assert (page.headline, page.offer_type, page.promo_code) == ("Tulipes", "percent", "TULIP30")


def test_the_editor_shows_what_is_stale_on_both_pages(
    editor: Client, english: CampaignPage, french: CampaignPage
) -> None:
    assert "words_hold" not in edit(editor, french).context["form"].fields
    publish(fresh(english), headline="Tulips and lilies")
    html = edit(editor, french).content.decode()
    assert all(
        words in html for words in ("English said", "Tulips and lilies", 'name="words_hold"')
    )
    assert "1 string is still to be translated" in " ".join(
        edit(editor, english).content.decode().split()
    )
    save(editor, french, **FRENCH, body=[], words_hold="on")
    assert not is_stale(fresh(french))


def test_our_own_editor_is_kept(editor: Client, french: CampaignPage) -> None:
    html = edit(editor, french).content.decode()
    assert "Start Synced translation" not in html
    assert "Convert to alias page" not in html
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[french.pk])
    answer = editor.post(address, posted(headline="Non enregistré")).json()
    assert answer == {"is_valid": True, "is_available": True}
    assert "Non enregistré" in editor.get(f"{address}?mode=sms").content.decode()


def test_who_was_granted_it_begins_a_translation(
    editor: Client, marketer: Client, english: CampaignPage
) -> None:
    locale = Locale.objects.create(language_code="fr")
    address = reverse("wagtail_localize:submit_page_translation", args=[english.pk])
    assert marketer.get(address).status_code == 302
    assert editor.get(address).status_code == 200
    assert address in edit(editor, english).content.decode()
    response = editor.post(address, {"locales": [locale.pk]})
    assert response.status_code == 302
    page = CampaignPage.objects.get(locale=locale)
    assert not page.live
    assert source_of(page) == english
    assert {string.field for string in stale_strings(page)} == {"headline", "key_message", "body"}
    assert edit(editor, page).context["form"].fields["offer_value"].disabled


def test_the_permission_of_wagtail_s_own_tool_is_exchanged(db: None) -> None:
    set_up_site()
    group = Group.objects.get(name=EDITORS)
    new = Permission.objects.get(
        content_type__app_label="wagtail_localize", codename="submit_translation"
    )
    old = Permission.objects.create(
        content_type_id=new.content_type_id, codename="submit_old", name="Old"
    )
    old.content_type = type(new.content_type).objects.create(
        app_label="simple_translation", model="simpletranslation"
    )
    old.save()
    group.permissions.set([old])
    set_up_site()
    assert list(group.permissions.all()) == [new]


# Wagtail-localize 1.14 pages its report without an order.
@pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results")
def test_localize_s_own_screens_open(
    admin_client: Client, english: CampaignPage, french: CampaignPage
) -> None:
    mirror = english.copy_for_translation(
        Locale.objects.create(language_code="de"), copy_parents=True, alias=True
    )
    for address in (
        reverse("wagtail_localize:translations_report"),
        reverse("wagtaillocales:index"),
        reverse("wagtaillocales:add"),
        reverse("wagtaillocales:edit", args=[english.locale_id]),
        reverse("wagtailadmin_pages:edit", args=[mirror.pk]),
        reverse("wagtailadmin_explore", args=[english.get_parent().pk]),
    ):
        assert admin_client.get(address).status_code == 200, address
