"""Posts with a title of its own above the text."""

from collections.abc import Sequence
from typing import override

from omnicontent.channels.families import PostChannel
from omnicontent.channels.spec import Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import title_piece
from omnicontent.text.fitting import Piece

TITLE = "title"


class TitledPostChannel(PostChannel):
    """A post whose part :data:`TITLE` says the headline, so that its text begins behind it."""

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == TITLE:
            return [title_piece(story)]
        return super().pieces(part, story)[1:]
