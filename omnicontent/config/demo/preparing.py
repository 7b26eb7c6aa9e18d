"""Bring database, static files and demo content to where they must be; quick when they are."""

from concurrent.futures import Future
from io import StringIO
from threading import Thread

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from omnicontent.config.demo.media import fetch_media
from omnicontent.config.demo.moving import follow_port
from omnicontent.config.demo.stages import say

MEDIA_FOLDER = "demo-media"


def migrate() -> None:
    """Run the migrations that have not run yet."""
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def collect_static_files() -> None:
    """Copy what browsers need into the folder the web server serves."""
    call_command("collectstatic", verbosity=0, interactive=False)


def start_fetching_media() -> "Future[list[str]]":
    """Fetch the demo's photos and film meanwhile; the result is their credits."""
    future: Future[list[str]] = Future()

    def fetch() -> None:
        try:
            future.set_result(fetch_media(settings.VAR_DIR / MEDIA_FOLDER, say))
        except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it
            future.set_exception(error)

    Thread(target=fetch, daemon=True).start()  # Ctrl-C does not wait for a slow registry
    return future


def create_content() -> None:
    """Make the demo's people and campaigns where they are missing, and publish them."""
    call_command("create_demo", media=settings.VAR_DIR / MEDIA_FOLDER, stdout=StringIO())
    if moved := follow_port():
        say(f"  another port than last time: {moved} campaigns are made anew for it")
