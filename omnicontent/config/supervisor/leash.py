"""Run one command and end its whole family when it ends or whoever holds the leash is gone.

Run as a script: ``python leash.py COMMAND [ARGUMENT ...]`` with standard input a pipe whose other
end the supervisor holds. The pipe closes however the supervisor ends, kill -9 included. As the
family's subreaper (``prctl(2)``, Linux) the leash also inherits orphans that made sessions of
their own, such as a pool worker's ffmpeg; elsewhere it ends those that are still descendants.
SIGTERM, SIGINT and SIGQUIT are passed on to the command.

Standard library and psutil only: it must start in no time and never fail on the service's code.
"""

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import time

import psutil

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
PASSED_ON = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)


def main(command: list[str]) -> int:
    """Run ``command`` until it ends or the leash is let go, then end all its descendants."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)
    woken = _wake_on_child_news()
    signal.pthread_sigmask(signal.SIG_BLOCK, PASSED_ON)  # none may arrive before there is a child
    child = subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_prepare_child
    )
    for number in PASSED_ON:
        signal.signal(number, lambda received, _frame: child.send_signal(received))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, PASSED_ON)
    held = True
    while held and child.poll() is None:
        readable, _, _ = select.select([sys.stdin.fileno(), woken], [], [])
        if woken in readable:
            os.read(woken, 4096)
        if sys.stdin.fileno() in readable:
            held = bool(os.read(sys.stdin.fileno(), 1))
        _reap_orphans(child.pid)
    end_family()
    return child.wait()


def _wake_on_child_news() -> int:
    """Return a file descriptor that becomes readable when a descendant of ours ends."""
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return woken


def end_family() -> None:
    """Kill every descendant, again and again until none is left."""
    while family := psutil.Process().children(recursive=True):
        for member in family:
            with contextlib.suppress(psutil.NoSuchProcess):
                member.kill()
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        time.sleep(0.01)


def _reap_orphans(child_pid: int) -> None:
    """Collect adopted descendants that ended, and leave the command itself to ``poll``."""
    for member in psutil.Process().children():
        with contextlib.suppress(psutil.Error, ChildProcessError):
            if member.pid != child_pid and member.status() == psutil.STATUS_ZOMBIE:
                os.waitpid(member.pid, os.WNOHANG)


def _prepare_child() -> None:
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, PASSED_ON)


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


if __name__ == "__main__":
    status = main(sys.argv[1:])
    sys.exit(status if status >= 0 else 128 - status)
