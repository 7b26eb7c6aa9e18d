"""How alike two pictures look."""

import numpy as np
from PIL import Image
from skimage.metrics import structural_similarity


def likeness(one: Image.Image, other: Image.Image) -> float:
    """SSIM of the luma as Wang et al. define it (2004): Gaussian weights of 1.5 pixels."""
    first, second = (np.asarray(picture.convert("L")) for picture in (one, other))
    return float(
        structural_similarity(
            first, second, gaussian_weights=True, sigma=1.5, use_sample_covariance=False
        )
    )


def likeness_of_colors(one: Image.Image, other: Image.Image) -> float:
    """SSIM of red, green and blue, averaged over plain windows of 7 pixels."""
    first, second = (np.asarray(picture.convert("RGB")) for picture in (one, other))
    return float(structural_similarity(first, second, channel_axis=2))
