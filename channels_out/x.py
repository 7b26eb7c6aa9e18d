"""X: a post of the v2 API with one picture.

https://docs.x.com/x-api/posts/create-post takes ``text`` and ``media.media_ids``. The publisher
uploads each of ``media.files``, sets its ``alt_text`` by the media metadata endpoint, and sends
``media_ids`` in place of ``files``. Everything else goes out as it stands.
"""

from datetime import date
from typing import override

from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel, file_entry
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
COUNTING = "https://docs.x.com/fundamentals/counting-characters"
MEDIA = "https://docs.x.com/x-api/media/quickstart/best-practices"
OPENAPI = "https://github.com/xdevplatform/docs"


class XChannel(PostChannel):
    """A post on X."""

    spec = ChannelSpec(
        slug="x",
        network="x",
        name="X",
        media_type="application/json",
        parts=(
            Part(
                name="text",
                label="post",
                required=True,
                limits=(
                    Limit(
                        maximum=280,
                        unit=Unit.X_WEIGHTED,
                        source=COUNTING,
                        checked=CHECKED,
                        note="A link counts 23 and an emoji 2, whatever their length.",
                    ),
                ),
            ),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1600,
                height_px=900,
                required=False,
                limits=(Limit(maximum=5_242_880, unit=Unit.BYTES, source=MEDIA, checked=CHECKED),),
                alt_limit=Limit(
                    maximum=1000, unit=Unit.CHARACTERS, source=OPENAPI, checked=CHECKED
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(COUNTING, MEDIA, OPENAPI),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        files = [file_entry(use, alt_key="alt_text") for use in content.media]
        payload: dict[str, object] = {"text": content.parts["text"]}
        return payload | ({"media": {"files": files}} if files else {})


channel = XChannel()
