"""The pages for publishers are true: every example runs, every route and error is named."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from omnicontent.api.problems import ADVICE
from omnicontent.api.v1 import api
from omnicontent.delivery.services import create_publisher
from omnicontent.releases.models import Rendition
from tests.api.conftest import asking
from tests.delivery.releases import make_live
from tests.services.missing import missing

PICTURE = b"a picture"
DOCS = Path(__file__).parents[2] / "docs"
HOW_TO = (DOCS / "how-to" / "publish-from-the-api.md").read_text()
REFERENCE = (DOCS / "reference" / "api.md").read_text()
COMMANDS = re.findall(r"```sh\n(curl.*?)```", HOW_TO, re.DOTALL)
(SCRIPT,) = re.findall(r"```python\n(.*?)```", HOW_TO, re.DOTALL)


def test_the_reference_names_every_route():
    named = set(re.findall(r"`GET (/api/v1[^`?]*)", REFERENCE))
    assert named == set(api.get_openapi_schema()["paths"])


def test_the_reference_names_every_error():
    named = {int(status) for status in re.findall(r"^\| (\d{3}) \|", REFERENCE, re.MULTILINE)}
    assert named == set(ADVICE)


@pytest.fixture
def published(live_server, settings, client):
    """A live release with its file, and the environment of the page's examples."""
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    release = make_live()
    for rendition in Rendition.objects.all():
        default_storage.save(f"renditions/{rendition.file_name}", ContentFile(PICTURE))
    Rendition.objects.update(sha256=hashlib.sha256(PICTURE).hexdigest())
    variant = release.variants.first()
    _, token = create_publisher(name="The page's")
    return {
        "OMNICONTENT": live_server.url,
        "TOKEN": token,
        "CAMPAIGN": str(release.campaign),
        "VARIANT": str(variant.pk),
        "ETAG": asking(client, token)(f"/campaigns/{release.campaign}/release")["ETag"],
        "PATH": os.environ["PATH"],
    }


@pytest.mark.parametrize("command", COMMANDS, ids=range(len(COMMANDS)))
def test_every_command_of_the_page_works(published, command):
    if not shutil.which("curl"):
        missing("curl", "curl")
    done = subprocess.run(
        ["sh", "-euc", command.replace("curl ", "curl --fail ")],
        env=published,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "304\n" if "If-None-Match" in command else done.stdout


def test_the_page_s_publisher_pulls_everything_once(published, tmp_path):
    script = tmp_path / "pull.py"
    script.write_text(SCRIPT)

    def pull() -> str:
        command = [sys.executable, str(script), str(tmp_path / "out")]
        done = subprocess.run(command, env=published, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert [line.split()[:2] for line in pull().splitlines()] == [
        ["email", "en"],
        ["sms", "en"],
        ["sms", "fr"],
    ]
    pulled = {path.name: path for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert len(pulled) == 5
    for path in (tmp_path / "out").glob("*-*/*/*/*"):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
    times = {name: path.stat().st_mtime_ns for name, path in pulled.items()}
    pull()
    assert times == {name: path.stat().st_mtime_ns for name, path in pulled.items()}
