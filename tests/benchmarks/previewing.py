"""How long the editor waits for a preview of what nobody has saved: ``make bench``.

The form is posted and the preview asked for as Wagtail's panel does, with all that stands between
address and answer. The figure is the CPU of both requests, on one core and warm; every round has
another headline. The aim is 150 ms for each channel; nothing asserts it.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median

import django
from django.db import connection
from django.test import Client
from django.test.utils import override_settings

AIM_MS, ROUNDS = 150, 20
HEADLINES = (f"Tulips for your balcony, {number}" for number in count())


def main() -> None:
    """Print the median milliseconds of the preview of each channel."""
    django.setup()
    from omnicontent.channels.registry import all_channels

    with tempfile.TemporaryDirectory() as folder, _editor(Path(folder)) as (client, address, form):
        for slug in all_channels():
            times = [_timed(client, address, form, slug) for _ in range(ROUNDS + 2)][2:]
            print(f"{slug:<20}{median(times):8.1f} ms, {median(times) / AIM_MS:.2f} of the aim")


@contextmanager
def _editor(folder: Path) -> Iterator[tuple[Client, str, dict[str, object]]]:
    """Yield a browser, the address of a preview and its form, over a database of their own."""
    from tests.services import database

    database.restore(database.migrated_sqlite(), folder / "db.sqlite3")
    connection.close()
    connection.settings_dict["NAME"] = str(folder / "db.sqlite3")
    with override_settings(MEDIA_ROOT=folder / "media"):
        yield _open(folder)
    connection.close()


def _open(folder: Path) -> tuple[Client, str, dict[str, object]]:
    from django.contrib.auth.models import User

    from tests.previews.making import make_whole_campaign, posted_campaign

    page = make_whole_campaign(folder)
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client, f"/admin/pages/{page.pk}/edit/preview/", posted_campaign(page)


def _timed(client: Client, address: str, form: dict[str, object], slug: str) -> float:
    started = time.process_time()
    client.post(address, form | {"headline": next(HEADLINES)})
    client.get(address, {"mode": slug, "in_preview_panel": "true"})
    return 1000 * (time.process_time() - started)


if __name__ == "__main__":
    main()
