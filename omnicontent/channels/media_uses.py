"""Which renditions of the story's pictures and films a surface needs, by its slots."""

import math
from collections.abc import Iterator

from omnicontent.channels.content import AnyRecipe, MediaUse
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, VideoSlot
from omnicontent.channels.story import Image, Picture, Story, Video
from omnicontent.channels.wording import display_link
from omnicontent.media.recipes import ClosingCard, FrameRecipe, ImageRecipe, VideoRecipe
from omnicontent.message.saying import say_all
from omnicontent.text.units import Unit

BYTES_PER_SECOND = 1_500_000
"""No film of ours is larger (12 Mbit/s). A byte budget above that can't bite, so it stays out of
the recipe: surfaces with the same frame then share one file."""


def media_uses(spec: ChannelSpec, story: Story) -> tuple[MediaUse, ...]:
    """Return a use for every slot that the story can fill, films first.

    :raises AdaptationError: a required slot stays empty; ``field`` is what the editor can choose.
    """
    uses = [use for slot in spec.videos for use in _film(spec, slot, story)]
    uses += [use for slot in spec.images for use in _pictures(spec, slot, story)]
    return tuple(uses)


def needs_film(spec: ChannelSpec) -> bool:
    """Tell whether the surface takes nothing but a film."""
    return any(slot.required for slot in spec.videos)


def words_to_draw(story: Story) -> tuple[str, ...]:
    """Return what a picture without a caption must say: headline, offer, period, code."""
    said = say_all(story.facts, story.locale, "short")
    kinds = ("offer", "period", "promo_code")
    return (story.headline, *(said[kind] for kind in kinds if kind in said))


def closing_card(story: Story) -> ClosingCard:
    """Return the last seconds of a film: the words of a picture, and what to do next."""
    headline, *lines = words_to_draw(story)
    action = story.facts.call_to_action
    call = f"{action.verb}: {display_link(str(action.url))}" if action else ""
    return ClosingCard(headline=headline, lines=tuple(lines), call_to_action=call)


def _film(spec: ChannelSpec, slot: VideoSlot, story: Story) -> Iterator[MediaUse]:
    video = story.hero_video
    if video is None:
        if slot.required:
            raise AdaptationError(
                f"{spec.name} needs a film: choose one under Media, or untick the channel.",
                slug=spec.slug,
                part=slot.name,
                field="hero_video",
            )
        return
    yield _use(slot.name, video, video_recipe(slot, video, story), story)


def video_recipe(slot: VideoSlot, video: Video, story: Story) -> VideoRecipe:
    """Return the recipe of the story's film for a slot.

    The length is that of film and card where it is within the slot's, so that a film short enough
    for two surfaces is one file.
    """
    card = closing_card(story) if slot.closing_card else None
    seconds = math.ceil(video.seconds + (card.seconds if card else 0))
    seconds_max = min(slot.seconds_max, seconds)
    budget = _byte_budget(slot.limits)
    return VideoRecipe(
        width_px=slot.width_px,
        height_px=slot.height_px,
        fps=slot.fps,
        seconds_max=seconds_max,
        max_bytes=budget if budget and budget < seconds_max * BYTES_PER_SECOND else None,
        focus=video.focus,
        closing_card=card,
    )


def _pictures(spec: ChannelSpec, slot: ImageSlot, story: Story) -> Iterator[MediaUse]:
    if slot.source == "body":
        images = [block.image for block in story.body if isinstance(block, Picture)]
    else:
        images = [story.hero_image] if story.hero_image else []
    if slot.source == "frame" and story.hero_video:
        still = FrameRecipe(image=image_recipe(slot, story.hero_video, story))
        yield _use(slot.name, story.hero_video, still, story)
        return
    if slot.required and not images:
        raise AdaptationError(
            f"{spec.name} needs a picture: choose one under Media, or untick the channel.",
            slug=spec.slug,
            part=slot.name,
            field="body" if slot.source == "body" else "hero_image",
        )
    for image in images:
        yield _use(slot.name, image, image_recipe(slot, image, story), story)


def image_recipe(slot: ImageSlot, source: Image | Video, story: Story) -> ImageRecipe:
    """Return the recipe of a picture (or of a film's still) for a slot."""
    return ImageRecipe(
        width_px=slot.width_px,
        height_px=slot.height_px,
        format=slot.format,
        quality=slot.quality,
        max_bytes=_byte_budget(slot.limits),
        focus=source.focus,
        words=words_to_draw(story) if slot.words else (),
    )


def _use(slot: str, source: Image | Video, recipe: AnyRecipe, story: Story) -> MediaUse:
    use = MediaUse(
        slot=slot,
        source=source.source,
        source_digest=source.digest,
        recipe=recipe,
        url="",
        alt=source.description if isinstance(source, Video) else source.alt,
        captions=source.captions if isinstance(source, Video) and recipe.kind == "video" else "",
    )
    return use.model_copy(update={"url": story.files_url + use.file_name})


def _byte_budget(limits: tuple[Limit, ...]) -> int | None:
    budgets = [int(limit.maximum) for limit in limits if limit.unit is Unit.BYTES]
    return min(budgets, default=None)
