"""Migrate once, copy often: a migration takes seconds, a copy milliseconds."""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "var" / "test-db"
KEPT = 3
SHAPING = ("migrations/*.py", "models.py", "models/*.py", "apps.py", "groups.py")
"""Files that decide what a migrated database holds."""


def digest() -> str:
    """Name the state a migrated database would have: packages and our own migrations."""
    total = hashlib.sha256((ROOT / "requirements.lock").read_bytes())
    total.update(sys.version.encode())
    sources = [ROOT / "omnicontent/config/settings/base.py"]
    for pattern in SHAPING:
        sources += (ROOT / "omnicontent").glob(f"*/{pattern}")
    for source in sorted(sources):
        total.update(str(source.relative_to(ROOT)).encode() + source.read_bytes())
    return total.hexdigest()[:16]


def migrate(database_url: str) -> None:
    """Run every migration on ``database_url`` in a process of its own."""
    environment = os.environ | {
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "omnicontent.config.settings.test",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0", "--skip-checks"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"migrate failed:\n{done.stdout}{done.stderr}")


def migrated_sqlite() -> Path:
    """Return the migrated file for today's migrations, made now if it is not there yet."""
    template = CACHE / f"{digest()}.sqlite3"
    with locked():
        if not template.exists():
            half_made = template.with_suffix(".new")
            _remove(half_made)
            migrate(f"sqlite:///{half_made}")
            with closing(sqlite3.connect(half_made)) as made:
                made.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
            half_made.rename(template)
            forget_old("*.sqlite3")
        template.touch()
    return template


def restore(template: Path, copy: Path) -> None:
    """Make ``copy`` hold what ``template`` holds, also while others have it open.

    A template that is gone is an error, not an empty database.
    """
    with (
        closing(sqlite3.connect(f"{template.as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(copy, timeout=30)) as target,
    ):
        source.backup(target)


def clone_sqlite(template: Path, folder: Path) -> str:
    """Copy the template into ``folder`` and return its DATABASE_URL."""
    copy = folder / "db.sqlite3"
    restore(template, copy)
    return f"sqlite:///{copy}"


@contextmanager
def locked() -> Iterator[None]:
    """Let nobody else make a template meanwhile."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def forget_old(pattern: str) -> None:
    """Keep only the newest templates of a kind."""
    newest_first = sorted(CACHE.glob(pattern), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in newest_first[KEPT:]:
        _remove(path)
