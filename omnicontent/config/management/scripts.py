"""What a script expects of a command: quiet when its reader leaves, one plain line for a fault."""

import io
import os
import sys
from typing import Any, override

from django.core.management.base import BaseCommand, CommandError, OutputWrapper

FAILED, INTERRUPTED, READER_LEFT = 1, 130, 141
"""Exit status; the last two are what a shell gives SIGINT and SIGPIPE."""


class ScriptCommand(BaseCommand):
    """A command that is a public interface for scripts."""

    requires_system_checks: list[str] = []

    @override
    def execute(self, *args: object, **options: Any) -> str | None:
        if sys.stderr is None:
            self.stderr = OutputWrapper(io.StringIO())
        if sys.stdout is None:
            raise CommandError("standard output is closed", returncode=FAILED)
        try:
            return self._execute(*args, **options)
        except BrokenPipeError:
            _give_up_output()
            sys.exit(READER_LEFT)
        except KeyboardInterrupt:
            raise CommandError("interrupted", returncode=INTERRUPTED) from None
        except OSError as error:
            _give_up_output()
            what = error.strerror or str(error)
            raise CommandError(f"stopped: {what}", returncode=FAILED) from error

    def _execute(self, *args: object, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        finally:
            sys.stdout.flush()  # at exit it were too late to say that the disk is full


def _give_up_output() -> None:
    """Give Python's flush at exit a place to go when standard output takes no more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
