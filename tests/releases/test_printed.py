"""The printed page itself is read: what its PDF does not say, nobody reads."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from omnicontent.media.posters.poster import draw_poster
from omnicontent.media.recipes import PosterRecipe
from omnicontent.releases.models import Release, Rendition
from omnicontent.releases.printed import find_misprints, read_pdf
from omnicontent.releases.selectors import live_release
from omnicontent.releases.storing import storage_name
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import make_campaign, make_image, publish, run_all_waiting

pytestmark = pytest.mark.django_db
FACTS = {
    "promo_code": "CHERRY20",
    "legal_line": "While stocks last.",
    "cta_verb": "Come",
    "cta_url": "https://orchard.example/cherries",
}


def print_again(release: Release, **changes: object) -> None:
    """Put another page in the place of the release's poster."""
    poster = Rendition.objects.get(variants__release=release, kind="poster")
    recipe = PosterRecipe.model_validate(poster.recipe).model_copy(update=changes)
    picture = Image.new("RGB", (recipe.width_px // 8, recipe.height_px // 8))
    name = storage_name(poster.file_name)
    default_storage.delete(name)
    default_storage.save(name, ContentFile(BytesIO(draw_poster(picture, recipe)).getvalue()))


@pytest.fixture
def release() -> Release:
    page = make_campaign(["print-poster"], hero_image=make_image(), **FACTS)
    publish(page)
    run_all_waiting()
    return live_release(page.translation_key)


def test_a_page_that_says_all_goes_live(release: Release) -> None:
    text = read_pdf(Rendition.objects.get(kind="poster").file_name)
    assert "CHERRY20" in text
    assert "While stocks last." in text
    assert find_misprints(release) == []


def test_a_fact_that_the_page_lacks_is_an_issue_in_the_words_of_the_lock(
    release: Release,
) -> None:
    print_again(release, words=("Cherries are ripe",))
    (fault,) = find_misprints(release)
    assert (fault.code, fault.fact, fault.field) == (
        "missing_fact",
        "promo_code",
        "facts.promo_code",
    )
    assert fault.message.startswith("Poster must say the promo code (")
    print_again(release, small_print="")
    assert [fault.fact for fault in find_misprints(release)] == ["legal_line"]


def test_it_blocks_the_release(release: Release) -> None:
    print_again(release, words=("Cherries are ripe",))
    page_id = release.stories.get().page_id
    second = publish(CampaignPage.objects.get(pk=page_id))
    run_all_waiting()
    second.refresh_from_db()
    assert second.state == Release.State.BLOCKED
    assert [fault["fact"] for fault in second.issues] == ["promo_code"]


def test_letters_that_a_page_gives_back_in_another_order_are_not_judged(
    release: Release,
) -> None:
    print_again(release, words=("דובדבנים",))
    assert find_misprints(release) == []
