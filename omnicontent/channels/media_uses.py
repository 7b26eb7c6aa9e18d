"""Which renditions of the story's pictures and films a surface needs, by its slots."""

from collections.abc import Iterator

from omnicontent.channels.common_parts import alt_of, with_drawn
from omnicontent.channels.content import AnyRecipe, MediaUse
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.films import (
    closing_card,
    cover_moment,
    spoken_call,
    still_frame,
    video_recipe,
)
from omnicontent.channels.framing import frame_of, framing_of
from omnicontent.channels.spec import ChannelSpec, ImageSlot, VideoSlot, byte_budget
from omnicontent.channels.story import Brand, Image, Picture, Story, Video
from omnicontent.channels.visible import words_in
from omnicontent.media.films.retiming import retimed
from omnicontent.media.recipes import Frame, FrameRecipe, ImageRecipe, rendition_name
from omnicontent.message.saying import say_all
from omnicontent.phrases import phrase as _


def media_uses(
    spec: ChannelSpec, story: Story, words: tuple[str, ...] | None = None
) -> tuple[MediaUse, ...]:
    """Return a use for every slot that the story can fill, films first.

    ``words`` are drawn into pictures and closing cards in place of :func:`words_to_draw`.

    :raises AdaptationError: a required slot stays empty; ``field`` is what the editor can choose.
    """
    drawn = words_to_draw(story) if words is None else words
    uses = [use for slot in spec.videos for use in _film(spec, slot, story, drawn)]
    uses += [use for slot in spec.images for use in _pictures(spec, slot, story, drawn)]
    return tuple(uses)


def film_or_pictures(uses: tuple[MediaUse, ...]) -> tuple[MediaUse, ...]:
    """Return the films if there are any, or else the pictures: surfaces that take one kind."""
    return tuple(use for use in uses if use.recipe.kind == "video") or uses


def first_pictures(spec: ChannelSpec, uses: tuple[MediaUse, ...]) -> tuple[MediaUse, ...]:
    """Return the uses with no more pictures than the surface takes."""
    most = pictures_max(spec)
    films = (use for use in uses if use.recipe.kind == "video")
    return (*films, *only_pictures(uses)[:most])


def only_pictures(uses: tuple[MediaUse, ...]) -> tuple[MediaUse, ...]:
    """Return the uses that are no films."""
    return tuple(use for use in uses if use.recipe.kind != "video")


def pictures_max(spec: ChannelSpec) -> int | None:
    """Return how many pictures a content may have, None where the platform sets no number."""
    limits = [limit for slot in spec.images for limit in slot.limits]
    return min((int(one.maximum) for one in limits if one.items == "pictures"), default=None)


def needs_film(spec: ChannelSpec) -> bool:
    """Tell whether the surface takes nothing but a film."""
    return any(slot.required for slot in spec.videos)


def needed_picture(spec: ChannelSpec, slot: str, story: Story) -> Image:
    """Return the hero image for a slot that a surface fills by a recipe of its own.

    :raises AdaptationError: the story has none.
    """
    if story.hero_image is None:
        raise _no_picture(spec, slot, "hero_image")
    return story.hero_image


def _no_picture(spec: ChannelSpec, slot: str, field: str) -> AdaptationError:
    return AdaptationError(
        _(
            "%(channel)s needs a picture: choose one under Media, or untick the channel.",
            channel=spec.spoken,
        ),
        slug=spec.slug,
        part=slot,
        field=field,
    )


def words_to_draw(story: Story) -> tuple[str, ...]:
    """Return what a picture without a caption must say: offer, period, code.

    Facts only, never the headline: pixels then change with the message and not with its dress,
    and an edited headline encodes nothing. A story without these facts shows who speaks.
    """
    said = say_all(story.facts, story.locale)
    kinds = ("offer", "period", "promo_code")
    return tuple(said[kind] for kind in kinds if kind in said) or (story.brand.name,)


def _film(
    spec: ChannelSpec, slot: VideoSlot, story: Story, words: tuple[str, ...]
) -> Iterator[MediaUse]:
    video = story.hero_video
    if video:
        card = closing_card(slot, story, words) if slot.closing_card else None
        yield media_use(slot, video, video_recipe(slot, video, card), story)
    elif slot.required:
        raise AdaptationError(
            _(
                "%(channel)s needs a film: choose one under Media, or untick the channel.",
                channel=spec.spoken,
            ),
            slug=spec.slug,
            part=slot.name,
            field="hero_video",
        )


def _pictures(
    spec: ChannelSpec, slot: ImageSlot, story: Story, words: tuple[str, ...]
) -> Iterator[MediaUse]:
    drawn = words if slot.words else ()
    if slot.call_to_action and (call := spoken_call(story)):
        drawn = (*drawn, call)
    if slot.source == "frame" and story.hero_video:
        still = still_recipe(slot, story.hero_video, story.brand, drawn)
        yield media_use(slot, story.hero_video, still, story)
        return
    images = _images(slot, story)
    if slot.required and not images:
        raise _no_picture(spec, slot.name, "body" if slot.source == "body" else "hero_image")
    for image in images:
        yield media_use(slot, image, image_recipe(slot, image, story.brand, drawn), story)


def _images(slot: ImageSlot, story: Story) -> list[Image]:
    if slot.source == "body":
        return [block.image for block in story.body if isinstance(block, Picture)]
    return [story.hero_image] if story.hero_image else []


def image_recipe(
    slot: ImageSlot, picture: Image, brand: Brand, words: tuple[str, ...] = ()
) -> ImageRecipe:
    """Return the recipe of a picture for a slot."""
    frame = frame_of(slot, picture, brand)
    # Only a JPEG has no transparency for certain. What changes no pixel stays out of the recipe,
    # or another brand color would encode every picture anew.
    opaque = picture.source.lower().endswith((".jpg", ".jpeg"))
    shown = slot.format == "jpeg" or frame.pad == "blur" or words
    return _recipe(slot, frame, brand, words).model_copy(
        update={
            "credit": picture.credit,
            "ai_origin": picture.ai_origin,
            **({"background": brand.color} if shown and not opaque else {}),
        }
    )


def still_recipe(
    slot: ImageSlot, video: Video, brand: Brand, words: tuple[str, ...] = ()
) -> FrameRecipe:
    """Return the recipe of the still that stands for a film."""
    image = _recipe(slot, still_frame(slot, video), brand, words)
    return FrameRecipe(at_seconds=cover_moment(video), image=image)


def _recipe(slot: ImageSlot, frame: Frame, brand: Brand, words: tuple[str, ...]) -> ImageRecipe:
    worded: dict[str, object] = {"fonts": brand.fonts, "color": brand.color} if words else {}
    budgets = (byte_budget(slot.limits), slot.budget_bytes)
    aim = min((budget for budget in budgets if budget), default=None)
    return ImageRecipe(
        width_px=slot.width_px,
        height_px=slot.height_px,
        format=slot.format,
        quality=slot.quality,
        max_bytes=aim,
        strict=aim is None or aim == byte_budget(slot.limits, advice=False),
        frame=frame,
        animated=slot.animated and slot.format == "webp",
        words=words,
        words_min_px=slot.words_min_px,
        **worded,
    )


def media_use(
    slot: ImageSlot | VideoSlot, source: Image | Video, recipe: AnyRecipe, story: Story
) -> MediaUse:
    """Return the use of a rendition of one of the story's media."""
    if isinstance(recipe, ImageRecipe) and rendition_name(source.digest, recipe) in story.finer:
        recipe = recipe.model_copy(update={"thorough": True})
    use = MediaUse(
        slot=slot.name,
        source=source.source,
        source_digest=source.digest,
        recipe=recipe,
        url="",
        alt=_alt(source, recipe),
        captions=_captions_file(slot, source, recipe),
        framing=framing_of(slot, source, recipe),
    )
    return use.model_copy(update={"url": story.files_url + use.file_name})


def _alt(source: Image | Video, recipe: AnyRecipe) -> str:
    """Return what is to be seen in words; words drawn into a picture or film are said, too."""
    drawn = () if recipe.kind == "poster" else words_in(recipe)
    return with_drawn(alt_of(source), drawn)


def words_of_film(spec: ChannelSpec, story: Story) -> tuple[str, ...]:
    """Return what the closing card of the story's film says on a surface, () without a card."""
    slot = next((slot for slot in spec.videos if slot.closing_card), None)
    card = closing_card(slot, story, words_to_draw(story)) if slot else None
    return card.texts if card else ()


def _captions_file(slot: ImageSlot | VideoSlot, source: Image | Video, recipe: AnyRecipe) -> str:
    if not isinstance(slot, VideoSlot) or slot.captions != "file" or recipe.kind != "video":
        return ""
    return retimed(source.captions, recipe.spans) if isinstance(source, Video) else ""
