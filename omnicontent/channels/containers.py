"""Media containers of publishing interfaces: one file, or a carousel that holds several.

https://developers.facebook.com/docs/instagram-platform/content-publishing#carousel-posts
"""

from collections.abc import Mapping, Sequence


def container(files: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """Return the fields of one file, of none, or of a carousel with all of them as children."""
    if len(files) == 1:
        return dict(files[0])
    children = [{"is_carousel_item": True, **file} for file in files]
    return {"media_type": "CAROUSEL", "children": children} if children else {}
