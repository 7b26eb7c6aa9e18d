import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.media.recipes import Focus, ImageRecipe
from omnicontent.previews.drafts import make_draft
from omnicontent.previews.media import group_by_source, object_position, shown_media
from omnicontent.stories.models import CampaignPage

SIDE = st.integers(min_value=1, max_value=6000)
PART = st.floats(min_value=0, max_value=1)


@given(SIDE, SIDE, SIDE, SIDE, PART, PART)
def test_the_browser_shows_the_focus_that_the_encoder_keeps(
    width: int, height: int, wanted_w: int, wanted_h: int, x: float, y: float
) -> None:
    recipe = ImageRecipe(width_px=wanted_w, height_px=wanted_h, focus=Focus(x=x, y=y))
    position = object_position((width, height), recipe)
    percent_x, percent_y = (float(one.removesuffix("%")) / 100 for one in position.split())
    scale = max(wanted_w / width, wanted_h / height)
    left = percent_x * (width * scale - wanted_w)
    top = percent_y * (height * scale - wanted_h)
    pixel = 1e-4 * max(width, height) * scale + 1e-6  # positions are said in hundredths of a %
    assert left - pixel <= x * width * scale <= left + wanted_w + pixel
    assert top - pixel <= y * height * scale <= top + wanted_h + pixel


@pytest.mark.parametrize(
    ("focus", "position"),
    [
        (Focus(x=0.5, y=0.5), "50.00% 50%"),
        (Focus(x=0, y=0.5), "0.00% 50%"),
        (Focus(x=1, y=1), "100.00% 50%"),
    ],
)
def test_a_wide_picture_moves_sideways_only(focus: Focus, position: str) -> None:
    recipe = ImageRecipe(width_px=100, height_px=100, focus=focus)
    assert object_position((400, 100), recipe) == position


def test_lists_each_master_once_with_its_files(campaign: CampaignPage) -> None:
    draft = make_draft(campaign, "web")
    media = shown_media(draft.content, draft.story)
    sources = group_by_source(media)
    assert sum(source.files for source in sources) == len(media) > len(sources)
    picture = next(one for one in sources if one.shown.kind == "image")
    assert picture.shown.width_px == max(
        shown.width_px for shown in media if shown.kind == "image"
    )
    assert picture.ready == 0


def test_copies_for_html_have_the_shape_of_their_rendition(campaign: CampaignPage) -> None:
    draft = make_draft(campaign, "web")
    whole = shown_media(draft.content, draft.story)
    cropped = shown_media(draft.content, draft.story, cropped=True)
    assert all("max-1280x1280" in shown.url for shown in whole if shown.kind == "image")
    assert all("fill-1200x" in shown.url for shown in cropped if shown.kind == "image")


def test_a_still_of_a_film_is_a_moment_of_the_master(campaign: CampaignPage) -> None:
    draft = make_draft(campaign, "youtube")
    still = next(
        shown for shown in shown_media(draft.content, draft.story) if shown.kind == "frame"
    )
    assert still.url.endswith("#t=1")
