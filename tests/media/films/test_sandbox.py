import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from omnicontent.media.errors import EncodingError, UnreadableMediaError
from omnicontent.media.films import sandbox
from omnicontent.media.films.sandbox import SOURCE, Limits, job_folder, run_ffmpeg
from tests.media.sample_films import decoders, make_film

ENDLESS = ("-nostdin", "-v", "error", "-f", "lavfi", "-re", "-i", "testsrc", "-f", "null", "-")
bubblewrapped = pytest.mark.skipif(
    "bubblewrap" not in sandbox.available(), reason="bubblewrap is missing or not permitted"
)


def test_the_input_is_there_under_our_own_name_and_gone_afterwards(tmp_path: Path) -> None:
    source = tmp_path / "-i concat:evil;rm.mp4"
    source.write_bytes(b"film")

    with job_folder(source) as folder:
        assert [file.name for file in folder.iterdir()] == [SOURCE]
        assert (folder / SOURCE).read_bytes() == b"film"

    assert not folder.exists()
    assert source.read_bytes() == b"film"


def test_a_pipe_is_refused_before_it_can_hang_anything(tmp_path: Path) -> None:
    pipe = tmp_path / "film.mp4"
    os.mkfifo(pipe)

    with pytest.raises(UnreadableMediaError), job_folder(pipe):
        pass


def test_what_killed_workers_left_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    stale, fresh = tmp_path / "omnicontent-work-old", tmp_path / "omnicontent-work-new"
    for folder in (stale, fresh):
        folder.mkdir()
        (folder / SOURCE).write_bytes(b"film")
    os.utime(stale, (time.time() - 90_000,) * 2)

    with job_folder(make_film(tmp_path / "a.mp4", seconds=0.2)):
        assert not stale.exists()
        assert fresh.exists()


def test_a_step_that_runs_too_long_ends_with_all_its_processes(tmp_path: Path) -> None:
    with pytest.raises(EncodingError, match="too long"):
        run_ffmpeg(ENDLESS, tmp_path, Limits(seconds=1))

    assert decoders(os.getpid()) == []


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, TimeoutError])
def test_an_interrupted_step_ends_with_all_its_processes(
    tmp_path: Path, interruption: type[BaseException]
) -> None:
    def interrupt(line: str) -> None:
        assert decoders(os.getpid())
        raise interruption

    with pytest.raises(interruption):
        run_ffmpeg(("-progress", "pipe:1", *ENDLESS), tmp_path, Limits(), interrupt)

    assert decoders(os.getpid()) == []


def test_memory_and_file_size_are_limited(tmp_path: Path) -> None:
    large = ("-nostdin", "-v", "error", "-f", "lavfi", "-i", "nullsrc=s=3840x2160:d=9")

    hungry = run_ffmpeg((*large, "-f", "null", "-"), tmp_path, Limits(memory_bytes=120 << 20))
    verbose = run_ffmpeg(
        (*large, "-f", "rawvideo", "out.raw"), tmp_path, Limits(file_bytes=1 << 20)
    )

    assert hungry.code != 0
    assert verbose.code != 0
    assert (tmp_path / "out.raw").stat().st_size <= 1 << 20


@bubblewrapped
def test_other_files_do_not_exist_in_the_sandbox(tmp_path: Path) -> None:
    canary = make_film(tmp_path / "canary.mp4", seconds=0.2)
    job = tmp_path / "job"
    job.mkdir()

    outcome = run_ffmpeg(
        ("-nostdin", "-v", "error", "-i", f"file:{canary}", "-f", "null", "-"), job, Limits()
    )

    assert outcome.code != 0
    assert "No such file" in outcome.log


@bubblewrapped
def test_the_master_cannot_be_written(tmp_path: Path) -> None:
    master = make_film(tmp_path / "master.mp4", seconds=0.2)
    before = master.read_bytes()

    with job_folder(master) as folder:
        words = ("-nostdin", "-y", "-f", "lavfi", "-i", "testsrc=d=0.1", "-f", "mpegts", SOURCE)
        outcome = run_ffmpeg(words, folder, Limits())

    assert outcome.code != 0
    assert master.read_bytes() == before


@pytest.mark.skipif(
    not {"bubblewrap", "unshare"} & set(sandbox.available()),
    reason="user namespaces are not permitted",
)
def test_there_is_no_network(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        outcome = run_ffmpeg(("-nostdin", "-i", address, "-f", "null", "-"), tmp_path, Limits())

        assert outcome.code != 0
        with pytest.raises(TimeoutError):
            server.accept()


WORKER = """
import sys
from pathlib import Path
from omnicontent.media.recipes import VideoRecipe
from omnicontent.media.films.videos import make_videos
recipe = VideoRecipe(width_px=1920, height_px=1080, seconds_max=600)
source, target = map(Path, sys.argv[1:])
make_videos(source, [(recipe, target)], lambda share: print(share, flush=True))
"""


def _path_without_bubblewrap(folder: Path) -> str:
    folder.mkdir()
    for name in ("prlimit", "setpriv", "unshare"):
        program = shutil.which(name)
        if program:
            (folder / name).symlink_to(program)
    return str(folder)


@pytest.mark.parametrize("wrapped", ["bubblewrap", "setpriv"])
def test_ffmpeg_dies_with_a_killed_worker(tmp_path: Path, wrapped: str) -> None:
    if wrapped not in [*sandbox.available(), "setpriv" if shutil.which("setpriv") else ""]:
        pytest.skip(f"{wrapped} is missing or not permitted")
    path = os.environ["PATH"]
    if wrapped == "setpriv":
        path = _path_without_bubblewrap(tmp_path / "bin")
    source = make_film(tmp_path / "long.mp4", picture="testsrc2=s=320x180:r=10", seconds=60)
    target = tmp_path / "out.mp4"
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(source), str(target)],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(Path.cwd())},
        stdout=subprocess.PIPE,
    )
    below: list[psutil.Process] = []
    try:
        assert worker.stdout is not None
        assert worker.stdout.readline()
        below = decoders(worker.pid)
        names = {process.name() for process in below}
        assert any(name.startswith("ffmpeg") for name in names)
        assert ("bwrap" in names) == (wrapped == "bubblewrap")
    finally:
        worker.kill()
        worker.communicate()

    _, alive = psutil.wait_procs(below, timeout=10)
    assert [process for process in alive if process.status() != psutil.STATUS_ZOMBIE] == []
    assert not target.exists()
    assert {file.name for file in tmp_path.iterdir()} <= {"long.mp4", "bin"}


def test_gaps_name_what_to_install() -> None:
    code = "from omnicontent.media.films import sandbox; print(*sandbox.gaps(), sep='\\n')"
    bare = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": "/nonexistent", "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )

    assert "install bubblewrap" in bare.stdout
    assert "limits on memory" in bare.stdout
