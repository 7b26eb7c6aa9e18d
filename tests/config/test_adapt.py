"""``manage.py adapt``: a public interface for scripts, without a server or a database."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from omnicontent.channels.registry import get_channel
from tests.media.sample_films import make_film

ROOT = Path(__file__).parents[2]
FACTS = {
    "offer": {"type": "percent", "value": 30},
    "promo_code": {"code": "WINTER30"},
    "call_to_action": {"verb": "Shop now", "url": "https://shop.example/winter"},
}


@pytest.fixture
def folder(tmp_path):
    """A folder with a photo, where stories can be written."""
    Image.radial_gradient("L").resize((1800, 1500)).convert("RGB").save(tmp_path / "garden.jpg")
    return tmp_path


@pytest.fixture
def write(folder):
    """Write a story file, with some fields changed or taken out by None."""

    def _write(**changes):
        story = {
            "id": "winter",
            "headline": "Winter sale",
            "key_message": "Your garden does not sleep.",
            "facts": FACTS,
            "hero_image": {"path": "garden.jpg", "alt": "A garden", "focus": {"x": 0.2}},
        } | changes
        path = folder / "story.json"
        path.write_text(json.dumps({k: v for k, v in story.items() if v is not None}))
        return path

    return _write


def adapt(story, *channels):
    """Return exit status and manifest."""
    out = story.parent / "out"
    options = [option for slug in channels for option in ("--channel", slug)]
    try:
        call_command("adapt", str(story), "--out", str(out), *options)
        status = 0
    except SystemExit as leaving:
        status = leaving.code
    return status, json.loads((out / "manifest.json").read_text())


def refused(story, *options):
    with pytest.raises(CommandError) as caught:
        call_command("adapt", str(story), "--out", str(story.parent / "out"), *options)
    assert caught.value.returncode == 2
    assert not (story.parent / "out").exists()
    return str(caught.value)


def test_payloads_and_files_are_where_the_manifest_says(write):
    story = write()
    status, manifest = adapt(story, "x", "instagram-feed", "sms")
    assert status == 0
    assert [entry["channel"] for entry in manifest["channels"]] == ["x", "instagram-feed", "sms"]
    for entry in manifest["channels"]:
        body = (story.parent / "out" / entry["payload"]).read_bytes()
        assert hashlib.sha256(body).hexdigest() == entry["digest"]
        assert entry["state"] == "ready"
        assert all(part["fits"] for part in entry["parts"])
        for file in entry["files"]:
            data = (story.parent / "out" / file["file"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == file["sha256"]
            with Image.open(story.parent / "out" / file["file"]) as image:
                assert image.size == (file["width"], file["height"])
            assert file["alt"] == "A garden"


def test_addresses_in_a_payload_lead_from_the_payload_to_the_file(write):
    story = write()
    _status, manifest = adapt(story, "x")
    payload = story.parent / "out" / manifest["channels"][0]["payload"]
    (file,) = json.loads(payload.read_text())["media"]["files"]
    assert (payload.parent / file["url"]).resolve().is_file()


def test_a_story_may_say_where_its_files_will_be(write):
    story = write(files_url="https://cdn.example/f/")
    adapt(story, "x")
    payload = json.loads((story.parent / "out/x/payload.json").read_text())
    assert payload["media"]["files"][0]["url"].startswith("https://cdn.example/f/")


def test_the_story_chooses_its_channels(write):
    _status, manifest = adapt(write(channels=["sms", "x"]))
    assert [entry["channel"] for entry in manifest["channels"]] == ["sms", "x"]


def test_surfaces_that_need_a_film_are_skipped_unless_asked_for(write, capsys):
    status, manifest = adapt(write())
    assert status == 0
    channels = {entry["channel"] for entry in manifest["channels"]}
    assert "tiktok" not in channels
    assert "x" in channels
    assert "tiktok: skipped, it needs a film" in capsys.readouterr().err


def test_a_channel_that_fails_does_not_stop_the_others(write, capsys):
    story = write()
    status, manifest = adapt(story, "tiktok", "x")
    assert status == 1
    failed, ready = manifest["channels"]
    assert failed["state"] == "failed"
    assert failed["error"]["field"] == "hero_video"
    assert ready["state"] == "ready"
    assert not (story.parent / "out/tiktok").exists()
    assert "tiktok: failed: TikTok needs a film" in capsys.readouterr().err


def test_a_variant_with_errors_is_written_and_the_status_tells(write, capsys):
    story = write(hero_image={"path": "garden.jpg"})
    status, manifest = adapt(story, "x", "sms")
    assert status == 1
    assert [entry["state"] for entry in manifest["channels"]] == ["blocked", "ready"]
    assert manifest["channels"][0]["issues"][0]["code"] == "missing_alt"
    assert (story.parent / "out/x/payload.json").exists()
    assert "[hero_image.alt]" in capsys.readouterr().err


def test_a_second_run_makes_nothing_twice(write):
    story = write()
    _status, first = adapt(story, "x")
    file = story.parent / "out" / first["channels"][0]["files"][0]["file"]
    made_at = file.stat().st_mtime_ns
    _status, second = adapt(write(headline="Winter sale, last days"), "x")
    assert file.stat().st_mtime_ns == made_at
    assert second["channels"][0]["files"] == first["channels"][0]["files"]
    assert second["channels"][0]["digest"] != first["channels"][0]["digest"]


def test_a_file_that_was_changed_is_made_anew(write):
    story = write()
    _status, manifest = adapt(story, "x")
    file = story.parent / "out" / manifest["channels"][0]["files"][0]["file"]
    whole = file.read_bytes()
    file.write_bytes(whole[:100])
    adapt(story, "x")
    assert file.read_bytes() == whole


def test_what_is_no_longer_made_goes_and_what_is_not_ours_stays(write):
    story = write()
    adapt(story, "x", "sms")
    out = story.parent / "out"
    (out / "x" / "notes.txt").write_text("mine")
    adapt(story, "sms")
    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()) == [
        "manifest.json",
        "sms/payload.json",
        "x/notes.txt",
    ]


def test_a_manifest_of_somebody_else_is_not_overwritten(write):
    story = write()
    out = story.parent / "out"
    out.mkdir()
    (out / "manifest.json").write_text('{"name": "my app"}')
    with pytest.raises(CommandError, match="not ours") as caught:
        call_command("adapt", str(story), "--out", str(out), "--channel", "sms")
    assert caught.value.returncode == 2
    assert [path.name for path in out.iterdir()] == ["manifest.json"]


def test_the_same_story_gives_the_same_bytes(write):
    story = write()
    _status, first = adapt(story, "x", "instagram-feed")
    (story.parent / "out").rename(story.parent / "before")
    assert adapt(story, "x", "instagram-feed")[1] == first


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"headlin": "x"}, "headlin: is not known here; did you mean headline?"),
        ({"headline": None}, "headline: is missing"),
        ({"hero_image": {"path": "no.jpg"}}, "hero_image.path: there is no file no.jpg"),
        ({"hero_image": {"alt": "x"}}, "hero_image.path: say where the file is"),
        ({"hero_image": {"path": "story.json"}}, "hero_image.path: "),
        ({"hero_image": {"path": "garden.jpg", "focus": {"x": 2}}}, "hero_image.focus.x: "),
        ({"facts": {"period": {"end": "next week"}}}, "facts.period.end: "),
        ({"facts": {"offer": {"type": "price", "value": 5}}}, "a price or an amount needs a curr"),
        ({"body": [{"type": "paragraph", "htm": "x"}]}, "body.0.htm: is not known here"),
        ({"body": [{"type": "picture", "image": {"path": "a.png"}}]}, "body.0.image.path: there"),
        ({"summary": "\ud800"}, "surrogate"),
        ({"facts": {"offer": {"type": "percent", "value": float("nan")}}}, "facts.offer.value"),
        ({"hero_image": {"path": "a\0b"}}, "hero_image.path: there is no file"),
        ({"hero_image": {"path": "."}}, "hero_image.path: there is no file"),
        ({"hero_video": {"path": "garden.jpg", "captions": "a\0b"}}, "hero_video.path"),
        ({"channels": ["blusky"]}, "did you mean bluesky?"),
    ],
)
def test_a_fault_in_the_story_file_is_named_by_its_field(write, changes, said):
    assert said in refused(write(**changes))


def test_all_faults_are_named_at_once(write):
    message = refused(write(headline=None, hero_image={"path": "no.jpg"}, summary=5))
    assert len(message.splitlines()) == 3


def test_a_file_that_is_not_json_is_named_by_line(folder):
    story = folder / "story.json"
    story.write_text('{\n"id": }')
    assert "line 2, column 7: not JSON" in refused(story)


def test_a_file_nested_without_end_is_refused(folder):
    story = folder / "story.json"
    story.write_text("[" * 200_000)
    assert "nested too deeply" in refused(story)


def test_the_example_in_the_reference_is_a_story(folder):
    page = (ROOT / "docs/reference/story-json.md").read_text()
    story = folder / "story.json"
    story.write_text(re.search(r"```json\n(.*?)```", page, re.DOTALL)[1])
    media = folder / "var" / "demo-media"  # where `make demo` puts files of these names
    media.mkdir(parents=True)
    (folder / "garden.jpg").rename(media / "bird.jpg")
    make_film(media / "film.mp4", picture="testsrc2=s=1280x720:r=24", seconds=3)
    (media / "film.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nSnow\n")
    status, manifest = adapt(story, "x", "instagram-feed")
    assert (status, [entry["issues"] for entry in manifest["channels"]]) == (0, [[], []])


def test_a_file_that_is_not_there_is_said(folder):
    assert "can't read" in refused(folder / "none.json")


def test_an_unknown_channel_is_refused(write):
    assert "did you mean bluesky?" in refused(write(), "--channel", "blusky")


def test_captions_that_can_t_be_shown_are_refused(write, film):
    (film.parent / "film.vtt").write_text("WEBVTT\n\nno times here\n")
    said = refused(write(hero_video={"path": film.name, "captions": "film.vtt"}))
    assert said.startswith("hero_video.captions: This is not a WebVTT or SubRip file")
    said = refused(write(hero_video={"path": film.name, "captions": "none.vtt"}))
    assert said == "hero_video.captions: there is no text file none.vtt"


def test_a_film_carries_its_captions(write, folder, film):
    (folder / "film.srt").write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")
    video = {"path": film.name, "description": "A film", "captions": "film.srt"}
    status, manifest = adapt(write(hero_video=video), "bluesky")
    assert status == 0
    (file,) = manifest["channels"][0]["files"]
    assert (file["kind"], file["width"], file["height"]) == ("video", 1280, 720)
    payload = json.loads((folder / "out/bluesky/payload.json").read_text())
    assert payload["embed"]["captions"][0]["file"]["vtt"].startswith("WEBVTT")


@pytest.fixture
def film(folder):
    return make_film(folder / "film.mp4", seconds=3)


def test_a_shell_gets_status_result_and_faults_apart(write):
    command = [sys.executable, str(ROOT / "manage.py"), "adapt", str(write()), "--out"]
    run = subprocess.run(
        [*command, str(write().parent / "out"), "--channel", "tiktok", "--channel", "sms"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout == f"{write().parent / 'out' / 'manifest.json'}\n"
    assert run.stderr.startswith("tiktok: failed: ")
    assert "\r" not in run.stderr


def test_the_payload_is_what_the_channel_renders(write):
    story = write()
    _status, manifest = adapt(story, "sms")
    assert manifest["channels"][0]["media_type"] == get_channel("sms").spec.media_type


def test_a_poster_is_a_pdf_made_with_the_pictures_of_its_source(write):
    status, manifest = adapt(write(), "print-poster", "x")
    (poster,) = manifest["channels"][0]["files"]
    assert status == 0
    assert (poster["kind"], Path(poster["file"]).suffix) == ("poster", ".pdf")
    folder = write().parent / "out"
    assert (folder / poster["file"]).read_bytes().startswith(b"%PDF-")
    assert poster["bytes"] == (folder / poster["file"]).stat().st_size


def test_a_contradiction_is_an_exit_status_of_its_own(write, capsys):
    words = {"text": "Only 25% off with WINTER30: https://shop.example/winter"}
    story = write(overrides={"x": words})
    with pytest.raises(SystemExit) as leaving:
        call_command("adapt", str(story), "--out", str(story.parent / "out"), "--json")
    assert leaving.value.code == 3
    answer = json.loads(capsys.readouterr().out)
    assert Path(answer["manifest"]).is_file()
    found = {(issue["channel"], issue["code"], issue["span"]) for issue in answer["issues"]}
    assert ("x", "contradiction", "25%") in found
    (wrong,) = [issue for issue in answer["issues"] if issue["code"] == "contradiction"]
    assert wrong["field"] == "overrides.x.text"
    assert "says “25%”, the campaign says “-30%”" in wrong["message"]
