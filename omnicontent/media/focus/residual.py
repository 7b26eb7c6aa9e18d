"""The spectral residual: what breaks the texture of a picture.

It is what the picture's spectrum has beyond the average one (Hou and Zhang, "Saliency detection: a
spectral residual approach", CVPR 2007). Own code: OpenCV has it in its contrib modules only.
"""

import cv2
import numpy as np
from numpy.typing import NDArray


def spectral_residual(channel: NDArray[np.float32], blur: float) -> NDArray[np.float32]:
    """Return how much each pixel of a small square channel stands out, on no certain scale.

    ``blur`` is the spread, in pixels, over which neighbors share what they have.
    """
    spectrum = np.fft.fft2(channel)
    amplitude = np.log(np.abs(spectrum) + 1e-3).astype(np.float32)
    unusual = amplitude - cv2.blur(amplitude, (3, 3))
    found = np.abs(np.fft.ifft2(np.exp(unusual + 1j * np.angle(spectrum)))) ** 2
    return np.asarray(cv2.GaussianBlur(found, (0, 0), blur), np.float32)
