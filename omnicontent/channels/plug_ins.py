"""What installed packages offer: modules of channels, and templates. Imports none of them."""

from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

ENTRY_POINT_GROUP = "omnicontent.channels"


def plug_in_modules(group: str = ENTRY_POINT_GROUP) -> list[str]:
    """Return the modules that entry points name, sorted, each once."""
    return sorted({point.value.partition(":")[0].strip() for point in entry_points(group=group)})


def template_folders() -> list[Path]:
    """Return the ``templates`` folders of the packages that bring channels."""
    packages = dict.fromkeys(name.partition(".")[0] for name in plug_in_modules())
    folders = (place / "templates" for package in packages for place in _places_of(package))
    return [folder for folder in folders if folder.is_dir()]


def _places_of(package: str) -> Iterator[Path]:
    with suppress(ImportError, ValueError):  # registry.failures() says what is wrong with it
        found = find_spec(package)
        yield from map(Path, (found and found.submodule_search_locations) or ())
