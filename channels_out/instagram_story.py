"""Instagram story: a film, or a picture that says everything in words drawn into it.

https://developers.facebook.com/docs/instagram-platform/content-publishing
Stories have no caption. The payload holds the parameters of ``POST /{ig-user-id}/media``;
``link_sticker`` is not among them: whoever publishes places that sticker in the app.
"""

from collections.abc import Sequence
from datetime import date
from typing import override

from omnicontent.channels.content import Content, MediaUse, Rendered
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.families import TextChannel, json_payload
from omnicontent.channels.media_uses import film_or_pictures, media_uses, words_to_draw
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.channels.visible import drawn_words
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
PLATFORM = "https://developers.facebook.com/docs/instagram-platform"
MEDIA = f"{PLATFORM}/instagram-graph-api/reference/ig-user/media"


class InstagramStoryChannel(TextChannel):
    """A story on Instagram, 24 hours on view."""

    spec = ChannelSpec(
        slug="instagram-story",
        network="instagram",
        name="Instagram story",
        media_type="application/json",
        parts=(
            Part(
                name="words",
                label="text in the picture",
                required=True,
                help_text="One line each: drawn into the picture, or at the end of the film.",
            ),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1080,
                height_px=1920,
                words=True,
                required=False,
                limits=(Limit(maximum=8_388_608, unit=Unit.BYTES, source=MEDIA, checked=CHECKED),),
            ),
        ),
        videos=(
            VideoSlot(
                name="video",
                width_px=1080,
                height_px=1920,
                seconds_max=60,
                limits=(
                    Limit(minimum=3, maximum=60, unit=Unit.SECONDS, source=MEDIA, checked=CHECKED),
                    Limit(maximum=104_857_600, unit=Unit.BYTES, source=MEDIA, checked=CHECKED),
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        alt_required=False,  # the API takes no alt text for stories
        docs=(f"{PLATFORM}/content-publishing", MEDIA),
    )

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        return [Piece(line, must=True, joint="\n") for line in words_to_draw(story)]

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        words = tuple(line for line in parts["words"].splitlines() if line.strip())
        uses = film_or_pictures(media_uses(self.spec, story, words))
        if not uses:
            raise AdaptationError(
                "An Instagram story needs a picture or a film: choose one under Media.",
                slug=self.spec.slug,
                part="image",
                field="hero_image",
            )
        return uses

    @override
    def data(self, story: Story) -> dict[str, object]:
        action = story.facts.call_to_action
        return {"link_sticker": {"text": action.verb, "url": self.link(story)}} if action else {}

    @override
    def render(self, content: Content) -> Rendered:
        use = content.media[0]
        key = "video_url" if use.recipe.kind == "video" else "image_url"
        return json_payload({"media_type": "STORIES", key: use.url} | content.data)

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return f"{drawn_words(content)}\n{super().visible_text(content, rendered)}"


channel = InstagramStoryChannel()
