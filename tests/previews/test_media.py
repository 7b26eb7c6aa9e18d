from omnicontent.previews.drafts import make_draft
from omnicontent.previews.media import group_by_source, shown_media
from omnicontent.stories.models import CampaignPage


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
    assert all("framed-" in shown.url for shown in cropped if shown.kind == "image")


def test_a_still_of_a_film_is_a_moment_of_the_master(campaign: CampaignPage) -> None:
    draft = make_draft(campaign, "youtube")
    still = next(
        shown for shown in shown_media(draft.content, draft.story) if shown.kind == "frame"
    )
    assert still.url.endswith("#t=1")
