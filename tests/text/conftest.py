"""Test cases written by others, kept outside the repository."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

VECTORS = Path(__file__).resolve().parents[3] / "shared" / "vectors"


@pytest.fixture
def vectors() -> Callable[[str], Any]:
    """Read a file of cases; skip by its name where it is absent."""

    def read(name: str) -> Any:
        path = VECTORS / name
        if not path.exists():
            pytest.skip(f"no {name} beside the repository")
        text = path.read_text(encoding="utf-8")
        read_as = {".json": json.loads, ".yml": yaml.safe_load}
        return read_as.get(path.suffix, str)(text)

    return read
