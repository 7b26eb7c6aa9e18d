"""The conformance kit: what every channel, built-in or third-party, must pass.

In a test of your own::

    import pytest
    from omnicontent.channels.testing import CHECKS

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
    def test_conformance(check):
        assert not list(check(my_channel))

or, in one go, ``check_channel(my_channel)``. The kit needs no database, no network and no files.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from email import message_from_bytes
from email.policy import default
from functools import lru_cache
from itertools import chain

import regex

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.counting import count_parts, fits_part
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.sample_stories import fuzzed_stories, long_stories, sample_stories
from omnicontent.channels.spec import ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.channels.wording import display_link, link_of
from omnicontent.message.checks import missing
from omnicontent.message.finding import carries
from omnicontent.message.saying import say
from omnicontent.text.plain import html_to_text

Check = Callable[[Channel], Iterator[str]]
Preview = Callable[[Channel, Story, Content, Rendered], str]


class ConformanceError(AssertionError):
    """The channel breaks the contract; ``failures`` says each breach in a line."""

    def __init__(self, slug: str, failures: list[str]) -> None:
        super().__init__(f"{slug} breaks the contract:\n" + "\n".join(f"- {f}" for f in failures))
        self.failures = failures


def check_channel(channel: Channel, preview: Preview | None = None) -> None:
    """Pass if the channel keeps the whole contract; with ``preview`` also what it shows.

    :raises ConformanceError: naming every breach found.
    """
    failures = [failure for check in CHECKS for failure in _run(check, channel)]
    if preview:
        failures += check_preview(channel, preview)
    if failures:
        raise ConformanceError(channel.spec.slug, failures)


def _run(check: Check, channel: Channel) -> Iterator[str]:
    """Yield a check's failures; a channel that raises fails the check it raised in."""
    try:
        yield from check(channel)
    except Exception as error:  # noqa: BLE001 - a broken channel may raise anything
        yield f"{check.__name__}: raised {type(error).__name__}: {error}"


def check_spec(channel: Channel) -> Iterator[str]:
    """Yield what the spec leaves unsaid: names, and the source and date of each limit."""
    spec = channel.spec
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", spec.slug):
        yield f'the slug "{spec.slug}" is not lower-case words joined by hyphens'
    if overlap := spec.must & spec.never:
        yield f"these facts are both must and never: {', '.join(sorted(overlap))}"
    names = [part.name for part in spec.parts] + [slot.name for slot in _slots(channel)]
    if len(set(names)) != len(names):
        yield f"two parts or slots share a name: {', '.join(sorted(names))}"
    if not spec.docs:
        yield "the spec names no page of the platform (docs)"
    for limit in _limits(channel):
        if not limit.source.startswith("https://"):
            yield f"the limit {limit.maximum:g} {limit.unit} has no source, an https:// address"
        if limit.checked > date.today():  # noqa: DTZ011 - a day more or less is no matter
            yield f"the limit {limit.maximum:g} {limit.unit} was checked in the future"


def check_adapts(channel: Channel) -> Iterator[str]:
    """Yield ordinary stories that can't be said, and errors that help no editor."""
    parts = {part.name for part in channel.spec.parts}
    for name, story in sample_stories().items():
        content = channel.adapt(story)
        if (content.channel, content.locale) != (channel.spec.slug, story.locale):
            yield f"{name}: the content does not name its channel and locale"
        if unknown := set(content.parts) - parts:
            yield f"{name}: the spec knows no part {', '.join(sorted(unknown))}"
        yield from (f"{name}: {i.message}" for i in _errors(channel.validate(content, story)))
    for story in _all_stories():
        try:
            channel.adapt(story)
        except AdaptationError as error:
            if not error.field:
                yield f"AdaptationError without a field to mend: {error}"


def check_limits(channel: Channel) -> Iterator[str]:
    """Yield parts that adapt made longer than the platform takes."""
    for _story, content in _adapted(channel):
        for count in count_parts(channel, content):
            if count.limit.enforced and not count.fits:
                yield (
                    f"{count.part.name} has {count.length.count} {count.limit.unit}, "
                    f"{count.limit.maximum:g} allowed"
                )


def check_facts(channel: Channel) -> Iterator[str]:
    """Yield facts that the delivered bytes must carry and don't, or must not and do."""
    spec = channel.spec
    for story, content in _adapted(channel):
        seen = channel.visible_text(content, channel.render(content))
        for kind in missing(story.facts, spec.must, seen, story.locale):
            yield f"the payload does not carry {kind} ({story.locale})"
        for kind, fact in story.facts.present():
            if kind in spec.never and carries(fact, seen, story.locale):
                yield f"the payload carries {kind}, which it never may"


def check_cuts(channel: Channel) -> Iterator[str]:
    """Yield words, links, graphemes and facts that were cut in two."""
    for story, content in _adapted(channel):
        seen = channel.visible_text(content, channel.render(content))
        words = _words_of(story) | _tokens(" ".join(content.links))
        for token in _tokens(seen) - words:
            if whole := next((word for word in words if word.startswith(token)), None):
                yield f"cut inside a {_kind_of(token, whole)}: {token!r} of {whole!r}"
        yield from _cut_facts(story, seen)


def check_bytes(channel: Channel) -> Iterator[str]:
    """Yield stories whose payload differs the next time, or after a JSON round trip."""
    for story, content in _adapted(channel):
        body = channel.render(content).body
        again = Story.model_validate_json(story.model_dump_json())
        if channel.render(channel.adapt(again)).body != body:
            yield "the same story gives other bytes the second time"
        copy = Content.model_validate_json(content.model_dump_json())
        if channel.render(copy).body != body:
            yield "a content read back from JSON gives other bytes"


def check_payload(channel: Channel) -> Iterator[str]:
    """Yield payloads that are not what their media type says."""
    for _story, content in _adapted(channel):
        rendered = channel.render(content)
        if rendered.media_type != channel.spec.media_type:
            yield f"render says {rendered.media_type}, the spec {channel.spec.media_type}"
        try:
            _parse(rendered)
        except ValueError as error:
            yield f"the payload is not {rendered.media_type}: {error}"


def check_purity(channel: Channel) -> Iterator[str]:
    """Yield stories and contents that the channel has changed."""
    for story in _all_stories():
        before = story.model_dump_json()
        try:
            content = channel.adapt(story)
        except AdaptationError:
            content = None
        if story.model_dump_json() != before:
            yield "adapt changes the story"
        if content is None:
            continue
        before = content.model_dump_json()
        channel.render(content)
        channel.validate(content, story)
        if content.model_dump_json() != before:
            yield "render or validate changes the content"


def check_own_words(channel: Channel) -> Iterator[str]:
    """Yield parts where the editor's words do not stand as typed, or too many go unnoticed."""
    story = sample_stories()["ordinary"]
    for part in channel.spec.parts:
        if not part.overridable:
            continue
        words = "  Qzmy own qzwords \n"
        own = {channel.spec.slug: {part.name: words}}
        content = channel.adapt(story.model_copy(update={"overrides": own}))
        if content.parts.get(part.name) != words:
            yield f"{part.name}: the editor's own words are not used as typed"
        too_long = _too_long(channel, part)
        if not too_long:
            continue
        long = story.model_copy(update={"overrides": {channel.spec.slug: {part.name: too_long}}})
        if not _errors(channel.validate(channel.adapt(long), long)):
            yield f"{part.name}: validate does not notice own words that are too long"


def check_media(channel: Channel) -> Iterator[str]:
    """Yield media outside the spec's slots, or of another size or address than theirs."""
    slots = {slot.name: slot for slot in _slots(channel)}
    for story, content in _adapted(channel):
        for use in content.media:
            slot = slots.get(use.slot)
            if slot is None:
                yield f"the spec knows no slot {use.slot}"
                continue
            recipe = use.recipe.image if use.recipe.kind == "frame" else use.recipe
            if (recipe.width_px, recipe.height_px) != (slot.width_px, slot.height_px):
                yield f"{use.slot} is {recipe.width_px}x{recipe.height_px}, not as in its slot"
            if use.url != story.files_url + use.file_name:
                yield f"{use.slot}: {use.url} is not where the rendition is served"


CHECKS: tuple[Check, ...] = (
    check_spec,
    check_adapts,
    check_limits,
    check_facts,
    check_cuts,
    check_bytes,
    check_payload,
    check_purity,
    check_own_words,
    check_media,
)


def check_preview(channel: Channel, preview: Preview) -> Iterator[str]:
    """Yield texts of the delivered payload that the preview does not show.

    ``preview(channel, story, content, rendered)`` returns the preview's HTML.
    """
    for name, story in sample_stories().items():
        content = channel.adapt(story)
        rendered = channel.render(content)
        shown = " ".join(html_to_text(preview(channel, story, content, rendered)).split())
        for part, text in content.parts.items():
            if not _is_shown(text, shown):
                yield f"{name}: the preview does not show the {part} that is delivered"


def _is_shown(text: str, shown: str) -> bool:
    return all(" ".join(line.split()) in shown for line in text.splitlines())


def _all_stories() -> Iterator[Story]:
    return chain(sample_stories().values(), long_stories().values(), fuzzed_stories())


@lru_cache(maxsize=2)
def _adapted(channel: Channel) -> list[tuple[Story, Content]]:
    """Return every story that the channel can say: check_adapts sees to the ordinary ones."""
    adapted = []
    for story in _all_stories():
        with suppress(AdaptationError):
            adapted.append((story, channel.adapt(story)))
    return adapted


def _slots(channel: Channel) -> list[ImageSlot | VideoSlot]:
    return [*channel.spec.images, *channel.spec.videos]


def _too_long(channel: Channel, part: Part) -> str:
    """Return a text that is too long for the part, or "" where none is."""
    for count in (20, 100, 500, 5000):
        text = "Qzfar too long. " * count
        if not fits_part(channel, part, text):
            return text
    return ""


def _limits(channel: Channel) -> Iterator[Limit]:
    for part in channel.spec.parts:
        yield from part.limits
    for image in channel.spec.images:
        yield from image.limits
        yield from [image.alt_limit] if image.alt_limit else []
    for video in channel.spec.videos:
        yield from video.limits


def _errors(issues: list[Issue]) -> list[Issue]:
    return [issue for issue in issues if issue.severity == "error"]


def _tokens(text: str) -> set[str]:
    stripped = (token.strip(".,;:!?…()[]\"'«»“”·") for token in text.split())
    return {token for token in stripped if token}


def _words_of(story: Story) -> set[str]:
    texts = [story.headline, story.key_message, story.summary, *story.hashtags, link_of(story)]
    texts += [f"#{tag}" for tag in story.hashtags]
    texts += [display_link(link_of(story)), story.url]
    texts += [str(value) for value in story.brand.model_dump().values()]
    texts += [html_to_text(getattr(block, "html", "")) for block in story.body]
    for _kind, fact in story.facts.present():
        texts += [say(fact, story.locale), say(fact, story.locale, "short")]
    return _tokens(" ".join(texts))


def _kind_of(token: str, whole: str) -> str:
    if "://" in whole or "/" in whole:
        return "link"
    graphemes = regex.findall(r"\X", whole)
    starts = {"".join(graphemes[:count]) for count in range(len(graphemes) + 1)}
    return "word" if token in starts else "grapheme"


def _cut_facts(story: Story, seen: str) -> Iterator[str]:
    """Yield facts whose first two words are said and whose rest is not."""
    flat = " ".join(seen.split())
    for kind, fact in story.facts.present():
        if kind == "call_to_action" or carries(fact, seen, story.locale):
            continue
        said = (say(fact, story.locale), say(fact, story.locale, "short"))
        if any(len(w := s.split()) > 2 and " ".join(w[:2]) in flat for s in said):
            yield f"cut inside a fact: {kind}"


def _parse(rendered: Rendered) -> None:
    """Read the payload by its media type.

    :raises ValueError: it can't be read.
    """
    kind = rendered.media_type.partition(";")[0].strip()
    if not rendered.body:
        raise ValueError("it is empty")
    if kind == "message/rfc822":
        defects = message_from_bytes(rendered.body, policy=default).defects
        if defects:
            raise ValueError(f"{defects}")
        return
    text = rendered.body.decode()
    if kind == "application/json" or kind.endswith("+json"):
        json.loads(text)
    elif kind == "text/html" and not html_to_text(text):
        raise ValueError("it shows nothing")
