"""ActivityPub: an Article for the fediverse, with a Note as its preview, in ActivityStreams 2.0.

https://www.w3.org/TR/activitystreams-vocabulary/, https://www.w3.org/TR/activitypub/,
https://docs.joinmastodon.org/spec/activitypub/. Readers of long texts show the Article; a
publisher whose followers read short posts sends its ``preview``, the Note, as the object instead
(https://codeberg.org/fediverse/fep, FEP-b2b8). Both are valid as they stand. The publisher puts
its own addresses in place of both ``id``, its actor in place of ``attributedTo``, and adds ``to``.

Hashtags lead to the server that ``mastodon.json`` among the platforms' files names, or else to
the campaign's page. ``summary`` is a content warning and there only where an editor wrote one.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import override

from omnicontent.channels.activity_streams import (
    article_document,
    article_words,
    note_object,
    with_preview,
)
from omnicontent.channels.article_channels import ArticleChannel, article_spec
from omnicontent.channels.common_parts import alt_part, tag_parts
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.fediverse_servers import read_server
from omnicontent.channels.spec import Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.wording import headline_piece
from omnicontent.text.fediverse import countable
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

W3C = "https://www.w3.org/TR"
CHECKED = date(2026, 11, 22)
MASTODON = "https://docs.joinmastodon.org/spec/activitypub/"
CODE = "https://github.com/mastodon/mastodon/blob/main/app"
NOTE = Source(f"{CODE}/validators/status_length_validator.rb", CHECKED).advice(
    500,
    Unit.GRAPHEMES,
    note="What Mastodon lets its own people write; it shows longer ones too.",
)
ALT = Source(f"{MASTODON}#properties-used", CHECKED).advice(
    10_000, Unit.CODE_POINTS, note="Mastodon cuts what is longer; older servers at 1,500."
)
SERVER = read_server("mastodon")
WARNING = Part(
    name="content_warning",
    label="content warning",
    help_text="Hides the text behind these words; leave it empty for none.",
)


class ActivityPubChannel(ArticleChannel, PostChannel):
    """An Article and a Note."""

    spec = article_spec(
        slug="activitypub",
        network="fediverse",
        name="ActivityPub",
        media_type="application/activity+json",
        parts=(
            Part(name="headline", label="headline", required=True),
            Part(name="note", label="note", required=True, limits=(NOTE,), fit_to_advice=True),
            *tag_parts("note"),
            WARNING,
            alt_part(ALT),
        ),
        docs=(f"{W3C}/activitystreams-vocabulary/", f"{W3C}/activitypub/", MASTODON),
    )

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "headline":
            return [headline_piece(story, must=True)]
        return super().pieces(part, story) if part.name == "note" else []

    @override
    def counted(self, part: str, text: str) -> str:
        """Count links and mentions as Mastodon does."""
        return countable(text) if part == "note" else text

    @override
    def payload(self, content: Content) -> dict[str, object]:
        article, warning = self.article(content), content.parts[WARNING.name].strip()
        name, html = content.parts["headline"], self.html(content)
        note = note_object(content, article, content.parts["note"], SERVER.domain)
        return with_preview(article_document(content, article, name, html), note, warning)

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return article_words(json.loads(rendered.body))


channel = ActivityPubChannel()
