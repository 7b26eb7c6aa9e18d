"""Reframing films as a camera operator would: watch once, then plan a window for each shape.

``watching.watch_film`` reads the film in the sandbox and tells its shots and subjects;
``planning.plan_shots`` turns that into windows: still, panning or following, or padded where a
window can't hold what matters. The three ways are those of AutoFlip
(https://research.google/blog/autoflip-an-open-source-framework-for-intelligent-video-reframing/).
"""
