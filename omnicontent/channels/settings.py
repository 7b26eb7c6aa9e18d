"""What a platform answers about itself: limits that each of its servers sets anew.

One JSON file a platform, as its own API gave it, in the folder that the environment variable
``OMNICONTENT_PLATFORMS`` names (``platforms`` where it is not set). A relative folder is one of
the checkout, wherever a process was started. Nothing is fetched here: the same story gives the
same bytes, and a server that is down changes no limit. Without the file the platform's defaults
hold.
"""

import json
import os
from pathlib import Path
from typing import Any

from omnicontent.channels.errors import PlatformFileError

FOLDER_VARIABLE = "OMNICONTENT_PLATFORMS"
FOLDER = "platforms"
CHECKOUT = Path(__file__).resolve().parents[2]
MEND = "Fetch it from the platform again, or remove it."


def platform_file(name: str) -> Path:
    """Return where the platform's answer stands, whether there is one or not."""
    return CHECKOUT / os.environ.get(FOLDER_VARIABLE, FOLDER) / f"{name}.json"


def read_platform(name: str) -> dict[str, Any]:
    """Return what the platform's file says, nothing where there is no file.

    :raises PlatformFileError: the file is no JSON object, or can't be read.
    """
    path = platform_file(name)
    try:
        answer = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise PlatformFileError(f"{path} can't be used: {error}. {MEND}") from error
    if not isinstance(answer, dict):
        raise PlatformFileError(f"{path} holds no JSON object. {MEND}")
    return answer
