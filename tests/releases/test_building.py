import hashlib
from dataclasses import replace

import pytest
from django.core.files.storage import default_storage

from omnicontent.channels.registry import registered
from omnicontent.channels.spec import VideoSlot
from omnicontent.media.errors import CancelledError
from omnicontent.releases import files
from omnicontent.releases.models import Release, Rendition, Work
from omnicontent.releases.selectors import live_release, live_variant, progress
from omnicontent.releases.services import do_work, take_down
from omnicontent.releases.storing import storage_name
from omnicontent.text.units import Unit
from tests.releases.campaigns import (
    make_campaign,
    make_image,
    make_video,
    publish,
    run_all_waiting,
    translate,
)
from tests.releases.channels import FORBIDDEN, UNSPEAKABLE, NoticeChannel, limit

pytestmark = pytest.mark.django_db
State = Release.State


def test_a_story_becomes_live_with_its_files(notice: str) -> None:
    page = make_campaign([notice], hero_image=make_image(), hero_video=make_video())
    publish(page)
    run_all_waiting()
    release = live_release(page.translation_key)
    variant = release.variants.get()
    body = bytes(variant.body)
    assert (release.state, variant.state) == (State.LIVE, "ready")
    assert variant.digest == hashlib.sha256(body).hexdigest()
    files = list(variant.renditions.order_by("kind"))
    assert [(file.kind, file.width_px, file.state) for file in files] == [
        ("image", 320, "ready"),
        ("video", 160, "ready"),
    ]
    for file in files:
        assert file.file_name in body.decode()
        with default_storage.open(storage_name(file.file_name)) as stored_file:
            stored = stored_file.read()
        assert len(stored) == file.bytes
        assert hashlib.sha256(stored).hexdigest() == file.sha256


def test_a_poster_is_made_by_the_work_for_the_pictures_of_its_source() -> None:
    page = make_campaign(["print-poster", "x"], hero_image=make_image())
    publish(page)
    run_all_waiting()
    release = live_release(page.translation_key)
    files = Rendition.objects.filter(variants__release=release)
    assert {(file.kind, file.state) for file in files} == {("poster", "ready"), ("image", "ready")}
    assert [work.kind for work in Work.objects.filter(queue="media")] == ["images"]
    poster = files.get(kind="poster")
    with default_storage.open(storage_name(poster.file_name)) as stored:
        assert stored.read(5) == b"%PDF-"


def test_edited_words_make_no_file_anew(notice: str) -> None:
    page = make_campaign([notice], hero_image=make_image(), hero_video=make_video(1))
    publish(page)
    run_all_waiting()
    files = set(Rendition.objects.values_list("file_name", "made_at"))
    fences = set(Work.objects.filter(queue="media").values_list("subject", "fence"))
    release = publish(page, headline="Plums are ripe", summary="Bring a basket.")
    run_all_waiting()
    assert live_release(page.translation_key) == release
    assert set(Rendition.objects.values_list("file_name", "made_at")) == files
    assert set(Work.objects.filter(queue="media").values_list("subject", "fence")) == fences


def test_two_languages_share_files_and_one_decode(notice: str) -> None:
    page = make_campaign([notice], hero_image=make_image())
    publish(page)
    release = publish(translate(page))
    run_all_waiting()
    assert live_release(page.translation_key) == release
    assert release.variants.count() == 2
    assert Rendition.objects.count() == 1
    assert Work.objects.get(kind="images").attempts == 1


@pytest.mark.parametrize(
    ("word", "code"), [(FORBIDDEN, "forbidden"), (UNSPEAKABLE, "cannot_adapt")]
)
def test_a_blocked_release_says_why_and_leaves_the_previous_live(
    notice: str, word: str, code: str
) -> None:
    page = make_campaign([notice])
    first = publish(page)
    run_all_waiting()
    second = publish(page, headline=f"Something {word}")
    run_all_waiting()
    second.refresh_from_db()
    assert second.state == State.BLOCKED
    assert [(i["code"], i["field"], i["channel"]) for i in second.issues] == [
        (code, "headline", "notice")
    ]
    assert second.issues[0]["message"] in second.reason
    assert live_release(page.translation_key) == first
    assert "Cherries" in bytes(live_variant(page.translation_key, "notice", "en").body).decode()


def test_one_bad_language_keeps_all_languages_back(notice: str) -> None:
    page = make_campaign([notice])
    first = publish(page)
    run_all_waiting()
    publish(translate(page, headline=f"Un mot {FORBIDDEN}"))
    run_all_waiting()
    assert live_release(page.translation_key) == first


class LightChannel(NoticeChannel):
    spec = replace(
        NoticeChannel.spec,
        videos=(replace(NoticeChannel.spec.videos[0], limits=(limit(4_000_000, Unit.BYTES),)),),
    )


def test_a_file_over_the_byte_limit_blocks(notice: str) -> None:
    with registered(LightChannel()):
        page = make_campaign([notice], hero_video=make_video(1))
        publish(page)
        run_all_waiting()
        assert live_release(page.translation_key)
        # The encoder keeps within its budget, so only a row can say otherwise.
        Rendition.objects.update(bytes=4_000_001)
        release = publish(page)
        run_all_waiting()
    release.refresh_from_db()
    assert release.state == State.BLOCKED
    assert [(i["code"], i["field"]) for i in release.issues] == [("file_too_large", "hero_video")]


@pytest.mark.parametrize(
    ("lufs", "told"),
    [(None, []), (-14.9, []), (-20.3, ["quiet_film"]), (-12.5, ["loud_film"])],
)
def test_a_film_that_could_not_be_leveled_goes_live_and_is_told(
    notice: str, lufs: float | None, told: list[str]
) -> None:
    page = make_campaign([notice], hero_video=make_video(1))
    release = publish(page)
    run_all_waiting()
    films = Rendition.objects.filter(kind="video")
    assert films.get().lufs == pytest.approx(-14, abs=1)
    films.update(lufs=lufs)

    (row,) = progress(release).rows

    assert live_release(page.translation_key) == release
    issues = [issue for issue in row.issues if issue.code.endswith("_film")]
    assert [issue.code for issue in issues] == told
    for issue in issues:
        assert (issue.severity, issue.field) == ("warning", "hero_video")
        assert f"{lufs} LUFS, where players want -14" in issue.message


class ThriftyChannel(NoticeChannel):
    spec = replace(
        NoticeChannel.spec,
        images=(replace(NoticeChannel.spec.images[0], budget_bytes=4_000),),
    )


def test_a_picture_that_its_budget_makes_coarser_is_told(notice: str) -> None:
    with registered(ThriftyChannel()):
        release = publish(make_campaign([notice], hero_image=make_image()))
        run_all_waiting()
        (row,) = progress(release).rows
        picture = Rendition.objects.get()
        assert (picture.bytes <= 4_000, picture.quality < 88) == (True, True)
        assert [(one.code, one.severity, one.field) for one in row.issues] == [
            ("coarse_picture", "warning", "hero_image")
        ]
        Rendition.objects.update(quality=88)
        assert progress(release).rows[0].issues == ()


def test_a_release_that_was_overtaken_makes_no_files(notice: str) -> None:
    page = make_campaign([notice], hero_image=make_image())
    publish(page)
    publish(page, hero_image=None, hero_image_alt="")
    run_all_waiting()
    assert not Rendition.objects.exists()


def test_edited_words_ask_for_no_file_on_any_installed_channel() -> None:
    page = make_campaign([], hero_image=make_image(), hero_video=make_video(3))
    first = publish(page)
    do_work(work_id=Work.objects.get(subject=str(first.pk)).pk)
    files = set(Rendition.objects.values_list("file_name", flat=True))
    assert files
    Rendition.objects.update(state=Rendition.State.READY, bytes=1000)
    Work.objects.filter(queue="media").update(state=Work.State.DONE)
    second = publish(page, headline="Plums are ripe", summary="Bring a basket.")
    do_work(work_id=Work.objects.get(subject=str(second.pk)).pk)
    assert second.variants.exclude(digest="").count() == first.variants.exclude(digest="").count()
    assert set(Rendition.objects.values_list("file_name", flat=True)) == files
    assert set(Work.objects.filter(queue="media").values_list("state", flat=True)) == {"done"}


def test_stale_own_words_are_doubted_not_stopped() -> None:
    page = make_campaign(["sms"])
    words = {"channel": "sms", "part": "text", "text": "Cherries! STOP", "replaced": "0" * 64}
    release = publish(page, own_words=[("words", words)])
    run_all_waiting()
    release.refresh_from_db()
    assert release.state == Release.State.LIVE
    (doubt,) = release.issues
    assert (doubt["code"], doubt["severity"]) == ("stale_words", "warning")
    assert (doubt["channel"], doubt["locale"]) == ("sms", "en")


def test_a_film_that_nobody_wants_any_more_is_ended(
    notice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_campaign([notice], hero_video=make_video())
    release = publish(page)
    do_work(work_id=Work.objects.get(subject=str(release.pk)).pk)
    asked = []

    def take_down_meanwhile(source, recipes, progress, cancelled):
        take_down(campaign=page.translation_key, state=State.RECALLED)
        asked.append(cancelled())
        raise CancelledError("The film is not wanted any more.")

    monkeypatch.setattr(files, "CANCEL_SECONDS", 0)
    monkeypatch.setattr(files, "try_videos", take_down_meanwhile)
    work = Work.objects.get(kind="video")
    do_work(work_id=work.pk)
    work.refresh_from_db()
    assert (asked, work.state) == ([True], Work.State.DONE)
    assert Rendition.objects.get().state == "waiting"


def test_many_films_of_one_source_are_made_a_batch_at_a_time(
    notice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots = tuple(
        VideoSlot(name=f"film{n}", width_px=160 + 2 * n, height_px=90, seconds_max=5)
        for n in range(3)
    )

    class FilmChannel(NoticeChannel):
        spec = replace(
            NoticeChannel.spec,
            videos=tuple(replace(slot, closing_card=False) for slot in slots),
        )

    monkeypatch.setitem(files.AT_ONCE, "video", 2)
    with registered(FilmChannel()):
        page = make_campaign([notice], hero_video=make_video(1))
        release = publish(page)
        run_all_waiting()
    assert live_release(page.translation_key) == release
    assert Work.objects.get(kind="video").fence == 2
    assert set(Rendition.objects.values_list("state", flat=True)) == {"ready"}
