"""Pictures and films of a page: the slots, the renditions, and each block with its media.

The hero film is shown once: in the body where the editor placed it there, else above the body.
"""

from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.responsive import body_films, draw_film, draw_picture, fitting_sizes
from omnicontent.channels.sheets import Drawn, Sheet
from omnicontent.channels.spec import ChannelSpec, ImageSlot, VideoSlot
from omnicontent.channels.story import Story

POSTER = ImageSlot(name="poster", width_px=1280, height_px=720, source="frame", required=False)
FILM = VideoSlot(name="film", width_px=1280, height_px=720, seconds_max=600)
BODY_POSTER = ImageSlot(
    name="bodyposter", width_px=1280, height_px=720, source="frame", required=False
)
BODY_FILM = VideoSlot(
    name="bodyfilm", width_px=1280, height_px=720, seconds_max=600, closing_card=False
)


def page_media(spec: ChannelSpec, story: Story) -> tuple[MediaUse, ...]:
    """Return the renditions of a page's slots: no poster without a film, no pixel invented."""
    uses = fitting_sizes(media_uses(spec, story), story)
    others = {BODY_FILM.name, BODY_POSTER.name} | (set() if story.hero_video else {POSTER.name})
    wanted = (use for use in uses if use.slot not in others)
    return (*wanted, *body_films(story, BODY_FILM, BODY_POSTER))


def hero_picture(content: Content) -> Drawn | None:
    """Return what a ``<picture>`` element needs of the hero picture."""
    return draw_picture([use for use in content.media if use.slot.startswith("hero-")])


def hero_film(sheet: Sheet, content: Content) -> Drawn | None:
    """Return the hero film, unless the body shows it where the editor wants it."""
    digests = {block.get("digest") for block in sheet.blocks if block["type"] == "film"}
    uses = [use for use in content.media if use.source_digest not in digests]
    return draw_film(uses, FILM.name, POSTER.name)


def draw_blocks(sheet: Sheet, content: Content, templates: str) -> list[Drawn]:
    """Return the body's blocks, each with its media and its template's path."""
    return [_draw_block(block, content, templates) for block in sheet.blocks]


def _draw_block(block: Drawn, content: Content, templates: str) -> Drawn:
    uses = [use for use in content.media if use.source_digest == block.get("digest")]
    drawn = {**block, "template": f"{templates}/{block['type']}.html"}
    if block["type"] == "picture":
        picture = draw_picture([use for use in uses if use.slot.startswith("body-")])
        drawn["picture"] = picture and {**picture, "alt": block["alt"]}
    if block["type"] == "film":
        drawn["film"] = draw_film(uses, FILM.name, POSTER.name) or draw_film(
            uses, BODY_FILM.name, BODY_POSTER.name
        )
    return drawn
