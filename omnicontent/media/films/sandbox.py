"""Running ffmpeg on files that nobody has vetted, with as little as it needs.

Files can exploit a decoder, or name other files for it to open, so patches alone are no
control. Each step runs in a private folder with one input under our own name, and as far as
the system permits: no network, no other files (bubblewrap), limits on memory, time and size
(prlimit), an empty environment, and death together with the worker that started it.
"""

import os
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, cast

from imageio_ffmpeg import get_ffmpeg_exe

from omnicontent.media.errors import CancelledError, EncodingError, UnreadableMediaError
from omnicontent.phrases import phrase as _

SOURCE = "source"
"""Name of the input in the job's folder: no suffix, so no demuxer is chosen by it."""

_SYSTEM_FOLDERS = ("/usr", "/lib", "/lib64", "/etc/alternatives", "/etc/ld.so.cache")
_LOG_BYTES = 65_536
WORKING_PREFIX = "omnicontent-work-"
"""Names of temporary folders begin with it: what a killed worker left is found and removed."""
_STALE_SECONDS = 24 * 3600
_GLANCE_SECONDS = 1.0
"""How long a silent step goes on before somebody is asked whether it is still wanted."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one step may use at most."""

    seconds: int = 60
    memory_bytes: int = 2 << 30
    file_bytes: int = 64 << 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step ended: 0 is success; ``log`` is what it said on its error channel."""

    code: int
    log: str


@contextmanager
def job_folder(source: Path) -> Iterator[Path]:
    """Make a private folder that holds the input as ``SOURCE``, and remove it afterwards.

    :raises UnreadableMediaError: the input is no regular file: a pipe would hang the step.
    """
    if source.exists() and not source.is_file():
        raise UnreadableMediaError(_("This is not a file. Upload a film."))
    _sweep()
    with tempfile.TemporaryDirectory(prefix=WORKING_PREFIX) as name:
        folder = Path(name)
        try:
            (folder / SOURCE).hardlink_to(source.resolve(strict=True))
        except OSError:
            shutil.copyfile(source, folder / SOURCE)
        yield folder


def run_ffmpeg(
    arguments: Sequence[str],
    folder: Path,
    limits: Limits,
    on_line: Callable[[str], None] = lambda line: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Run one ffmpeg in ``folder``, giving ``on_line`` each line it prints.

    Whatever interrupts the caller kills the whole process group before it goes on. ``cancelled``
    is asked at every line, and at least once a second.

    :raises EncodingError: it ran out of time.
    :raises CancelledError: it is not wanted any more.
    """
    return pour_ffmpeg(arguments, folder, limits, _by_line(on_line), cancelled)


def pour_ffmpeg(
    arguments: Sequence[str],
    folder: Path,
    limits: Limits,
    on_bytes: Callable[[bytes], None],
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Run one ffmpeg as ``run_ffmpeg`` does, giving ``on_bytes`` what it prints, as it comes.

    :raises EncodingError: it ran out of time.
    :raises CancelledError: it is not wanted any more.
    """
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(  # noqa: S603
            [*_wrapping(folder, limits), *arguments],
            cwd=folder,
            env={},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )
        try:
            deadline = time.monotonic() + limits.seconds
            pipe = cast("IO[bytes]", process.stdout)
            code = _watch(process, _chunks(pipe, deadline, cancelled), on_bytes)
        finally:
            _end(process)
        return Outcome(code, _excerpt(log.fileno()))


@cache
def available() -> list[str]:
    """Return what works here: ``prlimit``, and ``bubblewrap`` or ``unshare`` and ``setpriv``."""
    found = ["prlimit"] if shutil.which("prlimit") else []
    if _works(_bubblewrap(Path(tempfile.gettempdir()))):
        return [*found, "bubblewrap"]
    found += ["unshare"] if _works(_unshare()) else []
    return found + (["setpriv"] if shutil.which("setpriv") else [])


def gaps() -> list[str]:
    """Return in plain words which protections are missing here, for a system check."""
    here = available()
    said = []
    if "prlimit" not in here:
        said.append("Films are decoded without limits on memory and time: install util-linux.")
    if "bubblewrap" not in here:
        said.append(
            "Film decoders can see this machine's files: install bubblewrap and permit "
            "unprivileged user namespaces."
        )
        if "unshare" not in here:
            said.append("Film decoders can reach the network: permit user namespaces.")
        if "setpriv" not in here:
            said.append("Film encoders outlive a killed worker: install util-linux.")
    return said


def _sweep() -> None:
    """Remove what killed workers left behind; it would keep deleted masters on disk."""
    for folder in Path(tempfile.gettempdir()).glob(f"{WORKING_PREFIX}*"):
        with suppress(OSError):
            if folder.stat().st_mtime < time.time() - _STALE_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)


def _wrapping(folder: Path, limits: Limits) -> list[str]:
    here = available()
    words = _prlimit(limits) if "prlimit" in here else []
    if "bubblewrap" in here:
        return [*words, *_bubblewrap(folder)]
    words += _unshare() if "unshare" in here else []
    # After unshare, since it is the last program of the chain that must get the signal.
    words += [_which("setpriv"), "--pdeathsig", "KILL", "--"] if "setpriv" in here else []
    return [*words, get_ffmpeg_exe()]


def _prlimit(limits: Limits) -> list[str]:
    # No limit on processes: it would count all threads of the worker's user.
    return [
        _which("prlimit"),
        f"--as={limits.memory_bytes}",
        f"--cpu={limits.seconds * 2}",
        f"--fsize={limits.file_bytes}",
        "--nofile=1024",
        "--core=0",
        "--",
    ]


def _bubblewrap(folder: Path) -> list[str]:
    words = [_which("bwrap"), "--unshare-all", "--die-with-parent", "--cap-drop", "ALL"]
    for system_folder in _SYSTEM_FOLDERS:
        words += ["--ro-bind-try", system_folder, system_folder]
    words += ["--ro-bind", str(Path(get_ffmpeg_exe()).resolve()), "/ffmpeg"]
    words += ["--dev", "/dev", "--bind", str(folder), "/job"]
    # The input is a hard link to the master: the encoder must not be able to write to it.
    words += ["--ro-bind-try", str(folder / SOURCE), f"/job/{SOURCE}"]
    return [*words, "--chdir", "/job", "--", "/ffmpeg"]


def _unshare() -> list[str]:
    return [_which("unshare"), "--map-root-user", "--net", "--"]


def _which(program: str) -> str:
    return shutil.which(program) or program


def _works(words: list[str]) -> bool:
    ffmpeg = [] if words[-1] == "/ffmpeg" else [get_ffmpeg_exe()]
    with suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run(  # noqa: S603
            [*words, *ffmpeg, "-version"], capture_output=True, timeout=20, check=False
        )
        return done.returncode == 0
    return False


def _by_line(on_line: Callable[[str], None]) -> Callable[[bytes], None]:
    rest = b""

    def split(chunk: bytes) -> None:
        nonlocal rest
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            on_line(line.decode(errors="replace").strip())

    return split


def _watch(
    process: subprocess.Popen[bytes], chunks: Iterator[bytes], on_bytes: Callable[[bytes], None]
) -> int:
    for chunk in chunks:
        on_bytes(chunk)
    return process.wait(timeout=10)


def _chunks(pipe: IO[bytes], deadline: float, cancelled: Callable[[], bool]) -> Iterator[bytes]:
    """Yield what is printed, as it comes, until the pipe is closed."""
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0:
            if cancelled():
                raise CancelledError(_("The film is not wanted any more."))
            if not selector.select(timeout=min(left, _GLANCE_SECONDS)):
                continue
            chunk = os.read(pipe.fileno(), 65_536)
            if not chunk:
                return
            yield chunk
    raise EncodingError(_("The film took too long to encode. It is tried again."))


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _excerpt(log: int) -> str:
    """Return the log's beginning and end: a hostile file can make it very long."""
    size = os.fstat(log).st_size
    head = os.pread(log, _LOG_BYTES, 0)
    tail = os.pread(log, _LOG_BYTES, max(_LOG_BYTES, size - _LOG_BYTES))
    return (head + tail).decode(errors="replace")
