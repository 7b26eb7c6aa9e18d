"""A film's windows, cut and cover as an editor chooses them, with a mouse and without one."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest
from django.core.files.base import ContentFile
from django.test import testcases
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from omnicontent.media.geometry import Box
from omnicontent.media.seen import FilmSeen, Seen, SeenShot
from omnicontent.stories.models import MasterMedia

pytestmark = pytest.mark.browser
SHOTS = (
    SeenShot(
        start=0, end=2, seen=(Seen(at=1, box=Box(left=0.1, top=0.3, right=0.2, bottom=0.6)),)
    ),
    SeenShot(
        start=2,
        end=6,
        seen=tuple(
            Seen(at=2 + n / 2, box=Box(left=n / 10, top=0.3, right=n / 10 + 0.1, bottom=0.6))
            for n in range(9)
        ),
    ),
)


@pytest.fixture
def film(transactional_db: None, tmp_path: Path) -> MasterMedia:
    """Six seconds of 16:9: a disc at the left, then, behind a cut, one that crosses the picture."""
    path = tmp_path / "two-shots.mp4"
    moving = "color=#31506e:s=640x360:r=25:d={d},drawbox=x={x}:y=120:w=64:h=100:c=#f2c230:t=fill"
    first, second = moving.format(d=2, x="64"), moving.format(d=4, x="'t*128'")
    command = [
        *(imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y"),
        *("-f", "lavfi", "-i", first, "-f", "lavfi", "-i", second),
        *("-filter_complex", "[0][1]concat=n=2", "-pix_fmt", "yuv420p", str(path)),
    ]
    subprocess.run(command, check=True, capture_output=True)
    film = MasterMedia(
        title="Two shots", type="video", file=ContentFile(path.read_bytes(), "two-shots.mp4")
    )
    film.seen = FilmSeen(shots=SHOTS, cover_seconds=1.0).model_dump(mode="json")
    film.save()
    return film


@pytest.fixture
def editor(
    admin: Page, live_server: LiveServer, film: MasterMedia, monkeypatch: pytest.MonkeyPatch
) -> Page:
    """The film's page, once its windows are drawn."""
    # Django's test server answers for media itself, without ranges: no browser could jump.
    monkeypatch.setattr(testcases._MediaFilesHandler, "_should_handle", lambda *_: False)
    admin.on("console", lambda m: print("CONSOLE", m.text))
    admin.on("pageerror", lambda m: print("ERR", m))
    with admin.expect_response(lambda answer: answer.url.endswith("/windows/")):
        admin.goto(f"{live_server.url}/admin/media/edit/{film.pk}/")
    return admin


def test_look(editor: Page) -> None:
    editor.set_viewport_size({"width": 1440, "height": 1700})
    editor.wait_for_timeout(1000)
    print(
        editor.evaluate(
            "(() => {const v=document.querySelector('video'); return [v.readyState, v.duration, v.seekable.length && v.seekable.end(0), v.error && v.error.message]})()"
        )
    )
    editor.get_by_role("button", name="Shot 2").click()
    editor.wait_for_timeout(800)
    print(editor.evaluate("document.querySelector('video').currentTime"))
    editor.screenshot(path="tests/screenshots/c.png")
