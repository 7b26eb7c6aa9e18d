"""Posts with the film or else pictures; with one file, or all pictures where the editor asks."""

from collections.abc import Iterator
from typing import override

from omnicontent.channels.content import Content, Issue, MediaUse
from omnicontent.channels.families import PostChannel
from omnicontent.channels.media_uses import (
    film_or_pictures,
    first_pictures,
    media_uses,
    only_pictures,
)
from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Image, Story, Video
from omnicontent.phrases import phrase as _
from omnicontent.phrases import term


class FilmFirstChannel(PostChannel):
    """A post with the film, or with pictures where the story has none; it takes one kind."""

    @override
    def lead(self, story: Story) -> Image | Video | None:
        film = story.hero_video if self.spec.videos else None
        if film and not self.spec.videos[0].takes_alt:
            return None
        return film or story.hero_image

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        return film_or_pictures(super().media(story, parts))


class AlbumChannel(FilmFirstChannel):
    """A post with the film or one picture; in the last of its forms, with all the pictures."""

    def is_album(self, story: Story) -> bool:
        """Tell whether the story asks for all of its pictures."""
        return self.form(story) == self.spec.forms[-1]

    @override
    def lead(self, story: Story) -> Image | Video | None:
        return story.hero_image if self.is_album(story) else super().lead(story)

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        if self.is_album(story):
            return first_pictures(self.spec, only_pictures(media_uses(self.spec, story)))
        return super().media(story, parts)[:1]

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        issues = super().validate(content, story)
        if self.is_album(story):
            issues += check_album(self.spec, len(content.media))
        return issues


def check_album(spec: ChannelSpec, pictures: int) -> Iterator[Issue]:
    """Yield a warning where the last of the forms is asked for and there are too few pictures."""
    if pictures < 2:
        yield Issue.of(
            "too_few_pictures",
            _(
                '%(channel)s needs two pictures for its form "%(form)s", and the story has '
                "%(n)s. Put pictures into the body.",
                channel=spec.spoken,
                form=term("form", spec.forms[-1]),
                n=pictures or _("none"),
            ),
            severity="warning",
            field="body",
        )
