"""Marks proposed for a picture. A finder that fails costs the proposal, never the upload."""

import logging
from pathlib import Path

from omnicontent.media.marks import Marks

logger = logging.getLogger(__name__)


def propose_marks(path: Path) -> Marks:
    """Return what the finder marks in the picture; nothing where it fails."""
    # Imported late: it loads OpenCV and the weights of a model.
    from omnicontent.media.focus.finding import find_marks

    try:
        return find_marks(path)
    except Exception:
        logger.exception("No marks could be proposed for a picture")
        return Marks()
