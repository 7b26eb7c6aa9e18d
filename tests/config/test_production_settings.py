"""The example environment makes a service without a warning; a missing value is named."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.services.missing import missing
from tests.services.processes import ROOT


def example_environment() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_example_passes_the_deployment_checks_without_a_warning():
    if not shutil.which("bwrap"):
        missing("Bubblewrap", "bubblewrap")
    done = manage("check", "--deploy", "--fail-level=WARNING", **example_environment())
    assert done.returncode == 0, done.stderr
    assert "no issues (1 silenced)" in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "BROKER_URL"])
def test_a_missing_value_is_named(name):
    environment = example_environment()
    del environment[name]
    done = manage("check", **environment)
    assert done.returncode != 0
    assert f'"{name}"' in done.stderr


def test_a_secret_may_be_a_file(tmp_path):
    environment = example_environment()
    secret = tmp_path / "secret"
    secret.write_text(environment.pop("SECRET_KEY"))
    done = manage("check", SECRET_KEY_FILE=str(secret), **environment)
    assert done.returncode == 0, done.stderr


def test_the_database_urls_options_stand_beside_the_pool():
    environment = example_environment()
    environment["DATABASE_URL"] = "postgres://editor@localhost/content?sslmode=verify-full"
    ask = "from django.conf import settings; print(settings.DATABASES['default']['OPTIONS'])"
    done = manage("shell", "--no-imports", "--command", ask, **environment)
    assert "'sslmode': 'verify-full'" in done.stdout, done.stderr
    assert "'pool': {" in done.stdout


ASK = "from django.conf import settings; print(settings.MAILERS['default'])"


def test_the_environment_names_the_mail_server():
    environment = example_environment() | {"SMTP_HOST": "mail.example", "SMTP_SSL": "true"}
    done = manage("shell", "--no-imports", "--command", ASK, **environment)
    assert "'host': 'mail.example'" in done.stdout, done.stderr
    assert "'use_ssl': True" in done.stdout
    assert "'timeout': 10" in done.stdout


@pytest.mark.parametrize(
    ("environment", "backend"), [({}, "console"), ({"SMTP_HOST": "mail.example"}, "smtp")]
)
def test_development_prints_mails_unless_there_is_a_server(environment, backend):
    environment |= {"DJANGO_SETTINGS_MODULE": "omnicontent.config.settings.dev"}
    done = manage("shell", "--no-imports", "--command", ASK, **environment)
    assert f"backends.{backend}.EmailBackend" in done.stdout, done.stderr
