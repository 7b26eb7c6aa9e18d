"""Limits kept, facts carried, nothing cut in two, the editor's words as typed."""

from collections.abc import Iterator

import regex

from omnicontent.channels.channel import Channel
from omnicontent.channels.counting import count_parts, fits_part
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import Part
from omnicontent.channels.story import Block, Story
from omnicontent.channels.testing.telling import adapted, errors_among
from omnicontent.channels.wording import display_link, link_of
from omnicontent.message.checks import missing
from omnicontent.message.finding import carries
from omnicontent.message.saying import say
from omnicontent.text.plain import html_to_text


def check_limits(channel: Channel) -> Iterator[str]:
    """Yield parts that adapt made longer than the platform takes."""
    for _story, content in adapted(channel):
        for count in count_parts(channel, content):
            if count.limit.enforced and not count.fits:
                yield (
                    f"{count.part.name} has {count.length.count} {count.limit.unit}, "
                    f"{count.limit.maximum:g} allowed"
                )


def check_facts(channel: Channel) -> Iterator[str]:
    """Yield facts that the delivered bytes must carry and don't, or must not and do."""
    spec = channel.spec
    for story, content in adapted(channel):
        seen = channel.visible_text(content, channel.render(content))
        for kind in missing(story.facts, spec.must, seen, story.locale):
            yield f"the payload does not carry {kind} ({story.locale})"
        for kind, fact in story.facts.present():
            if kind in spec.never and carries(fact, seen, story.locale):
                yield f"the payload carries {kind}, which it never may"


def check_cuts(channel: Channel) -> Iterator[str]:
    """Yield words, links, graphemes and facts that were cut in two."""
    for story, content in adapted(channel):
        seen = channel.visible_text(content, channel.render(content))
        words = _words_of(story) | _tokens(" ".join(content.links))
        for token in _tokens(seen) - words:
            if whole := next((word for word in words if word.startswith(token)), None):
                yield f"cut inside a {_kind_of(token, whole)}: {token!r} of {whole!r}"
        yield from _cut_facts(story, seen)


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
        if not errors_among(channel.validate(channel.adapt(long), long)):
            yield f"{part.name}: validate does not notice own words that are too long"


def _too_long(channel: Channel, part: Part) -> str:
    """Return a text that is too long for the part, or "" where none is."""
    for count in (20, 100, 500, 5000):
        text = "Qzfar too long. " * count
        if not fits_part(channel, part, text):
            return text
    return ""


def _tokens(text: str) -> set[str]:
    stripped = (token.strip(".,;:!?…()[]\"'«»“”·") for token in text.split())
    return {token for token in stripped if token}


def _words_of(story: Story) -> set[str]:
    texts = [story.headline, story.key_message, story.summary, *story.hashtags, link_of(story)]
    texts += [f"#{tag}" for tag in story.hashtags]
    texts += [display_link(link_of(story)), story.url]
    texts += [str(value) for value in story.brand.model_dump().values()]
    texts += [words for block in story.body for words in _words_of_block(block)]
    for _kind, fact in story.facts.present():
        texts += [say(fact, story.locale), say(fact, story.locale, "short")]
    return _tokens(" ".join(texts))


def _words_of_block(block: Block) -> Iterator[str]:
    yield html_to_text(getattr(block, "html", ""))
    for name in ("text", "attribution", "caption", "title", "intro"):
        yield getattr(block, name, "")
    yield from getattr(block, "items", ())


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
