"""Pictures and films. Pure: paths, recipes and values in, files out.

``recipes`` say what a file is, ``marks`` and ``seen`` what is known of a source; ``framing`` turns
both into the window that a recipe holds. ``pictures``, ``films`` and ``posters`` make the files,
``focus`` and ``reframe`` look at sources, ``words`` sets type.
"""
