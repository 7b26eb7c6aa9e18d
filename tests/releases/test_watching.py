"""A film is looked at once, before the first release of it; windows follow what was seen."""

from dataclasses import replace

import pytest

from omnicontent.channels.content import Content
from omnicontent.channels.films import cover_moment
from omnicontent.channels.registry import registered
from omnicontent.channels.spec import VideoSlot
from omnicontent.media.errors import UnreadableMediaError
from omnicontent.media.geometry import Box
from omnicontent.media.seen import FilmSeen, Seen, SeenShot
from omnicontent.releases import watching
from omnicontent.releases.models import Release, Work
from omnicontent.releases.selectors import live_release
from omnicontent.releases.services import do_work
from omnicontent.stories.masters import to_video
from tests.releases.campaigns import make_campaign, make_video, publish, run_all_waiting
from tests.releases.channels import NoticeChannel

pytestmark = pytest.mark.django_db
RIGHT = Seen(at=0, box=Box(left=0.8, top=0.3, right=0.95, bottom=0.7), kind="face")
SEEN = FilmSeen(shots=(SeenShot(start=0, end=3, seen=(RIGHT,)),), cover_seconds=1.5)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the films that were looked at; each look sees a face on the right."""
    names: list[str] = []

    def look(master: watching.MasterMedia) -> FilmSeen:
        names.append(master.title)
        return SEEN

    monkeypatch.setattr(watching, "_look", look)
    return names


class TallChannel(NoticeChannel):
    spec = replace(
        NoticeChannel.spec,
        videos=(
            VideoSlot(name="film", width_px=90, height_px=160, seconds_max=5, closing_card=False),
        ),
    )


def window_of_the_film(release: Release) -> float:
    content = Content.model_validate(release.variants.get().content)
    (use,) = [use for use in content.media if use.recipe.kind == "video"]
    return use.recipe.shots[0].keys[0].left / use.recipe.shots[0].width


def test_a_new_film_is_looked_at_before_anybody_asks(looks: list[str]) -> None:
    film = make_video(seen=False)
    run_all_waiting()
    film.refresh_from_db()
    assert film.known_seen() == SEEN
    assert looks == ["Test card"]


def test_a_release_waits_for_the_look_and_shows_what_was_seen(
    notice: str, looks: list[str]
) -> None:
    with registered(TallChannel()):
        page = make_campaign([notice], hero_video=make_video(seen=False))
        release = publish(page)
        do_work(work_id=Work.objects.get(kind="texts").pk)
        assert release.variants.get().state == "waiting"
        run_all_waiting()
    assert live_release(page.translation_key) == release
    assert looks == ["Test card"]
    assert window_of_the_film(release) > 0
    assert release.stories.get().story["hero_video"]["cover_seconds"] == 1.5


def test_a_second_release_looks_at_nothing(notice: str, looks: list[str]) -> None:
    page = make_campaign([notice], hero_video=make_video(seen=False))
    publish(page)
    run_all_waiting()
    release = publish(page, summary="Bring a basket.")
    run_all_waiting()
    assert live_release(page.translation_key) == release
    assert looks == ["Test card"]


def test_a_look_that_ends_while_the_texts_are_on_their_way_is_not_missed(
    notice: str, looks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from omnicontent.releases import building

    page = make_campaign([notice], hero_video=make_video(seen=False))
    release = publish(page)

    def ask_late(digest: str) -> None:
        watching.ask_to_watch(digest)
        do_work(work_id=Work.objects.get(kind="watch").pk)

    monkeypatch.setattr(building, "ask_to_watch", ask_late)
    do_work(work_id=Work.objects.get(kind="texts").pk)
    run_all_waiting()
    assert live_release(page.translation_key) == release


def test_a_film_that_cant_be_looked_at_holds_nothing_back(
    notice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(master: object) -> FilmSeen:
        raise UnreadableMediaError("Nobody can look at this.")

    monkeypatch.setattr(watching, "_look", fail)
    page = make_campaign([notice], hero_video=make_video(seen=False))
    release = publish(page)
    run_all_waiting()
    assert live_release(page.translation_key) == release


def test_a_still_never_comes_from_what_was_cut_away(looks: list[str]) -> None:
    film = make_video(seen=False)
    run_all_waiting()
    film.refresh_from_db()
    assert to_video(film, field="hero_video").cover_seconds == 1.5
    film.cut_start = 2.0
    video = to_video(film, field="hero_video")
    assert video.cover_seconds is None
    assert cover_moment(video) >= 2.0
    film.cover_seconds = 0.5  # a person may want it all the same
    assert to_video(film, field="hero_video").cover_seconds == 0.5
