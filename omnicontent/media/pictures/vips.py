"""libvips, set up for files that nobody has vetted and for one process a core.

It decodes and resizes in narrow strips with vector instructions: a whole set of renditions costs
a sixth of what Pillow's own resizing takes. Import it from here, never from ``pyvips``.

A process may fork after this import (Celery does), but not after it has decoded a picture: the
child would wait forever for threads that it has not got.
"""

import os

# libvips reads it once, when it is loaded. Celery runs a process for every core already.
os.environ.setdefault("VIPS_CONCURRENCY", "1")

import pyvips  # type: ignore[import-untyped]

LOADERS = ("VipsForeignLoadJpeg", "VipsForeignLoadPng")
"""The rest of what we take is opened by Pillow (``decoding``)."""

# A cached result would be shown again after the file under that name was replaced.
pyvips.cache_set_max(0)
pyvips.block_untrusted_set(True)
pyvips.operation_block_set("VipsForeignLoad", True)
for _loader in LOADERS:
    pyvips.operation_block_set(_loader, False)

__all__ = ["pyvips"]
