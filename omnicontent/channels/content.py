"""What a channel makes of a story: named parts and media, all JSON-able."""

import hashlib
import re
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from omnicontent.media.framing.report import Framing
from omnicontent.media.recipes import (
    FrameRecipe,
    ImageRecipe,
    PosterRecipe,
    VideoRecipe,
    rendition_name,
)
from omnicontent.phrases import Phrase, Words

_FROZEN = ConfigDict(frozen=True, extra="forbid")
_NAME = re.compile(r"[0-9a-f]{40}\.[a-z0-9]+")
"""What ``rendition_name`` returns, whichever version wrote it."""
AnyRecipe = Annotated[
    ImageRecipe | VideoRecipe | FrameRecipe | PosterRecipe, Field(discriminator="kind")
]


class MediaUse(BaseModel):
    """One rendition that a channel needs, and how it is shown."""

    model_config = _FROZEN
    slot: str
    source: str
    """The source file, as in the story."""
    source_digest: str
    recipe: AnyRecipe
    url: str
    """Where the payload says the file is."""
    alt: str = ""
    captions: str = ""
    """WebVTT text, for films."""
    framing: Framing | None = None
    """What it shows of what was marked; None where no window of it was chosen by us."""

    @property
    def file_name(self) -> str:
        """Name of the rendition's file, as it was when the address was made.

        A release of an older version keeps the files that it has.
        """
        last = self.url.rpartition("/")[2]
        return last if _NAME.fullmatch(last) else rendition_name(self.source_digest, self.recipe)


class Fitting(BaseModel):
    """What one part says of all that it could say: nothing is left out in silence."""

    model_config = _FROZEN
    used: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


class Content(BaseModel):
    """A story adapted to one channel, before it becomes a payload.

    ``parts`` are texts by part name. ``data`` is whatever else ``render`` needs, JSON-able:
    a mail's blocks, a post's facets.
    """

    model_config = _FROZEN
    channel: str
    locale: str
    parts: dict[str, str]
    media: tuple[MediaUse, ...] = ()
    links: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    """Sentences and hashtags of the story that had no room in any part."""
    fitting: dict[str, Fitting] = Field(default_factory=dict)
    """Part name -> the pieces used and dropped; a part in the editor's own words has none."""
    data: dict[str, object] = Field(default_factory=dict)

    def media_in(self, slot: str) -> tuple[MediaUse, ...]:
        """Return the media of one slot, in order."""
        return tuple(use for use in self.media if use.slot == slot)


class Rendered(BaseModel):
    """The payload that is delivered: exact bytes."""

    model_config = _FROZEN
    media_type: str
    body: bytes
    file_name: str

    @property
    def digest(self) -> str:
        """SHA-256 of the body: what the preview shows is what the publisher gets."""
        return hashlib.sha256(self.body).hexdigest()


class Issue(BaseModel):
    """A fault or a doubt about one variant, as data: the editor sees all at once."""

    model_config = _FROZEN
    code: str
    """Stable machine name: ``too_long``, ``missing_fact``, ``missing_alt``, ..."""
    message: str
    """Says in plain English words what is wrong and what to do."""
    severity: Literal["error", "warning"] = "error"
    part: str = ""
    field: str = ""
    """The story's field to mend: ``headline``, ``hero_image.alt``, ``overrides.x.text``, ..."""
    fact: str = ""
    """For issues of the message: the kind of fact that is missing or contradicted."""
    span: str = ""
    """The words at fault as they stand in the text; empty where something is missing."""
    sentence: str = ""
    """The sentence around the words: who accepts them accepts them there, and nowhere else.

    Of a stale translation, what the source said and says now.
    """
    phrase: Phrase | None = None
    """The message as data, for readers of other languages; without it they read the message."""

    @property
    def words(self) -> Words:
        """What it says, to be said in its reader's language."""
        return self.phrase or self.message

    @classmethod
    def of(cls, code: str, words: Words, **fields: Any) -> Self:
        """Return an issue that each reader is told in their own language."""
        phrase = words if isinstance(words, Phrase) else None
        return cls(code=code, message=str(words), phrase=phrase, **fields)
