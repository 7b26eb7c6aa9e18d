import base64

import pytest

from omnicontent.media.recipes import Span
from omnicontent.previews.drafts import make_draft
from omnicontent.previews.media import Shown, group_by_source, shown_media
from omnicontent.previews.templatetags.mock import with_stand_ins
from omnicontent.releases.models import Rendition
from omnicontent.stories.models import CampaignPage, MasterMedia
from tests.previews.making import Seen

CAPTIONS = "WEBVTT\n\n00:00.600 --> 00:01.000\n[Birds sing]\n"


def film_of(campaign: CampaignPage, slug: str) -> Shown:
    draft = make_draft(CampaignPage.objects.get(pk=campaign.pk), slug)
    shown = shown_media(draft.content, draft.story)
    return next(one for one in shown if one.kind == "video")


def cues_of(url: str) -> str:
    return base64.b64decode(url.removeprefix("data:text/vtt;base64,")).decode()


@pytest.fixture
def cut(campaign: CampaignPage) -> CampaignPage:
    """The campaign with one second of its film, captioned from a tenth of it on."""
    MasterMedia.objects.update(cut_start=0.5, cut_end=1.5, captions_vtt=CAPTIONS)
    return campaign


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


def test_copies_that_have_their_shape_are_not_cropped_again(campaign: CampaignPage) -> None:
    draft = make_draft(campaign, "web")
    whole = shown_media(draft.content, draft.story)
    cropped = shown_media(draft.content, draft.story, cropped=True)
    assert all(shown.window for shown in whole if shown.kind == "image")
    assert not any(shown.window for shown in cropped if shown.kind == "image")


@pytest.mark.parametrize("slug", ["youtube", "tiktok"])
def test_a_film_that_is_not_made_yet_plays_its_cut_with_captions_in_time(
    cut: CampaignPage, slug: str
) -> None:
    film = film_of(cut, slug)
    assert film.spans == (Span(start=0.5, end=1.5),)
    assert film.url.endswith("#t=0.5,1.5")
    assert film.follows
    assert "00:00.600 --> 00:01.000" in cues_of(film.captions_url)


def test_a_film_that_is_made_plays_as_it_is(cut: CampaignPage) -> None:
    film = film_of(cut, "youtube")
    Rendition.objects.create(
        file_name=film.file_name,
        source="film.mp4",
        source_digest=film.source_digest,
        recipe={},
        kind="video",
        state=Rendition.State.READY,
    )
    made = film_of(cut, "youtube")
    assert made.url.endswith(film.file_name)
    assert (made.spans, made.follows, made.blurred) == ((), False, False)
    assert "00:00.100 --> 00:00.500" in cues_of(made.captions_url).replace("00:00:", "00:")


def test_a_film_that_stands_still_is_at_its_cover(cut: CampaignPage) -> None:
    assert film_of(cut, "youtube").still_url.endswith("#t=1,1.5")


def test_a_page_plays_the_cut_with_captions_in_time(cut: CampaignPage) -> None:
    draft = make_draft(CampaignPage.objects.get(pk=cut.pk), "web")
    media = shown_media(draft.content, draft.story, cropped=True)
    html = with_stand_ins(draft.rendered.body.decode(), media)
    seen = Seen(html)
    assert any(src.endswith("#t=0.5,1.5") for src in seen.values("source", "src"))
    (track,) = seen.values("track", "src")
    assert "00:00.600 --> 00:01.000" in cues_of(track)


def test_a_padded_film_stands_on_itself(campaign: CampaignPage) -> None:
    whole = [{"ratio": 1080 / 1920, "start": 0, "whole": True}]
    MasterMedia.objects.update(own_shots=whole)
    assert film_of(campaign, "tiktok").blurred
    html = campaign_preview(campaign, "tiktok")
    assert html.count('class="shot-pad"') == html.count("data-windows") == 1
    assert not film_of(campaign, "youtube").blurred


def campaign_preview(campaign: CampaignPage, slug: str) -> str:
    page = CampaignPage.objects.get(pk=campaign.pk)
    return page.make_preview_request(preview_mode=slug).content.decode()
