"""Adapting a story into a folder: payloads, renditions and a manifest, without a server.

The folder's form is documented in ``docs/reference/commands.md``. A channel that fails does not
stop the others, and nothing half-made is ever seen: see ``output_folder``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.counting import Count, count_parts
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.story import Story
from omnicontent.config.output_folder import FILES, OutputFolder
from omnicontent.media.errors import MediaError
from omnicontent.media.films.videos import make_videos
from omnicontent.media.pictures.images import Made, make_images
from omnicontent.media.recipes import FrameRecipe, ImageRecipe, PosterRecipe, VideoRecipe

Tell = Callable[[str], None]
FileFacts = dict[str, object]


@dataclass(frozen=True, slots=True)
class Variant:
    """What one channel made of the story, or why it could not."""

    channel: Channel
    content: Content | None = None
    rendered: Rendered | None = None
    counts: Sequence[Count] = ()
    issues: Sequence[Issue] = ()
    error: str = ""
    field: str = ""

    @property
    def state(self) -> str:
        """Return ``ready``, ``blocked`` (made, with errors to mend) or ``failed`` (not made)."""
        if self.error:
            return "failed"
        return "blocked" if any(i.severity == "error" for i in self.issues) else "ready"

    @property
    def payload(self) -> str:
        """Return the payload's path in the folder."""
        suffix = Path(self.rendered.file_name).suffix if self.rendered else ""
        return f"{self.channel.spec.slug}/payload{suffix}"


def adapt_into(
    out: Path, *, story: Story, media: Path, channels: Iterable[Channel], tell: Tell
) -> list[Variant]:
    """Write the story's variants into ``out``, reusing the renditions an earlier run left there.

    ``media`` is the folder that the story's sources are relative to.

    :raises OutputFolderError: ``out`` can't be written, or holds somebody else's manifest.
    """
    variants = [say_on(channel, story) for channel in channels]
    with OutputFolder(out) as folder:
        files, faults = _make_files(_wanted(variants), media, folder, tell)
        variants = [_with_faults(variant, faults) for variant in variants]
        for variant in variants:
            if variant.rendered and not variant.error:
                folder.write(variant.payload, variant.rendered.body)
        folder.finish(_manifest(story, variants, files))
    return variants


def say_on(channel: Channel, story: Story) -> Variant:
    """Return the story as the channel says it, checked; media are not made yet."""
    try:
        content = channel.adapt(story)
        rendered = channel.render(content)
        issues = channel.validate(content, story)
        counts = count_parts(channel, content)
    except AdaptationError as error:
        return Variant(channel, error=str(error), field=error.field)
    except Exception as error:  # noqa: BLE001 - a third party's fault must not stop the others
        return Variant(channel, error=f"the channel broke: {type(error).__name__}: {error}")
    return Variant(channel, content, rendered, counts, issues)


def _wanted(variants: Iterable[Variant]) -> dict[str, MediaUse]:
    """Return file name -> the first use of that file; equal wishes are one file."""
    uses = [use for variant in variants if variant.content for use in variant.content.media]
    return {use.file_name: use for use in reversed(uses)}


def _make_files(
    wanted: Mapping[str, MediaUse], media: Path, folder: OutputFolder, tell: Tell
) -> tuple[dict[str, FileFacts], dict[str, MediaError]]:
    """Make what is not there yet, one decode a source; return facts and faults by file name."""
    files = {name: facts for name in wanted if (facts := folder.keep(f"{FILES}/{name}"))}
    faults: dict[str, MediaError] = {}
    by_source: dict[str, list[MediaUse]] = {}
    for name, use in sorted(wanted.items()):
        if name not in files:
            by_source.setdefault(use.source, []).append(use)
    for source, uses in by_source.items():
        tell(f"{source}: {len(uses)} files")
        for use, made in _make_from(media / source, uses, folder, tell):
            if isinstance(made, MediaError):
                faults[use.file_name] = made
            else:
                files[use.file_name] = folder.describe(f"{FILES}/{use.file_name}", made)
    return files, faults


def _make_from(
    source: Path, uses: Sequence[MediaUse], folder: OutputFolder, tell: Tell
) -> list[tuple[MediaUse, Made | MediaError]]:
    """Make a source's files together, or one by one where one of them fails."""
    try:
        return list(zip(uses, _make_all(source, uses, folder, tell), strict=True))
    except MediaError as error:
        if len(uses) == 1:
            return [(uses[0], error)]
        return [pair for use in uses for pair in _make_from(source, [use], folder, tell)]


def _make_all(
    source: Path, uses: Sequence[MediaUse], folder: OutputFolder, tell: Tell
) -> list[Made]:
    films: list[tuple[VideoRecipe | FrameRecipe, Path]] = []
    pictures: list[tuple[ImageRecipe | PosterRecipe, Path]] = []
    for use in uses:
        path = folder.new(f"{FILES}/{use.file_name}")
        if isinstance(use.recipe, ImageRecipe | PosterRecipe):
            pictures.append((use.recipe, path))
        else:
            films.append((use.recipe, path))
    made = list(make_images(source, pictures)) if pictures else []
    made += make_videos(source, films, lambda share: tell(f"{source.name}: {share:.0%}"))
    by_path = {one.path: one for one in made}
    return [by_path[folder.new(f"{FILES}/{use.file_name}")] for use in uses]


def _with_faults(variant: Variant, faults: Mapping[str, MediaError]) -> Variant:
    uses = variant.content.media if variant.content else ()
    for use in uses:
        if fault := faults.get(use.file_name):
            return replace(variant, error=str(fault), field=use.slot)
    return variant


def _manifest(
    story: Story, variants: Iterable[Variant], files: Mapping[str, FileFacts]
) -> dict[str, object]:
    return {
        "story": {
            "id": story.id,
            "locale": story.locale,
            "headline": story.headline,
            "digest": story.digest(),
        },
        "channels": [_entry(variant, story, files) for variant in variants],
    }


def _entry(variant: Variant, story: Story, files: Mapping[str, FileFacts]) -> dict[str, object]:
    spec, content, rendered = variant.channel.spec, variant.content, variant.rendered
    entry: dict[str, object] = {
        "channel": spec.slug,
        "name": spec.name,
        "locale": story.locale,
        "state": variant.state,
        "media_type": spec.media_type,
    }
    if variant.error or content is None or rendered is None:
        return entry | {"error": {"message": variant.error, "field": variant.field}}
    return entry | {
        "payload": variant.payload,
        "digest": rendered.digest,
        "bytes": len(rendered.body),
        "parts": [_count(count) for count in variant.counts],
        "fitting": {name: fitting.model_dump() for name, fitting in content.fitting.items()},
        "files": [_file(use, files[use.file_name]) for use in content.media],
        "links": list(content.links),
        "issues": [issue.model_dump(exclude={"phrase"}) for issue in variant.issues],
        "dropped": list(content.dropped),
    }


def _count(count: Count) -> dict[str, object]:
    known: dict[str, object] = {
        "part": count.part.name,
        "count": count.length.count,
        "limit": count.limit.maximum,
        "unit": count.limit.unit,
        "left": count.left,
        "fits": count.fits,
        "enforced": count.limit.enforced,
    }
    if count.length.segments is not None:
        known |= {"segments": count.length.segments, "encoding": count.length.encoding}
    return known


def _file(use: MediaUse, facts: FileFacts) -> dict[str, object]:
    return {
        "file": f"{FILES}/{use.file_name}",
        "slot": use.slot,
        "kind": use.recipe.kind,
        "source": use.source,
        **facts,
        "alt": use.alt,
        "framing": use.framing.model_dump() if use.framing else None,
    }
