"""How a preview shows a draft's media before anything is encoded.

A rendition that is ready is shown as it is. For all others the master stands in, cropped by the
browser to the window that the encoder will cut out; a film plays no more than will be cut out.
"""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.films import cover_moment
from omnicontent.channels.story import Film, Image, Picture, Story, Video
from omnicontent.media.recipes import (
    ClosingCard,
    FrameRecipe,
    ImageRecipe,
    PosterRecipe,
    Span,
    VideoRecipe,
)
from omnicontent.previews.played import media_fragment, played_spans
from omnicontent.previews.posters import Paper, paper
from omnicontent.previews.stand_ins import comes_cropped, master_url, stand_in_urls
from omnicontent.previews.windows import (
    Size,
    Window,
    stands_on_blur,
    window_of,
    windows_over_time,
)
from omnicontent.releases.models import Rendition


@dataclass(frozen=True, slots=True)
class Shown:
    """One rendition as the preview shows it."""

    slot: str
    kind: str
    """``image``, ``video``, ``poster``, or ``frame``: a still that the browser takes of a film."""
    url: str
    ready: bool
    address: str
    """Where the payload says the file is."""
    file_name: str
    source_digest: str
    width_px: int
    height_px: int
    window: Window | None
    """Of a master: the part that the encoder will cut out; None where it has been."""
    windows: str = ""
    """Of a film that is not made yet: its windows over time, as JSON for the browser."""
    spans: tuple[Span, ...] = ()
    """Of a film that is not made yet: the parts that it will show; none is all of the master."""
    blurred: bool = False
    """Whether a film that is not made yet has shots that stand on a blurred copy."""
    alt: str = ""
    words: tuple[str, ...] = ()
    captions_url: str = ""
    """By the clock of what plays here: the master's, where the master stands in."""
    captions_address: str = ""
    """Where the payload says the captions are."""
    closing_card: ClosingCard | None = None
    paper: Paper | None = None
    cover_at: float = 0
    """Of a film, in seconds: about where it looks like its cover, for a mock that stands still."""

    @property
    def still_url(self) -> str:
        """Its address for a mock that stands still: a film's at the moment of its cover."""
        if not self.cover_at:
            return self.url
        return self.url.partition("#")[0] + media_fragment(self.spans, round(self.cover_at, 3))

    @property
    def follows(self) -> bool:
        """Whether ``film-window.js`` has anything to do."""
        return bool(self.windows or self.spans or self.blurred)

    @property
    def spans_json(self) -> str:
        """The parts that play, as starts and ends."""
        return json.dumps([(span.start, span.end) for span in self.spans])


@dataclass(frozen=True, slots=True)
class _Masters:
    """What a story knows of its pictures and films, by digest."""

    sizes: Mapping[str, Size]
    films: Mapping[str, Video]


@dataclass(frozen=True, slots=True)
class Source:
    """One master and the files made of it, as the list beside a mock shows it."""

    shown: Shown
    """The largest."""
    files: int
    ready: int


def shown_media(content: Content, story: Story, *, cropped: bool = False) -> tuple[Shown, ...]:
    """Return every medium of the content with an address that the browser can show now.

    ``cropped``: pictures that stand in have the rendition's shape already.
    """
    return _shown(content.media, _masters(story), cropped=cropped)


def compared_media(uses: Sequence[MediaUse], story: Story | None) -> dict[str, Shown]:
    """Return file name -> medium as it is shown beside another, where it can be.

    Without the story nobody knows how a film that is not made yet is cut and cropped.
    """
    masters = _masters(story) if story else _Masters({}, {})
    shown = _shown(uses, masters, cropped=True)
    known = (one for one in shown if story or one.ready or one.kind != "video")
    return {one.file_name: one for one in known}


def _shown(uses: Sequence[MediaUse], masters: _Masters, *, cropped: bool) -> tuple[Shown, ...]:
    ready = _ready_files(uses)
    # No browser shows a PDF as a picture: a poster is drawn around its master even when made.
    copied = [use for use in uses if use.file_name not in ready or _is_poster(use)]
    copies = stand_in_urls(copied, cropped=cropped)
    urls = {name: _served(name) for name in ready} | copies
    shaped = {use.file_name for use in copied if cropped and comes_cropped(use)} & copies.keys()
    shown = (
        _show(
            use,
            urls.get(use.file_name) or master_url(use),
            ready=use.file_name in ready,
            masters=masters,
        )
        for use in uses
    )
    return tuple(
        replace(
            one,
            cover_at=_cover_at(one, masters.films),
            window=None if one.file_name in shaped else one.window,
        )
        for one in shown
    )


def _cover_at(shown: Shown, films: Mapping[str, Video]) -> float:
    film = films.get(shown.source_digest)
    if film is None or shown.kind != "video":
        return 0
    cut_off = film.cut.start if film.cut and shown.ready else 0
    return max(0.0, cover_moment(film) - cut_off)


def unmade_media(content: Content, story: Story) -> tuple[Shown, ...]:
    """Return every medium as if no file of it were there: all that needs no database."""
    masters = _masters(story)
    return tuple(_show(use, use.url, ready=False, masters=masters) for use in content.media)


def group_by_source(media: Iterable[Shown]) -> list[Source]:
    """Return each master once with the largest of its files, pictures apart from films."""
    groups: dict[tuple[str, str], list[Shown]] = {}
    for shown in media:
        groups.setdefault((shown.source_digest, shown.kind), []).append(shown)
    return [
        Source(
            shown=max(group, key=lambda shown: shown.width_px * shown.height_px),
            files=len(group),
            ready=sum(shown.ready for shown in group),
        )
        for group in groups.values()
    ]


def _served(file_name: str) -> str:
    return f"{settings.RENDITIONS_URL}{file_name}"


def _is_poster(use: MediaUse) -> bool:
    return use.recipe.kind == "poster"


def _show(use: MediaUse, url: str, *, ready: bool, masters: _Masters) -> Shown:
    frame = use.recipe.image if isinstance(use.recipe, FrameRecipe) else use.recipe
    size = masters.sizes.get(use.source_digest, (frame.width_px, frame.height_px))
    film = None if ready else masters.films.get(use.source_digest)
    spans = played_spans(frame, film.seconds) if film else ()
    return Shown(
        slot=use.slot,
        kind="image" if ready and use.recipe.kind == "frame" else use.recipe.kind,
        url=url + media_fragment(spans),
        ready=ready,
        address=use.url,
        file_name=use.file_name,
        source_digest=use.source_digest,
        width_px=frame.width_px,
        height_px=frame.height_px,
        window=None if ready and not _is_poster(use) else window_of(size, frame),
        windows="" if ready else windows_over_time(size, frame),
        spans=spans,
        blurred=not ready and stands_on_blur(frame),
        alt=use.alt,
        words=frame.words if isinstance(frame, ImageRecipe) and not ready else (),
        captions_url=_data_url(_captions(use, film if spans else None, ready=ready)),
        captions_address=_data_url(use.captions),
        closing_card=frame.closing_card if isinstance(frame, VideoRecipe) else None,
        paper=paper(frame, _served(use.file_name) if ready else ""),
    )


def _ready_files(uses: Iterable[MediaUse]) -> frozenset[str]:
    names = [use.file_name for use in uses]
    if not names:
        return frozenset()
    made = Rendition.objects.filter(file_name__in=names, state=Rendition.State.READY)
    return frozenset(made.values_list("file_name", flat=True))


def _masters(story: Story) -> _Masters:
    return _Masters(_source_sizes(story), {film.digest: film for film in story.films})


def _source_sizes(story: Story) -> dict[str, Size]:
    sources: list[Image | Video | None] = [story.hero_image, story.hero_video]
    sources += [block.image for block in story.body if isinstance(block, Picture)]
    sources += [block.video for block in story.body if isinstance(block, Film)]
    return {source.digest: (source.width_px, source.height_px) for source in sources if source}


def _captions(use: MediaUse, cut: Video | None, *, ready: bool) -> str:
    """Return a film's captions; a master that is ``cut`` shows its own, by its own clock."""
    if use.captions:
        return cut.captions if cut else use.captions
    frame = use.recipe.image if isinstance(use.recipe, FrameRecipe) else use.recipe
    return _captions_to_draw(frame, ready=ready)


def _captions_to_draw(recipe: ImageRecipe | VideoRecipe | PosterRecipe, *, ready: bool) -> str:
    """Return the captions that will be drawn into a film; a finished one shows them itself."""
    return recipe.captions if isinstance(recipe, VideoRecipe) and not ready else ""


def _data_url(captions: str) -> str:
    if not captions:
        return ""
    return f"data:text/vtt;base64,{base64.b64encode(captions.encode()).decode()}"
